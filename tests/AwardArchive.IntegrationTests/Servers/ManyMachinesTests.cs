using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Archive.Postgres;
using AwardArchive.Capture;
using AwardArchive.Demo;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AwardArchive.Tests.Servers;

/// <summary>Real processes on a real PostgreSQL and a real S3 server: two that serve, two that work.</summary>
public sealed class ManyMachinesTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly List<ServerProcess> processes = [];
    private PostgresDatabase database = null!;
    private S3Bucket bucket = null!;
    private FaultProxy databaseWay = null!;
    private FaultProxy bucketWay = null!;
    private Dictionary<string, string> environment = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await PostgresDatabase.CreateAsync();
        bucket = await S3Bucket.CreateAsync();
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        databaseWay = new(new(IPAddress.Loopback, server.Port));
        bucketWay = new(new(IPAddress.Loopback, new Uri(bucket.Options.Endpoint!).Port));
        server.Port = databaseWay.Port;
        environment = new(bucket.Environment)
        {
            ["Storage__S3__Endpoint"] = $"http://127.0.0.1:{bucketWay.Port}",
            ["Catalog__ConnectionString"] = server.ConnectionString,
            ["Audit__Key"] = PostgresDatabase.AuditKey,
            ["Pipeline__LeaseDuration"] = "00:00:10",
            ["Pipeline__SweepInterval"] = "00:00:02",
            ["Recognition__Workers"] = "1",
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
        databaseWay?.Dispose();
        bucketWay?.Dispose();
        bucket?.Dispose();
        if (database is not null) await database.DisposeAsync();
        folder.Dispose();
    }

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task Two_that_serve_and_two_that_work_make_one_archive_though_one_is_killed()
    {
        var scans = DemoGenerator.Generate(DemoSet.Mix(new DemoOptions { Seed = 7, Count = 6, Levels = [DemoLevel.Office] }), folder.File("scans"), Stop);
        var one = await ServeAsync("one", "--without-work");
        var other = await ServeAsync("other", "--without-work");
        var unlucky = await WorkAsync("unlucky");
        var ids = new List<Guid>();
        foreach (var (scan, i) in scans.Select((scan, i) => (scan, i))) ids.Add(await AcceptedAsync(i % 2 == 0 ? one : other, scan.Path));
        // The same bytes by way of another machine are the same document.
        Assert.Equal(ids[0], await AcceptedAsync(other, scans[0].Path));

        await unlucky.UntilAsync(async () => await CountAsync(db => db.Pages.Where(p => p.LeaseOwner != null)) > 0);
        await unlucky.KillAsync();
        var lucky = await WorkAsync("lucky");
        await lucky.UntilAsync(async () => await CountAsync(db => db.Documents.Where(d => d.Status == DocumentStatus.Ready)) == ids.Count);

        foreach (var node in new[] { one, other })
        {
            await node.UntilAsync(async () => (await FindAllAsync(node)).SequenceEqual(ids.Order()));
            using var answer = await GetAsync(node, "api/v1/status");
            Assert.Equal(0, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("index").GetProperty("lag").GetInt64());
        }
        using (var metrics = await GetAsync(one, "metrics"))
            Assert.Matches(@"(?m)^award_archive_index_lag\S* 0", await metrics.Content.ReadAsStringAsync(Stop));
        // A node that comes late has everything, from the first change on.
        var late = await ServeAsync("late", "--without-work");
        await late.UntilAsync(async () => (await FindAllAsync(late)).SequenceEqual(ids.Order()));

        Assert.Equal(0, await lucky.StopAsync());
        Assert.Equal(0, await one.StopAsync());
        Assert.Equal(ids.Count, await CountAsync(db => db.Documents));
        Assert.Equal(0, await CountAsync(db => db.Pages.Where(p => p.LeaseOwner != null || p.Status != PageStatus.Recognized)));
    }

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task What_a_reader_sends_is_done_before_a_bulk_load_that_came_first()
    {
        var scans = DemoGenerator.Generate(DemoSet.Mix(new DemoOptions { Seed = 10, Count = 6, Levels = [DemoLevel.Clean] }), folder.File("scans"), Stop);
        var node = await ServeAsync("node", "--without-work");
        foreach (var scan in scans.SkipLast(1)) await AcceptedAsync(node, scan.Path, "load");
        var reader = await AcceptedAsync(node, scans[^1].Path);
        var machine = await WorkAsync("machine");
        await machine.UntilAsync(async () => await CountAsync(db => db.Documents.Where(d => d.Status == DocumentStatus.Ready)) == scans.Count);
        var order = await ReadAsync(db => db.Attempts.Where(a => a.Step == "recognize").OrderBy(a => a.Id).Select(a => a.DocumentId));
        // The page that was begun before the reader's was laid out is finished first.
        Assert.InRange(order.IndexOf(reader), 0, 1);
        Assert.Equal(scans.Count - 1, await CountAsync(db => db.Documents.Where(d => d.Batch == "load")));
    }

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task A_machine_that_is_told_to_stop_gives_its_page_back()
    {
        var scan = DemoGenerator.Generate(DemoSet.Mix(new DemoOptions { Seed = 8, Count = 1, Levels = [DemoLevel.Office] }), folder.File("scans"), Stop)[0];
        environment["Pipeline__LeaseDuration"] = "01:00:00"; // nobody waits for it to run out
        var node = await ServeAsync("node", "--without-work");
        var first = await WorkAsync("first");
        await AcceptedAsync(node, scan.Path);
        await first.UntilAsync(async () => await CountAsync(db => db.Pages.Where(p => p.LeaseOwner != null)) > 0);
        var asked = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await first.StopAsync());
        Assert.InRange(TimeProvider.System.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal(0, await CountAsync(db => db.Pages.Where(p => p.LeaseOwner != null)));
        var second = await WorkAsync("second");
        await second.UntilAsync(async () => await CountAsync(db => db.Documents.Where(d => d.Status == DocumentStatus.Ready)) == 1);
    }

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task Without_objects_or_catalog_it_answers_what_it_can_and_comes_back_by_itself()
    {
        var scans = DemoGenerator.Generate(DemoSet.Mix(new DemoOptions { Seed = 9, Count = 3, Levels = [DemoLevel.Office] }), folder.File("scans"), Stop);
        environment["Storage__S3__Timeout"] = "00:00:03";
        var node = await ServeAsync("node");
        var id = await AcceptedAsync(node, scans[0].Path);
        await node.UntilAsync(async () => (await JsonAsync(node, "api/v1/search?q=")).GetProperty("total").GetInt32() == 1);
        await node.UntilAsync(async () => (await JsonAsync(node, $"api/v1/documents/{id}")).GetProperty("status").GetString() == "Ready");

        bucketWay.Cut();
        Assert.Equal(1, (await JsonAsync(node, "api/v1/search?q=")).GetProperty("total").GetInt32());
        using (var text = await GetAsync(node, $"api/v1/documents/{id}/text")) Assert.Equal(HttpStatusCode.OK, text.StatusCode);
        using (var refused = await SendAsync(node, scans[1].Path))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal("30", refused.Headers.GetValues("Retry-After").Single());
            Assert.Contains("urn:award-archive:problem:storage-unavailable", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
        Assert.Equal("Degraded", (await ReadyAsync(node)).GetProperty("status").GetString());
        bucketWay.Restore();
        await AcceptedAsync(node, scans[1].Path);

        databaseWay.Cut();
        using (var ready = await GetAsync(node, "readyz")) Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using (var alive = await GetAsync(node, "healthz")) Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        using (var refused = await SendAsync(node, scans[2].Path)) Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        databaseWay.Restore();
        await AcceptedAsync(node, scans[2].Path);
        await node.UntilAsync(async () => await CountAsync(db => db.Documents.Where(d => d.Status == DocumentStatus.Ready)) == 3);
        await node.UntilAsync(async () => (await ReadyAsync(node)).GetProperty("status").GetString() == "Healthy");
    }

    [Fact]
    public async Task Work_that_nobody_shares_is_refused_with_the_names_of_the_settings()
    {
        var refused = await ArchiveProgram.RunAsync("work", "--data", folder.File("alone"));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Catalog:ConnectionString, Storage:S3:Endpoint", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage__S3__SecretKey", "wrong", "Storage:S3:SecretKey")]
    [InlineData("Storage__S3__Bucket", "", "Storage:S3:Bucket")]
    [InlineData("Storage__S3__Endpoint", "nowhere", "Storage:S3:Endpoint")]
    [InlineData("Catalog__Password", "wrong", "Catalog:ConnectionString")]
    [InlineData("Catalog__ConnectionString", "Host", "Catalog:ConnectionString")]
    public async Task A_wrong_setting_is_named_at_the_start(string setting, string value, string name)
    {
        environment[setting] = value;
        var refused = await ArchiveProgram.RunAsync(environment, "work", "--data", folder.File("work"));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(name, refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("at AwardArchive.", refused.Errors, StringComparison.Ordinal); // no stack trace
    }

    private async Task<ServerProcess> ServeAsync(string name, params string[] options)
    {
        var process = await ServerProcess.StartAsync(folder.File(name), environment, options);
        processes.Add(process);
        return process;
    }

    private async Task<ServerProcess> WorkAsync(string name)
    {
        var process = await ServerProcess.StartWorkAsync(folder.File(name), environment);
        processes.Add(process);
        return process;
    }

    private async Task<int> CountAsync<T>(Func<CatalogDbContext, IQueryable<T>> which)
    {
        await using var db = Open();
        return await which(db).CountAsync(Stop);
    }

    private async Task<List<T>> ReadAsync<T>(Func<CatalogDbContext, IQueryable<T>> which)
    {
        await using var db = Open();
        return await which(db).ToListAsync(Stop);
    }

    private PostgresCatalogDbContext Open() =>
        new(new DbContextOptionsBuilder<PostgresCatalogDbContext>().UseNpgsql(database.ConnectionString + ";Pooling=false").Options);

    private static async Task<Guid> AcceptedAsync(ServerProcess node, string scan, string batch = "")
    {
        using var answer = await SendAsync(node, scan, batch);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{answer.StatusCode} {node.Log}");
        return (await answer.Content.ReadFromJsonAsync<UploadAnswer>(Stop))!.Id;
    }

    private static async Task<HttpResponseMessage> SendAsync(ServerProcess node, string scan, string batch = "")
    {
        await using var file = File.OpenRead(scan);
        using var form = new MultipartFormDataContent { { new StringContent(batch), "batch" }, { new StreamContent(file), "file", Path.GetFileName(scan) } };
        return await node.Http.PostAsync(new Uri("api/v1/documents", UriKind.Relative), form, Stop);
    }

    private static Task<HttpResponseMessage> GetAsync(ServerProcess node, string address) => node.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);

    private static async Task<IEnumerable<Guid>> FindAllAsync(ServerProcess node)
    {
        using var answer = await GetAsync(node, "api/v1/search?q=&size=50");
        if (!answer.IsSuccessStatusCode) return []; // the index is being opened
        var found = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
        return found.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("documentId").GetGuid()).Order();
    }

    private static async Task<JsonElement> ReadyAsync(ServerProcess node)
    {
        using var answer = await GetAsync(node, "readyz");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
    }

    private static Task<JsonElement> JsonAsync(ServerProcess node, string address) =>
        node.Http.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), Stop);
}
