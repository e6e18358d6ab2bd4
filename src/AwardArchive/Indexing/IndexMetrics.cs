using System.Diagnostics.Metrics;

namespace AwardArchive.Indexing;

/// <summary>What is measured of a node's index.</summary>
internal sealed class IndexMetrics : IDisposable
{
    public const string Meter = "AwardArchive.Index";

    private readonly Meter meter = new(Meter);

    public IndexMetrics(IndexFollower follower)
    {
        meter.CreateObservableGauge("award_archive.index.lag", () => follower.Lag, description: "Changes of the catalog that this node cannot find yet.");
        meter.CreateObservableGauge("award_archive.index.change", () => follower.Reached, description: "The last change that can be found here.");
    }

    public void Dispose() => meter.Dispose();
}
