using System.Security.Cryptography;
using System.Text.Json;
using AwardArchive.Archive;

namespace AwardArchive.Exchange;

/// <summary>The files of a backup: <c>manifest.json</c>, <c>objects.jsonl.gz</c>, <c>rows/TABLE.jsonl.gz</c>, <c>objects/KEY</c>.</summary>
internal sealed class BackupFolder(string path)
{
    private const string Unfinished = "unfinished";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public string ObjectList => Path.Combine(path, "objects.jsonl.gz");

    private string Manifest => Path.Combine(path, "manifest.json");

    public string RowsOf(string table) => Path.Combine(path, "rows", $"{table}.jsonl.gz");

    public string FileOf(ObjectKey key) => Path.Combine([path, "objects", .. key.Value.Split('/')]);

    /// <summary>Makes the folder, or takes up one in which a backup was stopped.</summary>
    /// <exception cref="BackupException">Something else is in it.</exception>
    public void Begin()
    {
        var mark = Path.Combine(path, Unfinished);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(mark))
            throw new BackupException($"{path} is not empty. A backup takes a folder of its own.");
        Directory.CreateDirectory(Path.Combine(path, "rows"));
        File.WriteAllText(mark, "");
    }

    public async Task EndAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        var half = Manifest + ".tmp";
        await using (var file = File.Create(half))
        {
            await JsonSerializer.SerializeAsync(file, manifest, Readable, cancellationToken);
            file.Flush(flushToDisk: true);
        }
        File.Move(half, Manifest, overwrite: true);
        File.Delete(Path.Combine(path, Unfinished));
        Posix.FlushFolder(path);
    }

    /// <exception cref="BackupException">It is no whole backup, or one of a newer program.</exception>
    public async Task<BackupManifest> OpenAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Manifest)) throw new BackupException($"{path} is no backup, or one that was not finished: it has no manifest.json.");
        BackupManifest? manifest;
        try
        {
            await using var file = File.OpenRead(Manifest);
            manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(file, Readable, cancellationToken);
        }
        catch (JsonException e)
        {
            throw new BackupException($"The manifest of the backup is damaged: {e.Message}");
        }
        if (manifest?.Format != BackupManifest.Current) throw new BackupException($"The backup is of format {manifest?.Format}; this program reads {BackupManifest.Current}.");
        foreach (var (table, rows) in manifest.Rows) await CheckAsync(RowsOf(table), rows.Sha256, cancellationToken);
        await CheckAsync(ObjectList, manifest.ObjectsSha256, cancellationToken);
        return manifest;
    }

    public static async Task<string> Sha256OfAsync(string file, CancellationToken cancellationToken)
    {
        await using var bytes = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
    }

    private static async Task CheckAsync(string file, string sha256, CancellationToken cancellationToken)
    {
        if (!File.Exists(file) || await Sha256OfAsync(file, cancellationToken) != sha256)
            throw new BackupException($"The backup is damaged: {Path.GetFileName(file)} is not as it was written.");
    }
}
