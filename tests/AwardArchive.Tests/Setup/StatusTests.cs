using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Setup;

public sealed class StatusTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_status_says_what_protects_the_service_from_files()
    {
        var status = await server.Http.GetFromJsonAsync<JsonElement>(new Uri("api/v1/status", UriKind.Relative), Stop);
        var sandbox = status.GetProperty("sandbox");
        Assert.Equal("bubblewrap", sandbox.GetProperty("kind").GetString());
        foreach (var name in (string[])["networkIsAway", "filesAreAway", "processesAreAway", "systemCallsAreFiltered", "isWhole"])
            Assert.True(sandbox.GetProperty(name).GetBoolean(), name);
        Assert.False(status.GetProperty("virusScan").GetProperty("isUsed").GetBoolean());
    }

    [Fact]
    public async Task The_page_says_it_to_people() =>
        Assert.Contains("Ngăn cách tiến trình mở tệp", System.Net.WebUtility.HtmlDecode(await server.Http.GetStringAsync(new Uri("status", UriKind.Relative), Stop)), StringComparison.Ordinal);
}
