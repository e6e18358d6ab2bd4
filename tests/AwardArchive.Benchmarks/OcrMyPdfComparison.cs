using System.ComponentModel;
using System.Diagnostics;

namespace AwardArchive.Benchmarks;

/// <summary>From one PDF of scans to a searchable one: <c>ocr --format pdf</c> against OCRmyPDF, both with two processes, everything included.</summary>
internal static class OcrMyPdfComparison
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "award-archive");

    // Debian's packages of modules are for Debian's interpreter, which need not be the first on the path.
    private const string Python = "/usr/bin/python3";

    private static readonly (string Name, string[] Options)[] Peers =
    [
        ("ocrmypdf --deskew --clean", ["--deskew", "--clean"]),
        ("ocrmypdf, defaults", []),
    ];

    public static async Task RunAsync(IReadOnlyList<BenchmarkPage> pages, string folder)
    {
        var scans = Path.Combine(folder, "all.pdf");
        try
        {
            // The codings stay as they are, on A4 as archives have it: without a size the peer would have to guess the resolution.
            await Run.OutputAsync(Python, ["-m", "img2pdf", "--pagesize", "A4", "--auto-orient", "-o", scans, .. pages.Select(page => page.Image)]);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            Console.WriteLine($"OCRmyPDF is not measured: {e.Message.ReplaceLineEndings(" ")}");
            return;
        }
        Console.WriteLine();
        Console.WriteLine("| to a searchable PDF, 2 jobs | pages a second | CER of its text | digits found |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (name, options) in Peers)
        {
            // In turn, so that a machine whose speed drifts is fair to both.
            var ours = await OursAsync(scans, pages, folder);
            Print("award-archive ocr --format pdf", ours);
            try
            {
                var peer = await PeerAsync(scans, pages, folder, options);
                Print(name, peer);
                Verdict.Print($"{ours.Rate / peer.Rate:0.00} times the pages a second of {name} (at least 2.00)", ours.Rate >= 2 * peer.Rate);
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException)
            {
                Console.WriteLine($"| {name} | failed: {e.Message.ReplaceLineEndings(" ")} | | |");
            }
        }
    }

    private static async Task<Made> OursAsync(string scans, IReadOnlyList<BenchmarkPage> pages, string folder)
    {
        var output = Directory.CreateDirectory(Path.Combine(folder, "ours")).FullName;
        var clock = Stopwatch.StartNew();
        await Run.OutputAsync("env", "Recognition__Workers=2", Program, "ocr", scans, "--format", "pdf", "--out", output, "--json");
        return await MadeAsync(Path.Combine(output, "all.pdf"), pages, clock.Elapsed);
    }

    private static async Task<Made> PeerAsync(string scans, IReadOnlyList<BenchmarkPage> pages, string folder, string[] options)
    {
        var output = Path.Combine(folder, "peer.pdf");
        var clock = Stopwatch.StartNew();
        await Run.OutputAsync("ocrmypdf", [.. options, "-l", "vie", "--jobs", "2", "--quiet", scans, output]);
        return await MadeAsync(output, pages, clock.Elapsed);
    }

    private static async Task<Made> MadeAsync(string pdf, IReadOnlyList<BenchmarkPage> pages, TimeSpan took)
    {
        var texts = (await Run.OutputAsync("pdftotext", "-enc", "UTF-8", pdf, "-")).Split('\f');
        return new(pages.Count / took.TotalSeconds, new(pages, texts));
    }

    private static void Print(string name, Made made)
    {
        var (errors, digits) = (made.Scores.Of(_ => true), made.Scores.DigitsOf(_ => true));
        Console.WriteLine($"| {name} | {made.Rate:0.000} | {RecognitionScores.Share(errors.WrongLetters, errors.Letters)} | {RecognitionScores.Share(digits.Found, digits.Digits)} |");
    }

    private sealed record Made(double Rate, RecognitionScores Scores);
}
