using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

/// <summary>Objects as files in a folder of this machine, spread over 256 subfolders.</summary>
/// <param name="root">Made when something is put.</param>
/// <param name="staging">Where files in the making lie when they come from another file system; null when they never do.</param>
internal sealed class LocalFolderObjectStore(string root, string? staging = null) : IObjectStore
{
    private const int PieceBytes = 128 * 1024;

    /// <summary>What a killed process left half copied is cleared away after it.</summary>
    private static readonly TimeSpan StagingAge = TimeSpan.FromDays(1);

    public LocalFolderObjectStore(IOptions<ArchiveOptions> options)
        : this(options.Value.ObjectFolder)
    {
    }

    /// <summary>In a folder that may be on another disk than the scratch files.</summary>
    public static LocalFolderObjectStore OnOtherDisk(string folder) => new(Path.Combine(folder, "objects"), Path.Combine(folder, "staging"));

    public async Task PutFileAsync(ObjectKey key, string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (staging is null)
            {
                Place(key, path);
                return;
            }
            // A rename over file systems would be a copy that a reader could see half of.
            Directory.CreateDirectory(staging);
            var near = Path.Combine(staging, $"{Guid.CreateVersion7():N}.object");
            try
            {
                await using (var source = OpenForReading(path))
                await using (var target = new FileStream(near, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous))
                    await source.CopyToAsync(target, PieceBytes, cancellationToken);
                Place(key, near);
            }
            finally
            {
                File.Delete(near);
            }
            File.Delete(path);
        }
        catch (IOException e) when (Posix.IsStorageFull(e))
        {
            throw new StorageFullException($"No room for {key}.", e);
        }
    }

    public Task<Stream?> OpenReadAsync(ObjectKey key, CancellationToken cancellationToken) => Task.FromResult<Stream?>(TryOpen(key));

    public Task<LocalObject> GetLocalFileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        return File.Exists(path) ? Task.FromResult(new LocalObject(path)) : throw new ObjectMissingException(key);
    }

    public Task<bool> ExistsAsync(ObjectKey key, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(key)));

    public Task CheckAsync(CancellationToken cancellationToken)
    {
        if (staging is null || !Directory.Exists(staging)) return Task.CompletedTask;
        foreach (var left in new DirectoryInfo(staging).EnumerateFiles())
        {
            if (TimeProvider.System.GetUtcNow() - left.LastWriteTimeUtc > StagingAge) left.Delete();
        }
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(root)) yield break;
        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var parts = Path.GetRelativePath(root, file.FullName).Split(Path.DirectorySeparatorChar);
            var name = string.Join('/', parts.Where((_, i) => i != 1)); // the second part is the shard
            if (name.StartsWith(prefix, StringComparison.Ordinal) && ObjectKey.TryParse(name, out var key)) yield return new(key, file.LastWriteTimeUtc);
        }
    }

    public async Task<ObjectContent?> CopyToAsync(ObjectKey key, Stream target, CancellationToken cancellationToken)
    {
        await using var file = TryOpen(key);
        if (file is null) return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var byteSize = 0L;
        var piece = new byte[PieceBytes];
        for (int read; (read = await file.ReadAsync(piece, cancellationToken)) > 0; byteSize += read)
        {
            hash.AppendData(piece, 0, read);
            await target.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), byteSize, null);
    }

    public Task<bool> RemoveAsync(ObjectKey key, DateTimeOffset unlessPutSince, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        var taken = $"{path}.removed";
        if (!File.Exists(path)) return Task.FromResult(false);
        File.Move(path, taken, overwrite: true);
        // Looked at after it was taken: a put that came between is seen, and its bytes go back to their place.
        if (File.GetLastWriteTimeUtc(taken) >= unlessPutSince)
        {
            File.Move(taken, path, overwrite: true);
            return Task.FromResult(false);
        }
        File.Delete(taken);
        Posix.FlushFolder(Path.GetDirectoryName(path)!);
        return Task.FromResult(true);
    }

    private void Place(ObjectKey key, string path)
    {
        var target = PathOf(key);
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
        {
            // When it was put, not when whoever brought it wrote the file.
            File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime);
            RandomAccess.FlushToDisk(file);
        }
        var folder = Path.GetDirectoryName(target)!;
        CreateFolder(folder);
        File.Move(path, target, overwrite: true);
        Posix.FlushFolder(folder);
    }

    private FileStream? TryOpen(ObjectKey key)
    {
        try
        {
            return OpenForReading(PathOf(key));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static FileStream OpenForReading(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous);

    // The shard is the last two digits of the hash or id: the first digits of a version 7 UUID are the time and nearly all the same.
    private string PathOf(ObjectKey key)
    {
        var parts = key.Value.Split('/');
        return Path.Combine([root, parts[0], parts[1][^2..], .. parts[1..]]);
    }

    private void CreateFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(folder)!;
        if (folder != root) CreateFolder(parent);
        Directory.CreateDirectory(folder);
        if (Directory.Exists(parent)) Posix.FlushFolder(parent);
    }
}
