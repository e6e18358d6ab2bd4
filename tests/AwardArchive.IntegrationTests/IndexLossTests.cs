using System.Net;
using System.Text.Json;
using AwardArchive.Demo;

namespace AwardArchive.Tests;

/// <summary>Documents do not need the index: they open while it cannot be had, and while it is made anew.</summary>
public sealed class IndexLossTests : IDisposable
{
    private const int Documents = 3;

    private static readonly Dictionary<string, string> Quick = new() { ["Indexing__RetryInterval"] = "00:00:00.2" };

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Data => folder.File("data");

    [Fact]
    public async Task Documents_open_while_there_is_no_index_and_while_it_is_made_anew_and_then_all_are_found()
    {
        var scans = Enumerable.Range(1, Documents).Select(seed => DemoGenerator.Generate(
            DemoSet.One(DemoKind.DeathNotice, DemoLevel.Clean, DemoContainer.BornDigitalPdf, (ulong)seed), folder.File($"scans-{seed}"), Stop)[0].Path);
        var ingested = await ArchiveProgram.RunAsync(["ingest", .. scans, "--wait", "--json", "--data", Data]);
        Assert.Equal((0, ""), (ingested.ExitCode, ingested.Errors));
        var ids = ingested.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetGuid()).ToList();
        Assert.Equal(Documents, ids.Count);

        var index = folder.File("data/index");
        Directory.Delete(index, recursive: true);
        // Where the file should be that names the index in use: it cannot be opened, nor made.
        var obstacle = Directory.CreateDirectory(Path.Combine(index, "current"));
        await using var server = await ServerProcess.StartAsync(Data, Quick);
        await server.UntilAsync(async () => await IndexStateAsync(server) == "failed");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(server, "readyz"));
        await AssertOpenAsync(server, ids);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(server, "api/v1/search?q=li%E1%BB%87t"));
        // The page says so in words; it does not break.
        Assert.Contains("đang được", WebUtility.HtmlDecode(await PageAsync(server, "?q=li%E1%BB%87t")), StringComparison.Ordinal);

        obstacle.Delete();
        await server.UntilAsync(async () =>
        {
            await AssertOpenAsync(server, ids);
            return await FoundAsync(server) == Documents;
        });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "readyz"));
        Assert.Equal("following", await IndexStateAsync(server));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>As a person opens them: the page, the scan, the text, the file that was brought.</summary>
    private static async Task AssertOpenAsync(ServerProcess server, IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            foreach (var address in (string[])[$"documents/{id}", $"api/v1/documents/{id}", $"api/v1/documents/{id}/pages/1/image", $"api/v1/documents/{id}/text", $"api/v1/documents/{id}/original"])
                Assert.Equal((address, HttpStatusCode.OK), (address, await StatusAsync(server, address)));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(ServerProcess server, string address)
    {
        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    private static async Task<string> PageAsync(ServerProcess server, string address)
    {
        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<string?> IndexStateAsync(ServerProcess server) =>
        JsonDocument.Parse(await PageAsync(server, "readyz")).RootElement.GetProperty("checks").GetProperty("index").GetProperty("description").GetString();

    private static async Task<int> FoundAsync(ServerProcess server)
    {
        using var answer = await server.Http.GetAsync(new Uri("api/v1/search?q=li%E1%BB%87t", UriKind.Relative), Stop);
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("total").GetInt32() : 0;
    }
}
