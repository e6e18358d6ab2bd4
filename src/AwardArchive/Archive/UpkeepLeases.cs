using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

/// <summary>Gives the right to do one kind of upkeep to one process at a time.</summary>
internal sealed class UpkeepLeases(IDbContextFactory<CatalogDbContext> contexts, IOptions<PipelineOptions> options, TimeProvider time)
{
    /// <summary>Takes the right from whoever is dead, or nobody.</summary>
    /// <returns>False when another one has it.</returns>
    public async Task<bool> TryTakeAsync(string name, Guid owner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.UpkeepLeases.Where(l => l.Name == name && l.Until < now).ExecuteDeleteAsync(cancellationToken);
        db.UpkeepLeases.Add(new() { Name = name, Owner = owner, Until = now + options.Value.LeaseDuration });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            return false;
        }
    }

    /// <summary>Holds it anew.</summary>
    /// <returns>False when it is another one's by now.</returns>
    public async Task<bool> TryHoldAsync(string name, Guid owner, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + options.Value.LeaseDuration;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.UpkeepLeases.Where(l => l.Name == name && l.Owner == owner).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, until), cancellationToken) > 0;
    }

    public async Task TryLetGoAsync(string name, Guid owner)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
            await db.UpkeepLeases.Where(l => l.Name == name && l.Owner == owner).ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (Exception e) when (Away.Is(e) || Posix.IsStorageFull(e))
        {
            // It runs out by itself.
        }
    }
}
