using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AwardArchive.Tests.Search;

/// <summary>Searches kept under a name, through the front door.</summary>
public sealed class SavedSearchesTests(SearchServer server) : IClassFixture<SearchServer>
{
    private const string Address = "/api/v1/search/saved";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_is_kept_once_listed_and_forgotten()
    {
        var search = new { name = " Huân chương 1985 ", query = "q=hu%C3%A2n+ch%C6%B0%C6%A1ng&yearFrom=1985&cursor=abc&other=1" };
        using var created = await server.Http.PostAsJsonAsync(Address, search, Stop);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var saved = await created.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("Huân chương 1985", "?q=hu%C3%A2n%20ch%C6%B0%C6%A1ng&yearFrom=1985"), (saved.GetProperty("name").GetString(), saved.GetProperty("query").GetString()));
        using var again = await server.Http.PostAsJsonAsync(Address, search, Stop);
        Assert.Equal(saved.GetProperty("id").GetGuid(), (await again.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid());

        var list = await server.Http.GetFromJsonAsync<JsonElement>(Address, Stop);
        Assert.Contains(list.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetGuid() == saved.GetProperty("id").GetGuid());
        Assert.Contains("Huân chương 1985", WebUtility.HtmlDecode(await server.Http.GetStringAsync("/saved", Stop)), StringComparison.Ordinal);

        using var removed = await server.Http.DeleteAsync($"{Address}/{saved.GetProperty("id").GetGuid()}", Stop);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var missing = await server.Http.DeleteAsync($"{Address}/{saved.GetProperty("id").GetGuid()}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("", "q=a", "validation")]
    [InlineData("tên", "", "validation")]
    [InlineData("tên", "sort=newest", "nothing-to-save")]
    [InlineData("tên", "???", "nothing-to-save")]
    public async Task What_is_no_search_is_not_kept(string name, string query, string problem)
    {
        using var answer = await server.Http.PostAsJsonAsync(Address, new { name, query }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal($"urn:award-archive:problem:{problem}", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_page_of_a_result_offers_to_keep_it()
    {
        var html = WebUtility.HtmlDecode(await server.Http.GetStringAsync("/?q=anh+hung", Stop));
        Assert.Contains("Lưu lần tìm này", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Lưu lần tìm này", WebUtility.HtmlDecode(await server.Http.GetStringAsync("/", Stop)), StringComparison.Ordinal);
    }
}
