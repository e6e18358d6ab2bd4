using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AwardArchive.Demo;

namespace AwardArchive.Tests;

/// <summary>Recognizing again, comparing, choosing and reviewing, as other programs and people meet them.</summary>
public sealed class RecognitionTests(ServedArchive archive) : IClassFixture<ServedArchive>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Page => $"api/v1/documents/{archive.Id}/pages/1";

    [Fact]
    public async Task A_page_recognized_again_keeps_both_results_and_a_person_has_the_last_word()
    {
        using (var wished = await archive.Http.PostAsJsonAsync(ServedArchive.Relative($"{Page}/recognize"), new { pageSegmentation = 6, choose = "new" }, Stop))
        {
            Assert.Equal(HttpStatusCode.Accepted, wished.StatusCode);
            Assert.EndsWith("/recognitions", wished.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
        var (list, _) = await WaitAsync(found => Int(found, "chosen") == 2);
        Assert.Equal(("rule", 2), (Text(list, "chosenBy"), list.GetProperty("items").GetArrayLength()));
        var second = list.GetProperty("items")[1];
        Assert.Equal(("again", "tesseract", "6"), (Text(second, "origin"), Text(second, "engine"), Text(second.GetProperty("parameters"), "psm")));
        var words = await archive.GetAsync($"{Page}/words");
        Assert.Equal("6", Text(words.GetProperty("engine").GetProperty("parameters"), "psm"));
        Assert.Equal("4", Text((await archive.GetAsync($"{Page}/recognitions/1/words")).GetProperty("engine").GetProperty("parameters"), "psm"));

        var diff = await archive.GetAsync($"{Page}/recognitions/diff?a=1&b=2");
        Assert.Equal(second.GetProperty("wordCount").GetInt32(), diff.GetProperty("stretches").EnumerateArray().Sum(stretch => stretch.GetProperty("b").GetArrayLength()));
        Assert.Equal(Int(diff, "differences"), diff.GetProperty("stretches").EnumerateArray().Count(stretch => !stretch.GetProperty("same").GetBoolean()));

        // Facts are read again, and the document stays to be found.
        var tag = (await WaitAsync(_ => true)).Tag;
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await ChooseAsync(1, null)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ChooseAsync(1, "\"0\"")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ChooseAsync(9, tag)).Status);
        while ((await ChooseAsync(1, tag)).Status == HttpStatusCode.PreconditionFailed) tag = (await WaitAsync(_ => true)).Tag;
        (list, _) = await WaitAsync(found => Int(found, "chosen") == 1);
        Assert.Equal("person", Text(list, "chosenBy"));
        Assert.Equal("4", Text((await archive.GetAsync($"{Page}/words")).GetProperty("engine").GetProperty("parameters"), "psm"));

        using (await archive.Http.PostAsJsonAsync(ServedArchive.Relative($"{Page}/recognize"), new { pageSegmentation = 11, choose = "new" }, Stop)) { }
        (list, _) = await WaitAsync(found => found.GetProperty("items").GetArrayLength() == 3);
        Assert.Equal((1, "person"), (Int(list, "chosen"), Text(list, "chosenBy")));
        while (await StatusAsync() != "Ready") await Task.Delay(50, Stop);
        Assert.NotEqual(0, (await archive.GetAsync("api/v1/search?q=ba+me")).GetProperty("total").GetInt32());

        var page = WebUtility.HtmlDecode(await archive.Http.GetStringAsync(ServedArchive.Relative($"documents/{archive.Id}/recognitions?page=1&a=1&b=3"), Stop));
        Assert.Contains("<ins>", page, StringComparison.Ordinal);
        Assert.Contains("đang dùng", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"pageSegmentation\":99}", HttpStatusCode.BadRequest)]
    [InlineData("{\"language\":\"../vie\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"language\":\"xyz\"}", HttpStatusCode.UnprocessableEntity)]
    public async Task A_wish_that_cannot_be_fulfilled_is_refused(string wish, HttpStatusCode status)
    {
        using var content = new StringContent(wish, System.Text.Encoding.UTF8, "application/json");
        using var answer = await archive.Http.PostAsync(ServedArchive.Relative($"{Page}/recognize"), content, Stop);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        foreach (var address in (string[])[$"{Page}/recognitions/77/words", $"{Page}/recognitions/diff?a=1&b=77", $"api/v1/documents/{archive.Id}/pages/99/recognitions"])
        {
            using var answer = await archive.Http.GetAsync(ServedArchive.Relative(address), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_same_page_image_in_another_document_is_not_recognized_twice()
    {
        // The same file but for a comment behind its end: another document with the same images.
        var copy = archive.InFolder("copy.pdf");
        await File.WriteAllBytesAsync(copy, [.. await File.ReadAllBytesAsync(archive.Scan, Stop), .. "\n%copy\n"u8], Stop);
        var id = (await archive.SendAsync(copy, "bản sao.pdf")).GetProperty("id").GetGuid();
        while (Text(await archive.GetAsync($"api/v1/documents/{id}"), "status") != "Ready") await Task.Delay(50, Stop);

        var result = (await archive.GetAsync($"api/v1/documents/{id}/pages/1/recognitions")).GetProperty("items")[0];
        Assert.True(result.GetProperty("isReused").GetBoolean());
        Assert.True(Int(await archive.GetAsync("api/v1/ingest/status"), "pagesReused") > 0);
        Assert.Equal(
            (await archive.GetAsync($"{Page}/recognitions/1/words")).GetProperty("words").ToString(),
            (await archive.GetAsync($"api/v1/documents/{id}/pages/1/words")).GetProperty("words").ToString());
    }

    private async Task<(JsonElement List, string Tag)> WaitAsync(Func<JsonElement, bool> until)
    {
        while (true)
        {
            using var answer = await archive.Http.GetAsync(ServedArchive.Relative($"{Page}/recognitions"), Stop);
            var list = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
            if (until(list)) return (list, answer.Headers.ETag!.ToString());
            await Task.Delay(50, Stop);
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> ChooseAsync(int recognition, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, ServedArchive.Relative($"{Page}/recognitions/chosen")) { Content = JsonContent.Create(new { recognition }) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        using var answer = await archive.Http.SendAsync(request, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task<string> StatusAsync() => Text(await archive.GetAsync($"api/v1/documents/{archive.Id}"), "status");

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}

/// <summary>Recognizing an archive again from the command line, and the list of pages to look at.</summary>
public sealed class RecognizeCommandTests : IDisposable
{
    // Everything is doubtful to it, so that a clean scan will do.
    private static readonly Dictionary<string, string> Doubtful = new() { ["Recognition__ReviewBelowConfidence"] = "1" };

    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_an_archive_are_recognized_again_and_doubtful_ones_listed_until_a_person_confirms()
    {
        var scan = DemoGenerator.Generate(DemoSet.One(DemoKind.MotherDecision, DemoLevel.Clean, DemoContainer.PdfColor), folder.File("scans"), Stop)[0].Path;
        var ingested = await ArchiveProgram.RunAsync(Doubtful, "ingest", scan, "--data", Data, "--wait", "--json");
        Assert.Equal((0, ""), (ingested.ExitCode, ingested.Errors));
        var id = JsonDocument.Parse(Assert.Single(ingested.Lines)).RootElement.GetProperty("id").GetGuid();

        var again = await ArchiveProgram.RunAsync(Doubtful, "recognize", "--all", "--psm", "6", "--choose", "new", "--data", Data, "--json");
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
        var outcome = JsonDocument.Parse(Assert.Single(again.Lines)).RootElement;
        Assert.Equal((2, 2, 2, 0), (Count("pages"), Count("kept"), Count("chosen"), Count("failed")));
        Assert.Equal(64, (await ArchiveProgram.RunAsync("recognize", "--data", Data)).ExitCode);

        await using var server = await ServerProcess.StartAsync(Data, Doubtful);
        Assert.Equal(id, (await ListAsync(true)).GetProperty("items")[0].GetProperty("id").GetGuid());
        Assert.Equal(0, (await ListAsync(false)).GetProperty("items").GetArrayLength());
        var document = await server.Http.GetFromJsonAsync<JsonElement>(ServedArchive.Relative($"api/v1/documents/{id}"), Stop);
        Assert.Equal("lowConfidence", document.GetProperty("pages")[0].GetProperty("review").GetString());
        Assert.Contains($"/documents/{id}/recognitions?page=1", await server.Http.GetStringAsync(ServedArchive.Relative("review"), Stop), StringComparison.Ordinal);

        foreach (var page in (int[])[1, 2]) await ConfirmAsync(page);
        Assert.Equal(0, (await ListAsync(true)).GetProperty("items").GetArrayLength());
        Assert.DoesNotContain($"/documents/{id}/recognitions", await server.Http.GetStringAsync(ServedArchive.Relative("review"), Stop), StringComparison.Ordinal);

        var sent = await server.RunAsync("recognize", "--document", $"{id}", "--psm", "11", "--json");
        Assert.Equal(0, sent.ExitCode);
        Assert.Equal(2, JsonDocument.Parse(Assert.Single(sent.Lines)).RootElement.GetProperty("kept").GetInt32());

        // As a person does: presses the button of the form.
        async Task ConfirmAsync(int page)
        {
            var address = ServedArchive.Relative($"documents/{id}/recognitions?page={page}");
            var form = await server.Http.GetStringAsync(address, Stop);
            using var pressed = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "choose",
                ["__RequestVerificationToken"] = ValueOf("__RequestVerificationToken"),
                ["Counted"] = ValueOf("Counted"),
                ["CountedBy"] = ValueOf("CountedBy"),
                ["Chosen"] = "2",
            });
            using var answer = await server.Http.PostAsync(address, pressed, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            // The client takes no token along where it is led, so it looks for itself.
            Assert.Contains("<strong>đang dùng</strong>", WebUtility.HtmlDecode(await server.Http.GetStringAsync(address, Stop)), StringComparison.Ordinal);

            string ValueOf(string name) => WebUtility.HtmlDecode(Regex.Match(form, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);
        }

        int Count(string name) => outcome.GetProperty(name).GetInt32();
        Task<JsonElement> ListAsync(bool review) => server.Http.GetFromJsonAsync<JsonElement>(ServedArchive.Relative($"api/v1/documents?review={review}"), Stop);
    }

    public void Dispose() => folder.Dispose();
}
