using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Archive.Postgres;
using AwardArchive.Archive.S3;
using AwardArchive.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Chaos;

/// <summary>While scans come in, everything that can go wrong on two serving and two working machines does, one thing after another.</summary>
/// <remarks>Each kind of fault happens once; <c>eng/chaos.sh</c> runs the long form, 210 faults.</remarks>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static readonly int Faults = Setting("AWARD_ARCHIVE_CHAOS_FAULTS", ChaosFault.All.Count);
    private static readonly int Seed = Setting("AWARD_ARCHIVE_CHAOS_SEED", 1985);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120 * 60 * 1000)]
    public async Task Whatever_was_accepted_is_there_once_and_whole_whatever_went_wrong()
    {
        using var folder = new TemporaryFolder();
        await using var cluster = await ChaosCluster.StartAsync(folder.Path);
        var random = new Random(Seed);
        var scans = DemoGenerator.Generate(
            DemoSet.Mix(new DemoOptions { Seed = (ulong)Seed, Count = Faults, Levels = [DemoLevel.Clean, DemoLevel.Office] }), folder.File("scans"), Stop)
            .Select(scan => scan.Path).ToArray();
        var asked = 0;
        var uploads = new PatientUploads(() => cluster.Servers[Interlocked.Increment(ref asked) % cluster.Servers.Count].Process);
        var sending = new List<Task>();
        var begun = Stopwatch.StartNew();
        foreach (var (fault, i) in Plan(random).Select((fault, i) => (fault, i)))
        {
            sending.Add(uploads.SendAsync(scans[i], i % 3 == 0 ? "" : $"load {i % 3}"));
            await Task.Delay(random.Next(100, 1500), Stop);
            output.WriteLine($"{begun.Elapsed:mm\\:ss} {fault.Name}");
            await fault.HappenAsync(cluster, random);
        }
        await Task.WhenAll(sending);
        var sent = begun.Elapsed;

        var contexts = new Contexts(cluster.Behind.Postgres);
        var parked = await SettleAsync(contexts, cluster);
        var settled = begun.Elapsed;
        await using var db = contexts.CreateDbContext();
        Assert.Equal(scans.Select(Sha256Of).Order(), uploads.Accepted.Keys.Order());
        using var connection = new S3Connection(Options.Create(cluster.Behind.Objects));
        var objects = new S3ObjectStore(
            connection, Options.Create(cluster.Behind.Objects), Options.Create(new ArchiveOptions { DataFolder = folder.File("inspection") }), TimeProvider.System);
        await ArchiveInspection.AssertWholeAsync(db, objects, uploads.Accepted);
        var orphans = await OrphansAsync(db, objects);
        Assert.Empty(orphans);
        foreach (var server in cluster.Servers) await AssertFindsAsync(server, uploads.Accepted.Values);

        output.WriteLine($"Seed {Seed}: {Faults} faults of {ChaosFault.All.Count} kinds in {sent.TotalSeconds:0} s, settled {(settled - sent).TotalSeconds:0} s later.");
        output.WriteLine($"{scans.Length} documents accepted, {uploads.Failed} uploads tried again, {cluster.Nodes.Sum(node => node.Restarts)} restarts, "
            + $"{await db.Attempts.CountAsync(Stop)} attempts at steps, {parked} documents parked readably and begun again.");
    }

    /// <summary>Every kind as often as every other, in any order.</summary>
    private static IEnumerable<ChaosFault> Plan(Random random)
    {
        for (var left = Faults; left > 0; left -= ChaosFault.All.Count)
        {
            var round = ChaosFault.All.ToArray();
            random.Shuffle(round);
            foreach (var fault in round.Take(left)) yield return fault;
        }
    }

    /// <summary>Until every document is ready; those that were parked must say why, and are begun again as a person would.</summary>
    /// <returns>How many were parked.</returns>
    private static async Task<int> SettleAsync(Contexts contexts, ChaosCluster cluster)
    {
        var parked = new HashSet<Guid>();
        while (true)
        {
            await using var db = contexts.CreateDbContext();
            if (!await db.Documents.AnyAsync(d => d.Status != DocumentStatus.Ready || d.LeaseOwner != null, Stop)) return parked.Count;
            foreach (var document in await db.Documents.Where(d => d.Status == DocumentStatus.NeedsAttention).ToListAsync(Stop))
            {
                Assert.False(string.IsNullOrWhiteSpace(document.Reason));
                parked.Add(document.Id);
                if (cluster.Servers[0].Process is { } server)
                    using (await server.Http.PostAsync(new Uri($"api/v1/documents/{document.Id}/retry", UriKind.Relative), null, Stop)) { }
            }
            await Task.Delay(500, Stop);
        }
    }

    private static async Task<IReadOnlyList<string>> OrphansAsync(CatalogDbContext db, IObjectStore objects)
    {
        var known = (await db.Documents.Select(d => d.Sha256).ToListAsync(Stop)).Select(hash => ObjectKey.Original(hash).Value).ToHashSet();
        foreach (var kept in await db.Recognitions.AsNoTracking().ToListAsync(Stop))
        {
            known.Add(ObjectKey.PageWords(kept.DocumentId, kept.PageNumber, kept.Number).Value);
            known.Add(ObjectKey.PageImage(kept.DocumentId, kept.PageNumber, kept.ImageMediaType, kept.Image).Value);
        }
        var orphans = new List<string>();
        await foreach (var (key, _) in objects.ListAsync("", Stop))
        {
            if (key.AuditNumber is null && !known.Contains(key.Value)) orphans.Add(key.Value);
        }
        return orphans;
    }

    /// <summary>Every document once, on this machine's own index.</summary>
    private static async Task AssertFindsAsync(ChaosNode server, IEnumerable<Guid> accepted)
    {
        var expected = accepted.Order().ToList();
        var found = new List<Guid>();
        while (!found.Order().SequenceEqual(expected))
        {
            await Task.Delay(200, Stop);
            if (server.Process is not { } process) continue;
            found.Clear();
            for (string? cursor = ""; cursor is not null;)
            {
                var stretch = await process.Http.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/search?q=&size=100&cursor={Uri.EscapeDataString(cursor)}", UriKind.Relative), Stop);
                found.AddRange(stretch.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("documentId").GetGuid()));
                cursor = stretch.GetProperty("nextCursor").GetString();
            }
            Assert.True(found.Count <= expected.Count, "A document is found twice.");
        }
    }

    private static string Sha256Of(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static int Setting(string name, int byDefault) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : byDefault;

    private sealed class Contexts(string connection)
    {
        public CatalogDbContext CreateDbContext() =>
            new PostgresCatalogDbContext(new DbContextOptionsBuilder<PostgresCatalogDbContext>().UseNpgsql(connection + ";Pooling=false").Options);
    }
}
