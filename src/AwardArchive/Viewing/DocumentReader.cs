using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Viewing;

/// <summary>Reads documents for people: from the catalog, without leases or locks.</summary>
internal sealed class DocumentReader(IDbContextFactory<CatalogDbContext> contexts, Catalog catalog)
{
    /// <returns>Null when there is no such document.</returns>
    public async Task<DocumentResponse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (document is null) return null;
        var pages = await db.Pages.AsNoTracking().Where(p => p.DocumentId == id).OrderBy(p => p.Number)
            .Select(p => new PageResponse(p.Number, p.Status, p.Reason, p.Width, p.Height, p.Confidence, p.IsBlank, p.Review)).ToListAsync(cancellationToken);
        return DocumentResponse.Of(
            document, pages, await catalog.SeesWholeFileAsync(document, cancellationToken),
            (await catalog.FindPartsAsync(document, cancellationToken)).Select(PartResponse.Of), await catalog.FindSameBytesAsync(document, cancellationToken));
    }

    /// <summary>Documents, newest first, without their pages.</summary>
    public async Task<ListResponse<DocumentResponse>> ListAsync(DocumentListRequest request, CancellationToken cancellationToken)
    {
        var (status, dossierId, review, before) = (request.Status, request.DossierId, request.Review, request.Cursor);
        var size = request.Size ?? ListRequest.DefaultSize;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<Document> all = db.Documents.AsNoTracking();
        // Conditions of their own: each has an index that a condition on a parameter would not use.
        if (request.Warnings is { } warned) all = warned ? all.Where(d => d.WarningCount > 0) : all.Where(d => d.WarningCount == 0);
        if (request.SplitProposed is { } proposed) all = proposed ? all.Where(d => d.IsSplitProposed) : all.Where(d => !d.IsSplitProposed);
        var documents = await all
            .Where(d => status == null || d.Status == status)
            .Where(d => dossierId == null || d.DossierId == dossierId)
            .Where(d => review == null || db.Pages.Any(p => p.DocumentId == d.Id && p.Review != null) == review)
            .Where(d => before == null || d.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(cancellationToken);
        var scans = documents.Select(d => d.PartOf).OfType<Guid>().Distinct().ToList();
        var seen = scans.Count == 0 ? [] : await db.Documents.Where(d => scans.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken);
        var items = documents.Take(size).Select(d => DocumentResponse.Of(d, [], d.PartOf is { } scan && seen.Contains(scan))).ToList();
        return new(items, documents.Count > size ? items[^1].Id.ToString("N") : null);
    }

    /// <summary>The text of every page in order; null when there is no such document.</summary>
    public async Task<IReadOnlyList<string>?> FindTextAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Documents.AnyAsync(d => d.Id == id, cancellationToken)) return null;
        return await db.Pages.Where(p => p.DocumentId == id).OrderBy(p => p.Number).Select(p => p.Text).ToListAsync(cancellationToken);
    }

    /// <summary>Null when there is no such page.</summary>
    public Task<Page?> FindPageAsync(Guid id, int number, CancellationToken cancellationToken) => catalog.FindPageAsync(id, number, cancellationToken);

    /// <summary>Pages that a person should look at, those of the newest documents first; those of withdrawn documents are left out.</summary>
    /// <param name="before">The last page of the stretch before; null for the first stretch.</param>
    /// <returns>At most <paramref name="size"/> and one more, which tells that there is a next stretch.</returns>
    public async Task<IReadOnlyList<PageForReview>> ListForReviewAsync((Guid Id, int Page)? before, int size, CancellationToken cancellationToken)
    {
        var (id, page) = before ?? default;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Pages.AsNoTracking().Where(p => p.Review != null)
            .Where(p => before == null || p.DocumentId.CompareTo(id) < 0 || (p.DocumentId == id && p.Number > page))
            .Join(db.Documents.InSight(), p => p.DocumentId, d => d.Id, (p, d) => new { p, d.FileName })
            .OrderByDescending(found => found.p.DocumentId).ThenBy(found => found.p.Number).Take(size + 1)
            .Select(found => new PageForReview(found.p.DocumentId, found.FileName, found.p.Number, found.p.Review!.Value, found.p.Confidence))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Scans for which cuts are proposed that nobody has decided about, newest first.</summary>
    /// <param name="before">The last one of the stretch before; null for the first stretch.</param>
    /// <returns>As <see cref="ListForReviewAsync"/>.</returns>
    public Task<IReadOnlyList<DocumentForReview>> ListSplitProposalsAsync(Guid? before, int size, CancellationToken cancellationToken) =>
        ListDocumentsForReviewAsync(documents => documents.Where(d => d.IsSplitProposed), before, size, cancellationToken);

    /// <summary>Documents whose reading does not add up, newest first; otherwise as <see cref="ListSplitProposalsAsync"/>.</summary>
    public Task<IReadOnlyList<DocumentForReview>> ListWarnedAsync(Guid? before, int size, CancellationToken cancellationToken) =>
        ListDocumentsForReviewAsync(documents => documents.Where(d => d.WarningCount > 0), before, size, cancellationToken);

    private async Task<IReadOnlyList<DocumentForReview>> ListDocumentsForReviewAsync(
        Func<IQueryable<Document>, IQueryable<Document>> which, Guid? before, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = which(db.Documents.AsNoTracking()).InSight();
        if (before is { } last) found = found.Where(d => d.Id.CompareTo(last) < 0); // a condition of its own, so that the index begins there
        var documents = await found.OrderByDescending(d => d.Id).Take(size + 1).Select(d => new { d.Id, d.FileName, d.PageCount, d.Facts }).ToListAsync(cancellationToken);
        return [.. documents.Select(d => new DocumentForReview(d.Id, d.FileName, d.PageCount, d.Facts?.Warnings ?? []))];
    }
}
