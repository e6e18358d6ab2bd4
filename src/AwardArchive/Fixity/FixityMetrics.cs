using System.Diagnostics.Metrics;
using AwardArchive.Archive;

namespace AwardArchive.Fixity;

/// <summary>What is measured of the whole archive: whichever machine verifies, all tell the same. Read from the catalog every few seconds.</summary>
internal sealed partial class FixityMetrics : BackgroundService
{
    public const string Meter = "AwardArchive.Fixity";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly Meter meter = new(Meter);
    private readonly FixityReport report;
    private readonly TimeProvider time;
    private readonly ILogger<FixityMetrics> log;
    private volatile FixityCounts? counts;

    public FixityMetrics(FixityReport report, TimeProvider time, ILogger<FixityMetrics> log)
    {
        (this.report, this.time, this.log) = (report, time, log);
        meter.CreateObservableGauge("award_archive.fixity.findings", FindingsOf, description: "Open findings.");
        meter.CreateObservableCounter("award_archive.fixity.objects", () => Known(c => c.Objects), description: "Objects verified, in both stores.");
        meter.CreateObservableCounter("award_archive.fixity.bytes", () => Known(c => c.Bytes), unit: "By", description: "Bytes verified, in both stores.");
        meter.CreateObservableGauge(
            "award_archive.fixity.last_pass", () => Known(c => c.LastWholePassAt?.ToUnixTimeSeconds() ?? 0), unit: "s",
            description: "When the last pass over everything ended, in seconds since 1970; 0 before that.");
        meter.CreateObservableGauge("award_archive.fixity.paused", () => Known(c => c.IsPaused ? 1 : 0), description: "1 while the verification waits for a server.");
        meter.CreateObservableGauge(
            "award_archive.second_store.waiting", () => Known(c => c.WaitingForCopy), description: "Originals that are not in the second store yet.");
    }

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                counts = await report.CountAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                counts = null; // nothing is told rather than what may be wrong
                if (!Away.Is(e)) Log.Failed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<int>> FindingsOf()
    {
        if (counts is not { } known) return [];
        // Every kind is told, so that one that vanishes goes to 0 and is no gap.
        return from kind in Enum.GetValues<FindingKind>()
               from place in Enum.GetValues<FindingPlace>()
               let count = known.Findings.Where(f => f.Kind == kind && f.Place == place).Sum(f => f.Count)
               where count > 0 || IsPossible(kind, place)
               select new Measurement<int>(count, new("kind", NameOf(kind)), new("place", NameOf(place)));
    }

    private IEnumerable<Measurement<long>> Known(Func<FixityCounts, long> value) => counts is { } known ? [new(value(known))] : [];

    private static bool IsPossible(FindingKind kind, FindingPlace place) => (kind >= FindingKind.NotIndexed) == (place == FindingPlace.Index);

    private static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The findings could not be counted for the metrics.")]
        public static partial void Failed(ILogger log, Exception exception);
    }
}
