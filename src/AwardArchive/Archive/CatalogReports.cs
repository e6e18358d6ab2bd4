using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

// Reports that were made on the cases of dossiers.
internal sealed partial class Catalog
{
    /// <summary>Keeps the row of a report whose bytes are in the store.</summary>
    /// <returns>The row that counts, and whether it is this one: the same state was reported before, or at the same moment.</returns>
    public async Task<(DossierReport Kept, bool IsNew)> KeepReportAsync(DossierReport report, CancellationToken cancellationToken)
    {
        if (await FindReportAsync(report.DossierId, report.Digest, cancellationToken) is { } known) return (known, false);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Reports.Add(report);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return (report, true);
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            return ((await FindReportAsync(report.DossierId, report.Digest, cancellationToken))!, false);
        }
    }

    /// <summary>Gives the report, or null.</summary>
    public async Task<DossierReport?> FindReportAsync(Guid dossierId, string digest, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.DossierId == dossierId && r.Digest == digest, cancellationToken);
    }

    /// <summary>The reports on a dossier's case, newest first.</summary>
    public async Task<IReadOnlyList<DossierReport>> FindReportsAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Reports.AsNoTracking().Where(r => r.DossierId == dossierId)
            .OrderByDescending(r => r.MadeAt).ThenBy(r => r.Digest).ToListAsync(cancellationToken);
    }
}
