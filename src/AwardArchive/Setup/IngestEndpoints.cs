using System.Text.Json.Serialization;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Setup;

/// <summary>How much of the archive is on its way.</summary>
/// <param name="Documents">How many stand at each status; a status without documents is 0.</param>
/// <param name="PagesWaiting">Pages not recognized yet.</param>
/// <param name="LastChange">Where the change feed stands now, for Last-Event-ID of <c>/ingest/events</c>; another text each time. Only the service gives it.</param>
/// <param name="PagesForReview">Pages that a person should look at.</param>
/// <param name="PagesReused">Results taken over from an equal page image instead of recognizing it again, ever.</param>
/// <param name="Again">Pages recognized once more.</param>
public sealed record IngestStatus(
    IReadOnlyDictionary<DocumentStatus, int> Documents, int PagesWaiting, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? LastChange,
    int PagesForReview, int PagesReused, AgainStatus Again);

/// <summary>How far recognizing again has come.</summary>
/// <param name="PagesWaiting">Pages that wait for it.</param>
/// <param name="ReadingsDue">Documents whose facts are to be read from changed words.</param>
/// <param name="Kept">Results that were kept beside earlier ones, ever.</param>
/// <param name="Chosen">Pages where such a result counts by rule.</param>
/// <param name="Failed">Pages whose last wish was given up.</param>
public sealed record AgainStatus(int PagesWaiting, int ReadingsDue, int Kept, int Chosen, int Failed);

internal static class IngestEndpoints
{
    public const string EventsAddress = "/api/v1/ingest/events";

    public static void MapIngest(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/ingest").WithTags("Ingest").Needs(Permission.Digitize);
        group.MapGet("/status", StatusAsync).WithSummary("What is on its way");
        group.MapGet("/events", EventsAsync)
            .WithSummary("Server-sent events: one for each change of a document's status; from now on, or behind Last-Event-ID (an id of an event, or lastChange of the status)")
            .Produces<IngestEvent>(contentType: "text/event-stream").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Ok<IngestStatus>> StatusAsync(IngestProgress progress, IngestCursor cursors, CancellationToken cancellationToken)
    {
        var last = await progress.LastChangeAsync(cancellationToken); // before the counts: who goes on from here misses nothing that they do not show
        return TypedResults.Ok(await progress.StatusAsync(cancellationToken) with { LastChange = cursors.Of(last) });
    }

    private static async Task<IResult> EventsAsync(
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpContext http, IngestProgress progress, IngestCursor cursors, IngestEvents events, CancellationToken cancellationToken)
    {
        var last = await progress.LastChangeAsync(cancellationToken);
        var after = lastEventId is null ? last : cursors.Read(lastEventId);
        // One that is ahead of the feed is of another catalog with the same keys: a copy, or this one before it was put back to an earlier state.
        if (after is not { } number || number > last) return BadCursor();
        await events.AnswerAsync(http, number);
        return TypedResults.Empty;
    }

    private static ProblemHttpResult BadCursor() => Problem.Of(
        StatusCodes.Status400BadRequest, "bad-cursor", "Con trỏ không hợp lệ",
        "Last-Event-ID phải là id của một sự kiện đã nhận, hoặc lastChange của /ingest/status. Bỏ tiêu đề này để theo dõi từ bây giờ.");
}
