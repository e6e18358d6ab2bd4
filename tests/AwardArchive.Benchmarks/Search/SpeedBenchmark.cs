using System.Globalization;
using System.Text;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Benchmarks.Search.Engines;

namespace AwardArchive.Benchmarks.Search;

/// <summary>
/// Build time, size and the times of queries over one corpus, ours and the peers in turn: rounds of the engines follow each other, so that what else the
/// machine does meets all of them.
/// </summary>
internal static class SpeedBenchmark
{
    private static readonly (int Clients, int Rounds)[] Loads = [(1, 10), (8, 3)];

    /// <summary>No more rounds of an engine on a kind of query after that; every engine has one.</summary>
    private static readonly TimeSpan CellLimit = TimeSpan.FromSeconds(6);

    public static async Task<int> RunAsync(SearchBenchmarkOptions options)
    {
        // The clients of engines within this process keep their threads busy.
        ThreadPool.SetMinThreads(16, 16);
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        var engines = new List<ISearchEngine>();
        try
        {
            var corpus = Measure(options);
            Console.WriteLine($"corpus    {corpus.Pages} pages in {corpus.Papers} papers, {corpus.Words / corpus.Pages} words a page, {corpus.Bytes >> 20} MiB of text, seed {options.Seed}");
            Console.WriteLine();
            Console.WriteLine("| engine | build | pages/s | pages a CPU second | peak memory | index | of the text |");
            Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
            var builds = new List<BuildFigures>();
            foreach (var create in Peers.Of(options, folder.FullName))
            {
                var engine = await create();
                engines.Add(engine);
                if (await BuildAsync(engine, options, corpus) is { } build) builds.Add(build);
                else engines.Remove(engine);
            }
            foreach (var engine in engines) Console.WriteLine($"engine    {engine.Name}: {engine.Version}");

            var met = JudgeBuild(builds[0]);
            foreach (var (clients, rounds) in Loads) met &= await SearchAsync(engines, options, clients, rounds);
            return met ? 0 : 2;
        }
        finally
        {
            foreach (var engine in engines) await engine.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private static CorpusFigures Measure(SearchBenchmarkOptions options)
    {
        var figures = new CorpusFigures(0, 0, 0, 0);
        foreach (var paper in CorpusGenerator.Generate(options.Seed, options.Pages))
        {
            figures = new(
                figures.Papers + 1, figures.Pages + paper.Pages.Count, figures.Bytes + paper.Pages.Sum(page => (long)Encoding.UTF8.GetByteCount(page)),
                figures.Words + paper.Pages.Sum(page => (long)page.Count(char.IsWhiteSpace) + 1));
        }
        return figures;
    }

    /// <returns>Null when it took too long; the engine is closed then.</returns>
    private static async Task<BuildFigures?> BuildAsync(ISearchEngine engine, SearchBenchmarkOptions options, CorpusFigures corpus)
    {
        PeakMemory.Reset();
        // Ours is what is measured: it has no limit.
        using var limit = engine is OurEngine ? new CancellationTokenSource() : new CancellationTokenSource(options.BuildLimit);
        try
        {
            var build = await BuildTime.MeasureAsync(engine, CorpusGenerator.Generate(options.Seed, options.Pages), limit.Token);
            var figures = new BuildFigures(corpus.Pages / build.Wall.TotalSeconds, PeakMemory.MiB(), engine.IndexBytes / (double)corpus.Bytes);
            // Of an engine in another process nothing is known of either.
            var isInside = engine is OurEngine or PlainLucene or SqliteFts5;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {engine.Name} | {build.Wall.TotalSeconds:0.0} s | {figures.PagesPerSecond:0} | {(isInside ? $"{corpus.Pages / build.Processor.TotalSeconds:0}" : "–")} | {(isInside ? $"{figures.PeakMiB} MiB" : "–")} | {engine.IndexBytes / 1048576.0:0} MiB | {figures.OfText:0.00} |"));
            return figures;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine($"| {engine.Name} | over {options.BuildLimit.TotalSeconds:0} s, left out | | | | | |");
            await engine.DisposeAsync();
            return null;
        }
    }

    private static bool JudgeBuild(BuildFigures ours)
    {
        Console.WriteLine();
        var met = Verdict.Tell(string.Create(CultureInfo.InvariantCulture, $"build {ours.PagesPerSecond:0} pages/s (bar: 1000)"), ours.PagesPerSecond >= 1000);
        met &= Verdict.Tell($"peak memory of the whole process {ours.PeakMiB} MiB (bar: under 1024)", ours.PeakMiB < 1024);
        return Verdict.Tell(string.Create(CultureInfo.InvariantCulture, $"index {ours.OfText:0.00} of the text (bar: 1.00)"), ours.OfText <= 1) & met;
    }

    private static async Task<bool> SearchAsync(List<ISearchEngine> engines, SearchBenchmarkOptions options, int clients, int rounds)
    {
        Console.WriteLine();
        Console.WriteLine($"| p50 / p95 / p99 (processor time a query) in ms, {clients} client{(clients == 1 ? "" : "s")} | {string.Join(" | ", engines.Select(engine => engine.Name))} |");
        Console.WriteLine($"| --- |{string.Concat(Enumerable.Repeat(" --- |", engines.Count))}");
        var judged = new List<(string Name, List<JudgedFigure> Figures)>();
        foreach (var kind in QueryKind.All(options.Seed).Where(kind => options.Kind is null || kind.Name == options.Kind))
        {
            var measured = await MeasureAsync(engines, kind, clients, rounds);
            Console.WriteLine($"| {kind.Name} | {string.Join(" | ", measured)} |");
            judged.Add((kind.Name, Judge(engines, kind, measured)));
        }
        Console.WriteLine();
        Console.WriteLine($"| our times, {clients} client{(clients == 1 ? "" : "s")} | bars of our own | {string.Join(" | ", engines.Skip(1).Select(engine => $"median of {engine.Name}'s"))} |");
        Console.WriteLine($"| --- |{string.Concat(Enumerable.Repeat(" --- |", engines.Count))}");
        foreach (var (name, figures) in judged) Console.WriteLine($"| {name} | {string.Join(" | ", figures)} |");
        var (met, all) = (judged.Sum(kind => kind.Figures.Count(figure => figure.Met == true)), judged.Sum(kind => kind.Figures.Count(figure => figure.Met is not null)));
        return Verdict.Tell($"{met} of {all} bars with {clients} client{(clients == 1 ? "" : "s")}", met == all);
    }

    private static async Task<List<Latencies>> MeasureAsync(List<ISearchEngine> engines, QueryKind kind, int clients, int rounds)
    {
        var measured = engines.Select(_ => new Latencies()).ToList();
        var spent = new TimeSpan[engines.Count];
        foreach (var engine in engines.Where(engine => engine.Answers(kind.Queries[0].Kind))) await new Latencies().RoundAsync(engine, kind.Queries, clients); // warm
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < engines.Count; i++)
            {
                if (engines[i].Answers(kind.Queries[0].Kind) && spent[i] < CellLimit) spent[i] += await measured[i].RoundAsync(engines[i], kind.Queries, clients);
            }
        }
        return measured;
    }

    /// <summary>Of our own first, then against each peer.</summary>
    private static List<JudgedFigure> Judge(List<ISearchEngine> engines, QueryKind kind, List<Latencies> measured)
    {
        var ours = measured[0];
        if (!ours.IsMeasured) return [new("not answered", false), .. engines.Skip(1).Select(_ => new JudgedFigure("–", null))];
        var isSuggestion = kind.Queries[0].Kind == EngineQueryKind.Suggestion;
        var own = isSuggestion ? ours.Percentile(95) < 10 : ours.Percentile(50) < 20 && ours.Percentile(95) < 100 && ours.Percentile(99) < 300;
        var figures = new List<JudgedFigure> { ours.Empty == 0 ? new(isSuggestion ? "p95 under 10" : "under 20 / 100 / 300", own) : new($"{ours.Empty} empty", false) };
        for (var i = 1; i < engines.Count; i++)
        {
            if (!measured[i].IsMeasured)
            {
                figures.Add(new("–", null));
                continue;
            }
            var times = ours.Percentile(50) / measured[i].Percentile(50);
            var most = engines[i] is PlainLucene ? kind.MostOfPlain : 1;
            figures.Add(new(string.Create(CultureInfo.InvariantCulture, $"{times:0.00} (≤ {most:0.##})"), times <= most));
        }
        return figures;
    }

    /// <param name="Met">Null: nothing to judge.</param>
    private sealed record JudgedFigure(string Text, bool? Met)
    {
        public override string ToString() => Met switch { null => Text, true => $"{Text} met", false => $"**{Text} NOT MET**" };
    }

    private sealed record CorpusFigures(int Papers, int Pages, long Bytes, long Words);

    private sealed record BuildFigures(double PagesPerSecond, long PeakMiB, double OfText);
}
