using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access.Accounts;

/// <summary>People for whom another service vouches.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private OpenIdProvider provider = null!;
    private QuietServer server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        provider = await OpenIdProvider.StartAsync();
        server = await ServeAsync([]);
    }

    [Fact]
    public async Task Who_comes_first_gets_an_account_withstrangerroles_and_the_same_one_ever_after()
    {
        provider.Person = new() { ["sub"] = "s-1", ["preferred_username"] = "lan", ["name"] = "Trần Thị Lan" };
        using var browser = Browser.Open(server.Http.BaseAddress!);
        Assert.Contains("đăng nhập bằng tài khoản cơ quan", WebUtility.HtmlDecode(await browser.GetStringAsync("/sign-in", Stop)), StringComparison.Ordinal);
        Assert.Equal("/account", await ComeAsync(browser, "/account"));
        var me = await browser.GetFromJsonAsync<JsonElement>("/api/v1/account", Stop);
        Assert.Equal(("lan", "Trần Thị Lan", 0, false), (Text(me, "userName"), Text(me, "displayName"), me.GetProperty("permissions").GetArrayLength(), me.GetProperty("hasPassword").GetBoolean()));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/api/v1/dossiers", Stop)).StatusCode);

        var id = me.GetProperty("id").GetGuid();
        using var given = await server.Http.PatchAsJsonAsync($"/api/v1/users/{id}", new { roles = new[] { "reader" } }, Stop);
        Assert.True((await given.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("signsInElsewhere").GetBoolean());
        provider.Person = new() { ["sub"] = "s-1", ["preferred_username"] = "ten-moi" }; // the name changes hands, the subject does not
        using var again = Browser.Open(server.Http.BaseAddress!);
        Assert.Equal("/", await ComeAsync(again, "//evil.example"));
        Assert.Equal(id, (await again.GetFromJsonAsync<JsonElement>("/api/v1/account", Stop)).GetProperty("id").GetGuid());
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/api/v1/dossiers", Stop)).StatusCode);

        using var stopped = await server.Http.PatchAsJsonAsync($"/api/v1/users/{id}", new { isDisabled = true }, Stop);
        using var stranger = Browser.Open(server.Http.BaseAddress!);
        Assert.Equal("/sign-in/openid/failed?reason=refused", await ComeAsync(stranger, "/"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/v1/account", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_name_of_somebody_here_is_nobody_elses_unless_the_settings_say_so()
    {
        using var made = await server.Http.PostAsJsonAsync("/api/v1/users", new { userName = "hung", roles = new[] { "reader" } }, Stop);
        provider.Person = new() { ["sub"] = "s-2", ["preferred_username"] = "Hung" };
        using var browser = Browser.Open(server.Http.BaseAddress!);
        Assert.Equal("/sign-in/openid/failed?reason=name", await ComeAsync(browser, "/"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/account", Stop)).StatusCode);

        await using var trusting = await ServeAsync(new() { ["Access:OpenId:JoinsByName"] = "true", ["Access:OpenId:AddsPeople"] = "false" });
        using var own = await trusting.Http.PostAsJsonAsync("/api/v1/users", new { userName = "hung", roles = new[] { "reader" } }, Stop);
        var id = (await own.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("userId").GetGuid();
        using var joined = Browser.Open(trusting.Http.BaseAddress!);
        await ComeAsync(joined, "/");
        using var stranger = Browser.Open(trusting.Http.BaseAddress!);
        provider.Person = new() { ["sub"] = "s-3", ["preferred_username"] = "la" };
        Assert.Equal("/sign-in/openid/failed?reason=refused", await ComeAsync(stranger, "/"));
        var user = await trusting.Http.GetFromJsonAsync<JsonElement>($"/api/v1/users/{id}", Stop);
        Assert.True(user.GetProperty("signsInElsewhere").GetBoolean());
    }

    [Fact]
    public async Task A_forged_answer_and_a_provider_that_is_away_let_nobody_in()
    {
        provider.Person = new() { ["sub"] = "s-4", ["preferred_username"] = "gia" };
        provider.IsForged = true;
        using var browser = Browser.Open(server.Http.BaseAddress!);
        Assert.StartsWith("/sign-in/openid/failed", await ComeAsync(browser, "/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/account", Stop)).StatusCode);
        // An answer that nobody here asked for.
        using var foreign = await browser.GetAsync("/sign-in/openid/callback?code=x&state=y", Stop);
        Assert.StartsWith("/sign-in/openid/failed", foreign.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await browser.GetAsync("/sign-in/openid/done", Stop)).Headers.Location?.ToString());

        await using var alone = await ServeAsync(new() { ["Access:OpenId:Authority"] = "http://127.0.0.1:9" });
        using var waiting = Browser.Open(alone.Http.BaseAddress!);
        using var away = await waiting.GetAsync("/sign-in/openid", Stop);
        Assert.Equal("/sign-in/openid/failed?reason=away", away.Headers.Location?.ToString());
        Assert.Contains("không trả lời", WebUtility.HtmlDecode(await waiting.GetStringAsync("/sign-in/openid/failed?reason=away", Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withstrangera_provider_there_is_no_such_way()
    {
        await using var plain = new QuietServer();
        await plain.InitializeAsync();
        using var browser = Browser.Open(plain.Http.BaseAddress!);
        Assert.DoesNotContain("/sign-in/openid", await browser.GetStringAsync("/sign-in", Stop), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/sign-in/openid", Stop)).StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await provider.DisposeAsync();
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    /// <summary>Goes to the provider and back, as a browser does.</summary>
    /// <returns>Where the archive leads in the end.</returns>
    private async Task<string?> ComeAsync(HttpClient browser, string to)
    {
        var next = $"/sign-in/openid?returnUrl={Uri.EscapeDataString(to)}";
        for (var i = 0; i < 4; i++) // to the provider, back with the code, to the end, on
        {
            using var answer = await browser.GetAsync(next, Stop);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            next = answer.Headers.Location!.ToString();
            if (next.StartsWith("/sign-in/openid/failed", StringComparison.Ordinal)) return next;
        }
        return next;
    }

    private async Task<QuietServer> ServeAsync(Dictionary<string, string?> more)
    {
        var started = new QuietServer
        {
            Settings = new Dictionary<string, string?> { ["Access:OpenId:Authority"] = provider.Address, ["Access:OpenId:ClientId"] = OpenIdProvider.Client }
                .Concat(more).GroupBy(pair => pair.Key).ToDictionary(pairs => pairs.Key, pairs => pairs.Last().Value),
        };
        await started.InitializeAsync();
        return started;
    }
}
