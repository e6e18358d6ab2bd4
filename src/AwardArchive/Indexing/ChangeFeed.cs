using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Indexing;

/// <summary>Carries changes of the catalog into an index.</summary>
internal sealed class ChangeFeed(IDbContextFactory<CatalogDbContext> contexts)
{
    /// <summary>Which catalog this is and the number of its newest change, 0 for none.</summary>
    public async Task<(Guid Catalog, long LastChange)> IdentifyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var identity = await db.Identity.AsNoTracking().SingleAsync(cancellationToken);
        return (identity.Id, await LastChangeAsync(db, cancellationToken));
    }

    public async Task<long> LastChangeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LastChangeAsync(db, cancellationToken);
    }

    /// <summary>Puts the next changes into the index.</summary>
    /// <param name="index">Follows from the change it has reached.</param>
    /// <param name="limit">Changes at most.</param>
    /// <param name="cancellationToken">Leaves the index between two documents.</param>
    /// <returns>How many changes; fewer than the limit at the end of the feed.</returns>
    public async Task<int> FollowAsync(IndexGeneration index, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changes = await db.Changes.AsNoTracking().Where(change => change.Number > index.Reached)
            .OrderBy(change => change.Number).Take(limit).ToListAsync(cancellationToken);
        if (changes.Count == 0) return 0;
        // A document is read as it is now, which may be newer than its change: the later change puts it once more.
        foreach (var id in changes.Select(change => change.DocumentId).Distinct()) index.Put(id, await ReadAsync(db, id, cancellationToken));
        index.Reach(changes[^1].Number);
        return changes.Count;
    }

    private static async Task<Lucene.Net.Documents.Document?> ReadAsync(CatalogDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (document is null || !IndexedDocument.IsSearchable(document.Status)) return null;
        var pages = await db.Pages.AsNoTracking().Where(page => page.DocumentId == id).OrderBy(page => page.Number).ToListAsync(cancellationToken);
        return IndexedDocument.Of(document, pages);
    }

    private static async Task<long> LastChangeAsync(CatalogDbContext db, CancellationToken cancellationToken) =>
        await db.Changes.MaxAsync(change => (long?)change.Number, cancellationToken) ?? 0;
}
