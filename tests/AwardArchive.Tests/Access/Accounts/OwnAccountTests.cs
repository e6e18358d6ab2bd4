using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AwardArchive.Access.Accounts;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access.Accounts;

/// <summary>What people do with their own accounts, through the front door.</summary>
public sealed class OwnAccountTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string Account = "/api/v1/account";
    private const string Password = "tre mây nứa trúc";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private Uri Site => server.Http.BaseAddress!;

    [Fact]
    public async Task A_token_does_what_it_is_for_until_it_is_revoked_and_never_makes_another()
    {
        using var browser = await PersonAsync("tk-mot", "reader", "archivist");
        using var made = await browser.PostAsJsonAsync($"{Account}/tokens", TokenFor("đọc", ["view"]), Stop);
        Assert.Equal((HttpStatusCode.OK, "no-store"), (made.StatusCode, made.Headers.CacheControl?.ToString()));
        var answer = await made.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var id = answer.GetProperty("id").GetGuid();
        using var program = new HttpClient { BaseAddress = Site };
        program.UseToken(Text(answer, "secret"));

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/dossiers", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsJsonAsync("/api/v1/dossiers", new { title = "x" }, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await browser.PostAsJsonAsync("/api/v1/dossiers", new { title = "x" }, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsJsonAsync($"{Account}/tokens", TokenFor("con", ["view"]), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.DeleteAsync($"{Account}/sessions", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PutAsJsonAsync($"{Account}/password", new { password = Password, newPassword = "sông suối ao hồ" }, Stop)).StatusCode);

        var listed = (await browser.GetFromJsonAsync<JsonElement>($"{Account}/tokens", Stop)).GetProperty("items")[0];
        Assert.Equal(("đọc", id), (Text(listed, "name"), listed.GetProperty("id").GetGuid()));
        Assert.NotNull(Text(listed, "lastUsedAt"));
        Assert.DoesNotContain(Text(answer, "secret")!, listed.GetRawText(), StringComparison.Ordinal);
        using var other = await PersonAsync("tk-hai", "reader");
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"{Account}/tokens/{id}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.DeleteAsync($"{Account}/tokens/{id}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.DeleteAsync($"{Account}/tokens/{id}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/dossiers", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_token_is_not_made_without_the_password_nor_beyond_its_owner()
    {
        using var browser = await PersonAsync("tk-ba", "reader");
        (object Wanted, string Field)[] wrong =
        [
            (new { name = "a", scopes = new[] { "view" }, expiresAt = Now.AddDays(1), password = "sai" }, "password"),
            (new { name = "a", scopes = new[] { "view" }, expiresAt = Now.AddDays(1) }, "password"),
            (TokenFor("", ["view"]), "name"),
            (TokenFor(new string('a', 101), ["view"]), "name"),
            (TokenFor("a", []), "scopes"),
            (TokenFor("a", ["view", "administer"]), "scopes"),
            (new { name = "a", scopes = new[] { "view" }, expiresAt = Now.AddDays(367), password = Password }, "expiresAt"),
            (new { name = "a", scopes = new[] { "view" }, expiresAt = Now.AddDays(-1), password = Password }, "expiresAt"),
            (new { name = "a", scopes = new[] { "view" }, password = Password }, "expiresAt"),
        ];
        foreach (var (wanted, field) in wrong)
        {
            using var answer = await browser.PostAsJsonAsync($"{Account}/tokens", wanted, Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.StartsWith($"{field}: ", Text(await answer.Content.ReadFromJsonAsync<JsonElement>(Stop), "detail"), StringComparison.Ordinal);
        }
        Assert.Empty((await browser.GetFromJsonAsync<JsonElement>($"{Account}/tokens", Stop)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_second_factor_is_begun_confirmed_asked_for_and_taken_away_on_the_pages()
    {
        const string Page = "/account/second-factor";
        using var browser = await PersonAsync("hai-lop", "reader");
        await WebForm.PostAsync(browser, Page, "begin", new() { ["Password"] = "sai mật khẩu" }, HttpStatusCode.OK);
        var html = await WebForm.PostAsync(browser, Page, "begin", new() { ["Password"] = Password }, HttpStatusCode.OK);
        var link = Regex.Match(html, "otpauth://[^\"]*").Value;
        var secret = Regex.Match(link, "secret=([A-Z2-7]+)").Groups[1].Value;
        Assert.Contains(QrCode.Of(link).Path, html, StringComparison.Ordinal); // it says the same
        Assert.Contains(":hai-lop?", link, StringComparison.Ordinal);
        // Not in force before a code was typed in.
        using (var before = await Browser.SignInAsync(Site, "hai-lop", Password)) Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/account", Stop)).StatusCode);

        html = await SendCodeAsync(browser, html, "000000");
        Assert.Contains("không đúng", html, StringComparison.Ordinal);
        var code = Totp.CodeOf(secret, Now);
        html = await SendCodeAsync(browser, html, code);
        var codes = Regex.Matches(html, "<li><code>([^<]*)</code>").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Distinct().Count());

        using var next = await Browser.SignInAsync(Site, "hai-lop", Password);
        Assert.Equal(HttpStatusCode.Unauthorized, (await next.GetAsync(Account, Stop)).StatusCode);
        await WebForm.PostAsync(next, "/sign-in/code", "code", new() { ["Code"] = "123456" }, HttpStatusCode.OK);
        await WebForm.PostAsync(next, "/sign-in/code", "code", new() { ["Code"] = code }, HttpStatusCode.OK); // it confirmed, so it opens nothing else
        await WebForm.PostAsync(next, "/sign-in/code", "code", new() { ["Code"] = Totp.CodeOf(secret, Now.AddSeconds(30)) });
        Assert.True((await next.GetFromJsonAsync<JsonElement>(Account, Stop)).GetProperty("hasSecondFactor").GetBoolean());

        // A recovery code opens once, however it is typed; the others remain.
        using var recovered = await Browser.SignInAsync(Site, "hai-lop", Password);
        await WebForm.PostAsync(recovered, "/sign-in/code", "code", new() { ["Code"] = codes[3].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant() });
        Assert.Equal(9, (await recovered.GetFromJsonAsync<JsonElement>(Account, Stop)).GetProperty("recoveryCodes").GetInt32());
        using var twice = await Browser.SignInAsync(Site, "hai-lop", Password);
        await WebForm.PostAsync(twice, "/sign-in/code", "code", new() { ["Code"] = codes[3] }, HttpStatusCode.OK);

        using (var still = await Browser.SignInAsync(Site, "hai-lop", Password)) await WebForm.PostAsync(still, "/sign-in/code", "code", new() { ["Code"] = codes[5] });

        using var renewed = await recovered.PostAsJsonAsync($"{Account}/recovery-codes", new { password = Password }, Stop);
        Assert.Equal(10, (await renewed.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("codes").GetArrayLength());
        await WebForm.PostAsync(twice, "/sign-in/code", "code", new() { ["Code"] = codes[4] }, HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Unauthorized, (await next.GetAsync(Account, Stop)).StatusCode); // other sessions are over

        await WebForm.PostAsync(recovered, Page, "change", new() { ["Password"] = Password, ["Deed"] = "off" });
        using var plain = await Browser.SignInAsync(Site, "hai-lop", Password);
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync("/account", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_second_factor_is_begun_and_confirmed_over_REST()
    {
        using var browser = await PersonAsync("hai-lop-rest", "reader");
        using var setup = await browser.PutAsJsonAsync($"{Account}/second-factor/secret", new { password = Password }, Stop);
        var secret = Text(await setup.Content.ReadFromJsonAsync<JsonElement>(Stop), "secret")!;
        using var wrong = await browser.PutAsJsonAsync($"{Account}/second-factor", new { code = "12 34" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var code = Totp.CodeOf(secret, Now);
        using var confirmed = await browser.PutAsJsonAsync($"{Account}/second-factor", new { code = $"{code[..3]} {code[3..]}" }, Stop);
        Assert.Equal(10, (await confirmed.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("codes").GetArrayLength());
        using var again = await browser.PutAsJsonAsync($"{Account}/second-factor/secret", new { password = Password }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var blind = await DeleteAsync(browser, "sai");
        Assert.Equal(HttpStatusCode.BadRequest, blind.StatusCode);
        using var off = await DeleteAsync(browser, Password);
        Assert.Equal(HttpStatusCode.NoContent, off.StatusCode);

        // For who has lost all of it, an administrator.
        using var begun = await browser.PutAsJsonAsync($"{Account}/second-factor/secret", new { password = Password }, Stop);
        secret = Text(await begun.Content.ReadFromJsonAsync<JsonElement>(Stop), "secret")!;
        using var on = await browser.PutAsJsonAsync($"{Account}/second-factor", new { code = Totp.CodeOf(secret, Now) }, Stop);
        Assert.Equal(HttpStatusCode.OK, on.StatusCode);
        var id = (await browser.GetFromJsonAsync<JsonElement>(Account, Stop)).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.DeleteAsync($"/api/v1/users/{id}/second-factor", Stop)).StatusCode);
        using var plain = await Browser.SignInAsync(Site, "hai-lop-rest", Password);
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync("/account", Stop)).StatusCode);

        static Task<HttpResponseMessage> DeleteAsync(HttpClient http, string password) => http.SendAsync(
            new(HttpMethod.Delete, $"{Account}/second-factor") { Content = JsonContent.Create(new { password }) }, Stop);
    }

    [Fact]
    public async Task Other_sessions_end_and_this_one_goes_on()
    {
        using var here = await PersonAsync("phien", "reader");
        using var elsewhere = await Browser.SignInAsync(Site, "phien", Password);
        await WebForm.PostAsync(here, "/account", "sessions", []);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync(Account, Stop)).StatusCode);
        using var changed = await here.PutAsJsonAsync($"{Account}/password", new { password = Password, newPassword = "sông suối ao hồ biển" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account", Stop)).StatusCode);
        using var shorter = await here.PutAsJsonAsync($"{Account}/password", new { password = "sông suối ao hồ biển", newPassword = "ngắn" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, shorter.StatusCode);
    }

    [Fact]
    public async Task On_the_page_a_token_is_shown_once_and_revoked()
    {
        using var browser = await PersonAsync("trang-ma", "reader", "verifier");
        var html = await WebForm.PostAsync(
            browser, "/account", "token", new() { ["Name"] = "Máy quét", ["Scopes"] = "Verify", ["Days"] = "7", ["Password"] = Password }, HttpStatusCode.OK);
        var secret = Regex.Match(html, "<code class=\"secret\">([^<]*)</code>").Groups[1].Value;
        Assert.NotEmpty(secret);
        Assert.DoesNotContain(secret, await browser.GetStringAsync("/account", Stop), StringComparison.Ordinal);
        var token = (await browser.GetFromJsonAsync<JsonElement>($"{Account}/tokens", Stop)).GetProperty("items")[0];
        Assert.Equal(("Máy quét", "verify"), (Text(token, "name"), token.GetProperty("scopes").EnumerateArray().Single().GetString()));
        await WebForm.PostAsync(browser, "/account", $"revoke-{token.GetProperty("id").GetGuid():N}", []);
        using var program = new HttpClient { BaseAddress = Site };
        program.UseToken(secret);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Account, Stop)).StatusCode);
    }

    [Fact]
    public void A_QR_code_has_its_three_corners_and_a_white_edge()
    {
        var code = QrCode.Of("otpauth://totp/Kho:lan?secret=JBSWY3DPEHPK3PXP");
        var dark = Regex.Matches(code.Path, @"M(\d+) (\d+)h1v1h-1z").Select(match => (X: int.Parse(match.Groups[1].Value, null), Y: int.Parse(match.Groups[2].Value, null))).ToHashSet();
        var far = code.Size - 11;
        Assert.All([(4, 4), (far, 4), (4, far)], corner => Assert.Equal(33, dark.Count(module => // 24 of the ring, 9 of the middle
            module.X >= corner.Item1 && module.X < corner.Item1 + 7 && module.Y >= corner.Item2 && module.Y < corner.Item2 + 7)));
        Assert.NotEqual(33, dark.Count(module => module.X >= far && module.X < far + 7 && module.Y >= far && module.Y < far + 7));
        Assert.All(dark, module => Assert.True(module.X >= 4 && module.Y >= 4 && module.X < code.Size - 4 && module.Y < code.Size - 4));
    }

    private static object TokenFor(string name, string[] scopes) => new { name, scopes, expiresAt = Now.AddDays(30), password = Password };

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    /// <summary>The form that confirms stands on the page that has been sent, and on no other.</summary>
    private static async Task<string> SendCodeAsync(HttpClient browser, string html, string code)
    {
        var values = Regex.Matches(html, "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"").Select(match => KeyValuePair.Create(match.Groups[1].Value, match.Groups[2].Value))
            .Where(pair => pair.Key != "_handler").DistinctBy(pair => pair.Key).Append(new("_handler", "confirm")).Append(new("Code", code));
        using var answer = await browser.PostAsync("/account/second-factor", new FormUrlEncodedContent(values), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task<HttpClient> PersonAsync(string name, params string[] roles)
    {
        using var made = await server.Http.PostAsJsonAsync("/api/v1/users", new { userName = name, roles }, Stop);
        return await Browser.SignInFirstAsync(Site, name, Text(await made.Content.ReadFromJsonAsync<JsonElement>(Stop), "password")!, Password);
    }
}
