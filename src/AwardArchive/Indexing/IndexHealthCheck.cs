using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AwardArchive.Indexing;

/// <summary>Ready when the index answers for the whole catalog; <c>rebuilding</c> is said while it does not yet.</summary>
/// <remarks>No numbers: health answers everybody, and numbers of changes would tell strangers when papers come. Metrics and the status have them.</remarks>
internal sealed class IndexHealthCheck(IndexFollower follower) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(follower.State switch
    {
        IndexState.Following => HealthCheckResult.Healthy("following"),
        IndexState.Rebuilding => HealthCheckResult.Degraded("rebuilding"),
        IndexState.Opening => HealthCheckResult.Unhealthy("opening"),
        _ => HealthCheckResult.Unhealthy("failed"),
    });
}
