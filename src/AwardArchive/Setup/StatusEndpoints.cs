using AwardArchive.Archive;
using AwardArchive.Capture.Sandbox;
using AwardArchive.Capture.VirusScan;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Setup;

/// <summary>What protects the service from the files that it takes.</summary>
/// <param name="Sandbox">What holds for the processes that open files.</param>
/// <param name="VirusScan">Whether arriving files are looked at for viruses.</param>
public sealed record ServiceStatus(SandboxStatus Sandbox, VirusScanStatus VirusScan);

internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder routes) => routes.MapGet("/status", StatusAsync)
        .WithTags("Status").WithSummary("What protects the service from the files that it takes").Needs(Permission.Administer);

    private static async Task<Ok<ServiceStatus>> StatusAsync(ParserSandbox sandbox, VirusScanner scanner, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ServiceStatus(sandbox.Status, await scanner.StatusAsync(cancellationToken)));
}
