using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access.Accounts;

/// <summary>Groups and what they see, through the front door.</summary>
public sealed class GroupTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string Groups = "/api/v1/groups";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_granted_dossier_is_seen_by_members_only_until_it_is_opened()
    {
        var (group, dossier) = (await GroupAsync("Phòng Người có công"), await DossierAsync("Hồ sơ mật", null));
        var (inside, insider) = await PersonAsync();
        var (_, outsider) = await PersonAsync();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await SeesAsync(insider, dossier), await SeesAsync(outsider, dossier)));

        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.PutAsync($"{Groups}/{group}/members/{inside}", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.PutAsync($"{Groups}/{group}/members/{inside}", null, Stop)).StatusCode);
        using var granted = await server.Http.PostAsJsonAsync($"{Groups}/{group}/grants", new { dossierId = dossier }, Stop);
        var grant = (await granted.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("grants").EnumerateArray().Single();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await SeesAsync(insider, dossier), await SeesAsync(outsider, dossier)));
        // The administrator is no member either: the grant is known, its title is not, and it cannot be granted on.
        Assert.Equal(HttpStatusCode.NotFound, await SeesAsync(server.Http, dossier));
        Assert.Equal(JsonValueKind.Null, grant.GetProperty("title").ValueKind);
        using var again = await server.Http.PostAsJsonAsync($"{Groups}/{await GroupAsync("Phòng khác")}/grants", new { dossierId = dossier }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);

        using var last = await server.Http.DeleteAsync($"{Groups}/{group}/grants/{grant.GetProperty("id").GetGuid()}", Stop);
        Assert.Equal(HttpStatusCode.Conflict, last.StatusCode);
        Assert.Equal("urn:award-archive:problem:would-open-collection", (await last.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.NotFound, await SeesAsync(outsider, dossier));
        Assert.Equal(HttpStatusCode.Conflict, (await server.Http.DeleteAsync($"{Groups}/{group}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.DeleteAsync($"{Groups}/{group}/members/{inside}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await SeesAsync(insider, dossier)); // at once, with the same token
        using var opened = await server.Http.DeleteAsync($"{Groups}/{group}/grants/{grant.GetProperty("id").GetGuid()}?opens=true", Stop);
        Assert.Equal(HttpStatusCode.NoContent, opened.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await SeesAsync(insider, dossier), await SeesAsync(outsider, dossier)));
        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.DeleteAsync($"{Groups}/{group}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync($"{Groups}/{group}", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_granted_fonds_is_granted_however_it_is_written_and_whenever_a_dossier_comes_into_it()
    {
        var group = await GroupAsync("Phòng Lưu trữ");
        var fonds = $"Phông {Guid.NewGuid():N}";
        var (early, (_, outsider)) = (await DossierAsync("Sớm", $" {fonds.ToUpperInvariant()}"), await PersonAsync());
        using var granted = await server.Http.PostAsJsonAsync($"{Groups}/{group}/grants", new { fonds = fonds.Replace(" ", "  ", StringComparison.Ordinal) }, Stop);
        Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        using var same = await server.Http.PostAsJsonAsync($"{Groups}/{group}/grants", new { fonds }, Stop);
        Assert.Single((await same.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("grants").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, await SeesAsync(outsider, early));
        var late = await DossierAsync("Muộn", null);
        Assert.Equal(HttpStatusCode.OK, await SeesAsync(outsider, late));
        using var moved = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/dossiers/{late}") { Content = JsonContent.Create(new { place = new { fonds } }) };
        moved.Headers.Add("If-Match", "\"1\"");
        await server.Http.SendAsync(moved, Stop);
        Assert.Equal(HttpStatusCode.NotFound, await SeesAsync(outsider, late));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var group = await GroupAsync("Phòng A");
        foreach (var (body, status) in new[]
        {
            ("""{"name":" "}""", HttpStatusCode.BadRequest), ("{}", HttpStatusCode.BadRequest), ($$"""{"name":"{{new string('a', 101)}}"}""", HttpStatusCode.BadRequest),
            ("""{"name":"Phòng A"}""", HttpStatusCode.Conflict),
        })
        {
            using var answer = await server.Http.PostAsJsonAsync(Groups, JsonDocument.Parse(body).RootElement, Stop);
            Assert.Equal(status, answer.StatusCode);
        }
        foreach (var body in new object[] { new { }, new { fonds = "  " }, new { fonds = "a", dossierId = Guid.NewGuid() }, new { dossierId = Guid.NewGuid() }, new { fonds = new string('a', 201) } })
        {
            using var answer = await server.Http.PostAsJsonAsync($"{Groups}/{group}/grants", body, Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.PutAsync($"{Groups}/{group}/members/{Guid.NewGuid()}", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.DeleteAsync($"{Groups}/{group}/members/{Guid.NewGuid()}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.PostAsJsonAsync($"{Groups}/{Guid.NewGuid()}/grants", new { fonds = "a" }, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.DeleteAsync($"{Groups}/{group}/grants/{Guid.NewGuid()}?opens=true", Stop)).StatusCode);
        var (_, reader) = await PersonAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(Groups, Stop)).StatusCode);
    }

    [Fact]
    public async Task On_the_pages_a_group_is_made_filled_and_given_a_fonds_without_script()
    {
        using var made = await server.Http.PostAsJsonAsync("/api/v1/users", new { userName = "thanh-vien" }, Stop);
        await WebForm.PostAsync(server.Http, "/groups", "new", new() { ["Name"] = "Nhóm <trang>" });
        var id = (await server.Http.GetFromJsonAsync<JsonElement>(Groups, Stop)).GetProperty("items").EnumerateArray()
            .Single(group => group.GetProperty("name").GetString() == "Nhóm <trang>").GetProperty("id").GetGuid();
        var page = $"/groups/{id}";
        await WebForm.PostAsync(server.Http, page, "join", new() { ["Member"] = "Thanh-Vien" });
        Assert.Contains("Không có tài khoản", await WebForm.PostAsync(server.Http, page, "join", new() { ["Member"] = "ai đó" }, HttpStatusCode.OK), StringComparison.Ordinal);
        await WebForm.PostAsync(server.Http, page, "grant", new() { ["Fonds"] = "Phông của nhóm" });
        var dossier = await DossierAsync("Hồ sơ của nhóm", null);
        await WebForm.PostAsync(server.Http, page, "grant", new() { ["DossierText"] = $"http://kho/dossiers/{dossier}" });
        var group = await server.Http.GetFromJsonAsync<JsonElement>($"{Groups}/{id}", Stop);
        var grants = group.GetProperty("grants").EnumerateArray().ToList();
        Assert.Equal(["PHÔNG CỦA NHÓM", null], grants.Select(grant => grant.GetProperty("fonds").GetString()));
        Assert.Equal("thanh-vien", group.GetProperty("members")[0].GetProperty("userName").GetString());

        var revoke = $"revoke-{grants[0].GetProperty("id").GetGuid():N}";
        Assert.Contains("nhóm cuối cùng", await WebForm.PostAsync(server.Http, page, revoke, [], HttpStatusCode.OK), StringComparison.Ordinal);
        await WebForm.PostAsync(server.Http, page, revoke, new() { ["Opens"] = "true" });
        await WebForm.PostAsync(server.Http, page, $"leave-{group.GetProperty("members")[0].GetProperty("userId").GetGuid():N}", []);
        await WebForm.PostAsync(server.Http, page, "rename", new() { ["Name"] = "Nhóm khác" });
        var html = await server.Http.GetStringAsync(page, Stop);
        Assert.Contains("Nhóm khác", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync($"/groups/{Guid.NewGuid()}", Stop)).StatusCode);
    }

    [Fact]
    public async Task Searches_are_kept_for_their_owners()
    {
        var ((_, one), (_, other)) = (await PersonAsync(), await PersonAsync());
        using var kept = await one.PostAsJsonAsync("/api/v1/search/saved", new { name = "Của một", query = "q=huan+chuong" }, Stop);
        var id = (await kept.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid();
        Assert.Empty((await other.GetFromJsonAsync<JsonElement>("/api/v1/search/saved", Stop)).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"/api/v1/search/saved/{id}", Stop)).StatusCode);
        using var same = await other.PostAsJsonAsync("/api/v1/search/saved", new { name = "Của một", query = "q=huan+chuong" }, Stop);
        Assert.NotEqual(id, (await same.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid());
        Assert.Single((await one.GetFromJsonAsync<JsonElement>("/api/v1/search/saved", Stop)).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NoContent, (await one.DeleteAsync($"/api/v1/search/saved/{id}", Stop)).StatusCode);
    }

    private static async Task<HttpStatusCode> SeesAsync(HttpClient http, Guid dossier) => (await http.GetAsync($"/api/v1/dossiers/{dossier}", Stop)).StatusCode;

    private async Task<Guid> GroupAsync(string name)
    {
        using var made = await server.Http.PostAsJsonAsync(Groups, new { name }, Stop);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid();
    }

    private async Task<Guid> DossierAsync(string title, string? fonds)
    {
        using var made = await server.Http.PostAsJsonAsync("/api/v1/dossiers", new { title, place = new { fonds } }, Stop);
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid();
    }

    private async Task<(Guid Id, HttpClient Http)> PersonAsync()
    {
        var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        return (await http.SignInAsync(server.Service<IServiceProvider>(), Role.Reader | Role.Archivist), http);
    }
}
