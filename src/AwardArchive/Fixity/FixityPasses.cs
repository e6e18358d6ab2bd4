using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Fixity;

/// <summary>Another machine is at the pass: this one stops.</summary>
internal sealed class PassLostException() : Exception("Another machine goes on with the verification.");

/// <summary>The passes in the catalog: how far the present one has come, and which machine is at it.</summary>
internal sealed class FixityPasses(
    IDbContextFactory<CatalogDbContext> contexts, IOptions<FixityOptions> options, IOptions<PipelineOptions> pipeline, TimeProvider time)
{
    /// <summary>Leases the open pass, or begins one.</summary>
    /// <param name="now">Begins one though the last one is not long ago.</param>
    /// <returns>Null when another machine is at it, or none is due.</returns>
    public async Task<FixityPass?> TryLeaseAsync(bool now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.FixityPasses.AnyAsync(p => p.IsOpen, cancellationToken) && !await TryBeginAsync(db, now, cancellationToken)) return null;
        var (present, owner) = (time.GetUtcNow(), Guid.NewGuid());
        var leased = await db.FixityPasses.Where(p => p.IsOpen && (p.LeaseUntil == null || p.LeaseUntil < present)).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.LeaseOwner, owner).SetProperty(p => p.LeaseUntil, present + pipeline.Value.LeaseDuration)
                .SetProperty(p => p.PausedBecause, (string?)null),
            cancellationToken);
        return leased == 0 ? null : await db.FixityPasses.AsNoTracking().SingleOrDefaultAsync(p => p.LeaseOwner == owner, cancellationToken);
    }

    /// <exception cref="PassLostException">It is another machine's now.</exception>
    public async Task RenewAsync(FixityPass pass, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = time.GetUtcNow() + pipeline.Value.LeaseDuration;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Held(db, pass).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeaseUntil, until), cancellationToken) == 0) throw new PassLostException();
    }

    /// <summary>Keeps how far it has come: whoever goes on begins there.</summary>
    /// <exception cref="PassLostException">It is another machine's now; nothing was written.</exception>
    public async Task SaveAsync(FixityPass pass, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = time.GetUtcNow() + pipeline.Value.LeaseDuration;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Held(db, pass).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Stage, pass.Stage).SetProperty(p => p.Cursor, pass.Cursor).SetProperty(p => p.Objects, pass.Objects)
                .SetProperty(p => p.Bytes, pass.Bytes).SetProperty(p => p.LeaseUntil, until),
            cancellationToken);
        if (rows == 0) throw new PassLostException();
    }

    /// <summary>Lets others go on with it.</summary>
    /// <param name="why">It waits, for the administrator; null when it does not.</param>
    public async Task ReleaseAsync(FixityPass pass, string? why, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Held(db, pass).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.LeaseOwner, (Guid?)null).SetProperty(p => p.LeaseUntil, (DateTimeOffset?)null).SetProperty(p => p.PausedBecause, why),
            cancellationToken);
    }

    public async Task EndAsync(FixityPass pass, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Held(db, pass).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsOpen, false).SetProperty(p => p.EndedAt, now), cancellationToken);
    }

    /// <summary>The open pass, or else the last one; null before the first.</summary>
    public async Task<FixityPass?> FindLastAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.FixityPasses.AsNoTracking().OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<bool> TryBeginAsync(CatalogDbContext db, bool now, CancellationToken cancellationToken)
    {
        var present = time.GetUtcNow();
        var latest = present - options.Value.PassInterval;
        if (!now && await db.FixityPasses.AnyAsync(p => p.StartedAt > latest, cancellationToken)) return false;
        db.FixityPasses.Add(new() { Id = Guid.CreateVersion7(present), StartedAt = present, IsOpen = true });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            // Another machine began it at this moment; the lease says which of the two goes on.
        }
        return true;
    }

    private static IQueryable<FixityPass> Held(CatalogDbContext db, FixityPass pass) =>
        db.FixityPasses.Where(p => p.Id == pass.Id && p.LeaseOwner == pass.LeaseOwner && p.IsOpen);
}
