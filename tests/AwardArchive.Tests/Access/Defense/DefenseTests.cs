using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AwardArchive.Access.Defense;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Access.Defense;

/// <summary>What every answer tells browsers, and what pages must not hold.</summary>
public sealed class DefenseTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "default-src 'self'")]
    [InlineData("/sign-in", "default-src 'self'")]
    [InlineData("/no-such-page", "default-src 'self'")]
    [InlineData("/site.css", "default-src 'self'")]
    [InlineData("/api/v1/documents", "default-src 'none'")]
    [InlineData("/api/v1/documents/x", "default-src 'none'")]
    [InlineData("/openapi/v1.json", "default-src 'none'")]
    public async Task Every_answer_tells_browsers_what_to_refuse(string address, string policy)
    {
        using var answer = await server.Http.GetAsync(address, Stop);
        var told = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith(policy, told, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", told, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", told, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        foreach (var name in new[] { "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy" }) Assert.True(answer.Headers.Contains(name), name);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security")); // over HTTP nobody may say so
    }

    [Fact]
    public async Task The_dashboard_of_jobs_alone_may_style_itself()
    {
        using var answer = await server.Http.GetAsync("/hangfire", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var told = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("style-src 'self' 'unsafe-inline'", told, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", told, StringComparison.Ordinal); // what default-src says holds: files of this site
    }

    [Fact]
    public async Task What_a_person_may_see_is_not_kept_by_browsers()
    {
        using var answer = await server.Http.GetAsync("/api/v1/documents", Stop);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        using var file = await server.Http.GetAsync("/site.css", Stop);
        Assert.Null(file.Headers.CacheControl);
    }

    [Fact]
    public void Pages_have_neither_styles_nor_scripts_in_them()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "src", "AwardArchive"), "*.razor", SearchOption.AllDirectories);
        Assert.NotEmpty(pages);
        // Events of components begin with a capital, those of Razor with @: neither reaches the browser.
        var wrong = pages.SelectMany(page => Regex.Matches(File.ReadAllText(page), @"\sstyle=|<style|<script(?![^>]*\ssrc=)|javascript:|\son[a-z]+=")
            .Select(match => $"{Path.GetFileName(page)}: {match.Value}"));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("quyết định số 5.pdf")]
    [InlineData("a\"; filename=evil.html; x=\"b.pdf")]
    [InlineData("giấy;chứng=nhận%0d%0a.pdf")]
    public async Task A_download_has_its_name_and_is_never_shown_in_the_page(string name)
    {
        var id = await server.AddAsync(1, name);
        using var folder = new TemporaryFolder();
        var original = Path.Combine(folder.Path, "original");
        await File.WriteAllBytesAsync(original, [1, 2, 3], Stop);
        await server.Service<IObjectStore>().PutFileAsync(ObjectKey.Original((await server.Catalog.FindAsync(id, Stop))!.Sha256), original, Stop);
        using var answer = await server.Http.GetAsync($"/api/v1/documents/{id}/original", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var raw = Assert.Single(answer.Content.Headers.GetValues("Content-Disposition"));
        Assert.DoesNotContain(raw, letter => char.IsControl(letter) || letter > '~');
        var disposition = ContentDispositionHeaderValue.Parse(raw);
        Assert.Equal(("attachment", name), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("fd00::/8", true)]
    [InlineData("proxy", false)]
    [InlineData("10.0.0.1/40", false)]
    public void A_proxy_is_an_address_or_a_network(string proxy, bool isOne) => Assert.Equal(isOne, NetworkOptions.NetworkOf(proxy) is not null);

    [Fact]
    public void Without_settings_nobody_is_believed_and_bulk_loads_are_not_held_up()
    {
        Assert.Empty(server.Service<IOptions<NetworkOptions>>().Value.KnownProxies);
        var limits = server.Service<IOptions<DefenseOptions>>().Value;
        Assert.Equal((50, 1_000, 100, 60, 4, 16, null), (limits.PersonPerSecond, limits.ProgramsPerSecond, limits.AddressPerSecond, limits.SignInsPerMinute, limits.HeavyAtOnce, limits.HeavyWaiting, limits.UploadBytesPerDay));
    }
}
