using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Setup;

/// <summary>A document moved on, at a number of the change feed.</summary>
internal sealed record ProgressStep(long Change, Guid DocumentId, string FileName, DocumentStatus Status, string? Reason, int PageCount, int PagesDone);

/// <summary>Reads from the catalog how documents move on, as far as <see cref="Actor.Current"/> sees them.</summary>
internal sealed class IngestProgress(IDbContextFactory<CatalogDbContext> contexts, Catalog catalog)
{
    private const int ChangesAtATime = 200;

    /// <summary>How much stands where; without a place in the feed, which the service gives.</summary>
    public async Task<IngestStatus> StatusAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await db.Documents.GroupBy(d => d.Status).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new(
            Enum.GetValues<DocumentStatus>().ToDictionary(status => status, status => counts.GetValueOrDefault(status)),
            await db.Pages.CountAsync(p => p.Status == PageStatus.Waiting, cancellationToken),
            null,
            await db.Pages.CountAsync(p => p.Review != null, cancellationToken),
            await db.Recognitions.CountAsync(r => r.IsReused, cancellationToken),
            await AgainAsync(cancellationToken));
    }

    public async Task<AgainStatus> AgainAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new(
            await db.Pages.CountAsync(p => p.Wish != null && db.Documents.Any(d => d.Id == p.DocumentId && d.Status != DocumentStatus.Withdrawn), cancellationToken),
            await db.Documents.CountAsync(d => d.IsReadingDue, cancellationToken),
            await db.Recognitions.CountAsync(r => r.Origin == RecognitionOrigin.Again, cancellationToken),
            await db.Pages.CountAsync(p => p.ChosenBy == ChoiceBy.Rule, cancellationToken),
            await db.Pages.CountAsync(p => p.WishFailure != null, cancellationToken));
    }

    /// <summary>The newest number of the whole feed, also where what changed is hidden: not to be told as it is.</summary>
    public async Task<long> LastChangeAsync(CancellationToken cancellationToken)
    {
        using var _ = Actor.Use(Actor.System);
        return await catalog.LastChangeAsync(cancellationToken);
    }

    /// <summary>The next steps behind a number of the feed.</summary>
    /// <returns>And the number to go on behind: past what is hidden, so that no look is longer for what was hidden before it.</returns>
    public async Task<(IReadOnlyList<ProgressStep> Steps, long Reached)> StepsAfterAsync(long number, CancellationToken cancellationToken)
    {
        var last = await LastChangeAsync(cancellationToken);
        if (last <= number) return ([], number);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var steps = await db.Changes.Where(c => c.Number > number && c.Number <= last).OrderBy(c => c.Number).Take(ChangesAtATime)
            .Join(db.Documents, c => c.DocumentId, d => d.Id, (c, d) => new ProgressStep(
                c.Number, d.Id, d.FileName, d.Status, d.Reason, d.PageCount,
                db.Pages.Count(p => p.DocumentId == d.Id && p.Number > 0 && p.Status != PageStatus.Waiting)))
            .ToListAsync(cancellationToken);
        return (steps, steps.Count == ChangesAtATime ? steps[^1].Change : last);
    }
}
