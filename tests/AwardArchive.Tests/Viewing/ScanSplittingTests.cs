using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Tests.Viewing;

/// <summary>Scans of several papers, over REST and by page.</summary>
public sealed class ScanSplittingTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cuts_are_proposed_decided_about_and_taken_back_over_rest()
    {
        var id = await ScanAsync(5, 3);
        var (version, proposal) = await FindAsync(id);
        Assert.True(proposal.GetProperty("isProposed").GetBoolean());
        var cut = Assert.Single(proposal.GetProperty("cuts").EnumerateArray());
        Assert.Equal((3, $"/api/v1/documents/{id}/pages/3/image"), (cut.GetProperty("page").GetInt32(), cut.GetProperty("image").GetString()));
        Assert.Contains(id, await ListAsync("splitProposed=true"));
        Assert.DoesNotContain(id, await ListAsync("warnings=true"));

        await AssertProblemAsync(id, "split", null, new { firstPages = new[] { 3 }, by = "Lan" }, 428, "if-match-required");
        await AssertProblemAsync(id, "split", version - 1, new { firstPages = new[] { 3 }, by = "Lan" }, 412, "changed-meanwhile");
        await AssertProblemAsync(id, "split", version, new { firstPages = new[] { 3 }, by = new string('a', 101) }, 400, "wrong-statement");
        await AssertProblemAsync(id, "split", version, new { firstPages = new[] { 6 }, by = "Lan" }, 400, "wrong-statement");
        await AssertProblemAsync(id, "split", version, new { firstPages = Array.Empty<int>(), by = "Lan" }, 400, "wrong-statement");
        await AssertProblemAsync(id, "split/undo", version, new { by = "Lan" }, 409, "cannot-split");
        await AssertProblemAsync(Guid.NewGuid(), "split", 1, new { firstPages = new[] { 3 }, by = "Lan" }, 404, "no-such-document");

        // The archivist has moved the cut, and found another one.
        var split = await PostAsync(id, "split", version, new { firstPages = new[] { 2, 4 }, by = "Lan", note = "ba văn bản" });
        Assert.Equal("Split", split.GetProperty("status").GetString());
        Assert.Equal([(1, 1), (2, 3), (4, 5)], split.GetProperty("parts").EnumerateArray().Select(part => (part.GetProperty("firstPage").GetInt32(), part.GetProperty("lastPage").GetInt32())));
        var decision = Assert.Single(split.GetProperty("decisions").EnumerateArray());
        Assert.Equal(("split", "Lan", "ba văn bản"), (decision.GetProperty("action").GetString(), decision.GetProperty("by").GetString(), decision.GetProperty("note").GetString()));
        var part = split.GetProperty("parts")[1].GetProperty("id").GetGuid();
        var shown = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{part}", Stop);
        Assert.Equal((id, 2, 3), (shown.GetProperty("partOf").GetProperty("id").GetGuid(), shown.GetProperty("partOf").GetProperty("firstPage").GetInt32(), shown.GetProperty("partOf").GetProperty("lastPage").GetInt32()));
        Assert.Equal([1, 2], shown.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("number").GetInt32()));
        var scan = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{id}", Stop);
        Assert.Equal(3, scan.GetProperty("parts").GetArrayLength());
        Assert.DoesNotContain(id, await ListAsync("splitProposed=true"));
        using (var whole = await server.Http.GetAsync(new Uri($"/api/v1/documents/{id}/searchable.pdf", UriKind.Relative), Stop))
            Assert.Contains("problem:document-split", await whole.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal); // its papers have one each
        await AssertProblemAsync(id, "split", await VersionAsync(id), new { firstPages = new[] { 3 }, by = "Lan" }, 409, "cannot-split");
        await AssertProblemAsync(part, "split", await VersionAsync(part), new { firstPages = new[] { 2 }, by = "Lan" }, 409, "cannot-split");
        await AssertProblemAsync(id, "withdraw", null, new { reason = "Nhầm." }, 409, "cannot-split");

        var merged = await PostAsync(id, "split/undo", await VersionAsync(id), new { by = "Lan" });
        Assert.Equal(("Reading", 0), (merged.GetProperty("status").GetString(), merged.GetProperty("parts").GetArrayLength()));
        Assert.Equal("Withdrawn", (await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{part}", Stop)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Refused_cuts_leave_the_review_page_over_rest()
    {
        var id = await ScanAsync(3, 2);
        var refused = await PostAsync(id, "split/refuse", await VersionAsync(id), new { by = "Lan", note = "một văn bản" });
        Assert.False(refused.GetProperty("isProposed").GetBoolean());
        Assert.Equal("refuse", Assert.Single(refused.GetProperty("decisions").EnumerateArray()).GetProperty("action").GetString());
        Assert.DoesNotContain(id, await ListAsync("splitProposed=true"));
        await AssertProblemAsync(id, "split/refuse", await VersionAsync(id), new { by = "Lan" }, 409, "cannot-split");
    }

    [Fact]
    public async Task The_review_page_leads_to_the_form_that_splits_refuses_and_merges()
    {
        var id = await ScanAsync(4, 3);
        var review = WebUtility.HtmlDecode(await server.Http.GetStringAsync("/review", Stop));
        Assert.Contains($"/documents/{id}/split", review, StringComparison.Ordinal);
        Assert.Contains("Từ trang 3 có thể là một văn bản khác: Tờ trình số 7/TTr.", review, StringComparison.Ordinal);
        Assert.Contains($"/api/v1/documents/{id}/pages/3/image?width=", review, StringComparison.Ordinal);

        var nothing = await WebForm.PostAsync(server.Http, $"/documents/{id}/split", "split", new() { ["By"] = "Lan", ["Decision"] = "split" }, HttpStatusCode.OK);
        Assert.Contains("hãy đánh dấu ít nhất một trang", nothing, StringComparison.Ordinal);
        await WebForm.PostAsync(server.Http, $"/documents/{id}/split", "split", new() { ["By"] = "Lan", ["FirstPages"] = "3", ["Decision"] = "split" });
        var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/documents/{id}", Stop));
        Assert.Contains("Bản quét này có 2 văn bản", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/documents/{id}/split", await server.Http.GetStringAsync("/review", Stop), StringComparison.Ordinal);
        var (_, split) = await FindAsync(id);
        var part = split.GetProperty("parts")[1].GetProperty("id").GetGuid();
        Assert.Contains($"/documents/{part}\"", page, StringComparison.Ordinal);

        await WebForm.PostAsync(server.Http, $"/documents/{id}/split", "undo", new() { ["By"] = "Lan" });
        Assert.Contains("Lan đã gộp lại", WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/documents/{id}/split", Stop)), StringComparison.Ordinal);

        var other = await ScanAsync(2, 2);
        await WebForm.PostAsync(server.Http, $"/documents/{other}/split", "split", new() { ["By"] = "Lan", ["Decision"] = "refuse" });
        Assert.DoesNotContain($"/documents/{other}/split", await server.Http.GetStringAsync("/review", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Không chia</button>", WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/documents/{other}/split", Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_that_does_not_add_up_is_listed_for_review()
    {
        var id = await server.AddAsync(1);
        await server.ReadAsync(id, Readings.Of(Readings.Decision("352") with { Warnings = [new("rowsMissing", "Thiếu dòng 3.", 1)] }));
        Assert.Contains(id, await ListAsync("warnings=true"));
        Assert.DoesNotContain(id, await ListAsync("warnings=false"));
        foreach (var address in new[] { "/review", "/review?list=warnings" })
        {
            var review = WebUtility.HtmlDecode(await server.Http.GetStringAsync(address, Stop));
            Assert.Contains($"/documents/{id}/facts", review, StringComparison.Ordinal);
            Assert.Contains("Thiếu dòng 3.", review, StringComparison.Ordinal);
        }
        await server.ReadAsync(id, Readings.Of(Readings.Decision("352")));
        Assert.DoesNotContain($"/documents/{id}/facts", await server.Http.GetStringAsync("/review", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lists_of_the_review_page_go_on_where_they_ended()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++) ids.Add(await ScanAsync(2, 2));
        var first = await server.Http.GetStringAsync("/review", Stop);
        Assert.Contains("/review?list=splits\"", first, StringComparison.Ordinal);
        var after = await server.Http.GetStringAsync($"/review?list=splits&after={ids[3]:N}", Stop);
        Assert.DoesNotContain($"{ids[3]}", after, StringComparison.Ordinal);
        Assert.Contains($"/documents/{ids[2]}/split", after, StringComparison.Ordinal);
        Assert.Contains($"/documents/{ids[0]}/split", after, StringComparison.Ordinal);
    }

    private async Task<Guid> ScanAsync(int pages, params int[] cuts)
    {
        var id = await server.AddAsync(pages);
        var facts = Readings.Decision("352") with
        {
            Warnings = [.. cuts.Select(page => new ReadingWarning(
                ReadingWarning.NewHead, $"Từ trang {page} có thể là một văn bản khác: Tờ trình số 7/TTr.", page, new Box(100, 100, 200, 30)))],
        };
        await server.ReadAsync(id, Readings.Of(facts));
        return id;
    }

    private async Task<(int Version, JsonElement Split)> FindAsync(Guid id)
    {
        var split = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{id}/split", Stop);
        return (split.GetProperty("version").GetInt32(), split);
    }

    private async Task<int> VersionAsync(Guid id) => (await FindAsync(id)).Version;

    private async Task<IReadOnlyList<Guid>> ListAsync(string query) =>
        [.. (await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents?{query}&size=200", Stop)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];

    private async Task<JsonElement> PostAsync(Guid id, string path, int? version, object body)
    {
        using var answer = await SendAsync(id, path, version, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private async Task AssertProblemAsync(Guid id, string path, int? version, object body, int status, string code)
    {
        using var answer = await SendAsync(id, path, version, body);
        var problem = await answer.Content.ReadFromJsonAsync<ProblemDetails>(Stop);
        Assert.Equal((status, $"urn:award-archive:problem:{code}"), ((int)answer.StatusCode, problem!.Type));
    }

    private async Task<HttpResponseMessage> SendAsync(Guid id, string path, int? version, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/documents/{id}/{path}") { Content = JsonContent.Create(body) };
        if (version is { } seen) request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        return await server.Http.SendAsync(request, Stop);
    }
}
