using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.People;

/// <summary>Tells when rows are to be compared again: a while after documents changed, so that a load of many is compared once.</summary>
internal sealed class MatchTurns(IDbContextFactory<CatalogDbContext> contexts, IOptions<PeopleOptions> options, TimeProvider time)
{
    /// <summary>Looks at the change feed; to be asked from time to time.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Changes.MaxAsync(change => (long?)change.Number, cancellationToken) ?? 0;
        var turn = await db.MatchTurns.SingleOrDefaultAsync(cancellationToken);
        if (last == (turn?.Seen ?? 0)) return false;
        if (turn?.DueAt is { } due) return due <= time.GetUtcNow();
        if (turn is null) db.MatchTurns.Add(turn = new());
        turn.DueAt = time.GetUtcNow() + options.Value.AfterChange;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            // Another machine noted it at this moment.
        }
        return false;
    }

    /// <summary>In the open transaction, people locked: everything up to a number of the change feed has been compared.</summary>
    public static async Task EndAsync(CatalogDbContext db, long seen, CancellationToken cancellationToken)
    {
        if (await db.MatchTurns.SingleOrDefaultAsync(cancellationToken) is not { } turn) db.MatchTurns.Add(turn = new());
        (turn.Seen, turn.DueAt) = (Math.Max(seen, turn.Seen), null);
        await db.SaveChangesAsync(cancellationToken);
    }
}
