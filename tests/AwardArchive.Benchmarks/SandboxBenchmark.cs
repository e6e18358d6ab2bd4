using System.Diagnostics;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Capture.FileWorkers;
using AwardArchive.Capture.Sandbox;
using AwardArchive.Demo;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Benchmarks;

/// <summary>What it costs to open files in a sandbox: a page's recognition, the look at an arriving file, a page image for the screen.</summary>
internal static class SandboxBenchmark
{
    public const string Usage = "sandbox [DOCUMENTS] [seed=N]";

    private const int Rounds = 5;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var count = arguments.Select(word => int.TryParse(word, out var number) ? number : 0).FirstOrDefault(number => number > 0, 12);
        var seed = arguments.Where(word => word.StartsWith("seed=", StringComparison.Ordinal)).Select(word => ulong.Parse(word[5..], null)).FirstOrDefault(1975UL);
        await Machine.DescribeAsync();
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var (free, locked) = (Of(SandboxUse.Never, folder.FullName), Of(SandboxUse.Auto, folder.FullName));
            Console.WriteLine($"sandbox   {locked.Status.Kind}, whole {locked.Status.IsWhole}, own user {locked.Status.HasOwnUser}; seed {seed}, {count} documents, {Rounds} rounds, medians");
            Directory.CreateDirectory(Path.Combine(folder.FullName, "scratch"));
            var documents = DemoGenerator.Generate(DemoSet.Mix(new() { Seed = seed, Count = count }), Path.Combine(folder.FullName, "scans"), CancellationToken.None);
            var pages = await RecognitionPages.GenerateAsync(new() { Seed = seed, Count = count }, Path.Combine(folder.FullName, "images"));
            await TriageAsync([.. documents.Select(document => document.Path)], free, locked);
            await ScreenAsync([.. pages.Select(page => page.Image)], free, locked);
            await PagesAsync([.. documents.SelectMany(document => document.Truth.Pages.Select(page => (document.Path, page.Number)))], folder.FullName);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ParserSandbox Of(SandboxUse use, string folder) => new(
        Options.Create(new SandboxOptions { Use = use }), Options.Create(new ArchiveOptions { DataFolder = folder }), NullLogger<ParserSandbox>.Instance);

    private static async Task TriageAsync(IReadOnlyList<string> files, ParserSandbox free, ParserSandbox locked)
    {
        var options = Options.Create(new CaptureOptions());
        await using var freeWorkers = new FileWorkerPool(options, free, TimeProvider.System, NullLogger<FileWorkerPool>.Instance);
        await using var lockedWorkers = new FileWorkerPool(options, locked, TimeProvider.System, NullLogger<FileWorkerPool>.Instance);
        var (before, after) = (new Triage(new PdfInspector(options, free), freeWorkers), new Triage(new PdfInspector(options, locked), lockedWorkers));
        foreach (var kind in files.GroupBy(file => FileSignature.MediaTypeOf(file)!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            List<double> inside = [], outside = [], boxed = [];
            foreach (var file in Enumerable.Range(0, Rounds).SelectMany(_ => kind))
            {
                if (kind.Key != FileSignature.Pdf)
                    inside.Add(await MillisecondsAsync(() => Task.FromResult(FileInspection.CountPages(new(file, kind.Key, 5000, 250_000_000, 40_000)))));
                outside.Add(await MillisecondsAsync(() => before.ExamineAsync(file, CancellationToken.None)));
                boxed.Add(await MillisecondsAsync(() => after.ExamineAsync(file, CancellationToken.None)));
            }
            var own = inside.Count > 0 ? $"in the service's process {Run.Median(inside):0.00} ms, " : "";
            Console.WriteLine($"triage {kind.Key,-16} {own}child {Run.Median(outside):0.00} ms, in the sandbox {Run.Median(boxed):0.00} ms");
        }
    }

    private static async Task ScreenAsync(IReadOnlyList<string> images, ParserSandbox free, ParserSandbox locked)
    {
        var options = Options.Create(new CaptureOptions());
        await using var freeWorkers = new FileWorkerPool(options, free, TimeProvider.System, NullLogger<FileWorkerPool>.Instance);
        await using var lockedWorkers = new FileWorkerPool(options, locked, TimeProvider.System, NullLogger<FileWorkerPool>.Instance);
        List<double> inside = [], outside = [], boxed = [];
        foreach (var image in Enumerable.Range(0, Rounds).SelectMany(_ => images))
        {
            inside.Add(await MillisecondsAsync(() => Task.FromResult(SmallImage.Make(image, 800))));
            outside.Add(await MillisecondsAsync(() => freeWorkers.ShrinkAsync(image, 800, CancellationToken.None)));
            boxed.Add(await MillisecondsAsync(() => lockedWorkers.ShrinkAsync(image, 800, CancellationToken.None)));
        }
        Console.WriteLine($"image of 800 pixels: in the service's process {Run.Median(inside):0.0} ms, child {Run.Median(outside):0.0} ms, in the sandbox {Run.Median(boxed):0.0} ms");
    }

    private static async Task PagesAsync(IReadOnlyList<(string Path, int Page)> pages, string folder)
    {
        await using var free = new OurRecognition(folder, options => options.Workers = 1, SandboxUse.Never);
        await using var locked = new OurRecognition(folder, options => options.Workers = 1);
        await free.WordsOfAsync(pages[0].Path, MediaType(pages[0].Path), pages[0].Page);
        await locked.WordsOfAsync(pages[0].Path, MediaType(pages[0].Path), pages[0].Page);
        List<double> ratios = [], before = [], after = [];
        foreach (var (path, page) in pages)
        {
            // In turns, so that what else the machine does counts for both.
            before.Add(await MillisecondsAsync(() => free.WordsOfAsync(path, MediaType(path), page)));
            after.Add(await MillisecondsAsync(() => locked.WordsOfAsync(path, MediaType(path), page)));
            ratios.Add(after[^1] / before[^1]);
        }
        Console.WriteLine(
            $"recognition of {pages.Count} pages: without {before.Sum() / 1000:0.0} s, in the sandbox {after.Sum() / 1000:0.0} s, ratio {after.Sum() / before.Sum():0.000}, median ratio of a page {Run.Median(ratios):0.000}");
    }

    private static string MediaType(string path) => FileSignature.MediaTypeOf(path)!;

    private static async Task<double> MillisecondsAsync<T>(Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
