using System.Globalization;
using AwardArchive.Demo;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Benchmarks;

/// <summary>
/// Errors by level and pages a CPU second of our recognition against plain <c>tesseract -l vie</c>, both on the same page images, one page
/// at a time. A fifth of the documents lie turned. What is tuned is tuned on <see cref="TuningSeed"/>; what is told is measured on another seed.
/// </summary>
internal static class RecognitionBenchmark
{
    private const ulong TuningSeed = 7;
    private const ulong ReportingSeed = 1975;

    // Documents of one to three pages: 60 pages or more.
    private const int Documents = 36;

    public static async Task<int> RunAsync(string[] args)
    {
        ulong seed;
        switch (args.FirstOrDefault() ?? "report")
        {
            case "tune": seed = TuningSeed; break;
            case "report": seed = ReportingSeed; break;
            default: return Usage();
        }
        var documents = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Documents;
        var alone = args.Length > 2;

        await Machine.DescribeAsync();
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var pages = await PagesAsync(new() { Seed = seed, Count = documents, Turned = 0.2f }, folder.FullName);
            Console.WriteLine($"pages     {pages.Count} of {documents} documents, seed {seed} ({string.Join(", ", pages.CountBy(page => page.Level).Select(g => $"{g.Key} {g.Value}"))}; turned {pages.Count(page => page.Truth.Rotation != 0)})");
            var ours = await MeasureAsync("ours", pages, texts => OursAsync(pages, folder.FullName, texts));
            if (alone) return 0;
            var plain = await MeasureAsync("plain", pages, texts => PlainAsync(pages, folder.FullName, texts));
            Compare(ours, plain);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: bench.sh recognition [report|tune] [DOCUMENTS] [alone]");
        return 64;
    }

    private static async Task<IReadOnlyList<BenchmarkPage>> PagesAsync(DemoOptions options, string folder)
    {
        var documents = DemoGenerator.Generate(DemoSet.Mix(options), Path.Combine(folder, "scans"), CancellationToken.None);
        foreach (var document in documents) File.Delete(document.TruthPath);
        var images = await PageImages.ExtractAsync(documents, Path.Combine(folder, "pages"));
        var truths = documents.SelectMany(document => document.Truth.Pages.Select(page => (document.Truth.Level, Page: page))).ToList();
        if (images.Count != truths.Count) throw new InvalidOperationException($"{images.Count} page images for {truths.Count} pages.");
        return [.. images.Zip(truths, (image, truth) => new BenchmarkPage(image, truth.Level, truth.Page))];
    }

    private static async Task<Measured> MeasureAsync(string name, IReadOnlyList<BenchmarkPage> pages, Func<string[], Task> recognize)
    {
        var texts = new string[pages.Count];
        var before = CpuTime.Seconds();
        await recognize(texts);
        var seconds = CpuTime.Seconds() - before;
        var errors = pages.Zip(texts, (page, text) => UnorderedErrors.Between(page.Truth.Text, text)).ToList();

        foreach (var (page, error) in pages.Zip(errors).OrderByDescending(pair => pair.Second.WrongLetters).Take(8))
            Console.WriteLine($"  {name,-7} {Path.GetFileName(page.Image),-46} {page.Truth.Rotation,3}° {page.Truth.Skew,5:0.0}°  {error.WrongLetters,5} of {error.Letters} letters wrong");
        var levels = pages.Zip(errors).GroupBy(pair => pair.First.Level, pair => pair.Second).OrderBy(level => level.Key)
            .ToDictionary(level => level.Key.ToString(), level => level.Aggregate((a, b) => a + b));
        levels["Turned"] = Total(pages.Zip(errors).Where(pair => pair.First.Truth.Rotation != 0).Select(pair => pair.Second));
        levels["Upright"] = Total(pages.Zip(errors).Where(pair => pair.First.Truth.Rotation == 0).Select(pair => pair.Second));
        levels["Total"] = Total(errors);
        Console.WriteLine($"{name,-9} {pages.Count / seconds:0.000} pages a CPU second ({seconds:0.0} s)");
        foreach (var (level, error) in levels)
            Console.WriteLine($"  {level,-7} CER {Percent(error.WrongLetters, error.Letters)}  WER {Percent(error.WrongWords, error.Words)}  CER without marks {Percent(error.WrongBareLetters, error.Letters)}");
        return new(pages.Count / seconds, levels);
    }

    /// <summary>As the service does it, worker processes and all.</summary>
    private static async Task OursAsync(IReadOnlyList<BenchmarkPage> pages, string folder, string[] texts)
    {
        var options = Options.Create(new RecognitionOptions { Workers = 1 });
        await using var pool = new OcrWorkerPool(options, TimeProvider.System, NullLogger<OcrWorkerPool>.Instance);
        var recognizer = new PageRecognizer(pool, new PageRasterizer(options), options, TimeProvider.System);
        for (var i = 0; i < pages.Count; i++)
        {
            var scratch = Directory.CreateDirectory(Path.Combine(folder, "scratch"));
            var mediaType = Path.GetExtension(pages[i].Image) == ".png" ? "image/png" : "image/jpeg";
            var recognized = await recognizer.RecognizeAsync(pages[i].Image, mediaType, 1, scratch.FullName, CancellationToken.None);
            texts[i] = PageText.Of(recognized.Words).Text;
            scratch.Delete(recursive: true);
        }
    }

    private static async Task PlainAsync(IReadOnlyList<BenchmarkPage> pages, string folder, string[] texts)
    {
        var result = Path.Combine(folder, "plain");
        for (var i = 0; i < pages.Count; i++)
        {
            await Run.OutputAsync("tesseract", pages[i].Image, result, "-l", "vie");
            texts[i] = await File.ReadAllTextAsync(result + ".txt");
        }
    }

    private static void Compare(Measured ours, Measured plain)
    {
        var (mine, theirs) = (ours.Levels["Total"].WrongLetters, plain.Levels["Total"].WrongLetters);
        var worse = Enum.GetNames<DemoLevel>().Where(level => ours.Levels.TryGetValue(level, out var own) && own.WrongLetters > plain.Levels[level].WrongLetters).ToList();
        Verdict($"accuracy  {(double)mine / theirs:0.00} of plain tesseract's wrong letters (bar: at most 0.50)", mine * 2 <= theirs);
        Verdict($"levels    {(worse.Count == 0 ? "none worse" : $"worse: {string.Join(", ", worse)}")} (bar: none)", worse.Count == 0);
        Verdict($"speed     {ours.Rate / plain.Rate:0.00} times plain tesseract's pages a CPU second (bar: at least 1.40)", ours.Rate >= 1.4 * plain.Rate);
    }

    private static void Verdict(string text, bool met) => Console.WriteLine($"{text} {(met ? "met" : "NOT MET")}");

    private static UnorderedErrors Total(IEnumerable<UnorderedErrors> errors) => errors.Aggregate(default(UnorderedErrors), (a, b) => a + b);

    private static string Percent(int part, int whole) => whole == 0 ? "     –" : (100.0 * part / whole).ToString("0.00", CultureInfo.InvariantCulture).PadLeft(5) + " %";

    private sealed record BenchmarkPage(string Image, DemoLevel Level, TruthPage Truth);

    private sealed record Measured(double Rate, IReadOnlyDictionary<string, UnorderedErrors> Levels);
}
