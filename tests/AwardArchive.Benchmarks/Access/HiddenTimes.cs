using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using AwardArchive.Archive;
using AwardArchive.Benchmarks.Machines;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Benchmarks.Access;

/// <summary>
/// Whether the time of an answer tells what is hidden from what never was: over HTTP, by somebody who may see half of the papers, in turn for ids of the other half and for ids
/// that nobody has. And how long a look at a paper takes, with its entry of the audit chain on the disk.
/// </summary>
internal static class HiddenTimes
{
    private const int Pages = 3000;
    private const int Dossiers = 200;
    private const int Warm = 60;
    private const int Blocks = 5;
    private const double Tolerance = 0.05;

    private static readonly Guid Group = Guid.CreateVersion7();

    private static readonly Ask[] Asks =
    [
        new("a document", HttpMethod.Get, "api/v1/documents/{0}"),
        new("its text", HttpMethod.Get, "api/v1/documents/{0}/text"),
        new("its file", HttpMethod.Get, "api/v1/documents/{0}/original"),
        new("image of a page", HttpMethod.Get, "api/v1/documents/{0}/pages/1/image"),
        new("words of a page", HttpMethod.Get, "api/v1/documents/{0}/pages/1/words"),
        new("facts", HttpMethod.Get, "api/v1/documents/{0}/facts"),
        new("search inside it", HttpMethod.Get, "api/v1/documents/{0}/search?q=nguyen"),
        new("documents alike", HttpMethod.Get, "api/v1/documents/{0}/similar"),
        new("person of an entry", HttpMethod.Get, "api/v1/people/{1}"),
        new("page for people", HttpMethod.Get, "documents/{0}"),
        new("correct an entry", HttpMethod.Put, "api/v1/documents/{0}/entries/{1}", new { name = "Hồ Văn Nam", by = "Lan" }),
        new("change a document", HttpMethod.Patch, "api/v1/documents/{0}", new { sourceReference = "Kho 1" }),
        new("withdraw it", HttpMethod.Post, "api/v1/documents/{0}/withdraw", new { reason = "quét hai lần" }),
        new("a dossier", HttpMethod.Get, "api/v1/dossiers/{2}"),
        new("papers of a dossier", HttpMethod.Get, "api/v1/dossiers/{2}/documents"),
        new("page of a dossier", HttpMethod.Get, "dossiers/{2}"),
    ];

    public const int DefaultPairs = 1000;

    public const string Usage = "access times [PAIRS] [seed=N]";

    public static async Task<int> RunAsync(string[] args)
    {
        var (pairs, seed) = (DefaultPairs, Search.Judged.JudgedSet.ReportingSeed);
        foreach (var word in args)
        {
            if (word.StartsWith("seed=", StringComparison.Ordinal) && ulong.TryParse(word[5..], NumberStyles.None, CultureInfo.InvariantCulture, out seed)) continue;
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out pairs) && pairs >= Blocks) continue;
            Console.Error.WriteLine($"usage: bench.sh {Usage}");
            return 64;
        }
        await Machine.DescribeAsync();
        return await CompareAsync(pairs, seed) ? 0 : 2;
    }

    /// <returns>Whether no median is off by more than a twentieth.</returns>
    public static async Task<bool> CompareAsync(int pairs, ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("award-archive-times-");
        try
        {
            var (token, hidden, seen) = await FillAsync(folder.FullName, seed);
            var environment = new Dictionary<string, string>
            {
                ["Access__Limits__ProgramsPerSecond"] = "1000000", ["Access__Limits__AddressPerSecond"] = "100000", ["Capture__WatchedFolder__Enabled"] = "false",
            };
            using var archive = await ArchiveProcess.StartAsync(environment, ["serve", "--data", folder.FullName]);
            while (true) // until the index has all papers
            {
                using var ready = await archive.Http.GetAsync(new Uri($"api/v1/documents/{seen[^1]}/similar", UriKind.Relative));
                if (ready.IsSuccessStatusCode) break;
                await Task.Delay(200);
            }
            archive.Http.UseToken(token);
            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"An id that is hidden against one that never was, {pairs} pairs each, {hidden.Count} of {hidden.Count + seen.Count} papers hidden, seed {seed}"));
            Console.WriteLine("| 404 of | hidden: median, p95 ms | never was: median, p95 ms | ratio of medians | in fifths of the pairs |");
            Console.WriteLine("| --- | --- | --- | --- | --- |");
            var met = await InTurnAsync(archive.Http, hidden, pairs, new Random((int)seed));
            await LookAsync(archive.Http, seen, pairs);
            return met;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> InTurnAsync(HttpClient http, List<Thing> hidden, int pairs, Random random)
    {
        var times = Asks.Select(_ => (Hidden: new List<double>(), Never: new List<double>())).ToArray();
        for (var i = -Warm; i < pairs; i++)
        {
            var thing = hidden[random.Next(hidden.Count)];
            var never = new Thing(Near(thing.Document, random), Near(thing.Entry, random), Near(thing.Dossier, random));
            for (var a = 0; a < Asks.Length; a++)
            {
                // Whoever is second finds warm caches: each is second as often.
                var isHiddenFirst = random.Next(2) == 0;
                var first = await TimeAsync(http, Asks[a], isHiddenFirst ? thing : never);
                var second = await TimeAsync(http, Asks[a], isHiddenFirst ? never : thing);
                if (i < 0) continue;
                times[a].Hidden.Add(isHiddenFirst ? first : second);
                times[a].Never.Add(isHiddenFirst ? second : first);
            }
        }
        var met = true;
        var lines = new List<string>();
        for (var a = 0; a < Asks.Length; a++)
        {
            var (was, never) = times[a];
            var ratio = Run.Median(was) / Run.Median(never);
            var blocks = Enumerable.Range(0, Blocks).Select(block => Run.Median(was.Skip(block * pairs / Blocks).Take(pairs / Blocks)) / Run.Median(never.Skip(block * pairs / Blocks).Take(pairs / Blocks))).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Asks[a].Name} | {Run.Median(was):0.00}, {Run.Percentile(was, 95):0.00} | {Run.Median(never):0.00}, {Run.Percentile(never, 95):0.00} | {ratio:0.000} | {blocks.Min():0.00}–{blocks.Max():0.00} |"));
            if (Math.Abs(ratio - 1) <= Tolerance) continue;
            met = false;
            lines.Add(Asks[a].Name);
        }
        Console.WriteLine();
        return Search.Verdict.Tell($"ratio of medians within {1 - Tolerance:0.00}–{1 + Tolerance:0.00}{(lines.Count > 0 ? $", not: {string.Join(", ", lines)}" : "")}", met);
    }

    private static async Task LookAsync(HttpClient http, List<Guid> seen, int looks)
    {
        var times = new List<double>();
        for (var i = -Warm; i < looks; i++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri($"api/v1/documents/{seen[(i + Warm) % seen.Count]}", UriKind.Relative));
            await answer.Content.CopyToAsync(Stream.Null);
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"a look at a paper, its audit entry durable: median {Run.Median(times):0.00} ms, p95 {Run.Percentile(times, 95):0.00} ms, p99 {Run.Percentile(times, 99):0.00} ms ({looks} looks, one after another)"));
    }

    /// <exception cref="InvalidOperationException">The answer is another one than that nothing is there.</exception>
    private static async Task<double> TimeAsync(HttpClient http, Ask ask, Thing thing)
    {
        using var request = new HttpRequestMessage(ask.Method, new Uri(string.Format(CultureInfo.InvariantCulture, ask.Address, thing.Document, thing.Entry, thing.Dossier), UriKind.Relative));
        if (ask.Body is not null) request.Content = JsonContent.Create(ask.Body);
        if (ask.Method != HttpMethod.Get) request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        await answer.Content.CopyToAsync(Stream.Null);
        var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.NotFound ? milliseconds : throw new InvalidOperationException($"{ask.Name}: {answer.StatusCode}");
    }

    /// <summary>An id that nobody has and that would stand beside this one: of the same time, so that indexes look at the same place.</summary>
    private static Guid Near(Guid id, Random random)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        random.NextBytes(bytes.AsSpan(10));
        return new(bytes, bigEndian: true);
    }

    /// <summary>Of the hidden half, one paper is above the person's clearance, the next in a dossier that is granted to others.</summary>
    private static async Task<(string Token, List<Thing> Hidden, List<Guid> Seen)> FillAsync(string folder, ulong seed)
    {
        await using var services = new ServiceCollection().AddLogging().AddArchive()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Archive:DataFolder"] = folder }).Build()).BuildServiceProvider();
        await services.GetRequiredService<DataFolder>().OpenAsync(CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync();
        db.Groups.Add(new() { Id = Group, Name = "Phòng riêng" });
        var dossiers = Enumerable.Range(0, Dossiers).Select(i => new Dossier { Id = Guid.CreateVersion7(), Title = $"Hồ sơ {i}" }).ToList();
        db.Dossiers.AddRange(dossiers);
        db.CollectionGrants.AddRange(dossiers.Where((_, i) => i % 2 == 0).Select(dossier => new CollectionGrant { Id = Guid.CreateVersion7(), GroupId = Group, DossierId = dossier.Id }));
        var (hidden, seen) = (new List<Thing>(), new List<Guid>());
        foreach (var (i, paper) in CorpusGenerator.Generate(seed, Pages).Index())
        {
            var document = CatalogForm.Of(paper);
            document.Version = 1;
            if (i % 4 == 0) document.Confidentiality = Confidentiality.Secret;
            if (i % 2 == 1) document.DossierId = dossiers[i / 4 % (Dossiers / 2) * 2 + (i % 4 == 1 ? 0 : 1)].Id;
            var entries = CatalogForm.EntriesOf(paper).ToList();
            db.Documents.Add(document);
            db.Entries.AddRange(entries);
            db.Changes.Add(new() { DocumentId = document.Id });
            if (i % 4 < 2) hidden.Add(new(document.Id, entries.Count > 0 ? entries[0].Id : document.Id, dossiers[i / 4 % (Dossiers / 2) * 2].Id));
            else seen.Add(document.Id);
        }
        await db.SaveChangesAsync();
        var (_, token) = await TestAccounts.AddAsync(db, Role.Reader | Role.Archivist | Role.Verifier, Confidentiality.Open, []);
        return (token, hidden, seen);
    }

    /// <param name="Address">{0}: the document, {1}: an entry, {2}: the dossier.</param>
    private sealed record Ask(string Name, HttpMethod Method, string Address, object? Body = null);

    private sealed record Thing(Guid Document, Guid Entry, Guid Dossier);
}
