using AwardArchive.Archive;
using AwardArchive.Capture.Sandbox;
using AwardArchive.Capture.VirusScan;
using AwardArchive.Indexing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Setup;

/// <summary>What protects the service from the files that it takes, and how far its index is.</summary>
/// <param name="Sandbox">What holds for the processes that open files.</param>
/// <param name="VirusScan">Whether arriving files are looked at for viruses.</param>
public sealed record ServiceStatus(SandboxStatus Sandbox, VirusScanStatus VirusScan, IndexStatus Index);

/// <summary>How far this machine's index is.</summary>
/// <param name="Lag">Changes of the catalog that cannot be found here yet, of all papers.</param>
public sealed record IndexStatus(long Lag);

internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder routes) => routes.MapGet("/status", StatusAsync)
        .WithTags("Status").WithSummary("What protects the service from the files that it takes; how far this machine's index is").Needs(Permission.Administer);

    private static async Task<Ok<ServiceStatus>> StatusAsync(
        ParserSandbox sandbox, VirusScanner scanner, ChangeFeed feed, IndexFollower index, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ServiceStatus(
            sandbox.Status, await scanner.StatusAsync(cancellationToken), new(Math.Max(0, await feed.LastChangeAsync(cancellationToken) - index.Reached))));
}
