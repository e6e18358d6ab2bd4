using System.Diagnostics;
using AwardArchive.Archive;
using AwardArchive.Demo;
using AwardArchive.Tests.Servers;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Benchmarks.Machines;

/// <summary>The same pages done by one process that works and by two, each with one recognizing process.</summary>
internal static class ScalingRun
{
    /// <summary>The machines for which requests are reckoned.</summary>
    private const int Many = 50;

    /// <summary>Seldom: every look is a statement too.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(ServiceAddresses services, string folder, int pages)
    {
        var scans = Path.Combine(folder, "scans");
        var documents = DemoGenerator.Generate(DemoSet.Benchmark(pages), scans, CancellationToken.None);
        foreach (var document in documents) File.Delete(document.TruthPath);
        Console.WriteLine($"pages     {pages} in {documents.Count} files");
        var alone = pages / (await AloneAsync(documents.Select(document => document.Path), Path.Combine(folder, "alone"))).TotalSeconds;
        Console.WriteLine($"alone     {alone:0.000} pages/s: recognition without an archive (`ocr`), one recognizing process, its start included");
        var one = await WorkAsync(services, Path.Combine(folder, "one"), documents, workers: 1);
        var two = await WorkAsync(services, Path.Combine(folder, "two"), documents, workers: 2);
        Console.WriteLine($"scaling   two processes do {two.PagesPerSecond / one.PagesPerSecond:0.00} times what one does ({Machine.Load()} load)");
        Verdict.Print($"processor time of a working process beyond recognition {one.Overhead:P1} (under 5 %)", one.Overhead < 0.05);
        Console.WriteLine(
            $"on paper  {Many} machines of two cores at this speed: {Many * two.PagesPerSecond:0} pages/s, {Many * two.PagesPerSecond * two.Statements:0} statements/s "
            + $"({Many * two.PagesPerSecond * two.Queue:0} of the queue), {Many * two.PagesPerSecond * two.Requests:0} S3 requests/s");
    }

    private static async Task<TimeSpan> AloneAsync(IEnumerable<string> scans, string folder)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "award-archive"), ["ocr", .. scans, "--format", "json", "--out", folder])
        {
            RedirectStandardOutput = true,
        };
        (start.Environment["Recognition__Workers"], start.Environment["OMP_THREAD_LIMIT"]) = ("1", "1");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return clock.Elapsed;
    }

    private static async Task<Cost> WorkAsync(ServiceAddresses services, string folder, IReadOnlyList<DemoDocument> documents, int workers)
    {
        await using var archive = await SharedArchive.CreateAsync(services, folder);
        using (var server = await archive.StartAsync("serve", "serve", "--without-work"))
        {
            foreach (var document in documents)
            {
                using var answer = await server.UploadAsync(document.Path);
                answer.EnsureSuccessStatusCode();
            }
        }
        var working = await Task.WhenAll(Enumerable.Range(1, workers).Select(number => archive.StartAsync($"work-{number}", "work")));
        try
        {
            await using var db = archive.Open();
            // The programs' start is not a page's cost: counted from a quarter of the pages on.
            while (await RecognizedAsync(db) < documents.Sum(d => d.Truth.Pages.Count) / 4) await Task.Delay(Poll);
            var before = await archive.SpentAsync(working);
            var first = await RecognizedAsync(db);
            while (await db.Documents.AnyAsync(d => d.Status != DocumentStatus.Ready)) await Task.Delay(Poll);
            var after = await archive.SpentAsync(working);
            var pages = await db.Attempts.Where(a => a.Step == "recognize").ToListAsync();
            var counted = (double)(pages.Count - first);
            var seconds = (pages.Max(a => a.EndedAt) - pages.Min(a => a.StartedAt))!.Value.TotalSeconds;
            var cost = new Cost(
                pages.Count / seconds, (after.Own - before.Own) / (after.Recognition - before.Recognition), (after.Statements - before.Statements) / counted,
                (after.Queue - before.Queue) / counted, (after.Requests - before.Requests) / counted);
            Console.WriteLine($"work × {workers}  {cost.PagesPerSecond:0.000} pages/s; a page: {cost.Statements:0.0} statements of the archive, {cost.Queue:0.0} of the queue, "
                + $"{cost.Requests:0.0} S3 requests; processor time beyond recognition {cost.Overhead:P1}");
            return cost;
        }
        finally
        {
            foreach (var process in working) process.Dispose();
        }
    }

    private static Task<int> RecognizedAsync(CatalogDbContext db) => db.Attempts.CountAsync(a => a.Step == "recognize" && a.EndedAt != null);

    /// <summary>A page at a time.</summary>
    private sealed record Cost(double PagesPerSecond, double Overhead, double Statements, double Queue, double Requests);
}
