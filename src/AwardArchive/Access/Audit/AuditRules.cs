using AwardArchive.Archive;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AwardArchive.Access.Audit;

/// <summary>What an endpoint does to the archive, as the audit chain tells it.</summary>
/// <param name="IsChange">Announced before it begins; else a look, told before its answer leaves.</param>
internal sealed record AuditRule(AuditAction Action, bool IsChange)
{
    public static readonly AuditRule View = new(AuditAction.Viewed, false);

    public static readonly AuditRule Change = new(AuditAction.Changed, true);
}

/// <summary>The only list of what is audited how: every endpoint and page stands here once; a test says so.</summary>
internal static class AuditRules
{
    private const string Page = "PAGE ";

    /// <summary>Tell nothing of papers or people, or write entries of their own that say more.</summary>
    private static readonly string[] Unaudited =
    [
        "GET /healthz", "POST /healthz", "GET /readyz", "POST /readyz", "GET /metrics", "POST /metrics", "GET /openapi/{documentName}.json",
        "PAGE /sign-in", "PAGE /sign-in/code", "PAGE /sign-in/password", "POST /sign-out", "GET /api/v1/ingest/status", "GET /api/v1/dossiers/fields", "PAGE /khong-co-trang-nay", "GET /_framework/opaque-redirect",
        "GET /sign-in/openid", "GET /sign-in/openid/done", "PAGE /sign-in/openid/failed", "GET /api/v1/retention/terms",
        "GET /api/v1/verification/heroic-mother/case.schema.json", "GET /api/v1/verification/heroic-mother/result.schema.json",
        "GET /api/v1/verification/resistance-award/case.schema.json", "GET /api/v1/verification/resistance-award/result.schema.json",
    ];

    private static readonly Dictionary<AuditAction, string[]> Looks = new()
    {
        [AuditAction.Viewed] =
        [
            "GET /api/v1/documents", "GET /api/v1/documents/{id:guid}", "GET /api/v1/documents/{id:guid}/text", "GET /api/v1/documents/{id:guid}/record",
            "GET /api/v1/documents/{id:guid}/facts", "GET /api/v1/documents/{id:guid}/facts/changes", "GET /api/v1/documents/{id:guid}/corrections",
            "GET /api/v1/documents/{id:guid}/entries", "GET /api/v1/documents/{id:guid}/entries/{rowId:guid}",
            "GET /api/v1/documents/{id:guid}/kin", "GET /api/v1/documents/{id:guid}/kin/{rowId:guid}", "GET /api/v1/documents/{id:guid}/split",
            "GET /api/v1/documents/{id:guid}/pages/{number:int}/image", "GET /api/v1/documents/{id:guid}/pages/{number:int}/words",
            "GET /api/v1/documents/{id:guid}/pages/{number:int}/recognitions", "GET /api/v1/documents/{id:guid}/pages/{number:int}/recognitions/diff",
            "GET /api/v1/documents/{id:guid}/pages/{number:int}/recognitions/{recognition:int}/words",
            "GET /api/v1/documents/{id:guid}/pages/{number:int}/recognitions/{recognition:int}/image",
            "GET /api/v1/dossiers", "GET /api/v1/dossiers/{id:guid}", "GET /api/v1/dossiers/{id:guid}/documents", "GET /api/v1/dossiers/{id:guid}/proposals",
            "GET /api/v1/dossiers/{id:guid}/case", "GET /api/v1/dossiers/{id:guid}/case/history", "GET /api/v1/dossiers/{id:guid}/case/proposals",
            "GET /api/v1/dossiers/{id:guid}/reports", "GET /api/v1/people/{id:guid}", "GET /api/v1/people/proposals", "GET /api/v1/search/saved",
            "GET /api/v1/ingest/events", "GET /api/v1/fixity", "GET /api/v1/fixity/findings", "GET /api/v1/audit", "GET /hangfire/{**path}",
            "GET /api/v1/documents/{id:guid}/withdrawals", "GET /api/v1/withdrawals", "GET /api/v1/retention", "GET /api/v1/status",
            "GET /api/v1/account", "GET /api/v1/account/tokens", "GET /api/v1/users", "GET /api/v1/users/{id:guid}", "GET /api/v1/users/{id:guid}/tokens",
            "GET /api/v1/groups", "GET /api/v1/groups/{id:guid}",
        ],
        [AuditAction.Searched] =
        [
            "GET /api/v1/search", "GET /api/v1/search/suggest", "POST /api/v1/search/batch", "GET /api/v1/documents/{id:guid}/search",
            "GET /api/v1/documents/{id:guid}/similar", "GET /api/v1/people",
        ],
        [AuditAction.Downloaded] =
        [
            "GET /api/v1/documents/{id:guid}/original", "GET /api/v1/documents/{id:guid}/searchable.pdf",
            "GET /api/v1/documents/{id:guid}/pages/{number:int}/alto.xml", "GET /api/v1/dossiers/{id:guid}/reports/{digest}",
        ],
        [AuditAction.Exported] = ["GET /api/v1/search/export.csv", "GET /api/v1/audit/export.csv"],
        [AuditAction.Verified] =
        [
            "GET /api/v1/dossiers/{id:guid}/verification", "GET /api/v1/dossiers/{id:guid}/checks", "POST /api/v1/verification/heroic-mother",
            "POST /api/v1/verification/heroic-mothers", "POST /api/v1/verification/resistance-award",
        ],
    };

    private static readonly Dictionary<AuditAction, string[]> Changes = new()
    {
        [AuditAction.Added] = ["POST /api/v1/documents", "POST /api/v1/dossiers", "POST /api/v1/search/saved", "POST /api/v1/places/lists"],
        [AuditAction.Changed] =
        [
            "PATCH /api/v1/documents/{id:guid}", "POST /api/v1/documents/{id:guid}/split", "POST /api/v1/documents/{id:guid}/split/refuse",
            "POST /api/v1/documents/{id:guid}/split/undo", "PUT /api/v1/documents/{id:guid}/pages/{number:int}/recognitions/chosen",
            "PATCH /api/v1/dossiers/{id:guid}", "PUT /api/v1/dossiers/{id:guid}/documents/{documentId:guid}",
            "DELETE /api/v1/dossiers/{id:guid}/documents/{documentId:guid}", "POST /api/v1/dossiers/{id:guid}/proposals/{documentId:guid}/refuse",
            "DELETE /api/v1/search/saved/{id:guid}",
        ],
        [AuditAction.Corrected] =
        [
            "PUT /api/v1/documents/{id:guid}/facts/{field}", "DELETE /api/v1/documents/{id:guid}/facts/{field}",
            "POST /api/v1/documents/{id:guid}/facts/{field}/confirm",
            "POST /api/v1/documents/{id:guid}/entries", "PUT /api/v1/documents/{id:guid}/entries/{rowId:guid}",
            "DELETE /api/v1/documents/{id:guid}/entries/{rowId:guid}", "POST /api/v1/documents/{id:guid}/entries/{rowId:guid}/confirm",
            "POST /api/v1/documents/{id:guid}/kin", "PUT /api/v1/documents/{id:guid}/kin/{rowId:guid}",
            "DELETE /api/v1/documents/{id:guid}/kin/{rowId:guid}", "POST /api/v1/documents/{id:guid}/kin/{rowId:guid}/confirm",
        ],
        [AuditAction.Withdrawn] =
        [
            "POST /api/v1/documents/{id:guid}/withdraw", "POST /api/v1/documents/{id:guid}/restore", "POST /api/v1/withdrawals/{id:guid}/confirm",
            "POST /api/v1/withdrawals/{id:guid}/refuse", "POST /api/v1/withdrawals/{id:guid}/take-back",
        ],
        [AuditAction.AccountChanged] =
        [
            "PUT /api/v1/account/second-factor/secret", "PUT /api/v1/account/second-factor", "DELETE /api/v1/account/second-factor",
            "POST /api/v1/account/recovery-codes", "DELETE /api/v1/account/sessions", "POST /api/v1/account/tokens", "DELETE /api/v1/account/tokens/{id:guid}",
            "PUT /api/v1/account/password", "POST /api/v1/users", "PATCH /api/v1/users/{id:guid}", "POST /api/v1/users/{id:guid}/password-reset",
            "DELETE /api/v1/users/{id:guid}/second-factor", "DELETE /api/v1/users/{id:guid}/lockout", "DELETE /api/v1/users/{id:guid}/sessions",
            "DELETE /api/v1/users/{id:guid}/tokens/{tokenId:guid}", "POST /api/v1/groups", "PATCH /api/v1/groups/{id:guid}", "DELETE /api/v1/groups/{id:guid}",
        ],
        [AuditAction.Granted] = ["PUT /api/v1/groups/{id:guid}/members/{userId:guid}", "POST /api/v1/groups/{id:guid}/grants"],
        [AuditAction.Revoked] = ["DELETE /api/v1/groups/{id:guid}/members/{userId:guid}", "DELETE /api/v1/groups/{id:guid}/grants/{grantId:guid}"],
        [AuditAction.Verified] =
        [
            "POST /api/v1/dossiers/{id:guid}/case/people", "PATCH /api/v1/dossiers/{id:guid}/case/people/{personId:guid}",
            "POST /api/v1/dossiers/{id:guid}/case/people/{personId:guid}/remove", "POST /api/v1/dossiers/{id:guid}/case/evidence",
            "POST /api/v1/dossiers/{id:guid}/case/evidence/{evidenceId:guid}/accept", "POST /api/v1/dossiers/{id:guid}/case/evidence/{evidenceId:guid}/refuse",
            "POST /api/v1/dossiers/{id:guid}/case/evidence/{evidenceId:guid}/undo", "POST /api/v1/dossiers/{id:guid}/reports",
            "POST /api/v1/people/pairs", "POST /api/v1/people/proposals/{id:guid}/confirm", "POST /api/v1/people/proposals/{id:guid}/refuse",
            "POST /api/v1/people/proposals/{id:guid}/undo",
        ],
        [AuditAction.Maintained] =
        [
            "POST /api/v1/documents/{id:guid}/retry", "POST /api/v1/documents/read", "POST /api/v1/documents/{id:guid}/read",
            "POST /api/v1/documents/recognize", "POST /api/v1/documents/{id:guid}/recognize", "POST /api/v1/documents/{id:guid}/pages/{number:int}/recognize",
            "POST /api/v1/people/match", "POST /api/v1/fixity/runs", "POST /api/v1/fixity/index", "POST /api/v1/fixity/findings/{id:guid}/accept",
            "POST /hangfire/{**path}",
        ],
    };

    /// <summary>What looking at a page is, and what sending one of its forms.</summary>
    private static readonly (AuditAction Look, AuditAction Form, string[] Pages)[] Pages =
    [
        (AuditAction.Searched, AuditAction.Changed, ["/", "/batch"]),
        (AuditAction.Viewed, AuditAction.Changed, ["/saved", "/documents/{Id:guid}", "/documents/{Id:guid}/recognitions", "/documents/{Id:guid}/split", "/review", "/dossiers", "/dossiers/{Id:guid}"]),
        (AuditAction.Viewed, AuditAction.Corrected, ["/documents/{Id:guid}/facts"]),
        (AuditAction.Searched, AuditAction.Verified, ["/people"]),
        (AuditAction.Viewed, AuditAction.Verified, ["/people/{Id:guid}", "/dossiers/{Id:guid}/case", "/dossiers/{Id:guid}/report"]),
        (AuditAction.Viewed, AuditAction.Maintained, ["/fixity", "/audit", "/status", "/retention"]),
        (AuditAction.Viewed, AuditAction.Withdrawn, ["/documents/{Id:guid}/withdrawal", "/withdrawals"]),
        (AuditAction.Viewed, AuditAction.AccountChanged, ["/account", "/account/second-factor", "/users", "/users/{Id:guid}", "/groups", "/groups/{Id:guid}"]),
    ];

    private static readonly Dictionary<string, AuditRule?> All = new(
    [
        .. Unaudited.Select(name => KeyValuePair.Create<string, AuditRule?>(name, null)),
        .. Looks.SelectMany(rule => rule.Value.Select(name => KeyValuePair.Create<string, AuditRule?>(name, new(rule.Key, false)))),
        .. Changes.SelectMany(rule => rule.Value.Select(name => KeyValuePair.Create<string, AuditRule?>(name, new(rule.Key, true)))),
        .. Pages.SelectMany(rule => rule.Pages.Select(page => KeyValuePair.Create<string, AuditRule?>(Page + page, new(rule.Look, false)))),
    ]);

    private static readonly Dictionary<string, AuditRule> Forms =
        Pages.SelectMany(rule => rule.Pages.Select(page => (Page + page, new AuditRule(rule.Form, true)))).ToDictionary();

    /// <summary>The endpoints that have a rule: <c>GET /api/v1/search</c>, <c>PAGE /people</c>.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>What the rules call an endpoint, for each of its methods.</summary>
    public static IEnumerable<string> NamesOf(RouteEndpoint endpoint)
    {
        var pattern = PatternOf(endpoint.RoutePattern);
        if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null) return [Page + pattern];
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return (methods.Count == 0 ? [HttpMethods.Get, HttpMethods.Post] : methods).Select(method => $"{method} {pattern}");
    }

    /// <summary>The rule of a request; null: there is nothing to tell. What nobody thought of is told by its method.</summary>
    public static AuditRule? Find(RouteEndpoint endpoint, string method)
    {
        var isLook = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        var isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var name = $"{(isPage ? "PAGE" : isLook ? HttpMethods.Get : method)} {PatternOf(endpoint.RoutePattern)}";
        if (!All.TryGetValue(name, out var rule)) return isLook ? AuditRule.View : AuditRule.Change;
        return isPage && !isLook ? Forms.GetValueOrDefault(name) : rule;
    }

    private static string PatternOf(RoutePattern pattern) => "/" + pattern.RawText?.Trim('/');
}
