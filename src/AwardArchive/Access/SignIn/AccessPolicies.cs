using AwardArchive.Archive;
using Microsoft.AspNetCore.Authorization;

namespace AwardArchive.Access.SignIn;

/// <summary>What endpoints may ask of who comes; an endpoint that asks nothing lets nobody in.</summary>
internal static class AccessPolicies
{
    /// <summary>Anybody who signed in, also who must first change the password.</summary>
    public const string AnySession = "AnySession";

    public static void Configure(AuthorizationOptions options)
    {
        foreach (var reads in Permissions.All)
        {
            foreach (var writes in Permissions.All)
            {
                options.AddPolicy(Permissions.PolicyOf(reads, writes), policy => policy.RequireAssertion(asked =>
                    asked.Resource is HttpContext http && asked.User.Has(IsRead(http.Request) ? reads : writes)));
            }
        }
        options.AddPolicy(AnySession, policy => policy.RequireAuthenticatedUser());
        options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(asked => !asked.User.HasClaim(AccessClaims.OwesPassword, "true")).Build();
        // Where there is no endpoint (or one of routing's own, that says "wrong method"), who signed in is told so; others learn nothing of what there is.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
            .RequireAssertion(asked => asked.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
