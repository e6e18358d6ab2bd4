using System.Diagnostics;
using System.Globalization;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Benchmarks.Search.Engines;
using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using IoDirectory = System.IO.Directory;

namespace AwardArchive.Benchmarks.Search;

/// <summary>Which of Lucene's directories reads our index fastest: the same queries by one thread and by eight, in turn.</summary>
internal static class DirectoryBenchmark
{
    private const ulong Seed = 1975;
    private const int Rounds = 5;

    private static readonly (string Name, Func<DirectoryInfo, FSDirectory> Open)[] Directories =
    [
        ("NIOFS", folder => new NIOFSDirectory(folder)),
        ("SimpleFS", folder => new SimpleFSDirectory(folder)),
        ("MMap", folder => new MMapDirectory(folder)),
        ("ours, mapped", IndexGeneration.OpenDirectory),
    ];

    public static async Task<int> RunAsync(SearchBenchmarkOptions options)
    {
        var temporary = IoDirectory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var folder = options.Kept ?? temporary.FullName;
            await using (var ours = new OurEngine(folder)) await ours.BuildAsync(CorpusGenerator.Generate(Seed, options.Pages), CancellationToken.None);
            var index = new DirectoryInfo(Path.Combine(IoDirectory.EnumerateDirectories(Path.Combine(folder, "index")).Order().Last(), "open"));
            var queries = Queries();
            Console.WriteLine("| directory | queries a second, 1 thread | 8 threads |");
            Console.WriteLine("| --- | --- | --- |");
            var measured = Directories.ToDictionary(directory => directory.Name, _ => (One: new List<double>(), Eight: new List<double>()));
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var (name, open) in Directories)
                {
                    using var directory = open(index);
                    using var reader = DirectoryReader.Open(directory);
                    var searcher = IndexGeneration.NewSearcher(reader);
                    var (one, eight) = (Rate(searcher, queries, 1), Rate(searcher, queries, 8));
                    if (round == 0) continue; // warm
                    measured[name].One.Add(one);
                    measured[name].Eight.Add(eight);
                }
            }
            foreach (var (name, (one, eight)) in measured)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(one):0} | {Median(eight):0} |"));
            return 0;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Words, phrases and any of several words, folded.</summary>
    private static List<Query> Queries()
    {
        var queries = new List<Query>();
        foreach (var text in QueryKind.All(Seed).SelectMany(kind => kind.Queries).Select(query => Judged.WordForms.WithoutMarks(query.Text.Trim('"'))))
        {
            var words = text.Split(' ').Select(word => new Term(IndexFields.Text, IndexFields.Folded(word.ToLowerInvariant()))).ToList();
            var phrase = new PhraseQuery();
            var any = new BooleanQuery();
            foreach (var word in words)
            {
                phrase.Add(word);
                any.Add(new TermQuery(word), Occur.SHOULD);
            }
            queries.AddRange(phrase, any);
        }
        return queries;
    }

    private static double Rate(IndexSearcher searcher, List<Query> queries, int threads)
    {
        var began = Stopwatch.GetTimestamp();
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            for (var i = 0; i < queries.Count; i++) searcher.Search(queries[(i + (thread * queries.Count / threads)) % queries.Count], 10);
        });
        return threads * queries.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
