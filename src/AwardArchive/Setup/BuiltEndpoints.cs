using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace AwardArchive.Setup;

/// <summary>Endpoints that are made once, when they are first asked for.</summary>
/// <remarks>
/// A group of routes makes its endpoints anew for whoever asks, compiling each handler: the server's start, the first request and the OpenAPI document took half a second of
/// processor time each for the same hundred and fifty. Ours never change while the service runs.
/// </remarks>
internal sealed class BuiltEndpoints(EndpointDataSource source) : EndpointDataSource
{
    private readonly Lazy<IReadOnlyList<Endpoint>> endpoints = new(() => source.Endpoints);

    public override IReadOnlyList<Endpoint> Endpoints => endpoints.Value;

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    /// <summary>When everything is mapped.</summary>
    public static void MakeOnce(IEndpointRouteBuilder routes)
    {
        var sources = routes.DataSources.ToList();
        routes.DataSources.Clear();
        foreach (var source in sources) routes.DataSources.Add(new BuiltEndpoints(source));
    }
}
