using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.People;

/// <summary>Award entries searched as people, through the front door.</summary>
public sealed class PeopleSearchTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string People = "/api/v1/people";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_found_by_words_of_its_name_with_all_that_the_paper_says()
    {
        var document = await server.AddAsync(3);
        await server.ReadAsync(document, Of(
            Decision("352", "KT/HĐNN"),
            Row("Trịnh Thị Lan", 300, "1932", page: 2) with { HomePlace = Fact("xã Hải Lâm, huyện Hải Lăng"), Award = Fact("Huân chương Kháng chiến"), AwardClass = Fact("Nhì") },
            Row("Trịnh Thị An", 340, "1940")));

        var item = Assert.Single(await FindAsync("q=lan trinh"));
        Assert.Equal(
            ("Trịnh Thị Lan", "1932", "xã Hải Lâm, huyện Hải Lăng", "Huân chương Kháng chiến", "Nhì", "352", "KT/HĐNN", "1985-09-19"),
            (Text(item, "name"), Text(item, "birthYear"), Text(item, "homePlace"), Text(item, "award"), Text(item, "awardClass"), Text(item, "number"), Text(item, "symbol"), Text(item, "issuedOn")));
        Assert.Equal((document, 2, 0.8), (item.GetProperty("documentId").GetGuid(), item.GetProperty("page").GetInt32(), item.GetProperty("confidence").GetDouble()));
        Assert.Equal((50, 300, 900, 30), (Number("x"), Number("y"), Number("width"), Number("height")));
        Assert.Equal((await server.Catalog.FindEntriesAsync(document, 0, 1, Stop))[0].Id, item.GetProperty("id").GetGuid());
        Assert.Equal(["Trịnh Thị An"], Names(await FindAsync("q=Trịnh An"))); // "an" is in "Lan" too, but no word of it

        int Number(string name) => item.GetProperty("box").GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Birth_year_and_home_place_through_history_narrow_the_list()
    {
        var document = await server.AddAsync(1);
        await server.ReadAsync(document, Of(
            Decision("7"),
            Row("Tạ Văn Nhất", 100, "1931") with { HomePlace = Fact("xã Hải Lâm, tỉnh Bình Trị Thiên") },
            Row("Tạ Văn Nhì", 140, "1932") with { HomePlace = Fact("xã Hải Lâm, tỉnh Quảng Trị") },
            Row("Tạ Văn Ba", 180, "1932") with { HomePlace = Fact("tỉnh Nghệ An") },
            Row("Tạ Văn Tư", 220)));

        Assert.Equal(["Tạ Văn Ba", "Tạ Văn Nhì"], Names(await FindAsync("q=tạ&birthYear=1932")));
        Assert.Equal(["Tạ Văn Nhất", "Tạ Văn Nhì"], Names(await FindAsync("q=tạ&place=Quảng Trị"))); // Bình Trị Thiên was divided into it
        Assert.Equal(["Tạ Văn Nhì"], Names(await FindAsync("q=tạ&birthYear=1932&place=xã Hải Lâm")));
        Assert.Equal(["Tạ Văn Nhất", "Tạ Văn Nhì"], Names(await FindAsync("place=xã Hải Lâm, tỉnh Quảng Trị&q=ta van")));
        Assert.Empty(await FindAsync("q=tạ&birthYear=1900"));
    }

    [Fact]
    public async Task Entries_of_withdrawn_documents_and_of_collectives_are_not_shown()
    {
        var document = await server.AddAsync(1);
        await server.ReadAsync(document, Of(Decision("8"), Row("Khúc Thị Mai", 100), Row("Khúc Thừa Xã", 140) with { Kind = RecipientKind.Collective }));
        Assert.Equal(["Khúc Thị Mai"], Names(await FindAsync("q=khúc")));

        Assert.True(await server.Catalog.EditAsync(document, (await server.Catalog.FindAsync(document, Stop))!.Version, kept => kept.Status = DocumentStatus.Withdrawn, Stop));
        Assert.Empty(await FindAsync("q=khúc"));
        Assert.DoesNotContain("Khúc Thị Mai", WebUtility.HtmlDecode(await server.Http.GetStringAsync("/people?q=khúc", Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_comes_in_stretches_each_entry_once()
    {
        var document = await server.AddAsync(1);
        await server.ReadAsync(document, Of(Decision("9"), [.. Enumerable.Range(0, 12).Select(i => Row(i < 6 ? "Lưu Văn Tám" : $"Lưu Thị {(char)('A' + i)}", 100 + (40 * i)))]));
        List<Guid> seen = [];
        string? cursor = null;
        do
        {
            var stretch = await server.Http.GetFromJsonAsync<JsonElement>($"{People}?q=lưu&size=5{(cursor is null ? "" : $"&cursor={cursor}")}", Stop);
            seen.AddRange(stretch.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            cursor = Text(stretch, "nextCursor");
        }
        while (cursor is not null && seen.Count < 100);
        Assert.Equal((12, 12), (seen.Count, seen.Distinct().Count()));
    }

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%25%27%22%3B--_")]
    [InlineData("q=***")]
    [InlineData("q=(((AND OR NOT")]
    [InlineData("q=%F0%9F%8E%96")]
    [InlineData("q=%CC%81%CC%A3")]
    [InlineData("q=x&place=%00")]
    [InlineData("q=x&place=,,,---(((")]
    [InlineData("q=x&birthYear=-2147483648")]
    [InlineData("q=&place=&cursor=MGY.00000000000000000000000000000000")]
    public async Task Any_string_is_an_answer(string query)
    {
        using var answer = await server.Http.GetAsync($"{People}?{query}", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var page = await server.Http.GetAsync($"/people?{query}", Stop);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("size=0")]
    [InlineData("size=201")]
    [InlineData("cursor=x")]
    [InlineData("cursor=.")]
    [InlineData("cursor=AA.00000000000000000000000000000000")]
    [InlineData("cursor=a.b.c")]
    [InlineData("birthYear=abc")]
    public async Task What_cannot_be_is_refused(string query)
    {
        using var answer = await server.Http.GetAsync($"{People}?q=x&{query}", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_page_leads_to_the_row_on_the_scan()
    {
        var document = await server.AddAsync(2);
        await server.ReadAsync(document, Of(Decision("10"), Row("Ông Ích Khiêm", 500, "1930", page: 2)));
        var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync("/people?q=ich khiem&birthYear=1930", Stop));
        Assert.Contains("Ông Ích Khiêm", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/documents/{document}?page=2&box=50,500,900,30\"", page, StringComparison.Ordinal);
        Assert.Contains("Không có dòng nào khớp", WebUtility.HtmlDecode(await server.Http.GetStringAsync("/people?q=ich khiem&birthYear=x", Stop)), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/people\">Người</a>", WebUtility.HtmlDecode(await server.Http.GetStringAsync("/", Stop)), StringComparison.Ordinal);
    }

    private static string? Text(JsonElement from, string name) => from.GetProperty(name).GetString();

    private static IEnumerable<string?> Names(IEnumerable<JsonElement> items) => items.Select(item => Text(item, "name"));

    private async Task<List<JsonElement>> FindAsync(string query) =>
        [.. (await server.Http.GetFromJsonAsync<JsonElement>($"{People}?{query}", Stop)).GetProperty("items").EnumerateArray()];
}
