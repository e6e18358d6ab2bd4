using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using Microsoft.EntityFrameworkCore;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.People;

/// <summary>Pairs that may be of one person, through the front door.</summary>
public sealed class PeoplePairTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string People = "/api/v1/people";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pair_is_proposed_confirmed_shown_as_a_person_and_taken_back()
    {
        var pair = await ProposeAsync("Lường Thị Xoan", "Huân chương Kháng chiến");
        var (id, one) = (pair.GetProperty("id").GetGuid(), pair.GetProperty("one").GetProperty("id").GetGuid());
        Assert.NotEmpty(pair.GetProperty("reasons").EnumerateArray());
        Assert.True(pair.GetProperty("probability").GetDouble() is > 0.8 and <= 1);
        Assert.Single((await PersonAsync(one)).GetProperty("entries").EnumerateArray());

        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(id, "confirm", new { by = "Lan", reason = "cùng quê, cùng tuổi" }));
        var person = await PersonAsync(one);
        Assert.Equal(2, person.GetProperty("entries").GetArrayLength());
        Assert.Equal("sameAward", Assert.Single(person.GetProperty("duplicateAwards").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Contains("1932 / 1933", Assert.Single(person.GetProperty("contradictions").EnumerateArray()).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(("Lan", "confirmed"), Decision(person, 0));
        Assert.DoesNotContain(await ProposalsAsync(), item => item.GetProperty("id").GetGuid() == id);

        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(id, "undo", new { by = "Mai" }));
        Assert.Equal(("Mai", "proposed"), Decision(await PersonAsync(one), 1));
        Assert.Single((await PersonAsync(one)).GetProperty("entries").EnumerateArray());
        Assert.Contains(await ProposalsAsync(), item => item.GetProperty("id").GetGuid() == id);
        Assert.Equal(HttpStatusCode.Conflict, await DecideAsync(id, "undo", new { by = "Mai" }));

        (string?, string?) Decision(JsonElement from, int number) =>
            (from.GetProperty("decisions")[number].GetProperty("by").GetString(), from.GetProperty("decisions")[number].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_refused_pair_is_not_proposed_again()
    {
        var id = (await ProposeAsync("Khổng Thị Thoa")).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(id, "refuse", new { by = "Lan", reason = "khác chồng" }));
        await server.MatchAsync();
        Assert.DoesNotContain(await ProposalsAsync(), item => item.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task Who_decides_is_the_sender_unless_somebody_is_named()
    {
        var id = (await ProposeAsync("Vi Thị Đào")).GetProperty("id").GetGuid();
        foreach (var body in new object[] { new { by = new string('a', 101) }, new { by = "a", reason = new string('a', 1001) } })
            Assert.Equal(HttpStatusCode.BadRequest, await DecideAsync(id, "confirm", body));
        Assert.Equal(HttpStatusCode.NotFound, await DecideAsync(Guid.NewGuid(), "confirm", new { by = "Lan" }));
        Assert.Contains(await ProposalsAsync(), item => item.GetProperty("id").GetGuid() == id);
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(id, "refuse", new { by = " " }));
        await using (var db = await server.Service<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop))
            Assert.Equal("Người thử", (await db.PairDecisions.SingleAsync(decision => decision.PairId == id, Stop)).By);
        using var nobody = await server.Http.GetAsync($"{People}/{Guid.NewGuid()}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task A_person_and_pairs_of_a_withdrawn_document_are_hidden()
    {
        var pair = await ProposeAsync("Lục Thị Sen");
        var one = pair.GetProperty("one");
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(pair.GetProperty("id").GetGuid(), "confirm", new { by = "Lan" }));
        var document = one.GetProperty("documentId").GetGuid();
        Assert.True(await server.Catalog.EditAsync(document, (await server.Catalog.FindAsync(document, Stop))!.Version, kept => kept.Status = DocumentStatus.Withdrawn, Stop));
        using var gone = await server.Http.GetAsync($"{People}/{one.GetProperty("id").GetGuid()}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var left = await PersonAsync(pair.GetProperty("other").GetProperty("id").GetGuid());
        Assert.Single(left.GetProperty("entries").EnumerateArray());
        Assert.Empty(left.GetProperty("decisions").EnumerateArray());
    }

    [Fact]
    public async Task The_proposals_come_in_stretches_and_a_wrong_cursor_is_refused()
    {
        foreach (var name in new[] { "Mạc Thị Nhài", "Tô Thị Lụa", "Giáp Thị Chanh" }) await ProposeAsync(name);
        List<Guid> seen = [];
        string? cursor = null;
        do
        {
            var stretch = await server.Http.GetFromJsonAsync<JsonElement>($"{People}/proposals?size=1{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", Stop);
            seen.AddRange(stretch.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            cursor = stretch.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null && seen.Count < 50);
        Assert.Equal((await ProposalsAsync()).Select(item => item.GetProperty("id").GetGuid()), seen);
        foreach (var wrong in new[] { "x", "_", "NaN_00000000000000000000000000000000", "1_x" })
        {
            using var answer = await server.Http.GetAsync($"{People}/proposals?cursor={wrong}", Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_person_decides_on_the_page_without_script()
    {
        var pair = await ProposeAsync("Ninh Thị Tơ");
        var (id, one) = (pair.GetProperty("id").GetGuid(), pair.GetProperty("one").GetProperty("id").GetGuid());
        Assert.Contains("Hãy cho biết ai quyết định", await WebForm.PostAsync(server.Http, "/people", $"pair-{id:N}", new() { ["Decision"] = "confirm", ["By"] = " " }, HttpStatusCode.OK), StringComparison.Ordinal);
        await WebForm.PostAsync(server.Http, "/people", $"pair-{id:N}", new() { ["Decision"] = "refuse", ["By"] = "Lan", ["Reason"] = "khác chồng" });
        Assert.DoesNotContain(id.ToString("N"), await server.Http.GetStringAsync("/people", Stop), StringComparison.Ordinal);
        Assert.Contains("Lan cho là hai người khác nhau", WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/people/{one}", Stop)), StringComparison.Ordinal);
        await WebForm.PostAsync(server.Http, $"/people/{one}", "undo", new() { ["Pair"] = id.ToString(), ["By"] = "Mai" });
        Assert.Contains($"pair-{id:N}", await server.Http.GetStringAsync("/people", Stop), StringComparison.Ordinal);

        Assert.Contains("Máy đang so", await WebForm.PostAsync(server.Http, "/people", "match", [], HttpStatusCode.OK), StringComparison.Ordinal);
        using var asked = await server.Http.PostAsync($"{People}/match", null, Stop);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
    }

    /// <summary>Two papers that name a person, a year apart in the birth year, and what is proposed of them.</summary>
    private async Task<JsonElement> ProposeAsync(string name, string? award = null)
    {
        foreach (var year in new[] { "1932", "1933" })
        {
            var document = await server.AddAsync(1);
            var row = Row(name, 100, year) with { HomePlace = Fact("xã Hải Lâm, huyện Hải Lăng, tỉnh Quảng Trị"), Award = award is null ? null : Fact(award) };
            await server.ReadAsync(document, Of(Decision("7"), row));
        }
        await server.MatchAsync();
        return Assert.Single(await ProposalsAsync(), item => item.GetProperty("one").GetProperty("name").GetString() == name);
    }

    private async Task<List<JsonElement>> ProposalsAsync() =>
        [.. (await server.Http.GetFromJsonAsync<JsonElement>($"{People}/proposals?size=200", Stop)).GetProperty("items").EnumerateArray()];

    private Task<JsonElement> PersonAsync(Guid entry) => server.Http.GetFromJsonAsync<JsonElement>($"{People}/{entry}", Stop);

    private async Task<HttpStatusCode> DecideAsync(Guid pair, string verb, object body)
    {
        using var answer = await server.Http.PostAsJsonAsync($"{People}/proposals/{pair}/{verb}", body, Stop);
        return answer.StatusCode;
    }
}
