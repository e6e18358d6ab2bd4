using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Benchmarks.Access;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Benchmarks.Search.Engines;

namespace AwardArchive.Benchmarks.Search;

/// <summary>
/// What it costs a search that a tenth of the papers is hidden from whoever searches: against one who sees everything in the same archive, and against an
/// archive that has only the papers which the former sees. Rounds follow each other in turn. Then whether times of answers tell what is hidden.
/// </summary>
internal static class AccessBenchmark
{
    public const string Usage = "access [PAGES] [seed=N]";

    private const int Rounds = 12;
    private const double Bar = 1.2;

    public static async Task<int> RunAsync(string[] args)
    {
        if (SearchBenchmarkOptions.Parse(args) is not { } options)
        {
            Console.Error.WriteLine($"usage: bench.sh {Usage}");
            return 64;
        }
        await Machine.DescribeAsync();
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            await using var archive = new OurEngine(Path.Combine(folder.FullName, "all"), hides: true);
            await using var seen = new OurEngine(Path.Combine(folder.FullName, "seen"));
            await archive.BuildAsync(CorpusGenerator.Generate(options.Seed, options.Pages), CancellationToken.None);
            await seen.BuildAsync(CorpusGenerator.Generate(options.Seed, options.Pages).Where(paper => !HiddenShare.IsHidden(paper)), CancellationToken.None);
            SightedEngine[] engines =
            [
                new("limited", archive, HiddenShare.Person), new("unlimited", archive, Actor.System), new("only what is seen", seen, Actor.System),
            ];
            var papers = CorpusGenerator.Generate(options.Seed, options.Pages).ToList();
            var hidden = papers.Count(HiddenShare.IsHidden);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"archive   {papers.Sum(paper => paper.Pages.Count)} pages in {papers.Count} papers, {100.0 * hidden / papers.Count:0.0} % hidden, seed {options.Seed}"));
            Console.WriteLine($"segments  {string.Join(", ", engines.Select(engine => string.Create(CultureInfo.InvariantCulture, $"{engine.Name} {engine.Segments}")))}");
            var met = await CompareAsync(engines, QueryKind.All(options.Seed));
            return await HiddenTimes.CompareAsync(HiddenTimes.DefaultPairs, options.Seed) && met ? 0 : 2;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> CompareAsync(SightedEngine[] engines, IReadOnlyList<QueryKind> kinds)
    {
        var all = engines.Select(_ => new Latencies()).ToArray();
        Console.WriteLine();
        Console.WriteLine($"| p50 / p95 / p99 (processor time a query) in ms | {string.Join(" | ", engines.Select(engine => engine.Name))} | median, p95 against unlimited | against only what is seen |");
        Console.WriteLine($"| --- |{string.Concat(Enumerable.Repeat(" --- |", engines.Length + 2))}");
        foreach (var kind in kinds)
        {
            var ofKind = engines.Select(_ => new Latencies()).ToArray();
            foreach (var engine in engines) await new Latencies().RoundAsync(engine, kind.Queries, clients: 1); // warm
            for (var round = 0; round < Rounds; round++)
            {
                // Each goes first as often as the others.
                for (var turn = 0; turn < engines.Length; turn++)
                {
                    var i = (round + turn) % engines.Length;
                    await ofKind[i].RoundAsync(engines[i], kind.Queries, clients: 1);
                }
            }
            for (var i = 0; i < engines.Length; i++) all[i].Add(ofKind[i]);
            Console.WriteLine($"| {kind.Name} | {string.Join(" | ", ofKind.Select(times => $"{times}"))} | {Ratios(ofKind[0], ofKind[1])} | {Ratios(ofKind[0], ofKind[2])} |");
        }
        Console.WriteLine($"| all | {string.Join(" | ", all.Select(times => $"{times}"))} | {Ratios(all[0], all[1])} | {Ratios(all[0], all[2])} |");
        Console.WriteLine();
        var met = true;
        foreach (var i in new[] { 1, 2 })
        {
            foreach (var percent in new[] { 50, 95 })
            {
                var ratio = all[0].Percentile(percent) / all[i].Percentile(percent);
                met &= Verdict.Tell(string.Create(CultureInfo.InvariantCulture, $"p{percent} limited against {engines[i].Name}: {ratio:0.00} (bar: {Bar:0.0})"), ratio <= Bar);
            }
        }
        return met;
    }

    private static string Ratios(Latencies limited, Latencies other) =>
        string.Create(CultureInfo.InvariantCulture, $"{limited.Percentile(50) / other.Percentile(50):0.00}, {limited.Percentile(95) / other.Percentile(95):0.00}");
}
