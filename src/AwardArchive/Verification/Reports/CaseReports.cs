using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Verification.Cases;
using AwardArchive.Verification.Checks;
using AwardArchive.Verification.HeroicMother;
using Microsoft.Extensions.Options;

namespace AwardArchive.Verification.Reports;

/// <summary>Writes reports on cases, and keeps them: the same state gives the same bytes, and none is ever replaced.</summary>
internal sealed partial class CaseReports(Catalog catalog, CaseChecks checks, ScanCrops scans, IObjectStore objects, IOptions<ArchiveOptions> archive, TimeProvider time)
{
    /// <summary>Reports the case as it is now.</summary>
    /// <returns>Null where nobody has said yet who the mother is: there is no case to report.</returns>
    public async Task<CaseReport?> WriteAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var decisions = await catalog.FindCaseDecisionsAsync(dossier.Id, null, cancellationToken);
        var state = CaseState.Of(dossier.Id, decisions);
        if (state.Mother is null) return null;
        // No clock of now: the day of the last decision is the day of the report.
        var day = OfficeTime.DayOf(decisions[^1].At);
        var loaded = await checks.LoadAsync(state, day, cancellationToken);
        var (verdict, problems) = Judge(state, day);
        var findings = CaseChecks.Run(loaded);
        var originals = await OriginalsAsync(loaded, decisions, findings, cancellationToken);
        return ReportWords.Of(new(
            dossier.Title, decisions, loaded, verdict, problems, findings, originals, await scans.FindAsync(originals.Keys, cancellationToken)));
    }

    /// <summary>The kept reports on a case of which who asks may see every paper, newest first.</summary>
    /// <remarks>Who made a report may have seen more; what it tells of hangs together, so it is shown whole or not at all.</remarks>
    public async Task<IReadOnlyList<DossierReport>> FindKeptAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        var seen = new List<DossierReport>();
        foreach (var report in await catalog.FindReportsAsync(dossierId, cancellationToken))
        {
            if (await IsSeenAsync(report, cancellationToken)) seen.Add(report);
        }
        return seen;
    }

    /// <summary>Whether who asks may see every paper that a kept report tells of, and the case itself.</summary>
    public async Task<bool> IsSeenAsync(DossierReport report, CancellationToken cancellationToken)
    {
        if (!Actor.Current.Sight.IsLimited) return true;
        if (await catalog.IsCaseHiddenAsync(report.DossierId, cancellationToken)) return false;
        var key = ObjectKey.Report(report.Digest, "json");
        await using var stream = await objects.OpenReadAsync(key, cancellationToken) ?? throw new ObjectMissingException(key);
        using var reader = new StreamReader(stream);
        var ids = IdForm().Matches(await reader.ReadToEndAsync(cancellationToken)).Select(match => Guid.ParseExact(match.Value, "D")).ToHashSet();
        return !await catalog.IsAnyHiddenAsync(ids, cancellationToken);
    }

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();

    /// <summary>The pieces of scans that a report shows.</summary>
    public Task<IReadOnlyDictionary<ScanSpot, CropImage>> CutAsync(CaseReport report, CancellationToken cancellationToken) =>
        scans.CutAsync(report.Content.Sections.SelectMany(section => section.Items).SelectMany(item => item.Spots), cancellationToken);

    /// <summary>Makes the report's PDF and keeps both forms of it: bytes first, then the row.</summary>
    /// <param name="by">Who asks for it.</param>
    /// <returns>The kept report, and whether it is new; a report of the same state is answered as it was kept.</returns>
    public async Task<(DossierReport Kept, bool IsNew)> KeepAsync(CaseReport report, string by, CancellationToken cancellationToken)
    {
        var json = report.ToJson();
        var digest = CaseReport.DigestOf(json);
        if (await catalog.FindReportAsync(report.DossierId, digest, cancellationToken) is { } known) return (known, false);
        var crops = await CutAsync(report, cancellationToken);
        using var made = new MemoryStream();
        ReportPdf.Write(made, report.Content, crops.GetValueOrDefault);
        var pdf = made.ToArray();
        var kept = new DossierReport
        {
            DossierId = report.DossierId, Digest = digest, PdfSha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)), PdfBytes = pdf.Length,
            StateAt = report.StateAt, AsOf = report.AsOf, Result = report.Result, MadeAt = time.GetUtcNow(), MadeBy = by,
        };
        await PutAsync(ObjectKey.Report(kept.Digest, "json"), json, cancellationToken);
        await PutAsync(ObjectKey.Report(kept.PdfSha256, "pdf"), pdf, cancellationToken);
        return await catalog.KeepReportAsync(kept, cancellationToken);
    }

    /// <summary>An object is named for its content, so that a second put can only put the same.</summary>
    private async Task PutAsync(ObjectKey key, byte[] bytes, CancellationToken cancellationToken)
    {
        var path = Path.Combine(archive.Value.ScratchFolder, $"{Guid.CreateVersion7():N}.report");
        try
        {
            Directory.CreateDirectory(archive.Value.ScratchFolder);
            await File.WriteAllBytesAsync(path, bytes, cancellationToken);
            await objects.PutFileAsync(key, path, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (MotherVerdict? Verdict, IReadOnlyList<CaseProblem> Problems) Judge(CaseState state, DateOnly day)
    {
        try
        {
            return (HeroicMotherRules.Judge(CaseInputs.Of(state, null, day).Case), []);
        }
        catch (BadCaseException e)
        {
            return (null, [.. e.Problems]);
        }
    }

    /// <summary>The dossier's papers in their order, then others that anything refers to.</summary>
    private async Task<IReadOnlyDictionary<Guid, ReportOriginal>> OriginalsAsync(
        CheckedCase loaded, IReadOnlyList<CaseDecision> decisions, IReadOnlyList<CheckFinding> findings, CancellationToken cancellationToken)
    {
        var ids = loaded.Papers.Select(paper => paper.DocumentId)
            .Concat(decisions.Select(step => step.Person?.Source ?? step.Evidence?.Source).OfType<CaseSource>().Select(from => from.DocumentId))
            .Concat(findings.SelectMany(finding => finding.Spots).Select(spot => spot.DocumentId)).Distinct();
        var originals = new Dictionary<Guid, ReportOriginal>();
        foreach (var id in ids)
        {
            if (await catalog.FindAsync(id, cancellationToken) is not { } document) continue;
            originals[id] = new(id, PaperTitle.Of(document.Facts, document.FileName), document.FileName, document.Sha256);
        }
        return originals;
    }
}
