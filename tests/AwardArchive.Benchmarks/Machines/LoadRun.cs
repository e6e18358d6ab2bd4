using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Tests.Recognition;
using AwardArchive.Tests.Servers;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Benchmarks.Machines;

/// <summary>Documents of one page with a text of their own, sent by many at once while others search.</summary>
internal static class LoadRun
{
    private const int Senders = 16, LettersPerLine = 80, LinesPerPage = 34, IdleSearches = 400;
    private const ulong Seed = 10_000;

    private static readonly string[] Queries =
        ["quyết định", "nguyễn thị", "ba me viet nam anh hung", "huân chương kháng chiến", "\"tổ quốc ghi công\"", "số:352", "trần văn", "quảng trị 1985"];

    public static async Task RunAsync(ServiceAddresses services, string folder, int documents)
    {
        var scans = Directory.CreateDirectory(Path.Combine(folder, "papers")).FullName;
        await WriteAsync(scans, documents);
        await using var archive = await SharedArchive.CreateAsync(services, folder);
        using var server = await archive.StartAsync("serve", "serve", "--without-work");
        using var work = await archive.StartAsync("work", "work");

        var (uploads, searches) = (new ConcurrentQueue<double>(), new ConcurrentQueue<double>());
        var memory = new List<long>();
        var failed = 0;
        var waiting = new ConcurrentQueue<string>(Directory.EnumerateFiles(scans).Order());
        using var loaded = new CancellationTokenSource();
        var searching = SearchUntilAsync(server.Http, searches, loaded.Token);
        var watching = WatchAsync(server, work, memory, loaded.Token);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (waiting.TryDequeue(out var path))
            {
                var began = Stopwatch.GetTimestamp();
                if (!await IsSentAsync(server, path)) Interlocked.Increment(ref failed);
                uploads.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }));
        var sent = clock.Elapsed;
        await using var db = archive.Open();
        while (await db.Documents.AnyAsync(d => d.Status != DocumentStatus.Ready && d.Status != DocumentStatus.NeedsAttention)) await Task.Delay(500);
        var done = clock.Elapsed;
        await loaded.CancelAsync();
        var errors = await searching;
        await watching;

        var idle = new ConcurrentQueue<double>();
        for (var i = 0; i < IdleSearches; i++) errors += await SearchAsync(server.Http, Queries[i % Queries.Length], idle) ? 0 : 1;
        var parked = await db.Documents.CountAsync(d => d.Status == DocumentStatus.NeedsAttention);
        Console.WriteLine($"load      {documents} documents of one page, {Senders} senders: sent in {sent.TotalSeconds:0} s, all ready after {done.TotalSeconds:0} s ({documents / done.TotalSeconds:0.0}/s)");
        Console.WriteLine($"upload    p50 / p95 / p99 {Percentiles(uploads)} ms");
        Console.WriteLine($"search    during the load {Percentiles(searches)} ms ({searches.Count} searches), afterwards {Percentiles(idle)} ms, over the whole archive");
        var (first, last) = (memory.Take(memory.Count / 5 + 1).Max(), memory.TakeLast(memory.Count / 5 + 1).Max());
        Console.WriteLine($"memory    serve and work without recognizing processes: at most {first / 1e6:0} MB in the first fifth of the time, {last / 1e6:0} MB in the last");
        Verdict.Print($"{failed} uploads, {errors} searches failed, {parked} documents parked (none)", failed + errors + parked == 0);
        Verdict.Print($"search p95 during the load {Run.Percentile(searches, 95) / Run.Percentile(idle, 95):0.0} times the idle one (at most 2)", Run.Percentile(searches, 95) <= 2 * Run.Percentile(idle, 95));
    }

    private static async Task WriteAsync(string folder, int documents)
    {
        // Pages of the corpus, each a document.
        var number = 0;
        foreach (var page in CorpusGenerator.Generate(Seed, documents).SelectMany(paper => paper.Pages).Take(documents))
        {
            using var pdf = new FontPdf();
            foreach (var line in Lines(page).Take(LinesPerPage)) pdf.Unicode(line);
            await pdf.SaveAsync(Path.Combine(folder, $"{number++:00000}.pdf"), CancellationToken.None);
        }
    }

    private static IEnumerable<string> Lines(string page)
    {
        foreach (var paragraph in page.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length + word.Length >= LettersPerLine)
                {
                    yield return line;
                    line = "";
                }
                line += line.Length == 0 ? word : " " + word;
            }
            yield return line;
        }
    }

    private static async Task<bool> IsSentAsync(ArchiveProcess server, string path)
    {
        try
        {
            using var answer = await server.UploadAsync(path, "load");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <returns>How many failed.</returns>
    private static async Task<int> SearchUntilAsync(HttpClient http, ConcurrentQueue<double> times, CancellationToken stop)
    {
        var failed = 0;
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            if (!await SearchAsync(http, Queries[i % Queries.Length], times)) failed++;
            await Task.Delay(20, CancellationToken.None);
        }
        return failed;
    }

    private static async Task<bool> SearchAsync(HttpClient http, string query, ConcurrentQueue<double> times)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await http.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/search?q={Uri.EscapeDataString(query)}", UriKind.Relative));
            times.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task WatchAsync(ArchiveProcess server, ArchiveProcess work, List<long> memory, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            memory.Add(server.Bytes + work.Bytes);
            await Task.Delay(1000, CancellationToken.None);
        }
    }

    private static string Percentiles(IEnumerable<double> times) => $"{Run.Percentile(times, 50):0.0} / {Run.Percentile(times, 95):0.0} / {Run.Percentile(times, 99):0.0}";
}
