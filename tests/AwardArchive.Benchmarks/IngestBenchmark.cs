using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Demo;
using AwardArchive.Tests.Access;

namespace AwardArchive.Benchmarks;

/// <summary>Pages a second of <c>ingest --wait</c>, everything included, against plain <c>tesseract</c> on the same pages; and the
/// memory of a server that has nothing to do.</summary>
internal static class IngestBenchmark
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "award-archive");

    public static async Task<int> RunAsync(string[] args)
    {
        var pages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 48;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
        await Machine.DescribeAsync();
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var scans = Path.Combine(folder.FullName, "scans");
            var documents = DemoGenerator.Generate(DemoSet.Benchmark(pages), scans, CancellationToken.None);
            foreach (var document in documents) File.Delete(document.TruthPath);
            var images = await PageImages.ExtractAsync(documents.Select(document => document.Path), Path.Combine(folder.FullName, "pages"));
            if (images.Count != pages) throw new InvalidOperationException($"{images.Count} page images for {pages} pages.");
            Console.WriteLine($"pages     {pages} in {documents.Count} files ({string.Join(", ", documents.GroupBy(d => d.Truth.Level).Select(g => $"{g.Key} {g.Sum(d => d.Truth.Pages.Count)}"))})");

            // In turn, so that a machine whose speed drifts is fair to both.
            var ratios = new List<double>();
            for (var round = 1; round <= rounds; round++)
            {
                var plain = pages / (await PlainAsync(images, folder.FullName)).TotalSeconds;
                var ours = pages / (await IngestAsync(scans, Path.Combine(folder.FullName, $"data-{round}"))).TotalSeconds;
                ratios.Add(ours / plain);
                Console.WriteLine($"round {round}   ingest --wait {ours:0.000} pages/s, plain tesseract {plain:0.000} pages/s, ratio {ours / plain:0.00}");
            }
            var median = Run.Median(ratios);
            Console.WriteLine($"ratio     median {median:0.00} (bar: at least 0.90) {(median >= 0.9 ? "met" : "NOT MET")}");

            var idle = await IdleMemoryAsync(Path.Combine(folder.FullName, $"data-{rounds}"), documents[0].Path);
            Console.WriteLine($"idle      {idle / 1e6:0} MB resident, serve and its children (bar: under 250 MB) {(idle < 250e6 ? "met" : "NOT MET")}");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One process a core, each page a process, as <c>xargs -P</c> would.</summary>
    private static async Task<TimeSpan> PlainAsync(IEnumerable<string> images, string folder)
    {
        var waiting = new ConcurrentQueue<string>(images);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(async core =>
        {
            while (waiting.TryDequeue(out var image))
                await Run.OutputAsync("tesseract", image, Path.Combine(folder, $"plain-{core}"), "-l", "vie");
        }));
        return clock.Elapsed;
    }

    private static async Task<TimeSpan> IngestAsync(string scans, string data)
    {
        var clock = Stopwatch.StartNew();
        await Run.OutputAsync(Program, "ingest", scans, "--data", data, "--wait", "--json");
        return clock.Elapsed;
    }

    /// <summary>After it has worked and searched, when its workers have gone home.</summary>
    private static async Task<long> IdleMemoryAsync(string data, string scan)
    {
        const string Url = "http://127.0.0.1:18080";
        using var server = Process.Start(new ProcessStartInfo(Program, ["serve", "--data", data, "--urls", Url]) { RedirectStandardOutput = true })!;
        try
        {
            _ = server.StandardOutput.ReadToEndAsync();
            using var http = new HttpClient { BaseAddress = new Uri(Url) };
            while (!await AnswersAsync(http)) await Task.Delay(100);
            await http.SignInAsync(data, new Dictionary<string, string>());
            var copy = Path.Combine(data, "scan-again");
            File.WriteAllBytes(copy, [.. File.ReadAllBytes(scan), (byte)'\n']); // other bytes, so not a duplicate
            using (var form = new MultipartFormDataContent { { new StreamContent(File.OpenRead(copy)), "file", "again.pdf" } })
            using (var accepted = await http.PostAsync(new Uri("/api/v1/documents", UriKind.Relative), form))
                accepted.EnsureSuccessStatusCode();
            while ((await http.GetFromJsonAsync<JsonElement>("/api/v1/ingest/status")).GetProperty("pagesWaiting").GetInt32() > 0) await Task.Delay(500);
            foreach (var query in (string[])["huan chuong", "bà mẹ", "quyết định", "nguyen"])
                (await http.GetAsync(new Uri($"/api/v1/search?q={Uri.EscapeDataString(query)}", UriKind.Relative))).EnsureSuccessStatusCode();
            while (ProcessTree.ChildrenOf(server.Id).Any()) await Task.Delay(1000);
            await Task.Delay(TimeSpan.FromSeconds(10));
            return ProcessTree.Bytes(server.Id, "VmRSS");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
