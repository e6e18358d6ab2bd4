using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Fixity;

/// <summary>Verifies the kept reports on cases. They are never made again: a report of then must not become one of now.</summary>
internal sealed class ReportCheck(IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, Examiner examiner, FindingBook findings)
{
    private const int AtATime = 200;

    public async Task CheckAsync(RunMeter meter, CancellationToken cancellationToken)
    {
        for (var (dossier, digest) = (Guid.Empty, ""); ;)
        {
            List<DossierReport> some;
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            {
#pragma warning disable CA1309 // the database compares, by code points; it has no word for "ordinal"
                some = await db.Reports.AsNoTracking()
                    .Where(r => r.DossierId.CompareTo(dossier) > 0 || (r.DossierId == dossier && string.Compare(r.Digest, digest) > 0))
                    .OrderBy(r => r.DossierId).ThenBy(r => r.Digest).Take(AtATime).ToListAsync(cancellationToken);
#pragma warning restore CA1309
            }
            if (some.Count == 0) return;
            foreach (var expected in some.SelectMany(ExpectedObject.Of))
            {
                var found = await examiner.ExamineAsync(objects, expected, cancellationToken);
                await meter.CountAsync(found, cancellationToken);
                if (found.IsWhole) await findings.SettleAsync(FindingPlace.Objects, [expected.Key.Value], null, cancellationToken);
                else await findings.RemedyAsync(await findings.NoteAsync(FindingPlace.Objects, expected, found, cancellationToken), FindingRemedy.NoOtherStore, null, null, cancellationToken);
            }
            (dossier, digest) = (some[^1].DossierId, some[^1].Digest);
        }
    }
}
