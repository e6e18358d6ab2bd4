using AwardArchive.Archive;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace AwardArchive.Access.Audit;

/// <summary>Tells the audit chain of every request that looks at or changes something, and of every one that was refused.</summary>
/// <remarks>A look is durable before its answer leaves. A change is announced, durably, before it begins, and how it ended is durable before its answer leaves. When
/// the chain cannot be written, neither happens.</remarks>
internal sealed class AuditTrail(RequestDelegate next, AuditLog log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // The page that tells of a refusal is not another request.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(http);
            return;
        }
        var endpoint = http.GetEndpoint();
        var rule = endpoint is RouteEndpoint route ? AuditRules.Find(route, http.Request.Method) : null;
        var actor = Actor.Current;
        var told = rule is null
            // Of an address that is none of ours nothing is known but that it was refused.
            ? new AuditEvent(AuditAction.Refused, endpoint is null ? null : AuditTarget.Of(http.Request.Path), endpoint is null ? http.Request.Path : null)
            : new AuditEvent(rule.Action, AuditTarget.Of(http.Request.Path), Asked(http.Request));
        var intent = rule?.IsChange == true
            ? await log.AppendAsync(told, AuditOutcome.Intended, null, actor, http.RequestAborted)
            : (long?)null;
        var gate = new ResponseGate(http, () => OutcomeOf(http, endpoint, actor) is var outcome && (rule is not null || outcome == AuditOutcome.Refused)
            ? EndAsync(outcome, CancellationToken.None)
            : Task.CompletedTask);
        try
        {
            await next(http);
            await gate.CompleteAsync();
        }
        catch when (!http.Response.HasStarted)
        {
            gate.Remove();
            if (rule is not null) await TryEndAsync();
            throw;
        }

        // The words are told once: with the announcement where there is one.
        Task EndAsync(AuditOutcome outcome, CancellationToken cancellationToken) => log.AppendAsync(
            intent is null ? told : told with { Detail = FormOf(http) }, outcome, intent, actor, cancellationToken);

        async Task TryEndAsync()
        {
            try
            {
                await EndAsync(AuditOutcome.Failed, CancellationToken.None);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // What was thrown first is answered; the log of the process has told that the chain cannot be written.
            }
        }
    }

    /// <summary>What was asked for: the words of a query name persons.</summary>
    private static string? Asked(HttpRequest request) =>
        request.QueryString.HasValue ? Uri.UnescapeDataString(request.QueryString.Value![1..].Replace('+', ' ')) : null;

    /// <summary>Which form of a page was sent; its words are in what it changed. Of one without a good token nothing is read.</summary>
    private static string? FormOf(HttpContext http) =>
        http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } && http.Features.Get<IFormFeature>()?.Form?["_handler"] is [{ } handler] ? handler : null;

    private static AuditOutcome OutcomeOf(HttpContext http, Endpoint? endpoint, Actor actor) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => AuditOutcome.Refused,
        // Who is not known is sent to sign in.
        StatusCodes.Status302Found when actor.UserId is null && actor.Sight.IsLimited && endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is null => AuditOutcome.Refused,
        >= 400 => AuditOutcome.Failed,
        _ => AuditOutcome.Done,
    };
}
