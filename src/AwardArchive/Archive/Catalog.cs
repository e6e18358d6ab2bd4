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
    /// <returns>The document and true, or the one that has the same bytes and false. Those that are hidden from who asks are none: then it is one more <see cref="Document.Copy"/>.</returns>
    public async Task<(Document Document, bool Added)> AddDocumentAsync(Document document, CancellationToken cancellationToken)
    {
        document.Version = 1;
        while (true)
        {
            // The number first: who commits behind it has taken it, who committed before it is found.
            document.Copy = await NextCopyAsync(document.Sha256, cancellationToken);
            if (await FindBySha256Async(document.Sha256, cancellationToken) is { } existing) return (existing, false);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            db.Documents.Add(document);
            try
            {
                await db.SaveChangeAsync(document.Id, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return (document, true);
            }
            catch (DbUpdateException e) when (db.IsDuplicate(e))
            {
                await transaction.RollbackAsync(cancellationToken);
                if (await NextCopyAsync(document.Sha256, cancellationToken) == document.Copy) throw; // it is not that somebody was faster
            }
        }
    }

    /// <summary>Of all documents with these bytes, whoever sees them.</summary>
    private async Task<int> NextCopyAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var db = await SeeingAllAsync(cancellationToken);
        return await db.Documents.Where(d => d.Sha256 == sha256 && d.PartOf == null).MaxAsync(d => (int?)d.Copy, cancellationToken) + 1 ?? 0;
    }

    /// <summary>Gives the document, without its pages, or null.</summary>
    public async Task<Document?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
    }

    /// <summary>Gives the document that arrived as these bytes, the first of several, or null.</summary>
    public async Task<Document?> FindBySha256Async(string sha256, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.AsNoTracking().Where(d => d.Sha256 == sha256 && d.PartOf == null).OrderBy(d => d.Copy).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Other documents that arrived as the same bytes, in the order of their arrival.</summary>
    public async Task<IReadOnlyList<Guid>> FindSameBytesAsync(Document document, CancellationToken cancellationToken)
    {
        if (document.PartOf is not null) return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.Where(d => d.Sha256 == document.Sha256 && d.PartOf == null && d.Id != document.Id).OrderBy(d => d.Copy).Select(d => d.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Changes what people may edit; of a scan that was split also its papers, as <see cref="EditWithPartsAsync"/>.</summary>
    /// <returns>False when the version is no longer the one given.</returns>
    public async Task<bool> EditAsync(Guid id, int version, Action<Document> edit, CancellationToken cancellationToken) =>
        await EditWithPartsAsync(id, version, edit, cancellationToken) is not null;

    /// <summary>Changes what people may edit. When the level of a scan that was split is raised, so is that of its papers that are below; lowering leaves them. When it comes into another
    /// dossier, its papers that lie where it lay go along.</summary>
    /// <returns>The papers that changed by it; null when the version is no longer the one given.</returns>
    public async Task<IReadOnlyList<Guid>?> EditWithPartsAsync(Guid id, int version, Action<Document> edit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Id == id && d.Version == version, cancellationToken);
        if (document is null) return null;
        var (level, dossier) = (document.Confidentiality, document.DossierId);
        edit(document);
        document.Version++;
        var parts = document.Status == DocumentStatus.Split ? await TakePartsAlongAsync(db, document, level, dossier, cancellationToken) : [];
        if (!await SaveChangesOfAsync(db, [document, .. parts], cancellationToken)) return null;
        await transaction.CommitAsync(cancellationToken);
        return [.. parts.Select(part => part.Id)];
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
