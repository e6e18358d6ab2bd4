using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Setup;

/// <summary>How much of the archive is on its way.</summary>
/// <param name="Documents">How many stand at each status; a status without documents is 0.</param>
/// <param name="PagesWaiting">Pages not recognized yet.</param>
/// <param name="LastChange">The newest number of the change feed.</param>
/// <param name="PagesForReview">Pages that a person should look at.</param>
/// <param name="PagesReused">Results taken over from an equal page image instead of recognizing it again, ever.</param>
/// <param name="Again">Pages recognized once more.</param>
public sealed record IngestStatus(
    IReadOnlyDictionary<DocumentStatus, int> Documents, int PagesWaiting, long LastChange, int PagesForReview, int PagesReused, AgainStatus Again);

/// <summary>How far recognizing again has come.</summary>
/// <param name="PagesWaiting">Pages that wait for it.</param>
/// <param name="ReadingsDue">Documents whose facts are to be read from changed words.</param>
/// <param name="Kept">Results that were kept beside earlier ones, ever.</param>
/// <param name="Chosen">Pages where such a result counts by rule.</param>
/// <param name="Failed">Pages whose last wish was given up.</param>
public sealed record AgainStatus(int PagesWaiting, int ReadingsDue, int Kept, int Chosen, int Failed);

/// <summary>A document moved on.</summary>
/// <param name="Change">The number in the change feed; send it back as Last-Event-ID to go on after it.</param>
public sealed record IngestEvent(long Change, Guid DocumentId, string FileName, DocumentStatus Status, string? Reason, int PageCount, int PagesDone);

internal static class IngestEndpoints
{
    public const string EventsAddress = "/api/v1/ingest/events";

    public static void MapIngest(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/ingest").WithTags("Ingest").Needs(Permission.Digitize);
        group.MapGet("/status", async (IngestProgress progress, CancellationToken cancellationToken) =>
            TypedResults.Ok(await progress.StatusAsync(cancellationToken))).WithSummary("What is on its way");
        group.MapGet("/events", Events).WithSummary("Server-sent events: one for each change of a document's status");
    }

    private static ServerSentEventsResult<IngestEvent> Events(HttpContext http, IngestProgress progress, CancellationToken cancellationToken)
    {
        long? after = long.TryParse(http.Request.Headers["Last-Event-ID"], out var number) ? number : null;
        return TypedResults.ServerSentEvents(progress.FollowAsync(after, cancellationToken));
    }
}

/// <summary>Follows the change feed for people who watch.</summary>
internal sealed class IngestProgress(IDbContextFactory<CatalogDbContext> contexts, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int ChangesAtATime = 200;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    public async Task<IngestStatus> StatusAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await db.Documents.GroupBy(d => d.Status).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new(
            Enum.GetValues<DocumentStatus>().ToDictionary(status => status, status => counts.GetValueOrDefault(status)),
            await db.Pages.CountAsync(p => p.Status == PageStatus.Waiting, cancellationToken),
            await db.Changes.MaxAsync(c => (long?)c.Number, cancellationToken) ?? 0,
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

    /// <param name="after">A number of the feed; null begins with what comes next.</param>
    public async IAsyncEnumerable<SseItem<IngestEvent>> FollowAsync(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A server that stops must not wait for watchers to leave.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var reached = after ?? (await StatusAsync(cancellationToken)).LastChange;
        while (!either.IsCancellationRequested)
        {
            foreach (var step in await EventsAfterAsync(reached, cancellationToken))
            {
                reached = step.Change;
                yield return new SseItem<IngestEvent>(step, "document") { EventId = $"{step.Change}" };
            }
            await Task.Delay(Poll, time, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task<List<IngestEvent>> EventsAfterAsync(long number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Changes.Where(c => c.Number > number).OrderBy(c => c.Number).Take(ChangesAtATime)
            .Join(db.Documents, c => c.DocumentId, d => d.Id, (c, d) => new IngestEvent(
                c.Number, d.Id, d.FileName, d.Status, d.Reason, d.PageCount,
                db.Pages.Count(p => p.DocumentId == d.Id && p.Number > 0 && p.Status != PageStatus.Waiting)))
            .ToListAsync(cancellationToken);
    }
}
