using System.Globalization;
using AwardArchive.Benchmarks.Search.Engines;
using AwardArchive.Benchmarks.Search.Judged;

namespace AwardArchive.Benchmarks.Search;

/// <summary>How well judged queries are answered, by class, ours and every peer over the same papers.</summary>
internal static class QualityBenchmark
{
    private const double MarksLoss = 0.03;
    private const double MisreadMarkRecall = 0.98;
    private const double MisreadLetterRecall = 0.85;
    private const double NoMiddleNameNdcg = 0.90;

    public static async Task<int> RunAsync(SearchBenchmarkOptions options)
    {
        var set = JudgedSet.Create(options.Seed);
        Console.WriteLine($"papers    {set.Papers.Count}, pages {set.Papers.Sum(paper => paper.Pages.Count)}, queries {set.Queries.Count}, seed {options.Seed} ({Use(options.Seed)})");
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var measured = new List<(string Name, Dictionary<QueryClass, Measures> Classes)>();
            foreach (var create in Peers.Of(options, folder.FullName))
            {
                await using var engine = await create();
                Console.WriteLine($"engine    {engine.Name}: {engine.Version}");
                await engine.BuildAsync(set.Papers, CancellationToken.None);
                measured.Add((engine.Name, await MeasureAsync(engine, set, options.Shown)));
            }
            Tell("nDCG@10", measured, one => one.Ndcg);
            Tell("recall@10", measured, one => one.Recall);
            Tell("MRR", measured, one => one.ReciprocalRank);
            return Judge(measured) ? 0 : 2;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Use(ulong seed) => seed switch
    {
        JudgedSet.TuningSeed => "tuning",
        JudgedSet.ReportingSeed => "reporting",
        _ => "unseen",
    };

    private static async Task<Dictionary<QueryClass, Measures>> MeasureAsync(ISearchEngine engine, JudgedSet set, QueryClass? shown)
    {
        var all = new List<(QueryClass Class, Measures Measures)>();
        foreach (var query in set.Queries)
        {
            var answer = await engine.SearchAsync(QueryFor(engine, query));
            var one = Measures.Of(answer.Top, query.Grades);
            all.Add((query.Class, one));
            if (query.Class == shown && one.Ndcg < 0.999)
                Console.WriteLine($"  {engine.Name,-16} nDCG {Figure(one.Ndcg)} recall {Figure(one.Recall)} of {query.Grades.Values.Count(grade => grade == 3),3}, found {answer.Total,4}: {query.Text}");
        }
        return all.GroupBy(one => one.Class, one => one.Measures).ToDictionary(group => group.Key, group => Measures.Mean([.. group]));
    }

    /// <remarks>Folding finds misread marks; only a misread letter needs a fuzzy query, where an engine has one.</remarks>
    private static EngineQuery QueryFor(ISearchEngine engine, JudgedQuery query) =>
        new(query.Text, query.Class is QueryClass.MisreadLetter or QueryClass.TwoMisread && engine.Answers(EngineQueryKind.Fuzzy) ? EngineQueryKind.Fuzzy : EngineQueryKind.Words);

    private static void Tell(string title, List<(string Name, Dictionary<QueryClass, Measures> Classes)> measured, Func<Measures, double> figure)
    {
        Console.WriteLine();
        Console.WriteLine($"| {title} | {string.Join(" | ", measured.Select(one => one.Name))} |");
        Console.WriteLine($"| --- |{string.Concat(Enumerable.Repeat(" --- |", measured.Count))}");
        foreach (var @class in Enum.GetValues<QueryClass>())
            Console.WriteLine($"| {Named(@class)} | {string.Join(" | ", measured.Select(one => Figure(figure(one.Classes[@class]))))} |");
    }

    private static bool Judge(List<(string Name, Dictionary<QueryClass, Measures> Classes)> measured)
    {
        var ours = measured[0].Classes;
        var loss = 1 - (ours[QueryClass.NoMarks].Ndcg / ours[QueryClass.Marks].Ndcg);
        Console.WriteLine();
        var met = Verdict.Tell($"queries without marks lose {100 * loss:0.0} % of nDCG (bar: at most {100 * MarksLoss:0} %)", loss <= MarksLoss);
        met &= Verdict.Tell($"misread marks: recall@10 {Figure(ours[QueryClass.MisreadMark].Recall)} (bar: {Figure(MisreadMarkRecall)})", ours[QueryClass.MisreadMark].Recall >= MisreadMarkRecall);
        met &= Verdict.Tell($"misread letter: recall@10 {Figure(ours[QueryClass.MisreadLetter].Recall)} (bar: {Figure(MisreadLetterRecall)})", ours[QueryClass.MisreadLetter].Recall >= MisreadLetterRecall);
        met &= Verdict.Tell($"no middle name: nDCG@10 {Figure(ours[QueryClass.NoMiddleName].Ndcg)} (bar: {Figure(NoMiddleNameNdcg)})", ours[QueryClass.NoMiddleName].Ndcg >= NoMiddleNameNdcg);
        foreach (var (name, classes) in measured.Skip(1))
        {
            var notBetter = Enum.GetValues<QueryClass>().Where(@class => ours[@class].Ndcg <= classes[@class].Ndcg)
                .Select(@class => $"{Named(@class)} {Figure(ours[@class].Ndcg)} to {Figure(classes[@class].Ndcg)}").ToList();
            met &= Verdict.Tell($"better nDCG@10 than {name} in every class{(notBetter.Count == 0 ? "" : $"; not in: {string.Join(", ", notBetter)}")}", notBetter.Count == 0);
        }
        return met;
    }

    private static string Named(QueryClass @class) => string.Concat(@class.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
