using System.Collections.Concurrent;
using System.Text.Json;
using AwardArchive.Demo;
using AwardArchive.Demo.Papers;
using AwardArchive.Recognition;
using AwardArchive.Tests.Reading;

namespace AwardArchive.Benchmarks.Reading;

/// <summary>A paper to be read, with what stands on it.</summary>
/// <param name="Group">Under which it is reported: <c>True</c> or a level of damage.</param>
/// <param name="Name">Kind and seed, to find it again.</param>
internal sealed record ReadingPaper(string Group, string Name, DemoFacts Truth, IReadOnlyList<PageWords> Pages);

/// <summary>The papers of the reading benchmark.</summary>
internal static class ReadingPapers
{
    public const string True = "True";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Papers of every kind by their true words.</summary>
    /// <param name="seed">Of the first of each kind; the others follow.</param>
    /// <param name="each">Papers of a kind.</param>
    /// <param name="kinds">Null: all.</param>
    public static IEnumerable<ReadingPaper> TrueOnes(ulong seed, int each, IReadOnlyList<DemoKind>? kinds = null)
    {
        using var fonts = new DemoFonts();
        foreach (var kind in kinds ?? Enum.GetValues<DemoKind>())
        {
            for (var i = 0; i < each; i++)
            {
                var its = (seed * 1000) + (ulong)i;
                var paper = DemoPapers.LayOut(new(kind, DemoLevel.Clean, DemoContainer.PdfColor, its), fonts);
                yield return new(True, $"{kind} {its}", paper.Facts, TruePages.Of(paper, fonts));
            }
        }
    }

    /// <summary>Scans of one level of damage, recognized.</summary>
    /// <param name="kept">A folder for what was recognized; null keeps nothing. Empty it when recognition changes.</param>
    /// <param name="kinds">In turn; null: those that sets are drawn from.</param>
    public static async Task<IReadOnlyList<ReadingPaper>> ScannedAsync(
        DemoLevel level, ulong seed, int papers, string? kept, IReadOnlyList<DemoKind>? kinds = null)
    {
        var file = kept is null ? null : Path.Combine(kept, $"reading-{(kinds is null ? "" : "forms-")}{seed}-{level}-{papers}.json");
        if (file is not null && File.Exists(file)) return JsonSerializer.Deserialize<List<ReadingPaper>>(await File.ReadAllTextAsync(file), Json)!;
        var read = await RecognizeAsync(level, kinds is null ? DemoSet.Mix(new() { Seed = seed, Count = papers, Levels = [level] }) : InTurn(kinds, level, seed, papers));
        if (file is not null)
        {
            Directory.CreateDirectory(kept!);
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(read, Json));
        }
        return read;
    }

    private static DemoSet InTurn(IReadOnlyList<DemoKind> kinds, DemoLevel level, ulong seed, int papers) => new(
    [
        .. Enumerable.Range(0, papers).Select(i => new DemoSpec(
            kinds[i % kinds.Count], level, level is DemoLevel.Fax ? DemoContainer.PdfGroup4 : DemoContainer.PdfColor, (seed * 1000) + (ulong)i)),
    ]);

    private static async Task<List<ReadingPaper>> RecognizeAsync(DemoLevel level, DemoSet set)
    {
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var documents = DemoGenerator.Generate(set, folder.FullName, CancellationToken.None);
            await using var recognition = new OurRecognition(folder.FullName, options => options.Workers = Environment.ProcessorCount);
            var pages = new ConcurrentDictionary<(string, int), PageWords>();
            await Parallel.ForEachAsync(
                documents.SelectMany(document => document.Truth.Pages.Select(page => (document.Path, page.Number))),
                async (page, _) => pages[page] = await recognition.WordsOfAsync(page.Path, ReadPages.MediaType(page.Path), page.Number));
            return
            [
                .. documents.Select(document => new ReadingPaper(
                    level.ToString(), $"{document.Truth.Kind} {document.Truth.Seed}", document.Truth.Facts,
                    [.. document.Truth.Pages.Select(page => pages[(document.Path, page.Number)])])),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
