using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Demo;

namespace AwardArchive.Tests;

/// <summary>Reading an archive again from the words it keeps, by command and through a server.</summary>
public sealed class RereadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Facts_are_read_again_without_recognizing_and_unknown_documents_refused()
    {
        var scan = DemoGenerator.Generate(DemoSet.One(DemoKind.MinistersDecision, DemoLevel.Clean, DemoContainer.PdfColor), folder.File("scans"), Stop)[0].Path;
        var ingested = await ArchiveProgram.RunAsync("ingest", scan, "--data", Data, "--wait", "--json");
        Assert.Equal((0, ""), (ingested.ExitCode, ingested.Errors));
        var id = JsonDocument.Parse(Assert.Single(ingested.Lines)).RootElement.GetProperty("id").GetGuid();

        var again = await ArchiveProgram.RunAsync("reread", "--data", Data, "--json");
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
        Assert.Equal(1, JsonDocument.Parse(Assert.Single(again.Lines)).RootElement.GetProperty("documents").GetInt32());
        var unknown = await ArchiveProgram.RunAsync("reread", "--document", $"{Guid.NewGuid()}", "--data", Data);
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("There is no document", unknown.Errors, StringComparison.Ordinal);

        await using var server = await ServerProcess.StartAsync(Data);
        var before = await DocumentAsync();
        var sent = await server.RunAsync("reread", "--document", $"{id}", "--json");
        Assert.Equal((0, ""), (sent.ExitCode, sent.Errors));
        var after = await DocumentAsync();
        Assert.Equal(("Ready", "Quyết định"), (after.GetProperty("status").GetString(), after.GetProperty("facts").GetProperty("kind").GetProperty("value").GetString()));
        Assert.Equal(before.GetProperty("facts").ToString(), after.GetProperty("facts").ToString());
        Assert.Single((await server.Http.GetFromJsonAsync<JsonElement>(ServedArchive.Relative($"api/v1/documents/{id}/pages/1/recognitions"), Stop)).GetProperty("items").EnumerateArray());

        Assert.Equal(HttpStatusCode.NotFound, await DemandAsync(Guid.NewGuid()));
        using (var withdrawn = await server.Http.PostAsJsonAsync(ServedArchive.Relative($"api/v1/documents/{id}/withdraw"), new { reason = "Nhầm." }, Stop))
            Assert.True(withdrawn.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.Conflict, await DemandAsync(id));

        Task<JsonElement> DocumentAsync() => server.Http.GetFromJsonAsync<JsonElement>(ServedArchive.Relative($"api/v1/documents/{id}"), Stop);

        async Task<HttpStatusCode> DemandAsync(Guid document)
        {
            using var answer = await server.Http.PostAsync(ServedArchive.Relative($"api/v1/documents/{document}/read"), null, Stop);
            return answer.StatusCode;
        }
    }

    public void Dispose() => folder.Dispose();
}
