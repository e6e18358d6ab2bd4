using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AwardArchive.Benchmarks.Search.Engines;

namespace AwardArchive.Benchmarks.Search;

/// <summary>Times of one engine on one kind of query.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentQueue<double> milliseconds = [];
    private int empty;
    private TimeSpan processor;

    public bool IsMeasured => !milliseconds.IsEmpty;

    /// <summary>Answers without a hit: an engine that finds nothing is not fast.</summary>
    public int Empty => empty;

    /// <summary>Of the whole process, a query: where other work shares the machine it says more than the clock. Nothing of an engine in another process.</summary>
    public double ProcessorMilliseconds => processor.TotalMilliseconds / milliseconds.Count;

    public double Percentile(double percent) => Run.Percentile(milliseconds, percent);

    /// <summary>So many clients go through all queries, each from a place of its own, one query at a time.</summary>
    /// <returns>The time of the round.</returns>
    public async Task<TimeSpan> RoundAsync(ISearchEngine engine, IReadOnlyList<EngineQuery> queries, int clients)
    {
        var (watch, processorBegan) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < queries.Count; i++)
            {
                var began = Stopwatch.GetTimestamp();
                var answer = await engine.SearchAsync(queries[(i + (client * queries.Count / clients)) % queries.Count]);
                milliseconds.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (answer.Total == 0) Interlocked.Increment(ref empty);
            }
        })));
        processor += Environment.CpuUsage.TotalTime - processorBegan;
        return watch.Elapsed;
    }

    /// <summary>Takes others in.</summary>
    public void Add(Latencies others)
    {
        foreach (var one in others.milliseconds) milliseconds.Enqueue(one);
        empty += others.empty;
        processor += others.processor;
    }

    public override string ToString() =>
        IsMeasured ? string.Create(CultureInfo.InvariantCulture, $"{Percentile(50):0.0#} / {Percentile(95):0.0#} / {Percentile(99):0.0#} (CPU {ProcessorMilliseconds:0.0#}){(empty > 0 ? $" ({100.0 * empty / milliseconds.Count:0} % empty)" : "")}") : "–";
}
