using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Viewing;

/// <summary>Reads documents for people: from the catalog, without leases or locks.</summary>
internal sealed class DocumentReader(IDbContextFactory<CatalogDbContext> contexts)
{
    /// <returns>Null when there is no such document.</returns>
    public async Task<DocumentResponse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (document is null) return null;
        var pages = await db.Pages.AsNoTracking().Where(p => p.DocumentId == id).OrderBy(p => p.Number)
            .Select(p => new PageResponse(p.Number, p.Status, p.Reason, p.Width, p.Height, p.Confidence)).ToListAsync(cancellationToken);
        return DocumentResponse.Of(document, pages);
    }

    /// <summary>Documents, newest first, without their pages.</summary>
    /// <param name="before">The last document of the stretch before; null for the first stretch.</param>
    public async Task<ListResponse<DocumentResponse>> ListAsync(
        DocumentStatus? status, Guid? dossierId, Guid? before, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = await db.Documents.AsNoTracking()
            .Where(d => status == null || d.Status == status)
            .Where(d => dossierId == null || d.DossierId == dossierId)
            .Where(d => before == null || d.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(cancellationToken);
        var items = documents.Take(size).Select(d => DocumentResponse.Of(d, [])).ToList();
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
    public async Task<Page?> FindPageAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Pages.AsNoTracking().SingleOrDefaultAsync(p => p.DocumentId == id && p.Number == number, cancellationToken);
    }
}
