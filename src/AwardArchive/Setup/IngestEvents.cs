using System.Globalization;
using System.Text;
using System.Text.Json;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup;

/// <summary>A document moved on.</summary>
/// <param name="Change">Where in the change feed; send it back as Last-Event-ID to go on behind it.</param>
public sealed record IngestEvent(string Change, Guid DocumentId, string FileName, DocumentStatus Status, string? Reason, int PageCount, int PagesDone);

/// <summary>Tells who watches how documents move on, as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).</summary>
/// <remarks>Whether something hidden changes shows in nothing: it is no event, and keep-alives follow from what was told and the clock alone.</remarks>
internal sealed class IngestEvents(
    IngestProgress progress, IngestCursor cursors, LastingRequests requests, IHostApplicationLifetime lifetime, IOptions<JsonOptions> json, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <summary>Shorter than what proxies wait for (60 seconds, mostly).</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>Answers until the watcher leaves, the service stops, or who watches may no longer: that is asked anew before each look at the catalog, and what is told is what they may see then.</summary>
    /// <param name="after">A number of the feed.</param>
    public async Task AnswerAsync(HttpContext http, long after)
    {
        // A server that stops must not wait for watchers to leave.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache,no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would hold events back
        try
        {
            await WriteAsync(http, ": theo dõi từ đây\n\n", either.Token);
            await FollowAsync(http, after, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // Nobody reads any more, or nobody writes.
        }
    }

    private async Task FollowAsync(HttpContext http, long reached, CancellationToken cancellationToken)
    {
        var told = time.GetTimestamp();
        while (await requests.LookAgainAsync(http, cancellationToken) is { } actor)
        {
            IReadOnlyList<ProgressStep> steps;
            using (Actor.Use(actor)) (steps, reached) = await progress.StepsAfterAsync(reached, cancellationToken);
            var text = steps.Count > 0 ? string.Concat(steps.Select(Tell)) : time.GetElapsedTime(told) >= KeepAlive ? ":\n\n" : null;
            if (text is not null)
            {
                await WriteAsync(http, text, cancellationToken);
                told = time.GetTimestamp();
            }
            await Task.Delay(Poll, time, cancellationToken);
        }
    }

    private string Tell(ProgressStep step)
    {
        var cursor = cursors.Of(step.Change);
        var data = JsonSerializer.Serialize(
            new IngestEvent(cursor, step.DocumentId, step.FileName, step.Status, step.Reason, step.PageCount, step.PagesDone), json.Value.SerializerOptions);
        return string.Create(CultureInfo.InvariantCulture, $"event: document\ndata: {data}\nid: {cursor}\n\n");
    }

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken cancellationToken)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await http.Response.Body.FlushAsync(cancellationToken);
    }
}
