using System.Collections.Concurrent;
using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Fixity;

/// <summary>Deletes orphans: by an explicit command only, what is found and still is one, never what any row knows.</summary>
internal sealed class OrphanRemoval(
    FindingBook findings, OrphanCheck orphans, IObjectStore objects, SecondStore second, IOptions<ArchiveOptions> archive, IOptions<FixityOptions> options,
    TimeProvider time)
{
    private const int AtATime = 200, AtOnce = 8;

    /// <param name="removed">Told each key that is gone.</param>
    /// <returns>How many.</returns>
    public async Task<int> RemoveAsync(Action<FindingPlace, ObjectKey> removed, CancellationToken cancellationToken)
    {
        var count = 0;
        for (Guid? before = null; ;)
        {
            var some = await findings.ListAsync(FindingState.Open, FindingKind.Orphaned, before, AtATime, cancellationToken);
            var gone = new ConcurrentQueue<Finding>();
            await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (finding, stop) =>
            {
                if (await TryRemoveAsync(finding, stop)) gone.Enqueue(finding);
            });
            // Killed before this, the next verification settles them.
            foreach (var place in gone.GroupBy(finding => finding.Place))
                await findings.SettleAsync(place.Key, [.. place.Select(finding => finding.Key)], FindingRemedy.Removed, cancellationToken);
            foreach (var finding in gone) removed(finding.Place, ObjectKey.Parse(finding.Key));
            count += gone.Count;
            if (some.Count < AtATime) return count;
            before = some[^1].Id;
        }
    }

    private async Task<bool> TryRemoveAsync(Finding finding, CancellationToken cancellationToken)
    {
        var key = ObjectKey.Parse(finding.Key);
        if ((finding.Place == FindingPlace.Objects ? objects : second.Objects) is not { } store) return false;
        if (!await IsUnknownAsync(finding.Place, key, cancellationToken)) return false;
        // The same file may be sent again at this moment: its bytes are at hand until it is sure that no row names them.
        using var copy = new Scratch(archive.Value);
        await using (var file = File.Create(copy.Path)) await store.CopyToAsync(key, file, cancellationToken);
        if (!await store.RemoveAsync(key, time.GetUtcNow() - options.Value.OrphanAge, cancellationToken)) return false;
        if (!await IsUnknownAsync(finding.Place, key, CancellationToken.None))
        {
            await store.PutFileAsync(key, copy.Path, CancellationToken.None);
            return false;
        }
        return true;
    }

    private async Task<bool> IsUnknownAsync(FindingPlace place, ObjectKey key, CancellationToken cancellationToken) =>
        (await orphans.UnknownAsync(place, [key], cancellationToken)).Count > 0;
}
