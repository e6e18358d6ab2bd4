using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AwardArchive.Search.Batch;
using AwardArchive.Tests.Indexing;

namespace AwardArchive.Tests.Search;

/// <summary>Looking for a list of people.</summary>
public sealed class BatchTests(SearchServer server) : IClassFixture<SearchServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Họ và tên,Quê quán,Năm sinh\nNguyễn Thị Hoà,Gio Linh,1920\n", "Nguyễn Thị Hoà|1920|Gio Linh")]
    [InlineData("ho ten;nam sinh\r\nTrần Văn A;12/3/1931\r\n;\r\n", "Trần Văn A|1931|")]
    [InlineData("Lê Thị B", "Lê Thị B||")]
    [InlineData("\uFEFFLê Thị B,1940,\"xã X, huyện Y\"", "Lê Thị B|1940|xã X, huyện Y")]
    public async Task A_table_is_read_with_and_without_a_header(string csv, string expected) =>
        Assert.Equal([expected], (await ReadAsync(csv, json: false)).Select(row => $"{row.Name}|{row.BirthYear}|{row.Place}"));

    [Fact]
    public async Task A_list_is_names_or_what_is_known_of_them() => Assert.Equal(
        [new("Lê Thị B"), new("Trần Văn A", 1931, "Vĩnh Linh"), new("Hồ Thị C")],
        await ReadAsync("""["Lê Thị B", {"name":"Trần Văn A","birthYear":1931,"place":"Vĩnh Linh"}, {"name":"Hồ Thị C","birthYear":null}]""", json: true));

    [Theory]
    [InlineData("", true, "JSON")]
    [InlineData("{}", true, "JSON")]
    [InlineData("[1]", true, "JSON")]
    [InlineData("[{\"birthYear\":1}]", true, "JSON")]
    [InlineData("[]", true, "không có tên nào")]
    [InlineData("\n\n", false, "không có tên nào")]
    public async Task What_is_no_list_is_told(string text, bool json, string reason) =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<BadBatchException>(() => ReadAsync(text, json))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Too_much_and_other_encodings_are_told()
    {
        var many = string.Join('\n', Enumerable.Repeat("Lê Thị B", BatchList.MaxRows + 1));
        Assert.Contains("1000", (await Assert.ThrowsAsync<BadBatchException>(() => ReadAsync(many, json: false))).Message, StringComparison.Ordinal);
        Assert.Contains("200", (await Assert.ThrowsAsync<BadBatchException>(() => ReadAsync(new string('a', 201), json: false))).Message, StringComparison.Ordinal);
        Assert.Contains("1 MB", (await Assert.ThrowsAsync<BadBatchException>(() => ReadAsync(new string('a', BatchList.MaxBytes + 1), json: false))).Message, StringComparison.Ordinal);
        using var latin = new MemoryStream([0x4E, 0xE9, 0x20]);
        Assert.Contains("UTF-8", (await Assert.ThrowsAsync<BadBatchException>(() => BatchList.ReadAsync(latin, json: false, Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_agrees_best_comes_first_and_says_in_what()
    {
        await using var archive = await SearchableArchive.OpenAsync();
        var right = await archive.AddAsync(["Danh sách:\n7. Nguyễn Thị Hòa, sinh năm 1920, quê xã Gio Mỹ, huyện Gio Linh, Huân chương hạng Ba"]);
        var namesake = await archive.AddAsync(["Danh sách:\n2. Nguyễn Thị Hoà, sinh năm 1931, quê Triệu Phong, Huân chương hạng Nhì"]);
        await archive.AddAsync(["Nguyễn Văn Hùng, sinh năm 1920, Gio Linh"]);
        await archive.SearchAsync("danh");
        var answers = new List<BatchAnswer>();
        await foreach (var answer in new BatchSearch(archive.Searcher).RunAsync(
            [new("Mẹ Nguyễn Thị Hoà", 1920, "huyện Gio Linh"), new("nguyen thi hoa"), new("Bùi Quang Khánh")], 2, Stop)) answers.Add(answer);

        Assert.Equal([1, 2, 3], answers.Select(answer => answer.Row));
        Assert.Equal([right, namesake], answers[0].Hits.Select(hit => hit.DocumentId));
        Assert.Equal((1, "Nguyễn Thị Hòa", true, true), (answers[0].Hits[0].Score, answers[0].Hits[0].Text, answers[0].Hits[0].HasBirthYear, answers[0].Hits[0].HasPlace));
        Assert.Equal((false, false), (answers[0].Hits[1].HasBirthYear, answers[0].Hits[1].HasPlace));
        Assert.InRange(answers[0].Hits[1].Score, 0.4, 0.7);
        Assert.Contains("sinh năm 1920", answers[0].Hits[0].Snippet, StringComparison.Ordinal);
        Assert.Equal(2, answers[1].Hits.Count);
        Assert.All(answers[1].Hits, hit => Assert.Equal((0.95, null, null), (hit.Score, hit.HasBirthYear, hit.HasPlace)));
        Assert.DoesNotContain(answers[2].Hits, hit => hit.Score > 0.5);
    }

    [Fact]
    public async Task Rest_takes_a_body_or_a_form_and_gives_json_or_a_table()
    {
        using var body = new StringContent("""["mẹ Suốt"]""", Encoding.UTF8, "application/json");
        using var json = await server.Http.PostAsync("/api/v1/search/batch", body, Stop);
        var item = (await json.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("items")[0];
        Assert.Equal((1, "mẹ Suốt"), (item.GetProperty("row").GetInt32(), item.GetProperty("name").GetString()));
        Assert.Equal(server.Papers[0], item.GetProperty("hits")[0].GetProperty("documentId").GetGuid());
        Assert.Equal(2, item.GetProperty("hits")[0].GetProperty("page").GetInt32());

        using var form = new MultipartFormDataContent { { new ByteArrayContent("mẹ Suốt\nBùi Quang Khánh"u8.ToArray()), "file", "ten.csv" } };
        using var table = await server.Http.PostAsync("/api/v1/search/batch?format=csv", form, Stop);
        Assert.Equal("text/csv", table.Content.Headers.ContentType?.MediaType);
        var lines = Encoding.UTF8.GetString(await table.Content.ReadAsByteArrayAsync(Stop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\uFEFFDòng,Họ tên,Năm sinh", lines[0], StringComparison.Ordinal);
        Assert.Contains("không thấy", lines[^1], StringComparison.Ordinal);

        using var page = new StringContent("<html></html>", Encoding.UTF8, "text/html");
        using var refused = await server.Http.PostAsync("/api/v1/search/batch", page, Stop);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    [Theory]
    [InlineData("{", "application/json", "", "bad-batch")]
    [InlineData("", "text/csv", "", "bad-batch")]
    [InlineData("Lê Thị B", "text/csv", "?size=21", "validation")]
    [InlineData("Lê Thị B", "text/csv", "?format=xml", "validation")]
    public async Task Rest_says_what_is_wrong_with_a_list(string text, string type, string query, string problem)
    {
        using var body = new StringContent(text, new MediaTypeHeaderValue(type));
        using var answer = await server.Http.PostAsync($"/api/v1/search/batch{query}", body, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal($"urn:award-archive:problem:{problem}", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("type").GetString());
    }

    private static async Task<IReadOnlyList<BatchRow>> ReadAsync(string text, bool json)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await BatchList.ReadAsync(input, json, Stop);
    }
}
