using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Access.Audit;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access.Audit;

/// <summary>What requests leave in the audit chain, on the real service.</summary>
public sealed class AuditTrailTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AuditBook Book => server.Service<AuditBook>();

    [Fact]
    public async Task A_look_is_in_the_chain_when_its_answer_is_here()
    {
        var id = await server.AddAsync(1);
        using var answer = await server.Http.GetAsync($"api/v1/documents/{id:N}", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var entry = await OnlyAsync($"documents/{id}");
        Assert.Equal((AuditAction.Viewed, AuditOutcome.Done, "127.0.0.1"), (entry.Action, entry.Outcome, entry.Address));
    }

    [Fact]
    public async Task A_look_at_what_is_not_there_is_told_as_failed()
    {
        var id = Guid.CreateVersion7();
        using var answer = await server.Http.GetAsync($"api/v1/documents/{id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(AuditOutcome.Failed, (await OnlyAsync($"documents/{id}")).Outcome);
    }

    [Fact]
    public async Task A_page_for_people_is_a_look_too()
    {
        using var answer = await server.Http.GetAsync("review", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var entry = await OnlyAsync("review");
        Assert.Equal((AuditAction.Viewed, AuditOutcome.Done), (entry.Action, entry.Outcome));
    }

    [Fact]
    public async Task A_change_is_announced_and_then_told_the_end_of()
    {
        var id = await server.AddAsync(1);
        using var answer = await server.Http.PostAsJsonAsync($"api/v1/documents/{id}/withdraw", new { reason = "trùng" }, Stop);
        Assert.True(answer.IsSuccessStatusCode);
        var entries = await Book.ListAsync(new(Target: $"documents/{id}/withdraw"), null, 5, Stop);
        Assert.Equal([AuditOutcome.Done, AuditOutcome.Intended], entries.Select(entry => entry.Outcome));
        Assert.Equal(entries[1].Number, entries[0].Intent);
        Assert.All(entries, entry => Assert.Equal(AuditAction.Withdrawn, entry.Action));
    }

    [Fact]
    public async Task A_change_that_is_refused_as_wrong_is_told_as_failed()
    {
        var id = await server.AddAsync(1);
        using var answer = await server.Http.PutAsJsonAsync($"api/v1/documents/{id}/facts/number", new { value = "1" }, Stop);
        Assert.False(answer.IsSuccessStatusCode);
        var entries = await Book.ListAsync(new(Target: $"documents/{id}/facts"), null, 5, Stop);
        Assert.Equal([AuditOutcome.Failed, AuditOutcome.Intended], entries.Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task Who_is_not_known_or_has_no_right_is_told_with_the_address()
    {
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Http.BaseAddress };
        var id = Guid.CreateVersion7();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"api/v1/documents/{id}/original", Stop)).StatusCode);
        var entry = await OnlyAsync($"documents/{id}/original");
        Assert.Equal((AuditAction.Downloaded, AuditOutcome.Refused, "", "127.0.0.1"), (entry.Action, entry.Outcome, entry.Name, entry.Address));
        Assert.Equal(HttpStatusCode.Found, (await nobody.GetAsync($"documents/{id}", Stop)).StatusCode);
        Assert.Contains(await Book.ListAsync(new(Target: $"documents/{id}"), null, 5, Stop), one => one is { Outcome: AuditOutcome.Refused, Action: AuditAction.Viewed });

        using var reader = new HttpClient { BaseAddress = server.Http.BaseAddress };
        var user = await reader.SignInAsync(server.Service<IServiceProvider>(), Role.Reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync($"api/v1/documents/{id}/withdraw", new { reason = "trùng" }, Stop)).StatusCode);
        var entries = await Book.ListAsync(new(Target: $"documents/{id}/withdraw"), null, 5, Stop);
        Assert.Equal([AuditOutcome.Refused, AuditOutcome.Intended], entries.Select(one => one.Outcome));
        Assert.All(entries, one => Assert.Equal((user, $"tester-{user:N}"), (one.UserId!.Value, one.Name)));
        Assert.All(entries, one => Assert.NotNull(one.TokenId));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("api/v1/audit", Stop)).StatusCode);
    }

    [Fact]
    public async Task What_a_page_of_another_site_makes_a_browser_send_is_told_as_refused()
    {
        var id = Guid.CreateVersion7();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/documents/{id}/withdraw") { Content = JsonContent.Create(new { reason = "trùng" }) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Http.SendAsync(request, Stop)).StatusCode);
        Assert.Equal(AuditOutcome.Refused, (await Book.ListAsync(new(Target: $"documents/{id}"), null, 1, Stop))[0].Outcome);
    }

    [Fact]
    public async Task The_words_of_a_search_are_in_the_detail_and_nowhere_else()
    {
        using var answer = await server.Http.GetAsync("api/v1/search?q=Nguy%E1%BB%85n+Th%E1%BB%8B+Th%E1%BB%A9&size=5", Stop);
        var entry = (await Book.ListAsync(new(Action: AuditAction.Searched, Target: "search"), null, 1, Stop))[0];
        Assert.Equal("q=Nguyễn Thị Thứ&size=5", entry.Detail);
        Assert.Equal("search", entry.Target);
    }

    [Fact]
    public async Task Rest_lists_filters_and_exports_the_chain_and_looking_at_it_is_an_entry()
    {
        var id = await server.AddAsync(1);
        foreach (var path in new[] { "", "/text", "/facts" }) (await server.Http.GetAsync($"api/v1/documents/{id}{path}", Stop)).Dispose();
        var first = await server.Http.GetFromJsonAsync<JsonElement>($"api/v1/audit?target=documents/{id}&size=2", Stop);
        Assert.Equal(2, first.GetProperty("items").GetArrayLength());
        var cursor = first.GetProperty("nextCursor").GetString();
        var rest = await server.Http.GetFromJsonAsync<JsonElement>($"api/v1/audit?target=documents/{id}&size=2&cursor={cursor}", Stop);
        Assert.Equal($"documents/{id}", Assert.Single(rest.GetProperty("items").EnumerateArray()).GetProperty("target").GetString());
        var table = await server.Http.GetStringAsync($"api/v1/audit/export.csv?target=documents/{id}", Stop);
        Assert.Equal(4, table.TrimEnd().Split("\r\n").Length);
        Assert.Contains(await Book.ListAsync(new(Action: AuditAction.Exported, Target: "audit/export.csv"), null, 5, Stop), entry => entry.Detail == $"target=documents/{id}");
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Http.GetAsync("api/v1/audit?action=nothing", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_page_shows_entries_with_their_words_as_text()
    {
        (await server.Http.GetAsync("api/v1/search?q=%3Cscript%3Ealert(1)%3C/script%3E", Stop)).Dispose();
        var page = await server.Http.GetStringAsync("audit?action=searched", Stop);
        Assert.Contains("Tìm kiếm", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    private async Task<AuditEntryResponse> OnlyAsync(string target) => Assert.Single(await Book.ListAsync(new(Target: target), null, 5, Stop));
}
