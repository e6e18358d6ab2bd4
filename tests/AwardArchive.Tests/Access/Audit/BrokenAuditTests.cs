using System.Net;
using System.Net.Http.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Access.Audit;

/// <summary>Nothing is shown or changed of which the chain cannot be told.</summary>
public sealed class BrokenAuditTests : IAsyncLifetime
{
    private readonly QuietServer server = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    [Fact]
    public async Task When_the_chain_cannot_be_written_nothing_is_shown_and_nothing_changes()
    {
        var id = await server.AddAsync(1, text: "văn bản của Nguyễn Thị Thứ");
        Assert.Contains("Thứ", await server.Http.GetStringAsync($"api/v1/documents/{id}/text", Stop), StringComparison.Ordinal);
        var head = Path.Combine(server.Service<IOptions<ArchiveOptions>>().Value.DataFolder, "audit", "head");
        var kept = await File.ReadAllBytesAsync(head, Stop);
        File.Delete(head);
        Directory.CreateDirectory(head); // no file can be written there

        using var look = await server.Http.GetAsync($"api/v1/documents/{id}/text", Stop);
        Assert.Equal(HttpStatusCode.InternalServerError, look.StatusCode);
        Assert.Equal("application/problem+json", look.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Thứ", await look.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Null(look.Headers.ETag);
        using var page = await server.Http.GetAsync("people", Stop); // people get a page about it
        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        var words = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop));
        Assert.Contains("<h1>Lỗi máy chủ</h1>", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Có thể cùng một người", words, StringComparison.Ordinal);
        using var change = await server.Http.PostAsJsonAsync($"api/v1/documents/{id}/withdraw", new { reason = "trùng" }, Stop);
        Assert.Equal(HttpStatusCode.InternalServerError, change.StatusCode);
        Assert.Equal(DocumentStatus.Ready, (await server.Catalog.FindAsync(id, Stop))!.Status);

        Directory.Delete(head);
        await File.WriteAllBytesAsync(head, kept, Stop);
        Assert.Contains("Thứ", await server.Http.GetStringAsync($"api/v1/documents/{id}/text", Stop), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
