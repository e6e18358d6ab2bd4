using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>What became of a grant.</summary>
internal enum GrantOutcome
{
    Done,

    /// <summary>It is as it was: the group sees the collection already.</summary>
    Unchanged,

    /// <summary>No such group, dossier or grant.</summary>
    NotFound,

    /// <summary>It is the last grant of the collection: without it everybody would see what only the group sees, and nobody said that this is wanted.</summary>
    WouldOpen,
}

// Who sees a collection. Its documents change by it: the feed says so, in the same transaction, so that an index moves them.
internal sealed partial class Catalog
{
    /// <summary>A group sees a collection from now on; who is in no group that sees it, no longer does.</summary>
    /// <param name="dossierId">The dossier; null: <paramref name="fondsKey"/> is given.</param>
    /// <param name="fondsKey">As <see cref="Dossier.FondsKey"/>; nothing has to be in that fonds yet.</param>
    /// <returns>The grant, unless a group or dossier is missing.</returns>
    public async Task<(GrantOutcome Outcome, CollectionGrant? Grant)> GrantAsync(Guid groupId, Guid? dossierId, string? fondsKey, CancellationToken cancellationToken)
    {
        await using var db = await SeeingAllAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockFeedAsync(cancellationToken);
        if (!await db.Groups.AnyAsync(group => group.Id == groupId, cancellationToken)) return (GrantOutcome.NotFound, null);
        if (dossierId is { } dossier && !await db.Dossiers.AnyAsync(d => d.Id == dossier, cancellationToken)) return (GrantOutcome.NotFound, null);
        var known = await db.CollectionGrants.AsNoTracking()
            .SingleOrDefaultAsync(g => g.GroupId == groupId && g.DossierId == dossierId && g.FondsKey == fondsKey, cancellationToken);
        if (known is not null) return (GrantOutcome.Unchanged, known);
        var grant = new CollectionGrant { Id = Guid.CreateVersion7(time.GetUtcNow()), GroupId = groupId, DossierId = dossierId, FondsKey = fondsKey };
        db.CollectionGrants.Add(grant);
        await SaveGrantsAsync(db, grant, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (GrantOutcome.Done, grant);
    }

    /// <summary>A group no longer sees a collection by this grant.</summary>
    /// <param name="opens">Whoever asks wants the collection to be open to everybody, if this is its last grant.</param>
    public async Task<GrantOutcome> RevokeAsync(Guid groupId, Guid grantId, bool opens, CancellationToken cancellationToken)
    {
        await using var db = await SeeingAllAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockFeedAsync(cancellationToken); // two that each leave the last grant to the other would open the collection
        if (await db.CollectionGrants.SingleOrDefaultAsync(g => g.Id == grantId && g.GroupId == groupId, cancellationToken) is not { } grant) return GrantOutcome.NotFound;
        // A dossier may still be kept by the grants of its fonds.
        var fonds = grant.FondsKey ?? await db.Dossiers.Where(d => d.Id == grant.DossierId).Select(d => d.FondsKey).SingleAsync(cancellationToken);
        var isLast = !await db.CollectionGrants.AnyAsync(
            g => g.Id != grantId && ((g.DossierId != null && g.DossierId == grant.DossierId) || (g.FondsKey != null && g.FondsKey == fonds)), cancellationToken);
        if (isLast && !opens) return GrantOutcome.WouldOpen;
        db.CollectionGrants.Remove(grant);
        await SaveGrantsAsync(db, grant, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return GrantOutcome.Done;
    }

    /// <summary>Forgets a group and who was in it.</summary>
    /// <returns>WouldOpen while it has grants.</returns>
    public async Task<GrantOutcome> RemoveGroupAsync(Guid groupId, CancellationToken cancellationToken)
    {
        await using var db = await SeeingAllAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockFeedAsync(cancellationToken);
        if (await db.CollectionGrants.AnyAsync(grant => grant.GroupId == groupId, cancellationToken)) return GrantOutcome.WouldOpen;
        await db.GroupMembers.Where(member => member.GroupId == groupId).ExecuteDeleteAsync(cancellationToken);
        if (await db.Groups.Where(group => group.Id == groupId).ExecuteDeleteAsync(cancellationToken) == 0) return GrantOutcome.NotFound;
        await transaction.CommitAsync(cancellationToken);
        return GrantOutcome.Done;
    }

    private static async Task SaveGrantsAsync(CatalogDbContext db, CollectionGrant changed, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        if (changed.DossierId is { } dossier) await db.AddChangesOfDossierAsync(dossier, cancellationToken);
        else await db.AddChangesOfFondsAsync(changed.FondsKey!, cancellationToken);
    }

    /// <summary>What is hidden from the one who asks moves too.</summary>
    private async Task<CatalogDbContext> SeeingAllAsync(CancellationToken cancellationToken)
    {
        using var _ = Actor.Use(Actor.System);
        return await contexts.CreateDbContextAsync(cancellationToken);
    }
}
