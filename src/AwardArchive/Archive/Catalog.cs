using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>Every write that moves a document on: one transaction each, with its entry in the change feed.</summary>
/// <remarks>
/// Many machines may write at the same time. Whoever changes pages and their document locks the document first, and the feed is written
/// last: in this order nobody waits for somebody who waits for him.
/// </remarks>
internal sealed partial class Catalog(IDbContextFactory<CatalogDbContext> contexts, TimeProvider time)
{
    /// <summary>Keeps a new document; its original must be in the object store already.</summary>
    /// <returns>The document and true, or the one that has the same bytes and false.</returns>
    /// <exception cref="NotInSightException">The one that has the same bytes is hidden from who asks.</exception>
    public async Task<(Document Document, bool Added)> AddDocumentAsync(Document document, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var existing = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Sha256 == document.Sha256 && d.PartOf == null, cancellationToken);
        if (existing is not null) return (existing, false);
        document.Version = 1;
        db.Documents.Add(document);
        try
        {
            await db.SaveChangeAsync(document.Id, cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            await transaction.RollbackAsync(cancellationToken);
            return (await FindBySha256Async(document.Sha256, cancellationToken) ?? throw new NotInSightException(), false);
        }
        await transaction.CommitAsync(cancellationToken);
        return (document, true);
    }

    /// <summary>Gives the document, without its pages, or null.</summary>
    public async Task<Document?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
    }

    /// <summary>Gives the document that arrived as these bytes, or null.</summary>
    public async Task<Document?> FindBySha256Async(string sha256, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Sha256 == sha256 && d.PartOf == null, cancellationToken);
    }

    /// <summary>Changes what people may edit.</summary>
    /// <returns>False when the version is no longer the one given.</returns>
    public async Task<bool> EditAsync(Guid id, int version, Action<Document> edit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Id == id && d.Version == version, cancellationToken);
        if (document is null) return false;
        edit(document);
        document.Version++;
        try
        {
            await db.SaveChangeAsync(id, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Begins again with what failed: parked pages, or the whole document when no page is laid out.</summary>
    /// <returns>The status it starts from, or null when nothing of it needs attention.</returns>
    public async Task<DocumentStatus?> RetryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(id, cancellationToken);
        await PagesOf(db, id).Where(p => p.Status == PageStatus.NeedsAttention)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Status, PageStatus.Waiting).SetProperty(p => p.Reason, (string?)null)
                    .SetProperty(p => p.Attempts, 0),
                cancellationToken);
        var from =
            !await db.Pages.AnyAsync(p => p.DocumentId == id, cancellationToken) ? DocumentStatus.Received
            : await PagesOf(db, id).AnyAsync(p => p.Status == PageStatus.Waiting, cancellationToken) ? DocumentStatus.Recognizing
            : DocumentStatus.Reading;
        var changed = await SetStatusAsync(
            db, db.Documents.Where(d => d.Id == id && d.Status == DocumentStatus.NeedsAttention), id, from, null, cancellationToken);
        if (!changed) return null;
        await transaction.CommitAsync(cancellationToken);
        return from;
    }

    /// <summary>The number of the newest entry of the feed; 0 when there is none.</summary>
    public async Task<long> LastChangeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.LastChangeAsync(cancellationToken);
    }

    /// <summary>The right to look for standing work, until disposed; one machine has it at a time.</summary>
    /// <returns>Null when another one has it.</returns>
    public async Task<IAsyncDisposable?> TryHoldSweepAsync(CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            if (await db.TryHoldSweepAsync(cancellationToken)) return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
        await db.DisposeAsync();
        return null;
    }

    private static async Task<bool> SetStatusAsync(
        CatalogDbContext db, IQueryable<Document> which, Guid id, DocumentStatus status, string? reason, CancellationToken cancellationToken)
    {
        var rows = await which.ExecuteUpdateAsync(
            set => set.SetProperty(d => d.Status, status).SetProperty(d => d.Reason, reason)
                .SetProperty(d => d.Attempts, 0).SetProperty(d => d.IsReadingDue, false)
                .SetProperty(d => d.LeaseOwner, (Guid?)null).SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(d => d.Version, d => d.Version + 1),
            cancellationToken);
        if (rows == 0) return false;
        await db.SaveChangeAsync(id, cancellationToken);
        return true;
    }
}
