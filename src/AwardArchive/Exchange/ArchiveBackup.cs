using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Exchange;

/// <summary>An object of a backup.</summary>
internal sealed record BackupObject(string Key, long Bytes, string Sha256);

/// <summary>Copies the whole archive into a folder, beside whoever uses it.</summary>
/// <remarks>The rows first, as they are at one moment; the objects after: what those rows name is never taken away, only added to.</remarks>
internal sealed class ArchiveBackup(IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, TimeProvider time)
{
    private const int PieceBytes = 128 * 1024;

    /// <param name="path">An empty folder, one that is not there, or one in which a backup was stopped: that goes on.</param>
    /// <param name="copied">Told the number of objects copied so far.</param>
    /// <param name="cancellationToken">Leaves a folder that can be gone on with.</param>
    /// <exception cref="BackupException">The folder holds something else.</exception>
    public async Task<BackupManifest> RunAsync(string path, Action<long> copied, CancellationToken cancellationToken)
    {
        var folder = new BackupFolder(path);
        folder.Begin();
        var rows = new Dictionary<string, BackupTable>();
        var missing = new List<string>();
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await db.BeginSnapshotAsync(cancellationToken);
            foreach (var table in CatalogTable.All)
            {
                var file = folder.RowsOf(table.Name);
                var count = await table.WriteAsync(db, file, cancellationToken);
                rows[table.Name] = new(count, await BackupFolder.Sha256OfAsync(file, cancellationToken));
            }
        }
        var kept = new List<BackupObject>();
        await foreach (var (key, _) in objects.ListAsync("", cancellationToken))
        {
            if (await CopyAsync(key, folder.FileOf(key), cancellationToken) is { } one) kept.Add(one);
            else missing.Add(key.Value);
            copied(kept.Count);
        }
        var known = kept.Select(one => one.Key).Concat(missing).ToHashSet();
        await foreach (var document in JsonLines.ReadAsync<Document>(folder.RowsOf("documents"), cancellationToken))
        {
            if (ObjectKey.Original(document.Sha256).Value is var original && known.Add(original)) missing.Add(original);
        }
        await foreach (var report in JsonLines.ReadAsync<DossierReport>(folder.RowsOf("dossier-reports"), cancellationToken))
            missing.AddRange(ObjectKey.OfReport(report).Select(key => key.Value).Where(key => !known.Contains(key)));
        await JsonLines.WriteAsync(folder.ObjectList, kept.OrderBy(one => one.Key, StringComparer.Ordinal).ToAsyncEnumerable(), cancellationToken);
        var manifest = new BackupManifest(
            BackupManifest.Current, time.GetUtcNow(), rows, kept.Count, kept.Sum(one => one.Bytes),
            await BackupFolder.Sha256OfAsync(folder.ObjectList, cancellationToken), missing);
        await folder.EndAsync(manifest, cancellationToken);
        return manifest;
    }

    /// <returns>Null when its bytes cannot be had whole.</returns>
    private async Task<BackupObject?> CopyAsync(ObjectKey key, string file, CancellationToken cancellationToken)
    {
        // It has its name only when it is whole. What may be replaced is fetched anew.
        if (key.OriginalSha256 is { } sha256 && File.Exists(file) && await BackupFolder.Sha256OfAsync(file, cancellationToken) == sha256)
            return new(key.Value, new FileInfo(file).Length, sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var half = file + ".tmp";
        try
        {
            await using (var source = await objects.OpenReadAsync(key, cancellationToken))
            {
                if (source is null) return null;
                await using var target = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
                await source.CopyToAsync(target, PieceBytes, cancellationToken);
                target.Flush(flushToDisk: true);
            }
            var found = await BackupFolder.Sha256OfAsync(half, cancellationToken);
            if (key.OriginalSha256 is { } named && named != found) return null;
            File.Move(half, file, overwrite: true);
            return new(key.Value, new FileInfo(file).Length, found);
        }
        catch (ObjectDamagedException)
        {
            return null;
        }
        finally
        {
            File.Delete(half);
        }
    }
}
