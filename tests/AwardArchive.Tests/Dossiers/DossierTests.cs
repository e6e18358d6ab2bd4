using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.Dossiers;

/// <summary>Dossiers through the front door.</summary>
public sealed class DossierTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string Dossiers = "/api/v1/dossiers";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dossier_is_made_shown_changed_and_listed()
    {
        using var made = await server.Http.PostAsJsonAsync(
            Dossiers, new { title = " Khen thưởng kháng chiến 1985 ", place = new { fonds = "UBND tỉnh", box = "12" }, expectedPages = 3, record = new { fileCode = "H49.64.1985.7", format = "02" } }, Stop);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var dossier = await made.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var id = dossier.GetProperty("id").GetGuid();
        Assert.Equal($"{Dossiers}/{id}", made.Headers.Location?.ToString());
        Assert.Equal("Khen thưởng kháng chiến 1985", Text(dossier, "title"));
        Assert.Equal(18, dossier.GetProperty("record").GetArrayLength());
        Assert.Equal(("01", "Vĩnh viễn"), (Record(dossier, "maintenance"), Text(Field(dossier, "maintenance"), "meaning"))); // award dossiers are kept for ever
        Assert.Equal(("H49.64.1985.7", "02", "0"), (Record(dossier, "fileCode"), Record(dossier, "format"), Record(dossier, "numberOfPage")));
        Assert.Equal("chưa có", Text(Field(dossier, "paperFileCode"), "problem"));

        using var changed = await SendAsync(HttpMethod.Patch, $"{Dossiers}/{id}", new { place = new { box = "13" }, record = new { format = "", paperFileCode = "HS 7" } }, made.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var after = await changed.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("UBND tỉnh", "13"), (Text(after.GetProperty("place"), "fonds"), Text(after.GetProperty("place"), "box")));
        Assert.Equal((null, "HS 7"), (Record(after, "format"), Record(after, "paperFileCode")));
        using var stale = await SendAsync(HttpMethod.Patch, $"{Dossiers}/{id}", new { title = "x" }, made.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var blind = await SendAsync(HttpMethod.Patch, $"{Dossiers}/{id}", new { title = "x" }, null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);

        await server.Http.PostAsJsonAsync(Dossiers, new { title = "Sau" }, Stop);
        var first = await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}?size=1", Stop);
        Assert.NotEqual(id, first.GetProperty("items")[0].GetProperty("id").GetGuid());
        var rest = await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}?size=100&cursor={Text(first, "nextCursor")}", Stop);
        Assert.Contains(rest.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetGuid() == id);
    }

    [Theory]
    [InlineData("""{"title":"  "}""", "title")]
    [InlineData("""{}""", "title")]
    [InlineData("""{"title":"a","expectedPages":-1}""", "expectedPages")]
    [InlineData("""{"title":"a","expectedSheets":1000001}""", "expectedSheets")]
    [InlineData("""{"title":"a","record":{"maintenance":"08"}}""", "record.maintenance")]
    [InlineData("""{"title":"a","record":{"totalDoc":"5"}}""", "record.totalDoc")]
    [InlineData("""{"title":"a","record":{"colour":"red"}}""", "record")]
    public async Task What_cannot_be_is_refused_by_name(string body, string field)
    {
        using var answer = await server.Http.PostAsJsonAsync(Dossiers, JsonDocument.Parse(body).RootElement, Stop);
        await AssertWrongAsync(answer, field);
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_refused()
    {
        using var title = await server.Http.PostAsJsonAsync(Dossiers, new { title = new string('a', 1001) }, Stop);
        await AssertWrongAsync(title, "title");
        using var shelf = await server.Http.PostAsJsonAsync(Dossiers, new { title = "a", place = new { shelf = new string('a', 201) } }, Stop);
        await AssertWrongAsync(shelf, "place.shelf");
        using var keyword = await server.Http.PostAsJsonAsync(Dossiers, new { title = "a", record = new { keyword = new string('a', 101) } }, Stop);
        await AssertWrongAsync(keyword, "record.keyword");
    }

    [Fact]
    public async Task Documents_are_put_in_with_their_sheets_and_what_is_missing_is_shown()
    {
        var dossier = await MakeAsync(new { title = "Hồ sơ", expectedPages = 8, expectedSheets = 6, record = new { fileCode = "H49.1" } });
        var later = await server.AddAsync(2);
        var first = await server.AddAsync(3);
        await server.ReadAsync(first, Of(Decision("352", "KT/HĐNN")));
        Assert.Equal(HttpStatusCode.NoContent, await JoinAsync(dossier, later, new { sheetFrom = 4, sheetTo = 5 }));
        Assert.Equal(HttpStatusCode.NoContent, await JoinAsync(dossier, first, new { sheetFrom = 1, sheetTo = 2 }));

        var shown = await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}/{dossier}", Stop);
        Assert.Equal(
            ["Thiếu 3 trang: hồ sơ ghi 8 trang, đang có 5.", "Thiếu tờ 3, 6."], shown.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()));
        Assert.Equal(("2", "5", "1985-09-19", "6"), (Record(shown, "totalDoc"), Record(shown, "numberOfPage"), Record(shown, "startDate"), Record(shown, "numberOfPaper")));
        var documents = (await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}/{dossier}/documents", Stop)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([first, later], documents.Select(document => document.GetProperty("id").GetGuid()));
        var record = documents[0];
        Assert.Equal(
            ("H49.1.0000001", "02", "352", "KT/HĐNN", "1985-09-19", "3"),
            (Record(record, "docCode"), Record(record, "typeName"), Record(record, "codeNumber"), Record(record, "codeNotation"), Record(record, "issuedDate"), Record(record, "numberOfPage")));
        Assert.Equal(25, Record(record, "docId")!.Length);
        var alone = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{later}/record", Stop);
        Assert.Equal("H49.1.0000002", alone.EnumerateArray().Single(field => Text(field, "field") == "docCode").GetProperty("value").GetString());

        using var wrong = await SendAsync(HttpMethod.Put, $"{Dossiers}/{dossier}/documents/{later}", new { sheetFrom = 5, sheetTo = 4 }, await TagAsync(later));
        await AssertWrongAsync(wrong, "sheetTo");
        using var stale = await SendAsync(HttpMethod.Put, $"{Dossiers}/{dossier}/documents/{later}", new { sheetFrom = 3 }, "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var gone = await SendAsync(HttpMethod.Delete, $"{Dossiers}/{dossier}/documents/{later}", null, await TagAsync(later));
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var again = await SendAsync(HttpMethod.Delete, $"{Dossiers}/{dossier}/documents/{later}", null, await TagAsync(later));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Null((await server.Catalog.FindAsync(later, Stop))!.DossierId);
        using var patched = await SendAsync(HttpMethod.Patch, $"/api/v1/documents/{later}", new { dossierId = dossier }, await TagAsync(later));
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        using var nowhere = await SendAsync(HttpMethod.Patch, $"/api/v1/documents/{later}", new { dossierId = Guid.NewGuid() }, await TagAsync(later));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.StatusCode);
    }

    [Fact]
    public async Task A_secret_paper_makes_its_dossier_secret()
    {
        var dossier = await MakeAsync(new { title = "Hồ sơ" });
        var document = await server.AddAsync(1, dossierId: dossier);
        Assert.Equal("02", Record(await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}/{dossier}", Stop), "mode"));
        using var secret = await SendAsync(HttpMethod.Patch, $"/api/v1/documents/{document}", new { confidentiality = "secret" }, await TagAsync(document));
        Assert.Equal("03", Record(await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}/{dossier}", Stop), "mode"));
    }

    [Fact]
    public async Task Annexes_are_proposed_and_confirmed_or_refused_on_the_page()
    {
        var dossier = await MakeAsync(new { title = "Hồ sơ <b>" });
        var decision = await server.AddAsync(1, dossierId: dossier);
        await server.ReadAsync(decision, Of(Decision("777", "KT/HĐNN")));
        var (annex, other) = (await server.AddAsync(1, "danh sách.pdf"), await server.AddAsync(1, "tờ trình.pdf"));
        await server.ReadAsync(annex, Of(DocumentFacts.None with { AnnexTo = Fact("777/KT-HĐNN") }));
        await server.ReadAsync(other, Of(DocumentFacts.None with { Citations = [Fact("777/KT-HĐNN")] }));

        var proposals = await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}/{dossier}/proposals", Stop);
        Assert.Equal([annex, other], proposals.GetProperty("items").EnumerateArray().Select(proposal => proposal.GetProperty("documentId").GetGuid()));
        Assert.Equal("ghi là kèm theo văn bản số 777/KT/HĐNN của hồ sơ này", Text(proposals.GetProperty("items")[0], "reason"));
        var raw = await server.Http.GetStringAsync($"/dossiers/{dossier}", Stop);
        Assert.DoesNotContain("<b>", raw, StringComparison.Ordinal);
        await WebForm.PostAsync(server.Http, $"/dossiers/{dossier}", $"join-{annex:N}", []);
        await WebForm.PostAsync(server.Http, $"/dossiers/{dossier}", $"refuse-{other:N}", new() { ["By"] = "Lan" });
        proposals = await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}/{dossier}/proposals", Stop);
        Assert.Empty(proposals.GetProperty("items").EnumerateArray());
        Assert.Equal(dossier, (await server.Catalog.FindAsync(annex, Stop))!.DossierId);
        Assert.Null((await server.Catalog.FindAsync(other, Stop))!.DossierId);
        using var nobody = await server.Http.PostAsJsonAsync($"{Dossiers}/{dossier}/proposals/{other}/refuse", new { by = new string('a', 101) }, Stop);
        await AssertWrongAsync(nobody, "by");
        var third = await server.AddAsync(1, "biên bản.pdf");
        using var sender = await server.Http.PostAsJsonAsync($"{Dossiers}/{dossier}/proposals/{third}/refuse", new { by = "" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, sender.StatusCode); // who sends it says it
    }

    [Fact]
    public async Task On_the_pages_a_dossier_is_made_and_described_without_script()
    {
        await WebForm.PostAsync(server.Http, "/dossiers", "new", new() { ["Title"] = "Hồ sơ mẹ Việt Nam anh hùng" });
        var list = WebUtility.HtmlDecode(await server.Http.GetStringAsync("/dossiers", Stop));
        Assert.Contains("Hồ sơ mẹ Việt Nam anh hùng", list, StringComparison.Ordinal);
        var dossier = (await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}?size=1", Stop)).GetProperty("items")[0].GetProperty("id").GetGuid();
        var document = await server.AddAsync(2, dossierId: dossier);
        await WebForm.PostAsync(server.Http, $"/dossiers/{dossier}", "record", new()
        {
            ["Edit.title"] = "Hồ sơ mẹ", ["Edit.place.fonds"] = "Sở Nội vụ", ["Edit.expectedPages"] = "3", ["Edit.record.format"] = "03",
        });
        await WebForm.PostAsync(server.Http, $"/dossiers/{dossier}", $"sheets-{document:N}", new() { ["SheetFrom"] = "2" });
        var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/dossiers/{dossier}", Stop));
        Assert.Contains("Thiếu 1 trang", page, StringComparison.Ordinal);
        Assert.Contains("Thiếu tờ 1.", page, StringComparison.Ordinal);
        var shown = await server.Http.GetFromJsonAsync<JsonElement>($"{Dossiers}/{dossier}", Stop);
        Assert.Equal(("Hồ sơ mẹ", "Sở Nội vụ", "03"), (Text(shown, "title"), Text(shown.GetProperty("place"), "fonds"), Record(shown, "format")));
        var refused = await WebForm.PostAsync(server.Http, $"/dossiers/{dossier}", "record", new() { ["Edit.title"] = " " }, HttpStatusCode.OK);
        Assert.Contains("Chưa lưu: Tiêu đề phải có tiêu đề.", refused, StringComparison.Ordinal);
        await WebForm.PostAsync(server.Http, $"/dossiers/{dossier}", $"out-{document:N}", []);
        Assert.Null((await server.Catalog.FindAsync(document, Stop))!.DossierId);
        using var missing = await server.Http.GetAsync($"/dossiers/{Guid.NewGuid()}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<Guid> MakeAsync(object edit)
    {
        using var made = await server.Http.PostAsJsonAsync(Dossiers, edit, Stop);
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid();
    }

    private async Task<HttpStatusCode> JoinAsync(Guid dossier, Guid document, object membership)
    {
        using var answer = await SendAsync(HttpMethod.Put, $"{Dossiers}/{dossier}/documents/{document}", membership, await TagAsync(document));
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, object? body, string? tag)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await server.Http.SendAsync(request, Stop);
    }

    private async Task<string> TagAsync(Guid document) => $"\"{(await server.Catalog.FindAsync(document, Stop))!.Version}\"";

    private static async Task AssertWrongAsync(HttpResponseMessage answer, string field)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("urn:award-archive:problem:wrong-dossier", Text(problem, "type"));
        Assert.StartsWith($"{field}: ", Text(problem, "detail"), StringComparison.Ordinal);
    }

    private static JsonElement Field(JsonElement json, string name) => json.GetProperty("record").EnumerateArray().Single(field => Text(field, "field") == name);

    private static string? Record(JsonElement json, string name) => Text(Field(json, name), "value");

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
