using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AwardArchive.Tests.Indexing;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Search;

/// <summary>Imported communes in search, through the front door: known to searches at once, old names and new ones both ways.</summary>
public sealed class PlaceSearchTests : IAsyncLifetime
{
    private const string Before = """
        [{"Code":"45","FullName":"Tỉnh Quảng Trị","District":[
          {"Code":"466","FullName":"Huyện Gio Linh","ProvinceCode":"45","Ward":[
            {"Code":"19495","FullName":"Thị trấn Gio Linh","DistrictCode":"466"},{"Code":"19500","FullName":"Xã Phong Bình","DistrictCode":"466"},
            {"Code":"19501","FullName":"Xã Tân Thành","DistrictCode":"466"}]},
          {"Code":"465","FullName":"Huyện Hướng Hóa","ProvinceCode":"45","Ward":[{"Code":"19430","FullName":"Xã Tân Thành","DistrictCode":"465"}]}]}]
        """;

    private const string After = """[{"Code":"44","FullName":"Tỉnh Quảng Trị","Wards":[{"Code":"19495","FullName":"Xã Gio Linh","ProvinceCode":"44"},{"Code":"19430","FullName":"Xã Lao Bảo","ProvinceCode":"44"}]}]""";

    private const string Merges = """
        [{"ma":"19495","ten":"Xã Gio Linh","magoc":"44","malk":"x","truocsapnhap":"Thị trấn Gio Linh, Xã Phong Bình, Xã Tân Thành (huyện Gio Linh)"},
         {"ma":"19430","ten":"Xã Lao Bảo","magoc":"44","malk":"x","truocsapnhap":"Xã Tân Thành (huyện Hướng Hóa)"}]
        """;

    private readonly QuietServer server = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_communes_find_the_new_one_and_the_other_way_round_as_soon_as_the_lists_are_imported()
    {
        var (old, current, other) = (await AddAsync("mẹ quê xã Phong Bình"), await AddAsync("mẹ quê xã Gio Linh"), await AddAsync("mẹ quê xã Lao Bảo"));
        await server.FollowAsync();
        Assert.Equal([current], await FindAsync("xã gio linh"));

        foreach (var (name, list) in new[] { ("before.json", Before), ("after.json", After), ("merges.json", Merges) })
        {
            using var imported = await ImportAsync($"name={name}&source=1680", list);
            Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        }

        Assert.Equal([current, old], await FindAsync("xã gio linh"));
        Assert.Equal([old, current], await FindAsync("xã phong bình"));
        Assert.Equal([current, old], await FindAsync("nơi:\"xã gio linh\""));
        Assert.Equal([old, current], await FindAsync("nơi:\"xã phong bình\" mẹ"));
        // Of two communes of one name the one in the district that is named.
        Assert.DoesNotContain(current, await FindAsync("mẹ nơi:\"xã tân thành\" -huyện nơi:\"hướng hóa\""));
        Assert.Contains(other, await FindAsync("xã tân thành"));
        var hit = (await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString("xã gio linh")}", Stop)).GetProperty("hits")[1];
        Assert.Contains(hit.GetProperty("matches").EnumerateArray(), match => match.GetProperty("how").GetString() == "place");
        Assert.Contains(hit.GetProperty("pages")[0].GetProperty("snippet").EnumerateArray(), run => run.GetProperty("hit").GetBoolean() && run.GetProperty("text").GetString() == "xã Phong Bình");
    }

    [Theory]
    [InlineData("name=x.json", "{}", HttpStatusCode.BadRequest, "bad-list")]
    [InlineData("name=x.json", "", HttpStatusCode.BadRequest, "bad-list")]
    [InlineData("", "[]", HttpStatusCode.BadRequest, "bad-request")]
    public async Task A_list_that_cannot_be_used_is_a_problem(string query, string list, HttpStatusCode status, string problem)
    {
        using var response = await ImportAsync(query, list);
        Assert.Equal(status, response.StatusCode);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal($"urn:award-archive:problem:{problem}", json.GetProperty("type").GetString());
    }

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<Guid> AddAsync(string page)
    {
        var paper = SearchableArchive.NewDocument(page);
        await server.Catalog.AddDocumentAsync(paper, Stop);
        return paper.Id;
    }

    private async Task<HttpResponseMessage> ImportAsync(string query, string list)
    {
        using var content = new StringContent(list, Encoding.UTF8, "application/json");
        return await server.Http.PostAsync(new Uri($"/api/v1/places/lists?{query}", UriKind.Relative), content, Stop);
    }

    /// <summary>Those that have everything, best first.</summary>
    private async Task<List<Guid>> FindAsync(string q)
    {
        var json = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString(q)}", Stop);
        return [.. json.GetProperty("hits").EnumerateArray().Take(json.GetProperty("complete").GetInt32()).Select(hit => hit.GetProperty("documentId").GetGuid())];
    }
}
