using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Tests.Viewing;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.People;

/// <summary>A server that works: whoever asks for a matching gets it from the queue.</summary>
public sealed class QueuedMatchTests : IAsyncLifetime
{
    private readonly QuietServer server = new() { Works = true };

    private const string People = "/api/v1/people";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_matching_that_is_asked_for_is_made_in_the_background()
    {
        for (var i = 0; i < 2; i++)
        {
            var document = await server.AddAsync(1);
            await server.ReadAsync(document, Of(Decision("7"), Row("Lường Thị Xoan", 100, "1932") with { HomePlace = Fact("xã Hải Lâm, huyện Hải Lăng, tỉnh Quảng Trị") }));
        }
        Assert.Empty(await ProposalsAsync());
        using var asked = await server.Http.PostAsync($"{People}/match", null, Stop);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        List<JsonElement> proposals;
        while ((proposals = await ProposalsAsync()).Count == 0) await Task.Delay(50, Stop);
        Assert.Equal("Lường Thị Xoan", Assert.Single(proposals).GetProperty("one").GetProperty("name").GetString());
    }

    private async Task<List<JsonElement>> ProposalsAsync() =>
        [.. (await server.Http.GetFromJsonAsync<JsonElement>($"{People}/proposals", Stop)).GetProperty("items").EnumerateArray()];
}
