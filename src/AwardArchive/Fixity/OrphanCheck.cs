using System.Globalization;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Fixity;

/// <summary>Finds what lies in a store and no row of the catalog knows.</summary>
internal sealed class OrphanCheck(
    IDbContextFactory<CatalogDbContext> contexts, FindingBook findings, Examiner examiner, IOptions<FixityOptions> options, TimeProvider time)
{
    /// <summary>Keys that are looked up together.</summary>
    private const int AtATime = 500;

    /// <summary>Notes every object that is older than uploads take and that no row knows; settles those that are gone or known now.</summary>
    public async Task CheckAsync(FindingPlace place, IObjectStore store, RunMeter meter, CancellationToken cancellationToken)
    {
        var begun = time.GetUtcNow();
        await foreach (var listed in store.ListAsync("", cancellationToken).Chunk(AtATime).WithCancellation(cancellationToken))
        {
            var unknown = await UnknownAsync(place, [.. listed.Where(one => IsOld(one.PutAt)).Select(one => one.Key)], cancellationToken);
            await NoteAsync(place, store, unknown, meter, cancellationToken);
            if (place == FindingPlace.Objects && listed.Any(one => one.Key == ObjectKey.Gazetteer)) await CheckGazetteerAsync(store, meter, cancellationToken);
        }
        await findings.SettleOrphansAsync(place, begun, cancellationToken);
    }

    /// <summary>Which of these keys no row knows. What was set aside, and checkpoints of the audit chain, are nobody's orphans.</summary>
    /// <param name="place">The second store keeps originals only.</param>
    public async Task<IReadOnlyList<ObjectKey>> UnknownAsync(FindingPlace place, IReadOnlyList<ObjectKey> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hashes = keys.Select(key => key.OriginalSha256).OfType<string>().ToList();
        var known = hashes.Count == 0
            ? []
            : (await db.Documents.Where(d => d.PartOf == null && hashes.Contains(d.Sha256)).Select(d => d.Sha256).ToListAsync(cancellationToken)).Select(ObjectKey.Original).ToHashSet();
        if (place == FindingPlace.Objects)
        {
            var ids = keys.Select(DocumentOf).OfType<Guid>().Distinct().ToList();
            if (ids.Count > 0)
            {
                var results = await db.Recognitions.AsNoTracking().Where(r => ids.Contains(r.DocumentId)).ToListAsync(cancellationToken);
                // The pages of a part keep the scan's name.
                var ofParts = await db.Recognitions.AsNoTracking().Where(r => r.ScanId != null && ids.Contains(r.ScanId.Value)).ToListAsync(cancellationToken);
                known.UnionWith(results.Concat(ofParts).SelectMany(ExpectedObject.Of).Select(expected => expected.Key));
            }
            known.Add(ObjectKey.Gazetteer);
            var reports = keys.Select(key => key.ReportSha256).OfType<string>().Distinct().ToList();
            if (reports.Count > 0)
            {
                var kept = await db.Reports.AsNoTracking().Where(r => reports.Contains(r.Digest) || reports.Contains(r.PdfSha256)).ToListAsync(cancellationToken);
                known.UnionWith(kept.SelectMany(ObjectKey.OfReport));
            }
        }
        return [.. keys.Where(key => !key.IsQuarantined && key.AuditNumber is null && !known.Contains(key))];
    }

    private bool IsOld(DateTimeOffset putAt) => putAt < time.GetUtcNow() - options.Value.OrphanAge;

    private async Task NoteAsync(FindingPlace place, IObjectStore store, IReadOnlyList<ObjectKey> keys, RunMeter meter, CancellationToken cancellationToken)
    {
        var orphans = new List<Finding>();
        foreach (var key in keys)
        {
            var found = await examiner.ExamineAsync(store, new(key, null, null, key.OriginalSha256, ObjectForm.Bytes), cancellationToken);
            if (found.Kind == FindingKind.Missing) continue; // gone since it was listed
            await meter.CountAsync(found, cancellationToken);
            orphans.Add(new()
            {
                Id = findings.NewId(), Kind = FindingKind.Orphaned, Place = place, Key = key.Value, DocumentId = DocumentOf(key),
                ExpectedSha256 = key.OriginalSha256, FoundSha256 = found.FoundSha256, Note = found.Note,
            });
        }
        if (orphans.Count > 0) await findings.NoteAsync(place, orphans, cancellationToken);
    }

    private async Task CheckGazetteerAsync(IObjectStore store, RunMeter meter, CancellationToken cancellationToken)
    {
        var found = await examiner.ExamineAsync(store, ExpectedObject.Gazetteer, cancellationToken);
        await meter.CountAsync(found, cancellationToken);
        if (found.IsWhole) await findings.SettleAsync(FindingPlace.Objects, [ObjectKey.Gazetteer.Value], null, cancellationToken);
        else await findings.NoteAsync(FindingPlace.Objects, ExpectedObject.Gazetteer, found, cancellationToken);
    }

    /// <summary>Whose object it is, by its key; null for what belongs to no document.</summary>
    private static Guid? DocumentOf(ObjectKey key) =>
        key.Value.Split('/') is ["documents", var id, ..] && Guid.TryParseExact(id.ToLower(CultureInfo.InvariantCulture), "D", out var document) ? document : null;
}
