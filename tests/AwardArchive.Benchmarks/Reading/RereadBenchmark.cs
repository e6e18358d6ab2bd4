using System.Diagnostics;
using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using AwardArchive.Setup.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Benchmarks.Reading;

/// <summary>How fast a whole archive is read again from the words that it keeps: by the running service, index and all.</summary>
internal static class RereadBenchmark
{
    public const string Usage = "reading again [PAPERS of a kind, default 12] [seed=N]   (every paper three pages: its own, and copies of its last)";

    private const int PagesOfPaper = 3;
    private const int Rounds = 5;
    private const double Bar = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var (seed, each) = (2026UL, 12);
        foreach (var argument in args)
        {
            if (argument.StartsWith("seed=", StringComparison.Ordinal) && ulong.TryParse(argument[5..], CultureInfo.InvariantCulture, out var other)) seed = other;
            else if (!int.TryParse(argument, CultureInfo.InvariantCulture, out each) || each < 1)
            {
                Console.Error.WriteLine($"usage: bench.sh {Usage}");
                return 64;
            }
        }
        await Machine.DescribeAsync();
        List<IReadOnlyList<PageWords>> papers = [.. ReadingPapers.TrueOnes(seed, each).Select(paper => Lengthened(paper.Pages))];
        var pages = papers.Sum(paper => paper.Count);
        Console.WriteLine($"seed      {seed}, {papers.Count} papers of every kind, {pages} pages");
        for (var round = 0; round < Rounds; round++)
        {
            Print("rules alone, one core, words in memory", pages, Measure(() =>
            {
                foreach (var paper in papers) MachineReader.Read(paper);
                return Task.CompletedTask;
            }));
        }

        var folder = Directory.CreateTempSubdirectory("award-archive-reread-");
        try
        {
            await using var app = ServeCommand.Build(new Dictionary<string, string?>
            {
                ["Archive:DataFolder"] = folder.FullName,
                ["Capture:WatchedFolder:Enabled"] = "false",
                ["Logging:LogLevel:Default"] = "Warning",
                ["urls"] = "http://127.0.0.1:0",
            });
            await app.Services.GetRequiredService<DataFolder>().OpenAsync(CancellationToken.None);
            foreach (var paper in papers) await KeepAsync(app, folder.FullName, paper);
            await app.StartAsync();
            Print("read for the first time, and indexed", pages, Measure(() => ReadAsync(app)));
            var again = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var measured = Measure(() => ReadAsync(app));
                Print("read again, nothing changes", pages, measured);
                again.Add(pages / measured.Wall);
            }
            again.Sort();
            Verdict.Print(string.Create(CultureInfo.InvariantCulture, $"read again, median of {Rounds}: {again[Rounds / 2]:0} pages/s (at least {Bar})"), again[Rounds / 2] >= Bar);
            await app.StopAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static IReadOnlyList<PageWords> Lengthened(IReadOnlyList<PageWords> pages) =>
        [.. Enumerable.Range(0, Math.Max(PagesOfPaper, pages.Count)).Select(i => pages[Math.Min(i, pages.Count - 1)] with { Page = i + 1 })];

    private static async Task KeepAsync(WebApplication app, string folder, IReadOnlyList<PageWords> paper)
    {
        var id = Guid.CreateVersion7();
        var document = new Document
        {
            Id = id, FileName = "scan.pdf", MediaType = "application/pdf", Sha256 = id.ToString("N") + id.ToString("N"), Status = DocumentStatus.Ready, PageCount = paper.Count,
        };
        foreach (var words in paper)
        {
            var file = Path.Combine(folder, "words");
            await PageWordsFile.WriteAsync(file, words, CancellationToken.None);
            await app.Services.GetRequiredService<IObjectStore>().PutFileAsync(ObjectKey.PageWords(id, words.Page), file, CancellationToken.None);
            document.Pages.Add(new Page
            {
                DocumentId = id, Number = words.Page, Status = PageStatus.Recognized, Width = words.Width, Height = words.Height, Text = PageText.Of(words).Text,
            });
        }
        await app.Services.GetRequiredService<Catalog>().AddDocumentAsync(document, CancellationToken.None);
    }

    /// <summary>Until all is read and searchable, here and for other processes.</summary>
    private static async Task ReadAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<ReadAgain>().DemandAsync(null, CancellationToken.None);
        for (var due = true; due;)
        {
            await Task.Delay(20, app.Lifetime.ApplicationStopping); // whoever ends the program ends its host first
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync();
            due = await db.Documents.AnyAsync(document => document.IsReadingDue);
        }
        await app.Services.GetRequiredService<IndexFollower>().FlushAsync(CancellationToken.None);
    }

    private static (double Wall, double Cpu) Measure(Func<Task> work)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        work().GetAwaiter().GetResult();
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static void Print(string what, int pages, (double Wall, double Cpu) measured) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {pages / measured.Wall:0} pages/s, {pages / measured.Cpu:0} pages a CPU second   (load {Machine.Load()})"));
}
