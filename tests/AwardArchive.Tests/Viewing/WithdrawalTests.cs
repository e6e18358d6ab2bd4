using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Access;

namespace AwardArchive.Tests.Viewing;

/// <summary>Documents go out of sight and come back, where a second person has to say yes.</summary>
public sealed class WithdrawalTests : IAsyncLifetime
{
    private readonly QuietServer server = new() { Settings = new Dictionary<string, string?> { ["Withdrawal:SecondPerson"] = "true" } };
    private HttpClient second = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        second = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Http.BaseAddress };
        await second.SignInAsync(server.Service<IServiceProvider>(), Role.Archivist, Confidentiality.Open);
    }

    [Fact]
    public async Task Another_person_says_yes_and_then_it_is_withdrawn()
    {
        var id = await server.AddAsync(1);
        var request = await AskAsync(id, "withdraw");
        Assert.Equal("waiting", request.GetProperty("state").GetString());
        Assert.Equal(DocumentStatus.Ready, (await server.Catalog.FindAsync(id, Stop))!.Status);
        Assert.Contains(request.GetProperty("id").GetGuid(), await WaitingAsync());
        await AssertProblemAsync(server.Http, $"/api/v1/documents/{id}/withdraw", new { reason = "lần nữa" }, 409, "withdrawal-waiting");
        await AssertProblemAsync(server.Http, $"/api/v1/withdrawals/{request.GetProperty("id")}/confirm", new { }, 403, "second-person-needed");
        await AssertProblemAsync(server.Http, $"/api/v1/withdrawals/{request.GetProperty("id")}/refuse", new { }, 403, "second-person-needed");
        await AssertProblemAsync(second, $"/api/v1/withdrawals/{request.GetProperty("id")}/take-back", new { }, 403, "not-the-asker");

        var done = await SendAsync(second, $"/api/v1/withdrawals/{request.GetProperty("id")}/confirm", new { note = "đúng" });
        Assert.Equal(("done", "đúng"), (done.GetProperty("state").GetString(), done.GetProperty("note").GetString()));
        var document = (await server.Catalog.FindAsync(id, Stop))!;
        Assert.Equal((DocumentStatus.Withdrawn, "trùng bản"), (document.Status, document.Reason));
        Assert.DoesNotContain(request.GetProperty("id").GetGuid(), await WaitingAsync());
        await AssertProblemAsync(second, $"/api/v1/withdrawals/{request.GetProperty("id")}/confirm", new { }, 409, "withdrawal-decided");
        await AssertProblemAsync(server.Http, $"/api/v1/documents/{id}/withdraw", new { reason = "lần nữa" }, 409, "already-withdrawn");
    }

    [Fact]
    public async Task A_wish_is_refused_or_taken_back_and_nothing_happened()
    {
        var id = await server.AddAsync(1);
        var refused = await AskAsync(id, "withdraw");
        await SendAsync(second, $"/api/v1/withdrawals/{refused.GetProperty("id")}/refuse", new { note = "còn cần" });
        var taken = await AskAsync(id, "withdraw");
        await SendAsync(server.Http, $"/api/v1/withdrawals/{taken.GetProperty("id")}/take-back", new { });
        Assert.Equal(DocumentStatus.Ready, (await server.Catalog.FindAsync(id, Stop))!.Status);
        var history = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{id}/withdrawals", Stop);
        Assert.Equal(["takenBack", "refused"], history.EnumerateArray().Select(one => one.GetProperty("state").GetString()!));
    }

    [Fact]
    public async Task A_withdrawn_document_is_restored_the_same_way_and_is_read_again()
    {
        var id = await server.AddAsync(1);
        await AssertProblemAsync(server.Http, $"/api/v1/documents/{id}/restore", new { reason = "nhầm rồi" }, 409, "not-withdrawn");
        Assert.True(await server.Catalog.WithdrawAsync(id, "Nhầm.", Stop));
        var request = await AskAsync(id, "restore");
        Assert.Equal(DocumentStatus.Withdrawn, (await server.Catalog.FindAsync(id, Stop))!.Status);
        await SendAsync(second, $"/api/v1/withdrawals/{request.GetProperty("id")}/confirm", new { });
        var document = (await server.Catalog.FindAsync(id, Stop))!;
        Assert.Equal((DocumentStatus.Reading, null), (document.Status, document.Reason));
        await server.EndReadingAsync(id, Readings.Of(Readings.Decision("12")));
        Assert.Equal(DocumentStatus.Ready, (await server.Catalog.FindAsync(id, Stop))!.Status);
    }

    [Fact]
    public async Task A_paper_whose_scan_was_merged_does_not_come_back()
    {
        var scan = await server.AddAsync(2);
        await using (var db = server.Service<Microsoft.EntityFrameworkCore.IDbContextFactory<CatalogDbContext>>().CreateDbContext())
        {
            db.Documents.Add(new Document { Id = Guid.CreateVersion7(), FileName = "phần.pdf", MediaType = "application/pdf", Sha256 = scan.ToString("N"), PartOf = scan, FirstPage = 2, Status = DocumentStatus.Withdrawn });
            await db.SaveChangesAsync(Stop);
            var part = db.Documents.Single(document => document.PartOf == scan);
            await AssertProblemAsync(server.Http, $"/api/v1/documents/{part.Id}/restore", new { reason = "nhầm rồi" }, 409, "not-withdrawn");
        }
    }

    [Fact]
    public async Task People_ask_and_decide_on_pages()
    {
        var id = await server.AddAsync(1);
        var address = $"/documents/{id}/withdrawal";
        await WebForm.PostAsync(server.Http, address, "ask", new() { ["Reason"] = "bản chụp mờ" });
        Assert.Contains("Thu lại đề nghị", WebUtility.HtmlDecode(await server.Http.GetStringAsync(address, Stop)), StringComparison.Ordinal);
        Assert.Contains("bản chụp mờ", WebUtility.HtmlDecode(await second.GetStringAsync("/withdrawals", Stop)), StringComparison.Ordinal);
        await WebForm.PostAsync(second, address, "decide", new() { ["Decision"] = "confirm" });
        Assert.Contains("Khôi phục văn bản", WebUtility.HtmlDecode(await server.Http.GetStringAsync(address, Stop)), StringComparison.Ordinal);
        Assert.Equal(DocumentStatus.Withdrawn, (await server.Catalog.FindAsync(id, Stop))!.Status);
    }

    public async ValueTask DisposeAsync()
    {
        second.Dispose();
        await server.DisposeAsync();
    }

    private async Task<JsonElement> AskAsync(Guid id, string what)
    {
        using var answer = await server.Http.PostAsJsonAsync($"/api/v1/documents/{id}/{what}", new { reason = " trùng bản " }, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private async Task<IEnumerable<Guid>> WaitingAsync() =>
        (await second.GetFromJsonAsync<JsonElement>("/api/v1/withdrawals?size=200", Stop)).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetGuid()).ToList();

    private static async Task<JsonElement> SendAsync(HttpClient who, string address, object body)
    {
        using var answer = await who.PostAsJsonAsync(address, body, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static async Task AssertProblemAsync(HttpClient who, string address, object body, int status, string code)
    {
        using var answer = await who.PostAsJsonAsync(address, body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True((int)answer.StatusCode == status, text);
        Assert.Contains($"problem:{code}\"", text, StringComparison.Ordinal);
    }
}
