using System.Globalization;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks;

/// <summary>
/// Recognition against its peers: errors by level and pages a CPU second against plain <c>tesseract -l vie</c>, two workers against one,
/// searchable PDFs against OCRmyPDF, and memory. A fifth of the documents lie turned. What is tuned is tuned on <see cref="TuningSeed"/>;
/// what is told is measured on <see cref="ReportingSeed"/>; any other seed is for checks.
/// </summary>
internal static class RecognitionBenchmark
{
    public const string Usage =
        """
        recognition [report|tune|seed=N] [DOCUMENTS] [quick|alone|memory|workers|ocrmypdf] [level=NAME]
            report    seed 1975 and the samples; every measurement (the default)
            tune      seed 7; as quick
            seed=N    another seed; as quick
            quick     accuracy and CPU time against plain tesseract only
            alone     ours only, without a peer
            memory, workers, ocrmypdf   only that measurement
            level=NAME   a set of that level only: clean, office, old or fax
        recognition-memory [PAGES]
            what stays resident over many pages (1000) in a row through one worker
        recognition-position [DOCUMENTS]
            which way up pages lie, three of four turned: ours beside Tesseract's own detection (--psm 0)
        """;

    private const ulong TuningSeed = 7;
    private const ulong ReportingSeed = 1975;

    // Documents of one to three pages: 60 pages or more.
    private const int Documents = 40;

    private const int PagesInRound = 6;

    private static readonly string[] Parts = ["quick", "alone", "memory", "workers", "ocrmypdf"];

    public static async Task<int> RunAsync(string[] args)
    {
        var words = args.ToList();
        var part = Parts.FirstOrDefault(words.Remove);
        DemoLevel? level = null;
        if (words.Find(word => word.StartsWith("level=", StringComparison.Ordinal)) is { } named)
        {
            if (!Enum.TryParse<DemoLevel>(named[6..], ignoreCase: true, out var only)) return WrongUsage();
            level = only;
            words.Remove(named);
        }
        ulong seed;
        switch (words.FirstOrDefault() ?? "report")
        {
            case "report": seed = ReportingSeed; break;
            case "tune": seed = TuningSeed; break;
            case var other when other.StartsWith("seed=", StringComparison.Ordinal) && ulong.TryParse(other.AsSpan(5), CultureInfo.InvariantCulture, out seed): break;
            default: return WrongUsage();
        }
        if (seed != ReportingSeed) part ??= "quick";
        var documents = Documents;
        if (words.Count > 2 || (words.Count == 2 && !int.TryParse(words[1], CultureInfo.InvariantCulture, out documents))) return WrongUsage();

        await Machine.DescribeAsync();
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var generated = await RecognitionPages.GenerateAsync(Options(seed, documents, level), folder.FullName);
            var samples = seed == ReportingSeed && level is null ? await RecognitionPages.SamplesAsync(folder.FullName) : [];
            if (seed == ReportingSeed && level is null && samples.Count == 0) Console.WriteLine("samples   not there: ../shared/samples is missing beside this checkout");
            IReadOnlyList<BenchmarkPage> pages = [.. generated, .. samples];
            Console.WriteLine($"pages     {RecognitionPages.Describe(pages)}, seed {seed}, {documents} documents");

            if (part is null or "quick" or "alone") await CompareAsync(pages, folder.FullName, alone: part == "alone");
            if (part is null) await BornDigitalAsync(folder.FullName);
            if (part is null or "memory") await WorkerMemory.RunAsync(folder.FullName);
            if (part is null or "workers") await WorkerScaling.RunAsync(generated, folder.FullName);
            if (part is null or "ocrmypdf") await OcrMyPdfComparison.RunAsync(pages, folder.FullName);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DemoOptions Options(ulong seed, int documents, DemoLevel? level)
    {
        var options = new DemoOptions { Seed = seed, Count = documents, Turned = 0.2f };
        return level is { } only ? options with { Levels = [only] } : options;
    }

    private static int WrongUsage()
    {
        Console.Error.WriteLine($"usage: bench.sh {Usage}");
        return 64;
    }

    /// <summary>Both sides on the same pages, one page at a time, in rounds of a few pages in turn, so that a machine whose speed drifts is fair to both.</summary>
    private static async Task CompareAsync(IReadOnlyList<BenchmarkPage> pages, string folder, bool alone)
    {
        var (ourTexts, plainTexts) = (new string[pages.Count], new string[pages.Count]);
        var (ourSeconds, plainSeconds) = (0.0, 0.0);
        var ratios = new List<double>();
        await using (var recognition = new OurRecognition(folder, options => options.Workers = 1))
        {
            foreach (var (round, number) in Enumerable.Range(0, pages.Count).Chunk(PagesInRound).Select((round, number) => (round, number)))
            {
                double ours = 0, plain = 0;
                if (number % 2 == 0) ours = await OursAsync(recognition, round);
                if (!alone) plain = await PlainAsync(round);
                if (number % 2 != 0) ours = await OursAsync(recognition, round);
                (ourSeconds, plainSeconds) = (ourSeconds + ours, plainSeconds + plain);
                if (round.Length == PagesInRound) ratios.Add(plain / ours);
            }
        }

        var ourScores = new RecognitionScores(pages, ourTexts);
        var plainScores = alone ? null : new RecognitionScores(pages, plainTexts);
        ourScores.PrintWorst("ours");
        plainScores?.PrintWorst("plain");
        Console.WriteLine();
        RecognitionScores.PrintTable(pages, ourScores, plainScores);
        Console.WriteLine();
        Console.WriteLine($"ours      {pages.Count / ourSeconds:0.000} pages a CPU second ({ourSeconds:0.0} s)");
        if (plainScores is null) return;
        Console.WriteLine($"plain     {pages.Count / plainSeconds:0.000} pages a CPU second ({plainSeconds:0.0} s)");
        Judge(pages, ourScores, plainScores);
        var speed = Run.Median(ratios);
        Verdict.Print(
            $"{speed:0.00} times plain tesseract's pages a CPU second (median of {ratios.Count} rounds; over all {plainSeconds / ourSeconds:0.00}; at least 1.40)", speed >= 1.4);

        Task<double> OursAsync(OurRecognition recognition, int[] round) => CpuSecondsAsync(async () =>
        {
            foreach (var i in round) ourTexts[i] = await recognition.TextOfAsync(pages[i]);
        });

        Task<double> PlainAsync(int[] round) => CpuSecondsAsync(async () =>
        {
            var result = Path.Combine(folder, "plain");
            foreach (var i in round)
            {
                await Run.OutputAsync("tesseract", pages[i].Image, result, "-l", "vie");
                plainTexts[i] = await File.ReadAllTextAsync(result + ".txt");
            }
        });
    }

    private static async Task<double> CpuSecondsAsync(Func<Task> work)
    {
        var before = CpuTime.Seconds();
        await work();
        return CpuTime.Seconds() - before;
    }

    private static void Judge(IReadOnlyList<BenchmarkPage> pages, RecognitionScores ours, RecognitionScores plain)
    {
        var (mine, theirs) = (ours.Of(_ => true).WrongLetters, plain.Of(_ => true).WrongLetters);
        Verdict.Print($"{(double)mine / theirs:0.00} of plain tesseract's wrong letters in total (at most 0.50)", mine * 2 <= theirs);
        var levels = Worse(page => Enum.TryParse<DemoLevel>(page.Group, out _));
        Verdict.Print($"{(levels.Count == 0 ? "no level is worse" : $"worse: {string.Join(", ", levels)}")} (none may be)", levels.Count == 0);
        var samples = Worse(page => !Enum.TryParse<DemoLevel>(page.Group, out _));
        if (samples.Count > 0) Console.WriteLine($"     worse among the samples: {string.Join(", ", samples)}");
        var digits = ours.DigitsOf(page => page.Group is nameof(DemoLevel.Clean) or nameof(DemoLevel.Office));
        Verdict.Print(
            $"{RecognitionScores.Share(digits.Found, digits.Digits)} of the digits on clean and office pages found, {digits.Added} added (at least 99 %)", digits.Found * 100L >= digits.Digits * 99L);

        List<string> Worse(Func<BenchmarkPage, bool> which) =>
        [
            .. pages.Where(which).GroupBy(page => page.Group).Select(group => group.Key)
                .Where(group => ours.Of(page => page.Group == group).WrongLetters > plain.Of(page => page.Group == group).WrongLetters),
        ];
    }

    /// <summary>The born-digital sample as the service takes it: nothing is recognized, so it stands outside the comparison.</summary>
    private static async Task BornDigitalAsync(string folder)
    {
        if (RecognitionPages.BornDigitalSample() is not var (pdf, truth)) return;
        await using var recognition = new OurRecognition(folder, options => options.Workers = 1);
        var errors = default(UnorderedErrors);
        for (var page = 1; page <= truth.Count; page++)
            errors += UnorderedErrors.Between(truth[page - 1], await recognition.TextOfAsync(pdf, "application/pdf", page));
        Console.WriteLine();
        Console.WriteLine($"sample, born-digital PDF as it came: CER {RecognitionScores.Share(errors.WrongLetters, errors.Letters)}");
    }
}
