using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AwardArchive.People;

/// <summary>What a decision met.</summary>
internal enum PairOutcome
{
    Done,
    NoSuchPair,

    /// <summary>One of the two entries is gone: the document was read again, corrected or withdrawn.</summary>
    EntryGone,

    /// <summary>There is nothing to take back.</summary>
    NotDecided,

    /// <summary>The two are one row.</summary>
    SameEntry,

    /// <summary>A refused pair would be of one person. Nothing was changed.</summary>
    Contradicts,
}

/// <summary>What people say of pairs: confirm, refuse, join by hand, take back. One transaction each, with its line in the history.</summary>
internal sealed class PairBook(IDbContextFactory<CatalogDbContext> contexts, TimeProvider time)
{
    /// <param name="id">Of a pair that was proposed once.</param>
    /// <param name="state"><see cref="PairState.Proposed"/> takes the last decision back.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="reason">In their words; null where nothing is said.</param>
    /// <remarks>What is decided already is decided once more: the last word counts, all are kept.</remarks>
    public async Task<PairOutcome> DecideAsync(Guid id, PairState state, string by, string? reason, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockPeopleAsync(cancellationToken);
        if (await db.PersonPairs.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } pair) return PairOutcome.NoSuchPair;
        var entries = await PersonEntry.FindAsync(db, [pair.One, pair.Other], cancellationToken);
        if (state == PairState.Proposed && pair.State == PairState.Proposed) return PairOutcome.NotDecided;
        // What was decided can be taken back even when a row is gone.
        if (state != PairState.Proposed && entries.Count < 2) return PairOutcome.EntryGone;
        if (entries.Count == 2) pair.Seen = SeenOf(pair, entries);
        return await KeepAsync(db, transaction, pair, state, by, reason, cancellationToken);
    }

    /// <summary>Somebody joins two rows that no matching proposed, or did.</summary>
    /// <param name="reason">In their words; what no evidence says, somebody must.</param>
    public async Task<PairOutcome> JoinAsync(Guid one, Guid other, string by, string reason, CancellationToken cancellationToken)
    {
        if (one == other) return PairOutcome.SameEntry;
        if (one.CompareTo(other) > 0) (one, other) = (other, one);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockPeopleAsync(cancellationToken);
        var entries = await PersonEntry.FindAsync(db, [one, other], cancellationToken);
        if (entries.Count < 2) return PairOutcome.EntryGone;
        var id = PersonPair.IdOf(one, other);
        var pair = await db.PersonPairs.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (pair is null) db.PersonPairs.Add(pair = new() { Id = id, One = one, Other = other, Reasons = [], Seen = "" });
        pair.Seen = SeenOf(pair, entries);
        return await KeepAsync(db, transaction, pair, PairState.Confirmed, by, reason, cancellationToken);
    }

    /// <summary>The decision with its line in the history, in the open transaction.</summary>
    private async Task<PairOutcome> KeepAsync(
        CatalogDbContext db, IDbContextTransaction transaction, PersonPair pair, PairState state, string by, string? reason, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        pair.State = state;
        // What no matching proposed waits for no decision.
        if (state == PairState.Proposed && pair.Reasons.Count == 0) db.PersonPairs.Remove(pair);
        db.PairDecisions.Add(new() { Id = Guid.CreateVersion7(now), PairId = pair.Id, One = pair.One, Other = pair.Other, State = state, By = by, At = now, Reason = reason });
        await db.SaveChangesAsync(cancellationToken);
        if (state != PairState.Proposed && await IsContradictedAsync(db, pair.One, cancellationToken)) return PairOutcome.Contradicts;
        await transaction.CommitAsync(cancellationToken);
        return PairOutcome.Done;
    }

    private static string SeenOf(PersonPair pair, Dictionary<Guid, PersonEntry> entries) =>
        EntryMention.Digest(entries[pair.One].Row) + EntryMention.Digest(entries[pair.Other].Row);

    /// <summary>The entry and all that a chain of confirmed pairs joins with it.</summary>
    public static async Task<HashSet<Guid>> PersonOfAsync(CatalogDbContext db, Guid entry, CancellationToken cancellationToken)
    {
        HashSet<Guid> joined = [entry];
        List<Guid> open = [entry];
        while (open.Count > 0)
        {
            var pairs = await db.PersonPairs.AsNoTracking()
                .Where(p => p.State == PairState.Confirmed && (open.Contains(p.One) || open.Contains(p.Other)))
                .Select(p => new { p.One, p.Other }).ToListAsync(cancellationToken);
            open = [.. pairs.SelectMany(p => new[] { p.One, p.Other }).Where(joined.Add)];
        }
        return joined;
    }

    private static async Task<bool> IsContradictedAsync(CatalogDbContext db, Guid entry, CancellationToken cancellationToken)
    {
        var person = await PersonOfAsync(db, entry, cancellationToken);
        return await db.PersonPairs.AnyAsync(p => p.State == PairState.Refused && person.Contains(p.One) && person.Contains(p.Other), cancellationToken);
    }
}
