using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

/// <summary>Objects as files in a folder of this machine, spread over 256 subfolders.</summary>
internal sealed class LocalFolderObjectStore(IOptions<ArchiveOptions> options) : IObjectStore
{
    private readonly string root = options.Value.ObjectFolder;

    public Task PutFileAsync(ObjectKey key, string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var target = PathOf(key);
        try
        {
            using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
                RandomAccess.FlushToDisk(file);
            var folder = Path.GetDirectoryName(target)!;
            CreateFolder(folder);
            File.Move(path, target, overwrite: true);
            Posix.FlushFolder(folder);
        }
        catch (IOException e) when (Posix.IsStorageFull(e))
        {
            throw new StorageFullException($"No room for {key}.", e);
        }
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenReadAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<LocalObject> GetLocalFileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        return File.Exists(path) ? Task.FromResult(new LocalObject(path)) : throw new ObjectMissingException(key);
    }

    public Task<bool> ExistsAsync(ObjectKey key, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(key)));

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async IAsyncEnumerable<ObjectKey> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(root)) yield break;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var parts = Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar);
            var key = string.Join('/', parts.Where((_, i) => i != 1)); // the second part is the shard
            if (key.StartsWith(prefix, StringComparison.Ordinal)) yield return ObjectKey.Parse(key);
        }
    }

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
