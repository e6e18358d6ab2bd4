using System.Diagnostics;
using AwardArchive.Benchmarks.Search.Corpus;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Of this process, all its threads.</param>
internal readonly record struct BuildTime(TimeSpan Wall, TimeSpan Processor)
{
    /// <summary>Since this process started.</summary>
    public static BuildTime Now => new(TimeSpan.FromSeconds(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency), Environment.CpuUsage.TotalTime);

    public static BuildTime operator -(BuildTime later, BuildTime earlier) => new(later.Wall - earlier.Wall, later.Processor - earlier.Processor);

    public static BuildTime operator +(BuildTime one, BuildTime other) => new(one.Wall + other.Wall, one.Processor + other.Processor);

    /// <summary>The engine's own time, without that of making or bringing the texts.</summary>
    public static async Task<BuildTime> MeasureAsync(ISearchEngine engine, IEnumerable<CorpusDocument> papers, CancellationToken cancellationToken)
    {
        var began = Now;
        var others = await engine.BuildAsync(papers, cancellationToken);
        return Now - began - others;
    }
}
