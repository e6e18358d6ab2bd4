using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AwardArchive.Demo;

namespace AwardArchive.Tests;

/// <summary>A running server with one searchable document, for every test of a class.</summary>
public sealed class ServedArchive : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private ServerProcess? server;

    public HttpClient Http => server!.Http;

    public string Log => server!.Log;

    public string Scan { get; private set; } = "";

    public Guid Id { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string InFolder(string name) => folder.File(name);

    public async ValueTask InitializeAsync()
    {
        server = await ServerProcess.StartAsync(folder.File("data"));
        Scan = DemoGenerator.Generate(
            DemoSet.One(DemoKind.MotherDecision, DemoLevel.Clean, DemoContainer.PdfColor), folder.File("scans"), CancellationToken.None)[0].Path;
        var document = await SendAsync(Scan, "quyết định.pdf");
        Id = document.GetProperty("id").GetGuid();
        Sha256 = document.GetProperty("sha256").GetString()!;
        while ((await GetAsync($"api/v1/search?q={Uri.EscapeDataString("bà mẹ")}")).GetProperty("total").GetInt32() == 0)
            await Task.Delay(100, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> SendAsync(string path, string name)
    {
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "file", name } };
        using var answer = await Http.PostAsync(Relative("api/v1/documents"), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> GetAsync(string address) =>
        await Http.GetFromJsonAsync<JsonElement>(Relative(address), TestContext.Current.CancellationToken);

    public static Uri Relative(string address) => new(address, UriKind.Relative);

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>REST as other programs meet it.</summary>
public sealed class RestTests(ServedArchive archive) : IClassFixture<ServedArchive>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HttpClient Http => archive.Http;

    [Fact]
    public async Task An_upload_is_accepted_with_its_address_and_the_same_bytes_are_a_duplicate()
    {
        await using var file = File.OpenRead(archive.Scan);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "file", "tên khác.pdf" } };
        using var answer = await Http.PostAsync(ServedArchive.Relative("api/v1/documents"), form, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.EndsWith($"/api/v1/documents/{archive.Id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(body.GetProperty("duplicate").GetBoolean());
        Assert.Equal(archive.Sha256, body.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task A_document_has_the_published_shape()
    {
        var document = await archive.GetAsync($"api/v1/documents/{archive.Id}");
        foreach (var name in (string[])["id", "fileName", "mediaType", "byteSize", "sha256", "status", "reason", "receivedAt", "pageCount", "pages", "facts", "dossierId", "confidentiality", "version"])
            Assert.True(document.TryGetProperty(name, out _), name);
        Assert.Equal("Ready", document.GetProperty("status").GetString());
        Assert.Equal("open", document.GetProperty("confidentiality").GetString());
        Assert.Equal("quyết định.pdf", document.GetProperty("fileName").GetString());
        var page = document.GetProperty("pages")[0];
        Assert.Equal((1, "Recognized"), (page.GetProperty("number").GetInt32(), page.GetProperty("status").GetString()));
        Assert.InRange(page.GetProperty("confidence").GetDouble(), 0.5, 1);
        var kind = document.GetProperty("facts").GetProperty("kind");
        Assert.Equal("Quyết định", kind.GetProperty("value").GetString());
        Assert.True(kind.GetProperty("box").GetProperty("width").GetInt32() > 0);
    }

    [Fact]
    public async Task A_hit_has_its_page_a_snippet_with_marks_and_boxes_inside_the_page()
    {
        var found = await archive.GetAsync("api/v1/search?q=ba+me+viet+nam+anh+hung&size=100");
        var hit = found.GetProperty("hits").EnumerateArray().Single(hit => hit.GetProperty("documentId").GetGuid() == archive.Id);
        var shown = hit.GetProperty("pages")[0].GetProperty("snippet").EnumerateArray();
        Assert.Contains(shown, run => run.GetProperty("hit").GetBoolean() && run.GetProperty("text").GetString()!.Contains("mẹ", StringComparison.OrdinalIgnoreCase));

        var pages = (await archive.GetAsync($"api/v1/documents/{archive.Id}")).GetProperty("pages");
        var boxes = (await archive.GetAsync($"api/v1/documents/{archive.Id}/search?q={Uri.EscapeDataString("bà mẹ")}")).GetProperty("items");
        Assert.NotEqual(0, boxes.GetArrayLength());
        foreach (var box in boxes.EnumerateArray())
        {
            var page = pages[box.GetProperty("page").GetInt32() - 1];
            Assert.InRange(box.GetProperty("x").GetInt32() + box.GetProperty("width").GetInt32(), 1, page.GetProperty("width").GetInt32());
            Assert.InRange(box.GetProperty("y").GetInt32() + box.GetProperty("height").GetInt32(), 1, page.GetProperty("height").GetInt32());
        }
    }

    [Fact]
    public async Task The_original_comes_back_byte_for_byte_and_never_as_a_page_of_this_site()
    {
        using var answer = await Http.GetAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/original"), Stop);
        Assert.Equal(await File.ReadAllBytesAsync(archive.Scan, Stop), await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Text_words_and_images_of_a_page_are_there()
    {
        var text = await Http.GetStringAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/text"), Stop);
        Assert.Contains("QUYẾT ĐỊNH", text, StringComparison.Ordinal);
        var pages = (await archive.GetAsync($"api/v1/documents/{archive.Id}")).GetProperty("pageCount").GetInt32();
        Assert.Equal(pages, text.Split('\f').Length);

        var words = await archive.GetAsync($"api/v1/documents/{archive.Id}/pages/1/words");
        Assert.Equal(1, words.GetProperty("page").GetInt32());
        Assert.True(words.GetProperty("words").GetArrayLength() > 20);

        using var image = await Http.GetAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/pages/1/image?width=300"), Stop);
        Assert.Equal("image/jpeg", image.Content.Headers.ContentType!.MediaType);
        using var bitmap = SkiaSharp.SKBitmap.Decode(await image.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(300, bitmap.Width);
    }

    [Fact]
    public async Task An_edit_needs_the_present_version()
    {
        var scan = DemoGenerator.Generate(
            DemoSet.One(DemoKind.Letter, DemoLevel.Clean, DemoContainer.BornDigitalPdf, 79), archive.InFolder("edited"), Stop)[0];
        var id = (await archive.SendAsync(scan.Path, "công văn.pdf")).GetProperty("id").GetGuid();
        await Eventually(async () => (await archive.GetAsync($"api/v1/documents/{id}")).GetProperty("status").GetString() == "Ready");
        var address = ServedArchive.Relative($"api/v1/documents/{id}");
        var edit = JsonContent.Create(new { sourceReference = "Kho 2, hộp 7", confidentiality = "secret" });
        using var without = await Http.PatchAsync(address, edit, Stop);
        await AssertProblemAsync(without, HttpStatusCode.PreconditionRequired, "if-match-required");

        using var before = await Http.GetAsync(address, Stop);
        using var first = await PatchAsync(address, before.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var edited = await first.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("Kho 2, hộp 7", "secret"), (edited.GetProperty("sourceReference").GetString(), edited.GetProperty("confidentiality").GetString()));
        using var second = await PatchAsync(address, before.Headers.ETag!);
        await AssertProblemAsync(second, HttpStatusCode.PreconditionFailed, "changed-meanwhile");

        async Task<HttpResponseMessage> PatchAsync(Uri to, EntityTagHeaderValue tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, to)
            {
                Content = JsonContent.Create(new { sourceReference = "Kho 2, hộp 7", confidentiality = "secret" }),
            };
            request.Headers.IfMatch.Add(tag);
            return await Http.SendAsync(request, Stop);
        }
    }

    [Fact]
    public async Task A_list_is_given_in_stretches_without_gaps()
    {
        var second = Path.ChangeExtension(archive.InFolder("second"), ".pdf");
        File.Copy(DemoGenerator.Generate(
            DemoSet.One(DemoKind.Letter, DemoLevel.Clean, DemoContainer.BornDigitalPdf), archive.InFolder("more"), Stop)[0].Path, second, overwrite: true);
        await archive.SendAsync(second, "second.pdf");
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var stretch = await archive.GetAsync($"api/v1/documents?size=1{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(stretch.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("id").GetGuid()));
            cursor = stretch.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        var whole = (await archive.GetAsync("api/v1/documents?size=200")).GetProperty("items").EnumerateArray().Select(d => d.GetProperty("id").GetGuid());
        Assert.True(seen.Count >= 2);
        Assert.Equal(whole, seen);
        Assert.Equal(seen.OrderByDescending(id => id), seen);
    }

    [Theory]
    [InlineData("api/v1/documents/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound, "no-such-document")]
    [InlineData("api/v1/documents/00000000-0000-0000-0000-000000000000/text", HttpStatusCode.NotFound, "no-such-document")]
    [InlineData("api/v1/documents/00000000-0000-0000-0000-000000000000/original", HttpStatusCode.NotFound, "no-such-document")]
    [InlineData("api/v1/documents/00000000-0000-0000-0000-000000000000/search?q=x", HttpStatusCode.NotFound, "no-such-document")]
    [InlineData("api/v1/documents/00000000-0000-0000-0000-000000000000/searchable.pdf", HttpStatusCode.NotFound, "no-such-document")]
    [InlineData("api/v1/documents/{id}/pages/99/alto.xml", HttpStatusCode.NotFound, "no-such-page")]
    [InlineData("api/v1/documents/{id}/pages/99/image", HttpStatusCode.NotFound, "no-such-page")]
    [InlineData("api/v1/documents/{id}/pages/99/words", HttpStatusCode.NotFound, "no-such-page")]
    [InlineData("api/v1/documents/{id}/pages/1/image?width=1", HttpStatusCode.BadRequest, "validation")]
    [InlineData("api/v1/documents?size=0", HttpStatusCode.BadRequest, "validation")]
    [InlineData("api/v1/documents?size=x", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("api/v1/documents?status=Nothing", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("api/v1/documents?cursor=%00", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("api/v1/search?q=x&size=1000", HttpStatusCode.BadRequest, "validation")]
    [InlineData("api/v1/search?q=x&cursor=rubbish", HttpStatusCode.BadRequest, "bad-cursor")]
    [InlineData("api/v1/nothing-here", HttpStatusCode.NotFound, "not-found")]
    public async Task What_cannot_be_answered_is_a_problem_with_a_stable_type(string address, HttpStatusCode status, string code)
    {
        using var answer = await Http.GetAsync(ServedArchive.Relative(address.Replace("{id}", $"{archive.Id}", StringComparison.Ordinal)), Stop);
        await AssertProblemAsync(answer, status, code);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("((((")]
    [InlineData("- - -")]
    [InlineData("\"\"\" OR AND NOT")]
    [InlineData("a* b~ c^9 [x TO y] {z} field:value \\")]
    [InlineData("\u0001\u001f\ufffe")]
    [InlineData("ð Ð ƣ Ƣ ­")]
    public async Task Any_string_is_a_query(string query)
    {
        using var answer = await Http.GetAsync(ServedArchive.Relative($"api/v1/search?q={Uri.EscapeDataString(query)}"), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var inside = await Http.GetAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/search?q={Uri.EscapeDataString(query)}"), Stop);
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
    }

    [Fact]
    public async Task A_very_long_query_is_answered_or_explained()
    {
        var query = string.Join('+', Enumerable.Range(0, 1200).Select(i => $"tu{i}"));
        using var answer = await Http.GetAsync(ServedArchive.Relative($"api/v1/search?q={query}"), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_document_comes_as_a_pdf_that_can_be_searched_and_has_the_scans_own_images()
    {
        using var answer = await Http.GetAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/searchable.pdf"), Stop);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("quyết định.pdf", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var pdf = archive.InFolder("searchable.pdf");
        await File.WriteAllBytesAsync(pdf, await answer.Content.ReadAsByteArrayAsync(Stop), Stop);

        Assert.Contains("Bà mẹ Việt Nam anh hùng", (await ExternalProgram.RunAsync("pdftotext", "-enc", "UTF-8", pdf, "-")).ReplaceLineEndings(" "), StringComparison.OrdinalIgnoreCase);
        await ExternalProgram.RunAsync("pdfimages", "-j", "-l", "1", pdf, archive.InFolder("first"));
        Assert.Equal(
            await Http.GetByteArrayAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/pages/1/image"), Stop),
            await File.ReadAllBytesAsync(archive.InFolder("first-000.jpg"), Stop));

        using var again = new HttpRequestMessage(HttpMethod.Get, ServedArchive.Relative($"api/v1/documents/{archive.Id}/searchable.pdf"));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await Http.SendAsync(again, Stop);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_page_comes_as_alto_with_the_words_that_rest_gives()
    {
        var words = (await archive.GetAsync($"api/v1/documents/{archive.Id}/pages/1/words")).GetProperty("words").EnumerateArray();
        var alto = XDocument.Parse(await Http.GetStringAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/pages/1/alto.xml"), Stop));
        Assert.Equal(
            words.Select(word => (word.GetProperty("text").GetString(), word.GetProperty("x").GetInt32(), word.GetProperty("y").GetInt32())),
            alto.Descendants().Where(e => e.Name.LocalName == "String").Select(e => ((string?)e.Attribute("CONTENT"), (int)e.Attribute("HPOS")!, (int)e.Attribute("VPOS")!)));
    }

    [Fact]
    public async Task What_is_not_recognized_yet_has_no_pdf()
    {
        // The upload answers before its pages are recognized; asked again and again, the answer is the one or the other, never an error.
        var scan = DemoGenerator.Generate(
            DemoSet.One(DemoKind.Letter, DemoLevel.Clean, DemoContainer.PdfColor, 79), archive.InFolder("early"), Stop)[0];
        var id = (await archive.SendAsync(scan.Path, "công văn.pdf")).GetProperty("id").GetGuid();
        using (var early = await Http.GetAsync(ServedArchive.Relative($"api/v1/documents/{id}/searchable.pdf"), Stop))
            await AssertProblemAsync(early, HttpStatusCode.NotFound, "document-not-ready");
        await Eventually(async () =>
        {
            using var answer = await Http.GetAsync(ServedArchive.Relative($"api/v1/documents/{id}/searchable.pdf"), Stop);
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.NotFound]);
            return answer.StatusCode == HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task Retry_is_refused_when_nothing_failed()
    {
        using var answer = await Http.PostAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/retry"), null, Stop);
        await AssertProblemAsync(answer, HttpStatusCode.Conflict, "nothing-to-retry");
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_a_problem()
    {
        using var content = new StringContent("{", Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/withdraw"), content, Stop);
        await AssertProblemAsync(answer, HttpStatusCode.BadRequest, "bad-request");
        using var empty = await Http.PostAsJsonAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/withdraw"), new { reason = "" }, Stop);
        await AssertProblemAsync(empty, HttpStatusCode.BadRequest, "validation");
    }

    [Fact]
    public async Task A_request_from_another_site_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ServedArchive.Relative($"api/v1/documents/{archive.Id}/withdraw"))
        {
            Content = JsonContent.Create(new { reason = "from elsewhere" }),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await Http.SendAsync(request, Stop);
        await AssertProblemAsync(answer, HttpStatusCode.Forbidden, "cross-site");

        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, ServedArchive.Relative("api/v1/documents"));
        elsewhere.Headers.Host = "archive.example";
        using var refused = await Http.SendAsync(elsewhere, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_document_is_found_no_more_and_its_original_is_kept()
    {
        var scan = DemoGenerator.Generate(
            DemoSet.One(DemoKind.DeathNotice, DemoLevel.Clean, DemoContainer.BornDigitalPdf, 77), archive.InFolder("withdrawn"), Stop)[0];
        var id = (await archive.SendAsync(scan.Path, "giấy báo tử.pdf")).GetProperty("id").GetGuid();
        await Eventually(async () => await IsFoundAsync(id));
        using var answer = await Http.PostAsJsonAsync(ServedArchive.Relative($"api/v1/documents/{id}/withdraw"), new { reason = "Trùng bản" }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Eventually(async () => !await IsFoundAsync(id));
        Assert.Equal("Trùng bản", (await archive.GetAsync($"api/v1/documents/{id}")).GetProperty("reason").GetString());
        Assert.Equal(await File.ReadAllBytesAsync(scan.Path, Stop), await Http.GetByteArrayAsync(ServedArchive.Relative($"api/v1/documents/{id}/original"), Stop));

        async Task<bool> IsFoundAsync(Guid wanted) =>
            (await archive.GetAsync("api/v1/search?q=&size=100")).GetProperty("hits").EnumerateArray().Any(hit => hit.GetProperty("documentId").GetGuid() == wanted);
    }

    [Fact]
    public async Task Events_tell_each_step_of_a_new_document()
    {
        var last = (await archive.GetAsync("api/v1/ingest/status")).GetProperty("lastChange").GetString();
        var scan = DemoGenerator.Generate(
            DemoSet.One(DemoKind.Letter, DemoLevel.Clean, DemoContainer.BornDigitalPdf, 78), archive.InFolder("events"), Stop)[0];
        var id = (await archive.SendAsync(scan.Path, "công văn.pdf")).GetProperty("id").GetGuid();
        using var request = new HttpRequestMessage(HttpMethod.Get, ServedArchive.Relative("api/v1/ingest/events"));
        request.Headers.Add("Last-Event-ID", last);
        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        while (await lines.ReadLineAsync(Stop) is { } line)
        {
            if (!line.StartsWith("data:", StringComparison.Ordinal)) continue;
            var told = JsonDocument.Parse(line[5..]).RootElement;
            if (told.GetProperty("documentId").GetGuid() == id && told.GetProperty("status").GetString() == "Ready") return;
        }
        Assert.Fail("The events ended before the document was ready.");
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var description = await archive.GetAsync("openapi/v1.json");
        var paths = description.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Contains("/api/v1/documents", paths);
        Assert.Contains("/api/v1/search", paths);
        Assert.Contains("/api/v1/documents/{id}/pages/{number}/words", paths);
    }

    [Fact]
    public async Task Health_is_told_part_by_part()
    {
        Assert.Equal("Healthy", await Http.GetStringAsync(ServedArchive.Relative("healthz"), Stop));
        var ready = await archive.GetAsync("readyz");
        Assert.Equal("Healthy", ready.GetProperty("status").GetString());
        Assert.Equal(
            ["catalog", "index", "recognition", "storage"],
            ready.GetProperty("checks").EnumerateObject().Select(check => check.Name).Order());
    }

    [Fact]
    public async Task The_log_holds_no_text_of_documents()
    {
        var text = await Http.GetStringAsync(ServedArchive.Relative($"api/v1/documents/{archive.Id}/text"), Stop);
        var words = text.Split([' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 5 && word.Any(c => c > 0xff));
        Assert.DoesNotContain(words.Distinct(), word => archive.Log.Contains(word, StringComparison.Ordinal));
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal($"urn:award-archive:problem:{code}", JsonDocument.Parse(text).RootElement.GetProperty("type").GetString());
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/tmp/", text, StringComparison.Ordinal);
    }

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        while (!await condition()) await Task.Delay(100, Stop);
    }
}
