using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Exchange;

/// <summary>Puts a backup into an empty archive, whichever back ends made it and keep it now.</summary>
/// <remarks>The objects first, then all rows in one transaction: killed at any moment, the archive is empty or whole, and the same command goes on.</remarks>
internal sealed class ArchiveRestore(IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, IOptions<ArchiveOptions> archive)
{
    /// <param name="path">A whole backup; it stays as it is.</param>
    /// <param name="stored">Told the number of objects stored so far.</param>
    /// <param name="cancellationToken">No row is written then.</param>
    /// <exception cref="BackupException">The backup is damaged, or the archive is not empty.</exception>
    public async Task<BackupManifest> RunAsync(string path, Action<long> stored, CancellationToken cancellationToken)
    {
        var folder = new BackupFolder(path);
        var manifest = await folder.OpenAsync(cancellationToken);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await db.Documents.AnyAsync(cancellationToken) || await db.Changes.AnyAsync(cancellationToken))
                throw new BackupException("There are documents in this archive already. A backup is restored into an empty one.");
        }
        var count = 0L;
        await foreach (var one in JsonLines.ReadAsync<BackupObject>(folder.ObjectList, cancellationToken))
        {
            await StoreAsync(one, folder, cancellationToken);
            stored(++count);
        }
        if (count != manifest.Objects) throw new BackupException($"The backup is damaged: it lists {count} of {manifest.Objects} objects.");
        await WriteRowsAsync(folder, manifest, cancellationToken);
        return manifest;
    }

    private async Task StoreAsync(BackupObject one, BackupFolder folder, CancellationToken cancellationToken)
    {
        var key = ObjectKey.Parse(one.Key);
        // The store takes the file it is given.
        var copy = Path.Combine(archive.Value.ScratchFolder, $"{Guid.CreateVersion7():N}.restore");
        try
        {
            if (!File.Exists(folder.FileOf(key))) throw Damaged();
            File.Copy(folder.FileOf(key), copy);
            if (await BackupFolder.Sha256OfAsync(copy, cancellationToken) != one.Sha256) throw Damaged();
            await objects.PutFileAsync(key, copy, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }

        BackupException Damaged() => new($"The backup is damaged: the object {one.Key} is missing or has other bytes. No row was written.");
    }

    private async Task WriteRowsAsync(BackupFolder folder, BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Identity.ExecuteDeleteAsync(cancellationToken); // it becomes the catalog that was backed up
        await db.AuditEntries.ExecuteDeleteAsync(cancellationToken); // of an archive in which nothing was yet
        await db.AuditMonthKeys.ExecuteDeleteAsync(cancellationToken);
        foreach (var table in CatalogTable.All)
        {
            // A backup of an earlier program has fewer tables.
            if (!manifest.Rows.ContainsKey(table.Name) && !File.Exists(folder.RowsOf(table.Name))) continue;
            await table.ReadAsync(db, folder.RowsOf(table.Name), cancellationToken);
            var (found, expected) = (await table.CountAsync(db, cancellationToken), manifest.Rows.GetValueOrDefault(table.Name)?.Count ?? 0);
            if (found != expected) throw new BackupException($"{found} of {expected} rows of {table.Name} were restored; none is kept.");
        }
        await db.AfterRestoreAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
