using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Fixity;

/// <summary>How the archive stands, as of what was verified.</summary>
/// <param name="Pass">The pass that goes on, or else the last one; null before the first.</param>
/// <param name="LastWholePassAt">When the last pass over everything ended; null before that.</param>
/// <param name="Findings">Open ones of each kind; a kind without is 0.</param>
/// <param name="SecondStore">Whether originals are kept once more.</param>
/// <param name="WaitingForCopy">Originals that are not in the second store yet.</param>
public sealed record FixityStatus(
    PassStatus? Pass, DateTimeOffset? LastWholePassAt, IReadOnlyDictionary<FindingKind, int> Findings, bool SecondStore, int WaitingForCopy)
{
    public int OpenFindings => Findings.Values.Sum();
}

/// <param name="EndedAt">Null while it goes on.</param>
/// <param name="Objects">Verified so far, in both stores.</param>
/// <param name="Documents">Verified so far, of those that it is about.</param>
/// <param name="PausedBecause">Null when it does not wait for a server.</param>
public sealed record PassStatus(
    DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Documents, int DocumentsInAll, long Objects, long Bytes, string? PausedBecause);

/// <summary>Sums, for metrics.</summary>
internal sealed record FixityCounts(
    IReadOnlyList<(FindingKind Kind, FindingPlace Place, int Count)> Findings, long Objects, long Bytes, DateTimeOffset? LastWholePassAt, bool IsPaused,
    int WaitingForCopy);

/// <summary>Reads passes and findings for people and for those who watch.</summary>
internal sealed class FixityReport(IDbContextFactory<CatalogDbContext> contexts, FixityPasses passes, OriginalCopies copies, SecondStore second)
{
    public async Task<FixityStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var counts = await CountAsync(cancellationToken);
        return new(
            await PassAsync(cancellationToken), counts.LastWholePassAt,
            Enum.GetValues<FindingKind>().ToDictionary(kind => kind, kind => counts.Findings.Where(f => f.Kind == kind).Sum(f => f.Count)),
            second.Objects is not null, counts.WaitingForCopy);
    }

    public async Task<FixityCounts> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.Findings.Where(f => f.State == FindingState.Open).GroupBy(f => new { f.Kind, f.Place })
            .Select(g => new { g.Key.Kind, g.Key.Place, Count = g.Count() }).ToListAsync(cancellationToken);
        return new(
            [.. open.Select(f => (f.Kind, f.Place, f.Count))],
            await db.FixityPasses.SumAsync(p => p.Objects, cancellationToken), await db.FixityPasses.SumAsync(p => p.Bytes, cancellationToken),
            await db.FixityPasses.MaxAsync(p => p.EndedAt, cancellationToken), await db.FixityPasses.AnyAsync(p => p.IsOpen && p.PausedBecause != null, cancellationToken),
            await copies.CountWaitingAsync(cancellationToken));
    }

    private async Task<PassStatus?> PassAsync(CancellationToken cancellationToken)
    {
        if (await passes.FindLastAsync(cancellationToken) is not { } pass) return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.Documents.Where(d => d.ReceivedAt <= pass.StartedAt);
        var inAll = await all.CountAsync(cancellationToken);
        var done = pass.Stage == FixityStage.Documents ? await all.CountAsync(d => d.Id.CompareTo(pass.Cursor) <= 0, cancellationToken) : inAll;
        return new(pass.StartedAt, pass.EndedAt, done, inAll, pass.Objects, pass.Bytes, pass.PausedBecause);
    }
}
