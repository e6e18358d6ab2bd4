using System.Net;
using System.Text.RegularExpressions;

namespace AwardArchive.Tests;

/// <summary>The pages for people, as a browser gets them.</summary>
public sealed class PageTests(ServedArchive archive) : IClassFixture<ServedArchive>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_way_from_a_search_to_the_words_on_the_scan_needs_no_script()
    {
        var found = await GetAsync("?q=ba+me+viet+nam");
        Assert.Contains("<mark>", found, StringComparison.Ordinal);
        AssertOnlyProposalsNeedScript(found);
        var link = $"documents/{archive.Id}";
        Assert.Contains(link, found, StringComparison.Ordinal);

        var page = await GetAsync($"{link}?page=1&q=ba+me+viet+nam");
        Assert.Contains("<rect ", page, StringComparison.Ordinal);
        Assert.Contains($"/api/v1/documents/{archive.Id}/pages/1/image?width=", page, StringComparison.Ordinal);
        Assert.Contains("QUYẾT ĐỊNH", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        AssertOnlyProposalsNeedScript(page);
    }

    /// <summary>The one script adds proposals to the search box; nothing is written into pages as script.</summary>
    private static void AssertOnlyProposalsNeedScript(string page) =>
        Assert.Equal(["<script src=\"suggest.js\" type=\"module\"></script>"], Regex.Matches(page, "<script.*?(</script>|$)", RegexOptions.IgnoreCase).Select(match => match.Value));

    [Fact]
    public async Task A_page_that_was_in_an_old_font_says_so_beside_its_text()
    {
        await LegacyPaper.SaveAsync(archive.InFolder("old.pdf"), Stop);
        var id = (await archive.SendAsync(archive.InFolder("old.pdf"), "quyết định cũ.pdf")).GetProperty("id").GetGuid();
        while ((await archive.GetAsync($"api/v1/documents/{id}")).GetProperty("status").GetString() != "Ready") await Task.Delay(100, Stop);

        var page = WebUtility.HtmlDecode(await GetAsync($"documents/{id}"));
        Assert.Contains(LegacyPaper.Note, page, StringComparison.Ordinal);
        Assert.Contains("Bà mẹ Việt Nam anh hùng", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_number_out_of_range_shows_the_nearest_page() =>
        Assert.Contains("aria-current=\"page\"", await GetAsync($"documents/{archive.Id}?page=9999"), StringComparison.Ordinal);

    [Theory]
    [InlineData("documents/00000000-0000-0000-0000-000000000000")]
    [InlineData("nothing/here")]
    public async Task What_does_not_exist_is_a_page_that_says_so(string address)
    {
        using var answer = await archive.Http.GetAsync(ServedArchive.Relative(address), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Không có trang này", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_text_not_as_markup()
    {
        var page = await GetAsync($"documents/{archive.Id}?q={Uri.EscapeDataString("\"><img src=x onerror=alert(1)>")}");
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", await GetAsync($"?q={Uri.EscapeDataString("\"><img src=x onerror=alert(1)>")}"), StringComparison.Ordinal);
    }

    private async Task<string> GetAsync(string address)
    {
        using var answer = await archive.Http.GetAsync(ServedArchive.Relative(address), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }
}
