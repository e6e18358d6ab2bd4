using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Indexing;

/// <summary>Carries changes of the catalog into an index: all of them, whoever asks for it.</summary>
internal sealed class ChangeFeed(IDbContextFactory<CatalogDbContext> contexts)
{
    /// <summary>Documents that are in memory together.</summary>
    private const int AtOnce = 16;

    private static readonly int Threads = Math.Min(4, Environment.ProcessorCount);

    private long lastSeen;

    /// <summary>The newest change of the catalog, as it was when an index last followed.</summary>
    public long LastSeen => Volatile.Read(ref lastSeen);

    /// <summary>Which catalog this is and the number of its newest change, 0 for none.</summary>
    public async Task<(Guid Catalog, long LastChange)> IdentifyAsync(CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken);
        var identity = await db.Identity.AsNoTracking().SingleAsync(cancellationToken);
        return (identity.Id, await db.LastChangeAsync(cancellationToken));
    }

    public async Task<long> LastChangeAsync(CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken);
        return await db.LastChangeAsync(cancellationToken);
    }

    /// <summary>Puts the next changes into the index.</summary>
    /// <param name="index">Follows from the change it has reached.</param>
    /// <param name="limit">Changes at most.</param>
    /// <param name="cancellationToken">Leaves the index between two documents.</param>
    /// <returns>How many changes; fewer than the limit at the end of the feed.</returns>
    public async Task<int> FollowAsync(IndexGeneration index, int limit, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken);
        var changes = await db.Changes.AsNoTracking().Where(change => change.Number > index.Reached)
            .OrderBy(change => change.Number).Take(limit).ToListAsync(cancellationToken);
        var last = changes.Count == limit ? await db.LastChangeAsync(cancellationToken) : changes.LastOrDefault()?.Number ?? index.Reached;
        Volatile.Write(ref lastSeen, last);
        if (changes.Count == 0) return 0;
        // A document is read as it is now, which may be newer than its change: the later change puts it once more.
        foreach (var some in changes.Select(change => change.DocumentId).Distinct().Chunk(AtOnce)) await PutAsync(index, db, some, cancellationToken);
        index.Reach(changes[^1].Number);
        return changes.Count;
    }

    /// <summary>Brings some documents to their present state once more, whatever the feed says.</summary>
    public async Task PutAgainAsync(IndexGeneration index, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken);
        foreach (var some in ids.Chunk(AtOnce)) await PutAsync(index, db, some, cancellationToken);
    }

    private Task<CatalogDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        using var _ = Actor.Use(Actor.System);
        return contexts.CreateDbContextAsync(cancellationToken);
    }

    /// <summary>Cutting texts into terms is the dear part; Lucene takes documents from several threads.</summary>
    private static async Task PutAsync(IndexGeneration index, CatalogDbContext db, Guid[] ids, CancellationToken cancellationToken)
    {
        var documents = await db.Documents.AsNoTracking().Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id, cancellationToken);
        var pages = (await db.Pages.AsNoTracking().Where(page => ids.Contains(page.DocumentId)).ToListAsync(cancellationToken)).ToLookup(page => page.DocumentId);
        var mentions = (await db.Mentions.AsNoTracking().Where(mention => ids.Contains(mention.DocumentId)).ToListAsync(cancellationToken)).ToLookup(mention => mention.DocumentId);
        // What is read a moment later may be newer still, and then there is a later change for it.
        var classes = await AccessClass.OfAsync(db, [.. documents.Values.Select(document => (document.Id, document.Confidentiality, document.DossierId))], cancellationToken);
        Parallel.ForEach(ids, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Threads }, id =>
        {
            var indexed = documents.TryGetValue(id, out var document) && IndexedDocument.IsSearchable(document.Status)
                ? IndexedDocument.Of(document, [.. pages[id].OrderBy(page => page.Number)], [.. mentions[id].OrderBy(mention => mention.Ordinal)])
                : null;
            index.Put(id, indexed is null ? AccessClass.Open : classes[id], indexed);
        });
    }
}
