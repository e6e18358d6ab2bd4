using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AwardArchive.Tests.Search;

/// <summary>Search through the front door: REST and the page for people.</summary>
public sealed class SearchWebTests(SearchServer server) : IClassFixture<SearchServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rest_answers_in_the_published_shape()
    {
        var json = await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/search?q=ba%20me%20viet%20nam", Stop);
        Assert.Equal(["total", "tookMs", "hits", "facets", "didYouMean", "understood", "nextCursor", "complete", "partial"], Names(json));
        Assert.Equal(["documentId", "fileName", "title", "kind", "number", "symbol", "issuedOn", "score", "pages", "matches", "people"], Names(json.GetProperty("hits")[0]));
        Assert.Equal(["number", "snippet"], Names(json.GetProperty("hits")[0].GetProperty("pages")[0]));
        Assert.Equal("""{"text":"Bà mẹ Việt Nam","hit":true}""", json.GetProperty("hits")[0].GetProperty("pages")[0].GetProperty("snippet")[0].GetRawText());
        Assert.Equal("""{"kind":[{"value":"Quyết định","count":1}],"year":[{"value":"1994","count":1}],"issuer":[],"award":[],"place":[],"dossier":[]}""", json.GetProperty("facets").GetRawText());
        Assert.Equal("""{"query":"ba me viet nam","mode":"all","notes":["1 văn bản có đủ các từ; tiếp theo là văn bản có phần lớn các từ."]}""", json.GetProperty("understood").GetRawText());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("didYouMean").ValueKind);
    }

    [Fact]
    public async Task A_query_that_is_misspelt_is_told_a_better_one_by_rest_and_on_the_page()
    {
        var json = await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/search?q=kh%C3%A1ng%20chi%E1%BB%81n", Stop);
        Assert.Equal("kháng chiến", json.GetProperty("didYouMean").GetString());
        var html = WebUtility.HtmlDecode(await server.Http.GetStringAsync("/?q=kh%C3%A1ng+chi%E1%BB%81n&kind=", Stop));
        Assert.Contains("Có phải muốn tìm: <a href=\"/?q=kh%C3%A1ng%20chi%E1%BA%BFn\">kháng chiến</a>?", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Có phải", WebUtility.HtmlDecode(await server.Http.GetStringAsync("/?q=khang+chien", Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rest_gives_stretches_by_cursor()
    {
        var first = await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/search?q=khang&size=1", Stop);
        var second = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/search?q=khang&size=1&cursor={first.GetProperty("nextCursor").GetString()}", Stop);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("nextCursor").ValueKind);
        Assert.NotEqual(IdOf(first), IdOf(second));

        static string? IdOf(JsonElement json) => json.GetProperty("hits")[0].GetProperty("documentId").GetString();
    }

    [Theory]
    [InlineData("size=0", "validation")]
    [InlineData("size=101", "validation")]
    [InlineData("size=x", "bad-request")]
    [InlineData("sort=best", "validation")]
    [InlineData("yearFrom=0", "validation")]
    [InlineData("yearTo=10000", "validation")]
    [InlineData("dossierId=1", "bad-request")]
    [InlineData("cursor=abc", "bad-cursor")]
    [InlineData("cursor=%00", "bad-cursor")]
    public async Task Rest_refuses_what_is_no_search(string query, string problem)
    {
        using var response = await server.Http.GetAsync($"/api/v1/search?{query}", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal($"urn:award-archive:problem:{problem}", json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Rest_says_when_there_is_no_document_to_look_into()
    {
        using var response = await server.Http.GetAsync($"/api/v1/documents/{Guid.NewGuid()}/search?q=a", Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var json = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{server.Papers[0]}/search?q=a", Stop);
        Assert.Equal(["items", "nextCursor"], Names(json));
    }

    [Fact]
    public async Task The_page_marks_hits_and_links_to_the_page_of_the_scan()
    {
        var html = WebUtility.HtmlDecode(await server.Http.GetStringAsync("/?q=anh+hung", Stop));
        Assert.Contains("<mark>anh hùng</mark>", html, StringComparison.Ordinal);
        Assert.Contains($"/documents/{server.Papers[0]}?page=1&q=anh%20hung", html, StringComparison.Ordinal);
        Assert.Contains("Quyết định số 12/QĐ-CTN · 08/1994", html, StringComparison.Ordinal);
        Assert.Contains("kind=Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_documents_and_queries_stays_text()
    {
        var html = await server.Http.GetStringAsync("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E+anh", Stop);
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert(1)</script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 200, "3 văn bản")]
    [InlineData("/?q=khongco", 200, "Không tìm thấy văn bản nào")]
    [InlineData("/?q=me&yearFrom=abc&yearTo=99999&sort=x&kind=", 200, "Tìm thấy 3 văn bản")]
    [InlineData("/?kind=quyet+dinh", 200, "1 văn bản")]
    [InlineData("/?q=me&cursor=xyz", 400, "Tìm lại từ đầu")]
    public async Task The_page_answers_whatever_its_address_says(string address, int status, string text)
    {
        using var response = await server.Http.GetAsync(address, Stop);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(text, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/site.css", "text/css")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task What_the_page_needs_is_served(string address, string mediaType)
    {
        using var response = await server.Http.GetAsync(address, Stop);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
