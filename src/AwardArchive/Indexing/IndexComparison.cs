using AwardArchive.Archive;
using Lucene.Net.Index;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Indexing;

/// <summary>How a document stands in the index other than in the catalog.</summary>
internal enum IndexDifference
{
    /// <summary>It can be found by the catalog, and the index does not have it.</summary>
    Missing,

    /// <summary>The index has another version of it, or several, or has it where others see it than those who may.</summary>
    Stale,

    /// <summary>The index has what the catalog does not have, or hides.</summary>
    Stray,
}

/// <summary>Compares this machine's index with the catalog while both go on.</summary>
internal sealed class IndexComparison(IDbContextFactory<CatalogDbContext> contexts, IndexFollower follower)
{
    private const int AtATime = 500;

    /// <summary>An index that does not follow the catalog cannot be compared with it.</summary>
    private static readonly TimeSpan CatchUpLimit = TimeSpan.FromMinutes(5);

    /// <returns>Every document that differs, of all that did not change meanwhile.</returns>
    /// <exception cref="IndexUnavailableException">The index is not open, or does not follow.</exception>
    public async Task<IReadOnlyDictionary<Guid, IndexDifference>> CompareAsync(CancellationToken cancellationToken)
    {
        // Whoever asks: what they may not see is not missing.
        using var _ = Actor.Use(Actor.System);
        var differences = new Dictionary<Guid, IndexDifference>();
        for (var after = Guid.Empty; ;)
        {
            var rows = await RowsAsync(db => db.Documents.Where(d => d.Id.CompareTo(after) > 0), cancellationToken);
            foreach (var (id, difference) in await DifferencesAsync(rows, cancellationToken)) differences[id] = difference;
            if (rows.Count < AtATime) break;
            after = rows[^1].Id;
        }
        foreach (var stray in await StraysAsync(cancellationToken)) differences[stray] = IndexDifference.Stray;
        return differences;
    }

    private async Task<IEnumerable<(Guid, IndexDifference)>> DifferencesAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var suspects = await DifferAsync(rows, cancellationToken);
        if (suspects.Count == 0) return [];
        // Those that changed since were compared at two moments: they are left to the next time.
        var ids = suspects.Keys.ToList();
        var still = await RowsAsync(db => db.Documents.Where(d => ids.Contains(d.Id)), cancellationToken);
        var unchanged = still.Intersect(rows).ToList();
        return (await DifferAsync(unchanged, cancellationToken)).Select(found => (found.Key, found.Value));
    }

    /// <summary>The rows as they were read; the index as it is after all their changes.</summary>
    private async Task<Dictionary<Guid, IndexDifference>> DifferAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        using var lease = follower.Acquire();
        var differences = new Dictionary<Guid, IndexDifference>();
        foreach (var row in rows)
        {
            var found = lease.Shelves.SelectMany(shelf => IndexedDocument.FindVersions(shelf.Reader, row.Id).Select(version => (version, shelf.Class))).ToList();
            if (row.Differs(found) is { } difference) differences[row.Id] = difference;
        }
        return differences;
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        long last;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            last = await db.Changes.MaxAsync(c => (long?)c.Number, cancellationToken) ?? 0;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CatchUpLimit);
        try
        {
            await follower.WaitUntilAsync(last, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IndexUnavailableException(e);
        }
    }

    private async Task<List<Row>> RowsAsync(Func<CatalogDbContext, IQueryable<Document>> which, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = await which(db).OrderBy(d => d.Id).Take(AtATime)
            .Select(d => new
            {
                d.Id,
                d.Version,
                d.Confidentiality,
                d.DossierId,
                IsSearchable = d.Status == DocumentStatus.Ready
                    || (d.Status == DocumentStatus.NeedsAttention && db.Pages.Any(p => p.DocumentId == d.Id && p.Text != "")),
            })
            .ToListAsync(cancellationToken);
        var classes = await AccessClass.OfAsync(db, [.. documents.Select(d => (d.Id, d.Confidentiality, d.DossierId))], cancellationToken);
        return documents.ConvertAll(d => new Row(d.Id, d.Version, classes[d.Id], d.IsSearchable));
    }

    /// <summary>Documents of the index that have no row at all.</summary>
    private async Task<IReadOnlyList<Guid>> StraysAsync(CancellationToken cancellationToken)
    {
        using var lease = follower.Acquire();
        var strays = new List<Guid>();
        foreach (var ids in IdsOf(lease.Searcher.IndexReader).Chunk(AtATime))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            strays.AddRange(ids.Except(await db.Documents.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken)));
        }
        return strays;
    }

    private static IEnumerable<Guid> IdsOf(IndexReader index)
    {
        foreach (var leaf in index.Leaves)
        {
            var segment = leaf.AtomicReader;
            for (var document = 0; document < segment.MaxDoc; document++)
            {
                if (segment.LiveDocs?.Get(document) != false) yield return IndexedDocument.IdOf(segment, document);
            }
        }
    }

    /// <param name="Class">Who may see it.</param>
    /// <param name="IsSearchable">As <see cref="IndexedDocument.Of"/> has it.</param>
    private sealed record Row(Guid Id, int Version, AccessClass Class, bool IsSearchable)
    {
        public IndexDifference? Differs(IReadOnlyList<(long Version, AccessClass Class)> indexed) => (IsSearchable, indexed) switch
        {
            (true, []) => IndexDifference.Missing,
            (true, [var (version, access)]) when version == Version && access.Equals(Class) => null,
            (true, _) => IndexDifference.Stale,
            (false, []) => null,
            _ => IndexDifference.Stray,
        };
    }
}
