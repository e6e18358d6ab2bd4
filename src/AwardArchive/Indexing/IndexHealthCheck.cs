using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AwardArchive.Indexing;

/// <summary>Ready when the index answers for the whole catalog; <c>rebuilding</c> is said while it does not yet.
/// <c>lag</c> is the number of changes that it has not taken in, as of its last look.</summary>
internal sealed class IndexHealthCheck(IndexFollower follower) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object> { ["change"] = follower.Reached, ["lag"] = follower.Lag };
        return Task.FromResult(follower.State switch
        {
            IndexState.Following => HealthCheckResult.Healthy("following", data),
            IndexState.Rebuilding => HealthCheckResult.Degraded("rebuilding", data: data),
            IndexState.Opening => HealthCheckResult.Unhealthy("opening", data: data),
            _ => HealthCheckResult.Unhealthy("failed", data: data),
        });
    }
}
