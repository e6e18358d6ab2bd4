using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Fixity;

/// <summary>Puts a good copy of an original in the place of a missing or altered one.</summary>
internal sealed class OriginalRepair(Examiner examiner, IOptions<ArchiveOptions> archive)
{
    /// <summary>The good bytes are in hand and checked before anything is touched; the altered ones are set aside in their own store before they are
    /// replaced; what was put is read again.</summary>
    /// <param name="damaged">The store whose object is not whole.</param>
    /// <param name="good">The other one.</param>
    /// <param name="original">Whose bytes they should be.</param>
    /// <param name="found">What the damaged store has.</param>
    /// <param name="setAside">Notes the key of the altered bytes, null when there were none, before they are replaced.</param>
    /// <param name="cancellationToken">Leaves the damaged object as it was, or the good one whole.</param>
    /// <returns>Whether it is whole now.</returns>
    public async Task<bool> RepairAsync(
        IObjectStore damaged, IObjectStore good, ExpectedObject original, Examined found, Func<ObjectKey?, Task> setAside, CancellationToken cancellationToken)
    {
        using var copy = new Scratch(archive.Value);
        if ((await FetchAsync(good, original.Key, copy, cancellationToken))?.Sha256 != original.Sha256) return false;
        ObjectKey? aside = null;
        if (found.Kind != FindingKind.Missing)
        {
            using var altered = new Scratch(archive.Value);
            // As they are now: they may have changed again.
            if (await FetchAsync(damaged, original.Key, altered, cancellationToken) is { } content && content.Sha256 != original.Sha256)
            {
                aside = ObjectKey.Quarantined(content.Sha256);
                await damaged.PutFileAsync(aside.Value, altered.Path, cancellationToken);
            }
        }
        await setAside(aside);
        await damaged.PutFileAsync(original.Key, copy.Path, cancellationToken);
        return (await examiner.ExamineAsync(damaged, original, cancellationToken)).IsWhole;
    }

    private static async Task<ObjectContent?> FetchAsync(IObjectStore store, ObjectKey key, Scratch scratch, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(scratch.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        return await store.CopyToAsync(key, file, cancellationToken);
    }
}

/// <summary>A scratch file that is gone when it is disposed, unless a store has taken it.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch(ArchiveOptions archive)
    {
        Directory.CreateDirectory(archive.ScratchFolder);
        Path = System.IO.Path.Combine(archive.ScratchFolder, $"{Guid.CreateVersion7():N}.fixity");
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
