using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Demo;

namespace AwardArchive.Tests.Servers;

/// <summary>The second object store on a real S3 server that goes away: the archive says so and goes on without it.</summary>
public sealed class SecondStoreAwayTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private S3Bucket bucket = null!;
    private FaultProxy way = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bucket = await S3Bucket.CreateAsync();
        way = new(new(IPAddress.Loopback, new Uri(bucket.Options.Endpoint!).Port));
    }

    public ValueTask DisposeAsync()
    {
        way?.Dispose();
        bucket?.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Uploads_go_on_readyz_says_what_waits_and_the_copy_is_made_when_it_is_back()
    {
        var settings = new Dictionary<string, string>
        {
            ["Storage__Second__S3__Endpoint"] = $"http://127.0.0.1:{way.Port}",
            ["Storage__Second__S3__Bucket"] = bucket.Options.Bucket,
            ["Storage__Second__S3__AccessKey"] = bucket.Options.AccessKey,
            ["Storage__Second__S3__SecretKey"] = bucket.Options.SecretKey,
            ["Fixity__Enabled"] = "false", // only when asked
        };
        await using var server = await ServerProcess.StartAsync(folder.File("data"), settings);
        await server.UntilAsync(async () => (await StorageAsync(server)).Status == "Healthy");

        way.Cut();
        await server.UntilAsync(async () => (await StorageAsync(server)).Status == "Degraded");
        var (_, why) = await StorageAsync(server);
        Assert.StartsWith("The second store: ", why, StringComparison.Ordinal);
        using (var ready = await server.Http.GetAsync(Relative("readyz"), Stop)) Assert.Equal(HttpStatusCode.OK, ready.StatusCode);

        var scan = DemoGenerator.Generate(DemoSet.One(DemoKind.DeathNotice, DemoLevel.Clean, DemoContainer.BornDigitalPdf), folder.File("scans"), Stop)[0].Path;
        Guid id;
        using (var form = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(scan, Stop)), "file", "giay-bao-tu.pdf" } })
        using (var accepted = await server.Http.PostAsync(Relative("api/v1/documents"), form, Stop))
        {
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
            id = (await accepted.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid();
        }
        await server.UntilAsync(async () => (await JsonAsync(server, $"api/v1/documents/{id}")).GetProperty("status").GetString() == "Ready");
        Assert.Empty(await bucket.KeysAsync());

        way.Restore();
        using (var asked = await server.Http.PostAsync(Relative("api/v1/fixity/runs"), null, Stop)) Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await server.UntilAsync(async () => (await bucket.KeysAsync()).Count == 1);
        Assert.StartsWith("originals/", Assert.Single(await bucket.KeysAsync()), StringComparison.Ordinal);
        await server.UntilAsync(async () => (await StorageAsync(server)).Status == "Healthy");
    }

    private static async Task<(string Status, string? Why)> StorageAsync(ServerProcess server)
    {
        var check = (await JsonAsync(server, "readyz")).GetProperty("checks").GetProperty("storage");
        return (check.GetProperty("status").GetString()!, check.GetProperty("description").GetString());
    }

    private static async Task<JsonElement> JsonAsync(ServerProcess server, string address)
    {
        using var answer = await server.Http.GetAsync(Relative(address), Stop);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static Uri Relative(string address) => new(address, UriKind.Relative);
}
