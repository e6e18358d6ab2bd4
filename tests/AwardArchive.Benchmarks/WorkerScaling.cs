using System.Collections.Concurrent;
using System.Diagnostics;

namespace AwardArchive.Benchmarks;

/// <summary>Pages a second of two workers against one, beside what two busy loops reach against one on this machine at the same time.</summary>
internal static class WorkerScaling
{
    private const int Rounds = 3;
    private const int MostPages = 24;

    public static async Task RunAsync(IReadOnlyList<BenchmarkPage> pages, string folder)
    {
        var (ratios, burns) = (new List<double>(), new List<double>());
        await using var one = new OurRecognition(folder, options => options.Workers = 1);
        await using var two = new OurRecognition(folder, options => options.Workers = 2);
        // The longest first: else the last page of so short a run decides. By the way both pools get warm.
        var seconds = new Dictionary<BenchmarkPage, double>();
        foreach (var page in pages.Take(MostPages)) seconds[page] = await TimeAsync(one, 1, [page]);
        pages = [.. seconds.OrderByDescending(pair => pair.Value).Select(pair => pair.Key)];
        await TimeAsync(two, 2, pages.TakeLast(4));
        Console.WriteLine();
        for (var round = 1; round <= Rounds; round++)
        {
            var alone = pages.Count / await TimeAsync(one, 1, pages);
            var together = pages.Count / await TimeAsync(two, 2, pages);
            ratios.Add(together / alone);
            burns.Add(await Machine.BurnScalingAsync());
            Console.WriteLine($"round {round}  one worker {alone:0.000} pages/s, two {together:0.000} pages/s, ratio {ratios[^1]:0.00}; two busy loops {burns[^1]:0.00} times one; load {Machine.Load()}");
        }
        var burn = Run.Median(burns);
        Verdict.Print(
            $"two workers reach {Run.Median(ratios):0.00} times one worker's rate (at least 1.90 where two cores are idle; here two busy loops reach {burn:0.00}{(burn < 1.9 ? ", so they are not" : "")})",
            Run.Median(ratios) >= 1.9);
    }

    private static async Task<double> TimeAsync(OurRecognition recognition, int workers, IEnumerable<BenchmarkPage> pages)
    {
        var waiting = new ConcurrentQueue<BenchmarkPage>(pages);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async _ =>
        {
            while (waiting.TryDequeue(out var page)) await recognition.TextOfAsync(page);
        }));
        return clock.Elapsed.TotalSeconds;
    }
}
