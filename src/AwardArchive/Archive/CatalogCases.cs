using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

// Cases of dossiers: steps that are only ever added.
internal sealed partial class Catalog
{
    /// <summary>The steps of a case, in their order; empty where nobody decided anything.</summary>
    /// <param name="upTo">The last step; null: all. What a case was at an earlier version.</param>
    /// <exception cref="NotInSightException">A step, also a later one, cites a paper that is hidden from who asks: in part the case would be another one.</exception>
    public async Task<IReadOnlyList<CaseDecision>> FindCaseDecisionsAsync(Guid dossierId, int? upTo, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!Actor.Current.Sight.IsLimited)
        {
            return await db.CaseDecisions.AsNoTracking().Where(d => d.DossierId == dossierId && (upTo == null || d.Number <= upTo))
                .OrderBy(d => d.Number).ToListAsync(cancellationToken);
        }
        var steps = await db.CaseDecisions.AsNoTracking().Where(d => d.DossierId == dossierId).OrderBy(d => d.Number).ToListAsync(cancellationToken);
        if (await IsAnyHiddenAsync(PapersOf(steps), cancellationToken)) throw new NotInSightException();
        return [.. steps.Where(d => upTo is null || d.Number <= upTo)];
    }

    /// <summary>Adds a step.</summary>
    /// <param name="decision">Its number is one more than the version of the case that was looked at.</param>
    /// <returns>False when the case has gone on meanwhile, or never was there: nothing was written.</returns>
    public async Task<bool> AddCaseDecisionAsync(CaseDecision decision, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.CaseDecisions.Where(d => d.DossierId == decision.DossierId).MaxAsync(d => (int?)d.Number, cancellationToken) ?? 0;
        if (decision.Number != last + 1) return false;
        db.CaseDecisions.Add(decision);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            return false; // of two at the same moment the key lets one in
        }
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
            var steps = await db.CaseDecisions.AsNoTracking().Where(d => d.DossierId == id).ToListAsync(cancellationToken);
            if (!await IsAnyHiddenAsync(PapersOf(steps), cancellationToken)) seen.Add(id);
        }
        return seen;
    }
}
