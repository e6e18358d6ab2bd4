using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>What became of a wish to withdraw or to restore, or of a decision about one.</summary>
internal enum WithdrawalOutcome
{
    Done,

    /// <summary>A second person has to say yes.</summary>
    Waiting,

    NotFound,

    /// <summary>The document is withdrawn already, or not withdrawn, or its pages are another document's now.</summary>
    NotApplicable,

    /// <summary>Another wish about this document waits.</summary>
    AlreadyAsked,

    /// <summary>Somebody decided before.</summary>
    AlreadyDecided,

    /// <summary>Who asked may not be who says yes or no.</summary>
    SecondPersonNeeded,

    /// <summary>Only who asked takes it back.</summary>
    NotTheirs,
}

// Withdrawing and restoring. Nothing is deleted by either.
internal sealed partial class Catalog
{
    /// <summary>Keeps the wish, and does it unless a second person is needed. <see cref="Actor.Current"/> asks.</summary>
    /// <returns>And where the document goes on from when it was restored; else null.</returns>
    public async Task<(WithdrawalOutcome Outcome, WithdrawalRequest? Request, DocumentStatus? From)> AskWithdrawalAsync(
        Guid documentId, WithdrawalAim aim, string reason, bool secondPerson, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(documentId, cancellationToken);
        if (!await db.Documents.AnyAsync(d => d.Id == documentId, cancellationToken)) return (WithdrawalOutcome.NotFound, null, null);
        if (!await ApplicableTo(db, documentId, aim).AnyAsync(cancellationToken)) return (WithdrawalOutcome.NotApplicable, null, null);
        if (await db.Withdrawals.AnyAsync(r => r.DocumentId == documentId && r.State == WithdrawalState.Waiting, cancellationToken)) return (WithdrawalOutcome.AlreadyAsked, null, null);
        var (now, who) = (time.GetUtcNow(), Actor.Current);
        var request = new WithdrawalRequest
        {
            Id = Guid.CreateVersion7(now), DocumentId = documentId, Aim = aim, Reason = reason, AskedBy = who.UserId, AskedByName = who.DisplayName, AskedAt = now,
        };
        db.Withdrawals.Add(request);
        DocumentStatus? from = null;
        if (secondPerson) await db.SaveChangesAsync(cancellationToken);
        else from = await DoAsync(db, request, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (secondPerson ? WithdrawalOutcome.Waiting : WithdrawalOutcome.Done, request, from);
    }

    /// <summary>Decides about a wish that waits. <see cref="Actor.Current"/> decides.</summary>
    /// <param name="decision">Done and Refused are a second person's, TakenBack is that of who asked.</param>
    /// <returns>As <see cref="AskWithdrawalAsync"/>.</returns>
    public async Task<(WithdrawalOutcome Outcome, WithdrawalRequest? Request, DocumentStatus? From)> DecideWithdrawalAsync(
        Guid id, WithdrawalState decision, string? note, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Withdrawals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } seen) return (WithdrawalOutcome.NotFound, null, null);
        await db.LockDocumentAsync(seen.DocumentId, cancellationToken);
        var request = await db.Withdrawals.SingleAsync(r => r.Id == id, cancellationToken);
        if (request.State != WithdrawalState.Waiting) return (WithdrawalOutcome.AlreadyDecided, request, null);
        var isTheirs = request.AskedBy == Actor.Current.UserId;
        if (decision == WithdrawalState.TakenBack && !isTheirs) return (WithdrawalOutcome.NotTheirs, request, null);
        if (decision != WithdrawalState.TakenBack && (isTheirs || Actor.Current.UserId is null)) return (WithdrawalOutcome.SecondPersonNeeded, request, null);
        DocumentStatus? from = null;
        if (decision == WithdrawalState.Done)
        {
            if (!await ApplicableTo(db, request.DocumentId, request.Aim).AnyAsync(cancellationToken)) return (WithdrawalOutcome.NotApplicable, request, null);
            from = await DoAsync(db, request, note, cancellationToken);
        }
        else
        {
            Decide(request, decision, note);
            await db.SaveChangesAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return (WithdrawalOutcome.Done, request, from);
    }

    /// <summary>All that was asked about a document, newest first.</summary>
    public async Task<IReadOnlyList<WithdrawalRequest>> FindWithdrawalsAsync(Guid documentId, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Withdrawals.AsNoTracking().Where(r => r.DocumentId == documentId).OrderByDescending(r => r.Id).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>What waits for a second person, newest first, each with its document's name.</summary>
    /// <param name="before">Only older ones; null: from the newest.</param>
    public async Task<IReadOnlyList<(WithdrawalRequest Request, string FileName)>> FindWaitingWithdrawalsAsync(Guid? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Withdrawals.AsNoTracking().Where(r => r.State == WithdrawalState.Waiting && (before == null || r.Id.CompareTo(before.Value) < 0))
            .Join(db.Documents, r => r.DocumentId, d => d.Id, (r, d) => new { r, d.FileName }).OrderByDescending(row => row.r.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. found.Select(row => (row.r, row.FileName))];
    }

    /// <summary>A scan that was split is not withdrawn itself: its papers may be, it may be merged again. A paper whose scan was merged has no pages to come back with.</summary>
    private static IQueryable<Document> ApplicableTo(CatalogDbContext db, Guid documentId, WithdrawalAim aim) => aim == WithdrawalAim.Withdraw
        ? db.Documents.InSight().Where(d => d.Id == documentId)
        : db.Documents.Where(d => d.Id == documentId && d.Status == DocumentStatus.Withdrawn
            && (d.PartOf == null || (db.Pages.Any(p => p.DocumentId == d.Id) && db.Documents.Any(scan => scan.Id == d.PartOf && scan.Status == DocumentStatus.Split))));

    /// <summary>In the open transaction, the document locked.</summary>
    private async Task<DocumentStatus?> DoAsync(CatalogDbContext db, WithdrawalRequest request, string? note, CancellationToken cancellationToken)
    {
        Decide(request, WithdrawalState.Done, note);
        var id = request.DocumentId;
        if (request.Aim == WithdrawalAim.Withdraw)
        {
            await SetStatusAsync(db, db.Documents.Where(d => d.Id == id), id, DocumentStatus.Withdrawn, request.Reason, cancellationToken);
            return null;
        }
        // It goes on from where it can: words that are there are read again.
        var from =
            !await db.Pages.AnyAsync(p => p.DocumentId == id, cancellationToken) ? DocumentStatus.Received
            : await PagesOf(db, id).AnyAsync(p => p.Status == PageStatus.Waiting, cancellationToken) ? DocumentStatus.Recognizing
            : DocumentStatus.Reading;
        await SetStatusAsync(db, db.Documents.Where(d => d.Id == id), id, from, null, cancellationToken);
        return from;
    }

    private void Decide(WithdrawalRequest request, WithdrawalState state, string? note)
    {
        var who = Actor.Current;
        (request.State, request.DecidedBy, request.DecidedByName, request.DecidedAt, request.Note) = (state, who.UserId, who.DisplayName, time.GetUtcNow(), note);
    }
}
