using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>Steps that wait and that nobody is at.</summary>
/// <param name="Documents">Documents to be laid out or read.</param>
/// <param name="Pages">Pages to be recognized.</param>
/// <param name="Wishes">Pages to be recognized again.</param>
internal readonly record struct WaitingSteps(int Documents, int Pages, int Wishes);

// What is due next: what somebody sent by itself before bulk loads, these in turn; what failed comes after what was not yet tried.
internal sealed partial class Catalog
{
    /// <summary>Documents to be laid out or read that nobody is at: those that came by themselves first, then the oldest.</summary>
    public async Task<IReadOnlyList<(Guid Id, DocumentStatus Status)>> FindNextDocumentsAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var next = new List<(Guid Id, DocumentStatus Status, bool IsBulk)>();
        foreach (var (status, which) in DueDocuments(db))
        {
            var due = await which.OrderBy(d => d.IsBulk).ThenBy(d => d.Id).Take(limit).Select(d => new { d.Id, d.IsBulk }).ToListAsync(cancellationToken);
            next.AddRange(due.Select(d => (d.Id, status, d.IsBulk)));
        }
        return [.. next.OrderBy(d => d.IsBulk).ThenByDescending(d => d.Status).Take(limit).Select(d => (d.Id, d.Status))];
    }

    /// <summary>Pages to be recognized that nobody is at, in the order of their turns.</summary>
    public async Task<IReadOnlyList<(Guid DocumentId, int Page)>> FindNextPagesAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pages = await InTurn(DuePages(db)).Take(limit).Select(p => new { p.DocumentId, p.Number }).ToListAsync(cancellationToken);
        return [.. pages.Select(p => (p.DocumentId, p.Number))];
    }

    /// <summary>Waiting pages of a document that nobody is at.</summary>
    public async Task<int> CountWaitingPagesAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await DuePages(db, PagesOf(db, documentId)).CountAsync(cancellationToken);
    }

    /// <summary>How much waits.</summary>
    /// <param name="limit">Of each kind no more are counted.</param>
    public async Task<WaitingSteps> CountWaitingAsync(int limit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = 0;
        foreach (var (_, which) in DueDocuments(db)) documents += await which.OrderBy(d => d.Id).Take(limit).CountAsync(cancellationToken);
        return new(
            documents,
            await InTurn(DuePages(db)).Take(limit).CountAsync(cancellationToken),
            await Wishes(db).Where(p => p.LeaseUntil == null || p.LeaseUntil < now).OrderBy(p => p.DocumentId).ThenBy(p => p.Number).Take(limit).CountAsync(cancellationToken));
    }

    private IEnumerable<(DocumentStatus Status, IQueryable<Document> Which)> DueDocuments(CatalogDbContext db)
    {
        var now = time.GetUtcNow();
        var free = db.Documents.AsNoTracking().Where(d => d.LeaseUntil == null || d.LeaseUntil < now);
        yield return (DocumentStatus.Reading, free.Where(d => d.Status == DocumentStatus.Reading));
        yield return (DocumentStatus.Reading, free.Where(d => d.IsReadingDue && d.Status != DocumentStatus.Reading));
        yield return (DocumentStatus.Received, free.Where(d => d.Status == DocumentStatus.Received));
    }

    private IQueryable<Page> DuePages(CatalogDbContext db, IQueryable<Page>? among = null)
    {
        var now = time.GetUtcNow();
        return (among ?? db.Pages).AsNoTracking().Where(p => p.Status == PageStatus.Waiting && (p.LeaseUntil == null || p.LeaseUntil < now)
            && db.Documents.Any(d => d.Id == p.DocumentId && d.Status == DocumentStatus.Recognizing));
    }

    private static IQueryable<Page> InTurn(IQueryable<Page> pages) =>
        pages.OrderBy(p => p.IsBulk).ThenBy(p => p.Attempts).ThenBy(p => p.Turn).ThenBy(p => p.DocumentId).ThenBy(p => p.Number);

    /// <summary>Takes the turns of pages that are laid out, in the open transaction.</summary>
    /// <returns>The turn before the first of them.</returns>
    private static async Task<long> TakeTurnsAsync(CatalogDbContext db, string? batch, int pages, CancellationToken cancellationToken)
    {
        var isBulk = batch is not null;
        // Whoever comes now has the turn at which the others stand.
        var before = await db.Pages.Where(p => p.Status == PageStatus.Waiting && p.IsBulk == isBulk)
            .OrderBy(p => p.Attempts).ThenBy(p => p.Turn).Select(p => (long?)p.Turn).FirstOrDefaultAsync(cancellationToken) - 1;
        // Documents that came by themselves share as batches do, each by itself.
        if (batch is null) return before ?? 0;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"Batches\" (\"Name\", \"LastTurn\") VALUES ({batch}, 0) ON CONFLICT DO NOTHING", cancellationToken);
        // Where none waits all have had their turns; whoever comes now begins behind them, so that turns only grow.
        var from = before ?? await db.Batches.MaxAsync(b => b.LastTurn, cancellationToken);
        await db.Batches.Where(b => b.Name == batch)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.LastTurn, b => Math.Max(b.LastTurn, from) + pages), cancellationToken);
        return await db.Batches.Where(b => b.Name == batch).Select(b => b.LastTurn).SingleAsync(cancellationToken) - pages;
    }
}
