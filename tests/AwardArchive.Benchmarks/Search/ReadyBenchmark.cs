using System.Diagnostics;
using System.Globalization;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Benchmarks.Search.Engines;

namespace AwardArchive.Benchmarks.Search;

/// <summary>How long after its step to Ready a paper is found: one paper after the other, each with a word that no other has, searched for without pause.</summary>
internal static class ReadyBenchmark
{
    private const int Papers = 200;
    private const double MostSeconds = 1;

    private static readonly TimeSpan GivenUp = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(SearchBenchmarkOptions options)
    {
        var temporary = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            await using var ours = new OurEngine(options.Kept ?? temporary.FullName);
            await ours.BuildAsync(CorpusGenerator.Generate(options.Seed, options.Pages), CancellationToken.None);
            var waits = new List<double>();
            // Papers beyond the corpus, the first page of each.
            foreach (var paper in CorpusGenerator.Generate(~options.Seed, int.MaxValue).Take(Papers))
            {
                var word = WordOf(waits.Count);
                var document = CatalogForm.Of(paper with { Id = Guid.CreateVersion7(), Pages = [$"{paper.Pages[0]}\n{word}"] });
                await ours.PutReadyAsync(document);
                var began = Stopwatch.GetTimestamp();
                while ((await ours.SearchAsync(new($"\"{word}\""))).Top is not [var id] || id != document.Id)
                {
                    if (Stopwatch.GetElapsedTime(began) > GivenUp) throw new TimeoutException($"The paper with {word} is not found.");
                    await Task.Delay(1);
                }
                waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            waits.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready     {Papers} papers of one page into an archive of {options.Pages} pages: found after {waits[Papers / 2]:0} / {waits[Papers * 95 / 100]:0} / {waits[^1]:0} ms (p50, p95, most)"));
            return Verdict.Tell("found within 1 s of Ready", waits[^1] < MostSeconds * 1000) ? 0 : 2;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Letters only, and no word of Vietnamese.</summary>
    private static string WordOf(int number) => $"zwj{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}zwj";
}
