using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>The right to recognize a page again.</summary>
/// <param name="Number">The number of the result to come; given to nobody else.</param>
/// <param name="Page">As it stood.</param>
internal sealed record AgainLease(StepLease Step, int Number, Page Page);

/// <summary>What became of a person's choice.</summary>
internal enum ChoiceOutcome
{
    Chosen,

    /// <summary>There is no such result.</summary>
    NotFound,

    /// <summary>The document changed meanwhile, or was withdrawn.</summary>
    Changed,
}

// Several results of a page. The words and images of a result lie in the object store before its row is written and are never
// replaced; which one counts is said by the page's row alone. So a choice is one transaction, and nothing can be half chosen.
internal sealed partial class Catalog
{
    /// <summary>Results of one image that are looked at; more only cost time.</summary>
    private const int MostKnown = 50;

    /// <summary>Notes on recognized pages the wish to be recognized again. A withdrawn document has no wishes.</summary>
    /// <param name="documentId">Null: of all documents.</param>
    /// <param name="page">Null: of all its pages.</param>
    /// <param name="below">Only pages whose mean confidence is less; null: all.</param>
    /// <param name="wish">Takes the place of one that waits.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    /// <returns>How many pages it is.</returns>
    public async Task<int> WishAsync(Guid? documentId, int? page, double? below, RecognitionWish wish, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Pages
            .Where(p => p.Status == PageStatus.Recognized)
            .Where(p => documentId == null || p.DocumentId == documentId)
            .Where(p => page == null || p.Number == page)
            .Where(p => below == null || p.Confidence < below)
            .Where(p => db.Documents.Any(d => d.Id == p.DocumentId && d.Status != DocumentStatus.Withdrawn))
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Wish, wish).SetProperty(p => p.WishFailure, (string?)null).SetProperty(p => p.Attempts, 0),
                cancellationToken);
    }

    /// <summary>Pages with a wish that nobody is at, in the order of their documents.</summary>
    public async Task<IReadOnlyList<(Guid DocumentId, int Page)>> FindWishesAsync(int limit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var wishes = await Wishes(db).Where(p => p.LeaseUntil == null || p.LeaseUntil < now)
            .OrderBy(p => p.DocumentId).ThenBy(p => p.Number).Take(limit).Select(p => new { p.DocumentId, p.Number }).ToListAsync(cancellationToken);
        return [.. wishes.Select(p => (p.DocumentId, p.Number))];
    }

    /// <summary>Leases a page with a wish.</summary>
    /// <returns>Null when there is none, or somebody else is at it.</returns>
    public async Task<AgainLease?> TryLeaseWishAsync(Guid documentId, int page, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lease = new StepLease(Guid.NewGuid(), documentId, page, StepLease.Again);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = await Wishes(db)
            .Where(p => p.DocumentId == documentId && p.Number == page && (p.LeaseUntil == null || p.LeaseUntil < now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.LeaseOwner, lease.Owner).SetProperty(p => p.LeaseUntil, now + duration)
                    .SetProperty(p => p.LastRecognition, p => p.LastRecognition + 1),
                cancellationToken);
        if (rows == 0) return null;
        var leased = await HeldPage(db, lease).AsNoTracking().SingleAsync(cancellationToken);
        await BeginAttemptAsync(db, lease, now, cancellationToken);
        return new(lease, leased.LastRecognition, leased);
    }

    /// <summary>Keeps another result of a page, whose words and image must be in the object store already, and fulfills the wish.</summary>
    /// <param name="lease">Of the page.</param>
    /// <param name="kept">Null when an equal result is kept already.</param>
    /// <param name="chosen">What the row takes when the new result shall count; null when it shall not. What a person decided stays.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    /// <returns>True when the words changed, so that facts are to be read.</returns>
    public async Task<bool> CompleteWishAsync(StepLease lease, PageRecognition? kept, RecognizedText? chosen, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(lease.DocumentId, cancellationToken);
        var rows = await HeldPage(db, lease).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Wish, (RecognitionWish?)null).SetProperty(p => p.WishFailure, (string?)null), cancellationToken);
        if (rows == 0) return false;
        var changed = false;
        if (kept is not null)
        {
            db.Recognitions.Add(kept);
            await db.SaveChangesAsync(cancellationToken);
            changed = chosen is not null && await SetResultAsync(
                HeldPage(db, lease).Where(p => p.ChosenBy != ChoiceBy.Person), chosen, kept, ChoiceBy.Rule, cancellationToken) > 0;
        }
        if (changed) await DemandReadingAsync(db, lease.DocumentId, cancellationToken);
        await ReleasePagesAsync(HeldPage(db, lease), cancellationToken);
        await EndAttemptAsync(db, lease, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    /// <summary>A person says which result of a page counts; choosing the one that counts already confirms it.</summary>
    /// <param name="seen">What the person looked at: the choice holds only while it is still so.</param>
    public async Task<ChoiceOutcome> ChooseAsync(
        Guid documentId, int page, int recognition, SeenState seen, RecognizedText text, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(documentId, cancellationToken);
        var kept = await db.Recognitions.AsNoTracking()
            .SingleOrDefaultAsync(r => r.DocumentId == documentId && r.PageNumber == page && r.Number == recognition, cancellationToken);
        if (kept is null) return ChoiceOutcome.NotFound;
        var document = db.Documents.Where(d => d.Id == documentId && d.Status != DocumentStatus.Withdrawn);
        document = seen switch
        {
            SeenState.OfDocument { Version: var version } => document.Where(d => d.Version == version),
            SeenState.OfPage { Recognition: var counted, ChosenBy: var by } => document.Where(
                d => db.Pages.Any(p => p.DocumentId == d.Id && p.Number == page && p.Recognition == counted && p.ChosenBy == by)),
            _ => throw new ArgumentOutOfRangeException(nameof(seen)),
        };
        if (!await document.AnyAsync(cancellationToken)) return ChoiceOutcome.Changed;
        // What a person decided needs no more looking at.
        await SetResultAsync(
            db.Pages.Where(p => p.DocumentId == documentId && p.Number == page), text with { Review = null }, kept, ChoiceBy.Person, cancellationToken);
        await DemandReadingAsync(db, documentId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ChoiceOutcome.Chosen;
    }

    /// <summary>The kept results of a page, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<PageRecognition>> FindRecognitionsAsync(Guid documentId, int page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Recognitions.AsNoTracking().Where(r => r.DocumentId == documentId && r.PageNumber == page)
            .OrderBy(r => r.Number).ToListAsync(cancellationToken);
    }

    /// <summary>Gives the page, or null.</summary>
    public async Task<Page?> FindPageAsync(Guid documentId, int page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Pages.AsNoTracking().SingleOrDefaultAsync(p => p.DocumentId == documentId && p.Number == page, cancellationToken);
    }

    /// <summary>A kept result, of any page, that was made from the same image in the same way; the newest, or null.</summary>
    /// <param name="documentId">For a page of this document. Only results of papers that everybody who sees it sees, too: that a page took no time would tell that somebody has it already.</param>
    public async Task<PageRecognition?> FindRecognitionBySourceAsync(string source, Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await SeeingAllAsync(cancellationToken);
        var found = await db.Recognitions.AsNoTracking().Where(r => r.Source == source)
            .OrderByDescending(r => r.DocumentId).ThenByDescending(r => r.PageNumber).Take(MostKnown)
            .Join(db.Documents, r => r.DocumentId, d => d.Id, (r, d) => new { r, d.Confidentiality, d.DossierId }).ToListAsync(cancellationToken);
        if (found.Count == 0) return null;
        var mine = await db.Documents.AsNoTracking().Where(d => d.Id == documentId).Select(d => new { d.Confidentiality, d.DossierId }).SingleAsync(cancellationToken);
        var classes = await AccessClass.OfAsync(
            db, [(documentId, mine.Confidentiality, mine.DossierId), .. found.Where(known => known.r.DocumentId != documentId).Select(known => (known.r.DocumentId, known.Confidentiality, known.DossierId)).Distinct()],
            cancellationToken);
        return found.OrderByDescending(known => known.r.DocumentId).ThenByDescending(known => known.r.PageNumber)
            .FirstOrDefault(known => classes[known.r.DocumentId].IsSeenWithEvery(classes[documentId]))?.r;
    }

    // Only recognized pages get one.
    private static IQueryable<Page> Wishes(CatalogDbContext db) =>
        db.Pages.Where(p => p.Wish != null
            && db.Documents.Any(d => d.Id == p.DocumentId && d.Status != DocumentStatus.Withdrawn));

    /// <summary>The result counts from now on.</summary>
    private static Task<int> SetResultAsync(
        IQueryable<Page> which, RecognizedText text, PageRecognition kept, ChoiceBy by, CancellationToken cancellationToken) =>
        which.ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Status, PageStatus.Recognized).SetProperty(p => p.Reason, (string?)null)
                .SetProperty(p => p.Width, kept.Width).SetProperty(p => p.Height, kept.Height)
                .SetProperty(p => p.ImageMediaType, kept.ImageMediaType).SetProperty(p => p.Image, kept.Image)
                .SetProperty(p => p.Confidence, kept.Confidence).SetProperty(p => p.IsBlank, kept.IsBlank)
                .SetProperty(p => p.Text, text.Text).SetProperty(p => p.Alternatives, text.Alternatives).SetProperty(p => p.Review, text.Review)
                .SetProperty(p => p.Recognition, kept.Number).SetProperty(p => p.ChosenBy, by),
            cancellationToken);

    /// <summary>The words of a page changed. Whoever is reading the facts at this moment reads old ones: his lease is taken from him.</summary>
    private static async Task DemandReadingAsync(CatalogDbContext db, Guid documentId, CancellationToken cancellationToken)
    {
        var document = db.Documents.Where(d => d.Id == documentId);
        await document.ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, d => d.Version + 1), cancellationToken);
        await document.Where(d => d.Status == DocumentStatus.Reading || d.Status == DocumentStatus.Ready || d.Status == DocumentStatus.NeedsAttention)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.IsReadingDue, true).SetProperty(d => d.Attempts, 0), cancellationToken);
        await ReleaseDocumentsAsync(document.Where(d => d.IsReadingDue), cancellationToken);
        await db.SaveChangeAsync(documentId, cancellationToken);
    }

    /// <summary>Another try, or the wish is given up; the page stays as it is in any case.</summary>
    private static async Task<(StepFailure, bool)> FailWishAsync(
        CatalogDbContext db, StepLease lease, string reason, int maxAttempts, CancellationToken cancellationToken)
    {
        var attempts = await HeldPage(db, lease).Select(p => (int?)p.Attempts).SingleOrDefaultAsync(cancellationToken) + 1;
        if (attempts is null) return (StepFailure.LeaseLost, false);
        await HeldPage(db, lease).ExecuteUpdateAsync(set => set.SetProperty(p => p.Attempts, attempts.Value), cancellationToken);
        var givenUp = attempts >= maxAttempts;
        if (givenUp)
        {
            await HeldPage(db, lease).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Wish, (RecognitionWish?)null).SetProperty(p => p.WishFailure, reason), cancellationToken);
        }
        await ReleasePagesAsync(HeldPage(db, lease), cancellationToken);
        return (givenUp ? StepFailure.Parked : StepFailure.WillRetry, false);
    }
}
