using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>What became of a step of a case.</summary>
internal enum CaseWriting
{
    Added,

    /// <summary>The case has gone on meanwhile, or never was there.</summary>
    Changed,

    /// <summary>The case was begun and is hidden from who asks.</summary>
    Hidden,
}

// Cases of dossiers: steps that are only ever added. One of which any step, also a later one, cites a paper that is hidden from who asks is hidden as a whole: in part it would be
// another case with another verdict. It is read as one that nobody has begun, and takes no step.
internal sealed partial class Catalog
{
    /// <summary>The steps of a case, in their order; empty where nobody decided anything, or the case is hidden.</summary>
    /// <param name="upTo">The last step; null: all. What a case was at an earlier version.</param>
    public async Task<IReadOnlyList<CaseDecision>> FindCaseDecisionsAsync(Guid dossierId, int? upTo, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!Actor.Current.Sight.IsLimited)
        {
            return await db.CaseDecisions.AsNoTracking().Where(d => d.DossierId == dossierId && (upTo == null || d.Number <= upTo))
                .OrderBy(d => d.Number).ToListAsync(cancellationToken);
        }
        var steps = await db.CaseDecisions.AsNoTracking().Where(d => d.DossierId == dossierId).OrderBy(d => d.Number).ToListAsync(cancellationToken);
        return await IsHiddenAsync(steps, cancellationToken) ? [] : [.. steps.Where(d => upTo is null || d.Number <= upTo)];
    }

    /// <summary>Adds a step.</summary>
    /// <param name="decision">Its number is one more than the version of the case that was looked at.</param>
    /// <returns>Whether it was written.</returns>
    public async Task<CaseWriting> AddCaseDecisionAsync(CaseDecision decision, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.CaseDecisions.Where(d => d.DossierId == decision.DossierId).MaxAsync(d => (int?)d.Number, cancellationToken) ?? 0;
        if (decision.Number != last + 1) return await NotAddedAsync();
        db.CaseDecisions.Add(decision);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return CaseWriting.Added;
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            return await NotAddedAsync(); // of two at the same moment the key lets one in
        }

        async Task<CaseWriting> NotAddedAsync() => await IsCaseHiddenAsync(decision.DossierId, cancellationToken) ? CaseWriting.Hidden : CaseWriting.Changed;
    }

    /// <summary>Whether the dossier has a case that is hidden from who asks. Not to be told where nothing is written.</summary>
    public async Task<bool> IsCaseHiddenAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        if (!Actor.Current.Sight.IsLimited) return false;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await IsHiddenAsync(await db.CaseDecisions.AsNoTracking().Where(d => d.DossierId == dossierId).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Dossiers in whose cases somebody of a name was, or a certificate of a number counted; what holds now, only the whole case tells.</summary>
    /// <param name="key">By <see cref="Mention.KeyOf"/>.</param>
    /// <param name="except">The dossier that is asked about.</param>
    public async Task<IReadOnlyList<Guid>> FindCasesAsync(string key, Guid except, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.CaseDecisions.Where(d => (d.NameKey == key || d.CertificateKey == key) && d.DossierId != except)
            .Select(d => d.DossierId).Distinct().OrderBy(id => id).Take(limit).ToListAsync(cancellationToken);
        if (!Actor.Current.Sight.IsLimited) return found;
        var seen = new List<Guid>();
        foreach (var id in found)
        {
            if (!await IsCaseHiddenAsync(id, cancellationToken)) seen.Add(id);
        }
        return seen;
    }
}
