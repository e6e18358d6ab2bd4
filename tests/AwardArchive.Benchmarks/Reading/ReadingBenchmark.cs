using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AwardArchive.Demo;
using AwardArchive.Reading;

namespace AwardArchive.Benchmarks.Reading;

/// <summary>How much of what stands on papers is read from their words: from true ones, where every error is the rules', and from scans of each level.</summary>
internal static class ReadingBenchmark
{
    public const string Usage = "reading [tune|report|seed=N] [PAPERS of a level, default 26] [true] [forms] [keep=FOLDER for what was recognized]";

    /// <summary>Rules are made on this seed.</summary>
    private const ulong TuneSeed = 7;

    /// <summary>And judged on this one.</summary>
    private const ulong ReportSeed = 1975;

    /// <summary>By true words, of a kind.</summary>
    private const int TruePapers = 40;

    /// <summary>Papers of the dossier that name persons by labels.</summary>
    private static readonly DemoKind[] Forms =
    [
        DemoKind.MotherDeclaration, DemoKind.DeclarationTable, DemoKind.RelativeDeclaration, DemoKind.PowerOfAttorney, DemoKind.Minutes, DemoKind.MothersSubmission,
        DemoKind.MeritCertificate, DemoKind.InvalidCertificate, DemoKind.DeathNotice,
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var (seed, papers, scans, kept, kinds) = (TuneSeed, 26, true, (string?)null, (DemoKind[]?)null);
        foreach (var argument in args)
        {
            if (argument == "tune") seed = TuneSeed;
            else if (argument == "report") seed = ReportSeed;
            else if (argument == "true") scans = false;
            else if (argument == "forms") kinds = Forms;
            else if (argument.StartsWith("keep=", StringComparison.Ordinal)) kept = argument[5..];
            else if (argument.StartsWith("seed=", StringComparison.Ordinal) && ulong.TryParse(argument[5..], CultureInfo.InvariantCulture, out var other)) seed = other;
            else if (!int.TryParse(argument, CultureInfo.InvariantCulture, out papers) || papers < 1)
            {
                Console.Error.WriteLine($"usage: bench.sh {Usage}");
                return 64;
            }
        }
        await Machine.DescribeAsync();
        Console.WriteLine($"seed      {seed}");

        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (pages, watch) = (0, new System.Diagnostics.Stopwatch());
        var groups = new List<ReadingScores> { Score(ReadingPapers.True, ReadingPapers.TrueOnes(seed, TruePapers, kinds)) };
        foreach (var level in scans ? Enum.GetValues<DemoLevel>() : [])
            groups.Add(Score(level.ToString(), await ReadingPapers.ScannedAsync(level, seed, papers, kept, kinds)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{pages} pages read, {pages / watch.Elapsed.TotalSeconds:0} a second on one core, from words in memory"));
        Console.WriteLine($"all that was read   SHA-256 {Convert.ToHexStringLower(all.GetHashAndReset())}   (the same rules over the same words give the same)");
        Bars(groups);
        return 0;

        ReadingScores Score(string name, IEnumerable<ReadingPaper> group)
        {
            var scores = new ReadingScores(name);
            foreach (var paper in group)
            {
                watch.Start();
                var reading = MachineReader.Read(paper.Pages);
                watch.Stop();
                pages += paper.Pages.Count;
                all.AppendData(JsonSerializer.SerializeToUtf8Bytes(reading, JsonSerializerOptions.Web));
                scores.Add(paper, reading);
            }
            scores.Print();
            return scores;
        }
    }

    private static void Bars(IReadOnlyList<ReadingScores> groups)
    {
        Console.WriteLine();
        foreach (var group in groups)
        {
            if (group.Group == ReadingPapers.True)
            {
                foreach (var field in ReadingScores.BarFields) Bar($"{group.Group}: {field}", group.Share(field), 0.99);
                Bar($"{group.Group}: rows, name, F1", group.F1("name"), 0.99);
                Bar($"{group.Group}: rows, name and year, F1", group.F1("name and year"), 0.97);
                continue;
            }
            var good = group.Group is nameof(DemoLevel.Clean) or nameof(DemoLevel.Office);
            Bar($"{group.Group}: fields", group.FieldShare, good ? 0.95 : 0.80);
            Bar($"{group.Group}: rows, name, F1", group.F1("name"), good ? 0.93 : 0.75);
        }
        // Of true words everything is right and sure; that would hide what scans do.
        var scanned = groups.Where(group => group.Group != ReadingPapers.True).Select(group => group.Calibration).ToList();
        var (sure, right) = (scanned.Sum(scores => scores.Sure), scanned.Sum(scores => scores.Right));
        if (sure > 0) Bar($"scans: of {sure} facts with a confidence of 0.9 and more right", (double)right / sure, 0.97);
    }

    private static void Bar(string what, double share, double atLeast) =>
        Verdict.Print($"{what} {ReadingScores.Percent(share)} (at least {ReadingScores.Percent(atLeast)})", share >= atLeast);
}
