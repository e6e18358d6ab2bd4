using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>The right to do one step, held until a time; whoever lost it can no longer write its result.</summary>
/// <param name="PageNumber">Null for a step of the whole document.</param>
internal sealed record StepLease(Guid Owner, Guid DocumentId, int? PageNumber, string Step)
{
    /// <summary>The step of a page that is recognized once more.</summary>
    public const string Again = "again";
}

/// <summary>What became of a failed step.</summary>
internal enum StepFailure
{
    /// <summary>It may be tried again.</summary>
    WillRetry,

    /// <summary>It is parked; a person must look at it.</summary>
    Parked,

    /// <summary>The lease had passed to somebody else; nothing was written.</summary>
    LeaseLost,
}

// The steps of the pipeline. A step is leased, done outside any transaction, and its result written only while the lease is
// still held; so a step may run twice, and its result counts once.
internal sealed partial class Catalog
{
    /// <summary>Machine and process.</summary>
    public static readonly string ThisWorker = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Leases the step of a document that stands at <paramref name="status"/>, or whose reading is due anew.</summary>
    /// <returns>Null when the document has moved on or somebody else is at it.</returns>
    public async Task<StepLease?> TryLeaseAsync(
        Guid documentId, DocumentStatus status, string step, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lease = new StepLease(Guid.NewGuid(), documentId, null, step);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = await db.Documents
            .Where(d => d.Id == documentId && (d.Status == status || (status == DocumentStatus.Reading && d.IsReadingDue)))
            .Where(d => d.LeaseUntil == null || d.LeaseUntil < now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(d => d.LeaseOwner, lease.Owner).SetProperty(d => d.LeaseUntil, now + duration),
                cancellationToken);
        return rows == 0 ? null : await BeginAttemptAsync(db, lease, now, cancellationToken);
    }

    /// <summary>Leases a waiting page.</summary>
    /// <returns>Null when the page is done or somebody else is at it.</returns>
    public async Task<StepLease?> TryLeasePageAsync(
        Guid documentId, int page, string step, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lease = new StepLease(Guid.NewGuid(), documentId, page, step);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = await db.Pages
            .Where(p => p.DocumentId == documentId && p.Number == page && p.Status == PageStatus.Waiting
                && (p.LeaseUntil == null || p.LeaseUntil < now)
                && db.Documents.Any(d => d.Id == documentId && d.Status == DocumentStatus.Recognizing))
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.LeaseOwner, lease.Owner).SetProperty(p => p.LeaseUntil, now + duration),
                cancellationToken);
        return rows == 0 ? null : await BeginAttemptAsync(db, lease, now, cancellationToken);
    }

    /// <summary>Lays out the pages and moves the document to <see cref="DocumentStatus.Recognizing"/>.</summary>
    public async Task<bool> CompleteLayoutAsync(StepLease lease, int pageCount, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(lease.DocumentId, cancellationToken);
        if (await Held(db, lease).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } document) return false;
        var before = await TakeTurnsAsync(db, document.Batch, pageCount, cancellationToken);
        db.Pages.AddRange(Enumerable.Range(1, pageCount).Select(
            number => new Page { DocumentId = document.Id, Number = number, IsBulk = document.IsBulk, Turn = before + number }));
        await db.SaveChangesAsync(cancellationToken);
        await SetStatusAsync(db, Held(db, lease), document.Id, DocumentStatus.Recognizing, null, cancellationToken);
        await EndAttemptAsync(db, lease, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Keeps a recognized page; image and words must be in the object store already.</summary>
    /// <param name="lease">Of the page.</param>
    /// <param name="text">What the page's row takes from the words.</param>
    /// <param name="kept">The result, the first of this page.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    /// <returns>True when it was the last page, and the document has moved to <see cref="DocumentStatus.Reading"/>.</returns>
    public async Task<bool> CompletePageAsync(StepLease lease, RecognizedText text, PageRecognition kept, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(lease.DocumentId, cancellationToken);
        if (await SetResultAsync(HeldPage(db, lease), text, kept, ChoiceBy.First, cancellationToken) == 0) return false;
        await ReleasePagesAsync(HeldPage(db, lease), cancellationToken);
        db.Recognitions.Add(kept);
        await db.SaveChangesAsync(cancellationToken);
        await EndAttemptAsync(db, lease, null, cancellationToken);
        var last = await AdvanceWhenPagesAreDoneAsync(db, lease.DocumentId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return last;
    }

    /// <summary>Ends the way of a document: <see cref="DocumentStatus.Ready"/>, or <see cref="DocumentStatus.NeedsAttention"/>
    /// when pages of it are parked.</summary>
    /// <param name="reading">By the machine; what persons have stated about the document is laid over it.</param>
    public async Task<bool> CompleteReadingAsync(StepLease lease, DocumentReading reading, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(lease.DocumentId, cancellationToken);
        if (await EndSameReadingAsync(db, lease, reading, cancellationToken))
        {
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        if (await Held(db, lease).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } document) return false;
        var facts = await KeepReadingAsync(db, lease.DocumentId, reading, cancellationToken);
        var parked = await PagesOf(db, lease.DocumentId).Where(p => p.Status == PageStatus.NeedsAttention)
            .OrderBy(p => p.Number).Select(p => new { p.Number, p.Reason }).Take(4).ToListAsync(cancellationToken);
        var warnings = WarningsOf(document, facts);
        var isSplitProposed = await IsSplitProposedAsync(db, document, facts, cancellationToken);
        await Held(db, lease).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.Facts, facts).SetProperty(d => d.WarningCount, warnings).SetProperty(d => d.IsSplitProposed, isSplitProposed),
            cancellationToken);
        var reason = parked.Count == 0 ? null : string.Join(" ", parked.Take(3).Select(p => $"Trang {p.Number}: {p.Reason}"))
            + (parked.Count > 3 ? " …" : "");
        var status = parked.Count == 0 ? DocumentStatus.Ready : DocumentStatus.NeedsAttention;
        if (!await SetStatusAsync(db, Held(db, lease), lease.DocumentId, status, reason, cancellationToken)) return false;
        await EndAttemptAsync(db, lease, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Notes a failure: another try, or parked after <paramref name="maxAttempts"/> (1 parks at once).</summary>
    /// <param name="reason">For a person, in Vietnamese.</param>
    /// <param name="error">For the administrator.</param>
    /// <returns>What became of it, and whether the document moved on because this was its last open page.</returns>
    public async Task<(StepFailure Failure, bool Advanced)> FailAsync(
        StepLease lease, string reason, string error, int maxAttempts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(lease.DocumentId, cancellationToken);
        await EndAttemptAsync(db, lease, error, cancellationToken);
        var (failure, advanced) = lease.PageNumber is null
            ? (await FailDocumentAsync(db, lease, reason, maxAttempts, cancellationToken), false)
            : lease.Step == StepLease.Again ? await FailWishAsync(db, lease, reason, maxAttempts, cancellationToken)
            : await FailPageAsync(db, lease, reason, maxAttempts, cancellationToken);
        if (failure is not StepFailure.LeaseLost) await transaction.CommitAsync(cancellationToken);
        return (failure, advanced);
    }

    /// <summary>Gives a step back without counting a failure: the program is told to stop, or what the step needs is away.</summary>
    public async Task ReleaseAsync(StepLease lease, string why, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await EndAttemptAsync(db, lease, why, cancellationToken);
        if (lease.PageNumber is null) await ReleaseDocumentsAsync(Held(db, lease), cancellationToken);
        else await ReleasePagesAsync(HeldPage(db, lease), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Holds a step for longer, so that nobody else begins it while it goes on.</summary>
    /// <returns>False when it is somebody else's already.</returns>
    public async Task<bool> RenewAsync(StepLease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = time.GetUtcNow() + duration;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = lease.PageNumber is null
            ? await Held(db, lease).ExecuteUpdateAsync(set => set.SetProperty(d => d.LeaseUntil, until), cancellationToken)
            : await HeldPage(db, lease).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeaseUntil, until), cancellationToken);
        return rows > 0;
    }

    /// <summary>Frees every lease. Only for the one process that holds the data folder: all other holders are dead.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await ReleaseDocumentsAsync(db.Documents.Where(d => d.LeaseOwner != null), cancellationToken);
        await ReleasePagesAsync(db.Pages.Where(p => p.LeaseOwner != null), cancellationToken);
        await db.UpkeepLeases.ExecuteDeleteAsync(cancellationToken);
        await db.FixityPasses.Where(p => p.IsOpen).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.LeaseOwner, (Guid?)null).SetProperty(p => p.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
    }

    private static IQueryable<Document> Held(CatalogDbContext db, StepLease lease) =>
        db.Documents.Where(d => d.Id == lease.DocumentId && d.LeaseOwner == lease.Owner);

    /// <summary>By the key of pages. Without the second condition SQLite, asked for pages of one status too, would go through all of that status.</summary>
    private static IQueryable<Page> PagesOf(CatalogDbContext db, Guid documentId) => db.Pages.Where(p => p.DocumentId == documentId && p.Number > 0);

    private static IQueryable<Page> HeldPage(CatalogDbContext db, StepLease lease) =>
        db.Pages.Where(p => p.DocumentId == lease.DocumentId && p.Number == lease.PageNumber && p.LeaseOwner == lease.Owner);

    private static async Task<StepLease> BeginAttemptAsync(
        CatalogDbContext db, StepLease lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Attempts.Add(new Attempt
        {
            DocumentId = lease.DocumentId,
            PageNumber = lease.PageNumber,
            Step = lease.Step,
            LeaseOwner = lease.Owner,
            StartedAt = now,
            Worker = ThisWorker,
        });
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.CurrentTransaction!.CommitAsync(cancellationToken);
        return lease;
    }

    private Task EndAttemptAsync(CatalogDbContext db, StepLease lease, string? error, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return db.Attempts.Where(a => a.LeaseOwner == lease.Owner)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.EndedAt, now).SetProperty(a => a.Error, error), cancellationToken);
    }

    private static async Task<StepFailure> FailDocumentAsync(
        CatalogDbContext db, StepLease lease, string reason, int maxAttempts, CancellationToken cancellationToken)
    {
        var attempts = await Held(db, lease).Select(d => (int?)d.Attempts).SingleOrDefaultAsync(cancellationToken) + 1;
        if (attempts is null) return StepFailure.LeaseLost;
        if (attempts >= maxAttempts)
        {
            await SetStatusAsync(db, Held(db, lease), lease.DocumentId, DocumentStatus.NeedsAttention, reason, cancellationToken);
            return StepFailure.Parked;
        }
        await Held(db, lease).ExecuteUpdateAsync(set => set.SetProperty(d => d.Attempts, attempts.Value), cancellationToken);
        await ReleaseDocumentsAsync(Held(db, lease), cancellationToken);
        return StepFailure.WillRetry;
    }

    private static async Task<(StepFailure, bool)> FailPageAsync(
        CatalogDbContext db, StepLease lease, string reason, int maxAttempts, CancellationToken cancellationToken)
    {
        var attempts = await HeldPage(db, lease).Select(p => (int?)p.Attempts).SingleOrDefaultAsync(cancellationToken) + 1;
        if (attempts is null) return (StepFailure.LeaseLost, false);
        var park = attempts >= maxAttempts;
        await HeldPage(db, lease).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Attempts, attempts.Value)
                .SetProperty(p => p.Status, park ? PageStatus.NeedsAttention : PageStatus.Waiting)
                .SetProperty(p => p.Reason, park ? reason : null),
            cancellationToken);
        await ReleasePagesAsync(HeldPage(db, lease), cancellationToken);
        return park
            ? (StepFailure.Parked, await AdvanceWhenPagesAreDoneAsync(db, lease.DocumentId, cancellationToken))
            : (StepFailure.WillRetry, false);
    }

    // One statement decides who finished the last page, however many machines finish pages at the same time: with the document locked it
    // sees every page that was finished before.
    private static Task<bool> AdvanceWhenPagesAreDoneAsync(CatalogDbContext db, Guid documentId, CancellationToken cancellationToken)
    {
        var waiting = PagesOf(db, documentId).Where(p => p.Status == PageStatus.Waiting);
        return SetStatusAsync(
            db, db.Documents.Where(d => d.Id == documentId && d.Status == DocumentStatus.Recognizing && !waiting.Any()),
            documentId, DocumentStatus.Reading, null, cancellationToken);
    }

    private static Task ReleaseDocumentsAsync(IQueryable<Document> which, CancellationToken cancellationToken) =>
        which.ExecuteUpdateAsync(
            set => set.SetProperty(d => d.LeaseOwner, (Guid?)null).SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null), cancellationToken);

    private static Task ReleasePagesAsync(IQueryable<Page> which, CancellationToken cancellationToken) =>
        which.ExecuteUpdateAsync(
            set => set.SetProperty(p => p.LeaseOwner, (Guid?)null).SetProperty(p => p.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
}
