using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.Search;

/// <summary>People of lists and forms found by search, through the front door: as they are stated now, whatever the page reads.</summary>
public sealed class PeopleInDocumentsTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("người:\"Phan Thị Xuyến\"")]
    [InlineData("người:\"phan thi xuyen\" năm:1985")]
    [InlineData("Phan Thị Xuyến")]
    [InlineData("phan thị xuyến 1932")]
    public async Task A_corrected_name_is_found_and_leads_to_its_row(string q)
    {
        var id = await ReadAsync("1 Phan Thi Xuyen 1982", Of(Decision("352"), Row("Phan Thị Xuyên", 200, "1982", page: 2)));
        var entry = (await EntriesAsync(id))[0];
        await SendAsync(HttpMethod.Put, id, $"entries/{entry}", new { name = "Phan Thị Xuyến", birthYear = "1932", by = "Lan" });
        var hit = Assert.Single(await SearchAsync(q), found => DocumentOf(found) == id);
        var person = Assert.Single(hit.GetProperty("people").EnumerateArray());
        Assert.Equal(("Phan Thị Xuyến", "1932", 2, entry), (Text(person, "name"), Text(person, "birthYear"), person.GetProperty("page").GetInt32(), person.GetProperty("entryId").GetGuid()));
        Assert.Equal("""{"x":50,"y":200,"width":900,"height":30}""", person.GetProperty("box").GetRawText());

        var page = System.Net.WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/?q={Uri.EscapeDataString(q)}", Stop));
        Assert.Contains($"/documents/{id}?page=2&q=", page, StringComparison.Ordinal);
        Assert.Contains("&box=50,200,900,30\">Phan Thị Xuyến · 1932</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_corrected_away_is_found_as_text_only()
    {
        var id = await ReadAsync("1 Đoàn Thị Quế sinh năm 1930", Of(Decision("353"), Row("Đoàn Thị Quế", 200)));
        Assert.Equal(["Đoàn Thị Quế"], await PeopleAsync("người:\"Đoàn Thị Quế\"", id));
        await SendAsync(HttpMethod.Put, id, $"entries/{(await EntriesAsync(id))[0]}", new { name = "Đoàn Thị Huệ", by = "Lan" });
        Assert.Equal([], await PeopleAsync("người:\"Đoàn Thị Quế\"", id));
        Assert.Equal(["Đoàn Thị Huệ"], await PeopleAsync("người:\"Đoàn Thị Huệ\"", id));
    }

    [Fact]
    public async Task A_removed_row_is_nobody_and_an_added_one_somebody()
    {
        var id = await ReadAsync("trang", Of(Decision("354"), Row("Khổng Thị Sâm", 200)));
        Assert.Equal(["Khổng Thị Sâm"], await PeopleAsync("người:\"Khổng Thị Sâm\"", id));
        await SendAsync(HttpMethod.Delete, id, $"entries/{(await EntriesAsync(id))[0]}?by=Lan", null);
        await SendAsync(HttpMethod.Post, id, "entries", new { name = "Khổng Thị Nhung", homePlace = "xã Hải Quế", page = 1, box = new { x = 50, y = 260, width = 900, height = 15 }, by = "Lan" });
        await server.FollowAsync();
        Assert.DoesNotContain(await SearchAsync("người:\"Khổng Thị Sâm\""), hit => DocumentOf(hit) == id && hit.GetProperty("people").GetArrayLength() > 0);
        Assert.DoesNotContain(await SearchAsync("\"Khổng Thị Sâm\""), hit => DocumentOf(hit) == id); // and its words are gone with it
        Assert.Equal(["Khổng Thị Nhung"], await PeopleAsync("khổng thị nhung hải quế", id));
    }

    [Fact]
    public async Task Persons_of_forms_are_people_too_and_what_names_a_person_comes_before_what_only_reads_so()
    {
        var street = await ReadAsync("số 5 đường Bạch Thị Yến, thành phố", Of(Decision("355")));
        var form = await ReadAsync("Họ và tên con: Bạch Thị Yến, sinh năm 1951", Of(Decision("356")) with { Kin = [new(KinRelation.Child, Fact("Bạch Thị Yến", 300), 1, new Box(10, 300, 500, 40))] });
        await server.ReadAsync(street, Of(Decision("355"))); // the newer of equals would come first
        var hits = await SearchAsync("người:\"Bạch Thị Yến\"");
        Assert.Equal([form, street], hits.Select(DocumentOf));
        Assert.Equal([1, 0], hits.Select(hit => hit.GetProperty("people").GetArrayLength()));
    }

    [Fact]
    public async Task The_row_is_marked_where_the_page_reads_otherwise()
    {
        var id = await ReadAsync("1 Mai Thi Dieu", Of(Decision("357"), Row("Mai Thị Dịu", 200), Row("Mai Thị Dịu", 240, page: 2)));
        await server.FollowAsync();
        var boxes = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{id}/search?q={Uri.EscapeDataString("người:\"Mai Thị Dịu\"")}", Stop);
        Assert.Equal([(1, 200), (2, 240)], boxes.GetProperty("items").EnumerateArray().Select(box => (box.GetProperty("page").GetInt32(), box.GetProperty("y").GetInt32())));
    }

    [Fact]
    public async Task Awards_of_rows_are_facets_counted_by_document()
    {
        static AwardEntry Given(string name, int y, string award, string? rank) => Row(name, y) with { Award = Fact(award), AwardClass = rank is null ? null : Fact(rank) };
        await ReadAsync("danh sách huyện Cồn Cỏ", Of(
            Decision("358") with { Award = Fact("Huân chương Kháng chiến") },
            Given("Hà Thị A", 200, "Huân chương Kháng chiến", "Nhất"), Given("Hà Thị B", 240, "Huân chương Kháng chiến", "Nhất"), Given("Hà Thị C", 280, "Bằng khen", null)));
        await ReadAsync("danh sách huyện Cồn Cỏ", Of(Decision("359"), Given("Hà Thị D", 200, "Huân chương Kháng chiến", "Nhì")));
        await server.FollowAsync();
        var found = await GetAsync("cồn cỏ");
        Assert.Equal(
            [("Huân chương Kháng chiến", 2), ("Bằng khen", 1), ("Huân chương Kháng chiến hạng Nhì", 1), ("Huân chương Kháng chiến hạng Nhất", 1)],
            found.GetProperty("facets").GetProperty("award").EnumerateArray().Select(value => (Text(value, "value"), value.GetProperty("count").GetInt32())));
        Assert.Equal(1, (await GetAsync("cồn cỏ", "&award=" + Uri.EscapeDataString("huan chuong khang chien hang nhat"))).GetProperty("total").GetInt32());
        Assert.Equal(2, (await GetAsync("cồn cỏ", "&award=" + Uri.EscapeDataString("Huân chương Kháng chiến"))).GetProperty("total").GetInt32());
    }

    private async Task<Guid> ReadAsync(string text, DocumentReading reading)
    {
        var id = await server.AddAsync(pages: 2, text: text);
        await server.ReadAsync(id, reading);
        return id;
    }

    private async Task<Guid[]> EntriesAsync(Guid id) =>
    [
        .. (await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{id}/entries", Stop)).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetGuid()),
    ];

    /// <summary>Whom the search finds in a document as people.</summary>
    private async Task<IEnumerable<string?>> PeopleAsync(string q, Guid id) =>
        Assert.Single(await SearchAsync(q), hit => DocumentOf(hit) == id).GetProperty("people").EnumerateArray().Select(person => Text(person, "name"));

    private async Task<IReadOnlyList<JsonElement>> SearchAsync(string q) => [.. (await GetAsync(q)).GetProperty("hits").EnumerateArray()];

    private async Task<JsonElement> GetAsync(string q, string more = "")
    {
        await server.FollowAsync();
        return await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString(q)}{more}", Stop);
    }

    private async Task SendAsync(HttpMethod method, Guid id, string address, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/documents/{id}/{address}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse($"\"{(await server.Catalog.FindAsync(id, Stop))!.Version}\""));
        using var answer = await server.Http.SendAsync(request, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static Guid DocumentOf(JsonElement hit) => hit.GetProperty("documentId").GetGuid();

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
