using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace AwardArchive.Tests.Access;

/// <summary>No way into the service but those that ask who comes.</summary>
public sealed class EndpointPolicyTests(QuietServer server) : IClassFixture<QuietServer>
{
    /// <summary>Open to everybody. Whoever adds one must say so here.</summary>
    private static readonly string[] Open = ["/healthz", "/readyz", "/sign-in", "/sign-in/code", "/sign-in/openid/failed", "/khong-co-trang-nay"];

    private IReadOnlyList<RouteEndpoint> Endpoints => [.. server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Every_endpoint_asks_for_a_permission_or_says_that_it_is_open()
    {
        var without = Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(NameOf).Except(["/_framework/opaque-redirect"]); // of the framework and unused: nobody gets there
        Assert.Empty(without);
        Assert.True(Endpoints.Count > 80); // the list is the real one
    }

    [Fact]
    public void Only_the_listed_endpoints_are_open_to_everybody() =>
        Assert.Equal(Open.Order(), Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(NameOf).Distinct().Order());

    [Fact]
    public void Every_endpoint_of_the_api_asks_for_a_permission_by_name() =>
        Assert.All(Endpoints.Where(endpoint => NameOf(endpoint).StartsWith("/api/", StringComparison.Ordinal) && !IsOwn(endpoint)), endpoint =>
            Assert.NotNull(endpoint.Metadata.GetMetadata<NeedsAttribute>()));

    [Fact]
    public void Ones_own_account_is_changed_in_person_only()
    {
        var own = Endpoints.Where(IsOwn).Select(endpoint =>
            (Methods: endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, Policies: endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(asked => asked.Policy))).ToList();
        Assert.All(own.Where(endpoint => !endpoint.Methods.Contains("GET")), endpoint =>
            Assert.Contains(endpoint.Policies, policy => policy is AccessPolicies.InPerson or AccessPolicies.AnySession));
        Assert.Contains(own, endpoint => endpoint.Methods.Contains("PUT"));
    }

    [Fact]
    public void What_changes_something_asks_for_more_than_to_look()
    {
        // Questions too long for an address, and a person's own list of searches, change nothing of the archive.
        var changing = Endpoints.Where(endpoint => NameOf(endpoint).StartsWith("/api/", StringComparison.Ordinal)
            && !IsOwn(endpoint) && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD")) == true);
        var lookers = changing.Where(endpoint => endpoint.Metadata.GetOrderedMetadata<NeedsAttribute>().All(needs => needs.Writes == Permission.View));
        Assert.All(lookers, endpoint => Assert.True(
            NameOf(endpoint).StartsWith("/api/v1/search/", StringComparison.Ordinal) || NameOf(endpoint).StartsWith("/api/v1/verification/", StringComparison.Ordinal), NameOf(endpoint)));
        Assert.NotEmpty(lookers);
    }

    /// <summary>Everybody has one, whatever they may.</summary>
    private static bool IsOwn(RouteEndpoint endpoint) => NameOf(endpoint) is "/api/v1/account" || NameOf(endpoint).StartsWith("/api/v1/account/", StringComparison.Ordinal);

    private static string NameOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');
}
