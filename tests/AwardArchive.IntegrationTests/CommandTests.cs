using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AwardArchive.Demo;

namespace AwardArchive.Tests;

/// <summary>The commands as scripts and people meet them.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    [Fact]
    public async Task A_scan_goes_in_and_its_page_is_found()
    {
        var scan = MakeScan();
        var ingested = await ArchiveProgram.RunAsync("ingest", scan.Path, "--data", Data, "--wait", "--json");
        Assert.Equal((0, ""), (ingested.ExitCode, ingested.Errors));
        var outcome = JsonDocument.Parse(Assert.Single(ingested.Lines)).RootElement;
        Assert.Equal(("accepted", "Ready", 1), (Text(outcome, "outcome"), Text(outcome, "status"), outcome.GetProperty("pages").GetInt32()));

        var found = await ArchiveProgram.RunAsync("search", "ba me viet nam anh hung", "--data", Data, "--json");
        var hit = JsonDocument.Parse(Assert.Single(found.Lines)).RootElement;
        Assert.Equal(Text(outcome, "id"), Text(hit, "documentId"));
        Assert.Equal(1, hit.GetProperty("pages")[0].GetProperty("number").GetInt32());

        var again = await ArchiveProgram.RunAsync("ingest", scan.Path, "--data", Data, "--wait", "--json");
        var duplicate = JsonDocument.Parse(Assert.Single(again.Lines)).RootElement;
        Assert.Equal((0, "duplicate", Text(outcome, "id")), (again.ExitCode, Text(duplicate, "outcome"), Text(duplicate, "id")));
    }

    [Fact]
    public async Task Without_waiting_the_scan_is_kept_and_the_next_start_goes_on()
    {
        var scan = MakeScan();
        var kept = await ArchiveProgram.RunAsync("ingest", scan.Path, "--data", Data, "--json");
        Assert.Equal("Received", Text(JsonDocument.Parse(Assert.Single(kept.Lines)).RootElement, "status"));
        await using var server = await ServerProcess.StartAsync(Data);
        await Eventually(async () => (await StatusAsync(server)).GetProperty("documents").GetProperty("Ready").GetInt32() == 1);
    }

    [Fact]
    public async Task Of_a_folder_other_types_are_skipped_and_named_ones_refused()
    {
        var inbox = Directory.CreateDirectory(folder.File("in")).FullName;
        await File.WriteAllTextAsync(Path.Combine(inbox, "note.txt"), "chữ", TestContext.Current.CancellationToken);
        var walked = await ArchiveProgram.RunAsync("ingest", inbox, "--data", Data, "--json");
        Assert.Equal((0, "skipped"), (walked.ExitCode, Text(JsonDocument.Parse(Assert.Single(walked.Lines)).RootElement, "outcome")));

        var named = await ArchiveProgram.RunAsync("ingest", Path.Combine(inbox, "note.txt"), folder.File("nowhere.pdf"), "--data", Data, "--json");
        Assert.Equal(2, named.ExitCode);
        Assert.All(named.Lines, line => Assert.Equal("refused", Text(JsonDocument.Parse(line).RootElement, "outcome")));
    }

    [Fact]
    public async Task A_scan_that_is_broken_within_is_kept_and_waits_for_a_person_with_a_reason()
    {
        var broken = folder.File("broken.png");
        await File.WriteAllBytesAsync(broken, BrokenPng.Make(), TestContext.Current.CancellationToken);
        var result = await ArchiveProgram.RunAsync("ingest", broken, MakeScan().Path, "--data", Data, "--wait", "--json");
        Assert.Equal(2, result.ExitCode);
        var outcomes = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["NeedsAttention", "Ready"], outcomes.Select(outcome => Text(outcome, "status")));

        await using var server = await ServerProcess.StartAsync(Data);
        var id = outcomes[0].GetProperty("id").GetGuid();
        var document = await DocumentAsync(server, id);
        Assert.StartsWith("Trang 1: ", Text(document, "reason"), StringComparison.Ordinal);
        Assert.Equal("NeedsAttention", Text(document.GetProperty("pages")[0], "status"));
        var original = await server.Http.GetByteArrayAsync(new Uri($"api/v1/documents/{id}/original", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(BrokenPng.Make(), original);

        using var retried = await server.Http.PostAsync(new Uri($"api/v1/documents/{id}/retry", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, retried.StatusCode);
        await Eventually(async () => Text(await DocumentAsync(server, id), "status") == "NeedsAttention");
    }

    [Fact]
    public async Task Wrong_usage_says_what_is_wrong()
    {
        var result = await ArchiveProgram.RunAsync("ingest");
        Assert.Equal(64, result.ExitCode);
        Assert.NotEqual("", result.Errors);
        Assert.Equal(64, (await ArchiveProgram.RunAsync("frobnicate")).ExitCode);
    }

    [Fact]
    public async Task A_folder_without_an_archive_is_named()
    {
        var result = await ArchiveProgram.RunAsync("search", "x", "--data", folder.File("none"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(folder.File("none"), result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("none")));
    }

    [Fact]
    public async Task A_command_that_writes_beside_a_server_points_to_the_server()
    {
        await using var server = await ServerProcess.StartAsync(Data);
        var scan = MakeScan();
        var refused = await ArchiveProgram.RunAsync("ingest", scan.Path, "--data", Data);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--server", refused.Errors, StringComparison.Ordinal);

        var sent = await server.RunAsync("ingest", scan.Path, "--wait", "--json");
        Assert.Equal((0, ""), (sent.ExitCode, sent.Errors));
        Assert.Equal("Ready", Text(JsonDocument.Parse(Assert.Single(sent.Lines)).RootElement, "status"));
        var beside = await ArchiveProgram.RunAsync("status", "--data", Data, "--json");
        Assert.Equal(0, beside.ExitCode);
    }

    [Fact]
    public async Task A_server_that_is_away_is_told()
    {
        var result = await ArchiveProgram.RunAsync("ingest", MakeScan().Path, "--server", "http://127.0.0.1:1/");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("127.0.0.1:1", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8099")]
    [InlineData("http://*:8099")]
    [InlineData("http://127.0.0.1:0;http://192.0.2.1:8099")]
    public async Task The_server_refuses_to_listen_to_other_machines(string urls)
    {
        var result = await ArchiveProgram.RunAsync("serve", "--urls", urls, "--data", Data);
        Assert.Equal(64, result.ExitCode);
        Assert.Contains("Refused to listen", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var result = await ArchiveProgram.RunAsync("serve", "--urls", $"http://{taken.LocalEndpoint}", "--data", Data);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--urls", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_out_of_range_are_all_told_and_nothing_starts()
    {
        var environment = new Dictionary<string, string> { ["Pipeline__MaxAttempts"] = "0", ["Recognition__Workers"] = "1000" };
        var result = await ArchiveProgram.RunAsync(environment, "serve", "--urls", "http://127.0.0.1:0", "--data", Data);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("MaxAttempts", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Workers", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_language_data_all_else_serves_and_pages_wait_for_it()
    {
        var environment = new Dictionary<string, string> { ["Recognition__TessdataFolder"] = Directory.CreateDirectory(folder.File("empty")).FullName };
        Guid id;
        await using (var server = await ServerProcess.StartAsync(Data, environment))
        {
            await Eventually(() => Task.FromResult(server.Log.Contains("apt-get install", StringComparison.Ordinal)));
            using var ready = await server.Http.GetAsync(new Uri("readyz", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("apt-get install", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var sent = await server.RunAsync("ingest", MakeScan().Path, "--json");
            id = Guid.Parse(Text(JsonDocument.Parse(Assert.Single(sent.Lines)).RootElement, "id"));
            await Eventually(async () => Text(await DocumentAsync(server, id), "status") == "Recognizing");
            using var search = await server.Http.GetAsync(new Uri("api/v1/search?q=x", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, search.StatusCode);
            Assert.Equal(0, await server.StopAsync());
        }
        await using (var server = await ServerProcess.StartAsync(Data))
            await Eventually(async () => Text(await DocumentAsync(server, id), "status") == "Ready");
    }

    public void Dispose() => folder.Dispose();

    private DemoDocument MakeScan() => DemoGenerator.Generate(
        DemoSet.One(DemoKind.MotherDeclaration, DemoLevel.Clean, DemoContainer.PdfColor), folder.File("scans"), TestContext.Current.CancellationToken)[0];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static async Task<JsonElement> StatusAsync(ServerProcess server) =>
        JsonDocument.Parse(await server.Http.GetStringAsync(new Uri("api/v1/ingest/status", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;

    private static async Task<JsonElement> DocumentAsync(ServerProcess server, Guid id) =>
        JsonDocument.Parse(await server.Http.GetStringAsync(new Uri($"api/v1/documents/{id}", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        while (!await condition()) await Task.Delay(100, TestContext.Current.CancellationToken);
    }
}
