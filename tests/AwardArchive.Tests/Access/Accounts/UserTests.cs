using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Access.Accounts;

/// <summary>Accounts of others, through the front door.</summary>
public sealed class UserTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string Users = "/api/v1/users";
    private const string Password = "tre mây nứa trúc";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri Site => server.Http.BaseAddress!;

    [Fact]
    public async Task Somebody_is_added_changes_the_password_and_gets_in_until_the_rights_change()
    {
        var (id, given) = await AddAsync("lan.tran", "Trần Thị Lan", "reader");
        using var browser = await Browser.SignInAsync(Site, "lan.tran", given);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account", Stop)).StatusCode); // to the page where the password is changed
        await WebForm.PostAsync(browser, "/sign-in/password", "password", new() { ["Current"] = given, ["Changed"] = Password, ["Again"] = Password });

        var me = await browser.GetFromJsonAsync<JsonElement>("/api/v1/account", Stop);
        Assert.Equal(("lan.tran", "Trần Thị Lan", "open"), (Text(me, "userName"), Text(me, "displayName"), Text(me, "clearance")));
        Assert.Equal(["view"], me.GetProperty("permissions").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Users, Stop)).StatusCode);

        var user = await ChangeAsync(id, new { clearance = "topSecret", roles = new[] { "reader", "archivist" }, displayName = "" });
        Assert.Equal(("topSecret", "lan.tran"), (Text(user, "clearance"), Text(user, "displayName")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/account", Stop)).StatusCode); // the session is over
        using var again = await Browser.SignInAsync(Site, "LAN.TRAN", Password);
        Assert.Equal("topSecret", Text(await again.GetFromJsonAsync<JsonElement>("/api/v1/account", Stop), "clearance"));

        await ChangeAsync(id, new { isDisabled = true });
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.GetAsync("/api/v1/account", Stop)).StatusCode);
        using var kept = Browser.Open(Site);
        await WebForm.PostAsync(kept, "/sign-in", "sign-in", new() { ["Name"] = "lan.tran", ["Password"] = Password }, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_is_given_and_its_owner_has_to_change_it()
    {
        var (id, given) = await AddAsync("hung", null, "reader");
        using var browser = await Browser.SignInFirstAsync(Site, "hung", given, Password);
        using var reset = await server.Http.PostAsync($"{Users}/{id}/password-reset", null, Stop);
        Assert.Equal("no-store", reset.Headers.CacheControl?.ToString());
        var newly = await reset.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var password = Text(newly, "password")!;
        var until = newly.GetProperty("expiresAt").GetDateTimeOffset();
        Assert.InRange(until - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(6), TimeSpan.FromDays(7));
        Assert.Equal(until, (await server.Http.GetFromJsonAsync<JsonElement>($"{Users}/{id}", Stop)).GetProperty("passwordExpiresAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/account", Stop)).StatusCode);
        using var old = Browser.Open(Site);
        await WebForm.PostAsync(old, "/sign-in", "sign-in", new() { ["Name"] = "hung", ["Password"] = Password }, HttpStatusCode.OK);
        using var again = await Browser.SignInFirstAsync(Site, "hung", password, "sông suối ao hồ biển");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/account", Stop)).StatusCode);
    }

    [Fact]
    public async Task Sessions_and_tokens_of_an_account_are_ended_together()
    {
        var (id, given) = await AddAsync("binh", null, "reader");
        using var browser = await Browser.SignInFirstAsync(Site, "binh", given, Password);
        using var made = await browser.PostAsJsonAsync(
            "/api/v1/account/tokens", new { name = "chương trình", scopes = new[] { "view" }, expiresAt = TimeProvider.System.GetUtcNow().AddDays(1), password = Password }, Stop);
        using var program = new HttpClient { BaseAddress = Site };
        program.UseToken(Text(await made.Content.ReadFromJsonAsync<JsonElement>(Stop), "secret"));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/account", Stop)).StatusCode);
        Assert.Single((await server.Http.GetFromJsonAsync<JsonElement>($"{Users}/{id}/tokens", Stop)).GetProperty("items").EnumerateArray());

        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.DeleteAsync($"{Users}/{id}/sessions", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/account", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/account", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("""{"userName":" "}""", "userName")]
    [InlineData("""{}""", "userName")]
    [InlineData("""{"userName":"hai từ"}""", "userName")]
    [InlineData("""{"userName":"đã.có"}""", "userName")]
    public async Task What_cannot_be_an_account_is_refused_by_name(string body, string field)
    {
        using var answer = await server.Http.PostAsJsonAsync(Users, JsonDocument.Parse(body).RootElement, Stop);
        await AssertWrongAsync(answer, field);
    }

    [Fact]
    public async Task A_name_is_one_persons_whatever_the_case_and_no_text_is_longer_than_it_may_be()
    {
        await AddAsync("mot-nguoi", null);
        await AssertWrongAsync(await server.Http.PostAsJsonAsync(Users, new { userName = "MOT-NGUOI" }, Stop), "userName");
        await AssertWrongAsync(await server.Http.PostAsJsonAsync(Users, new { userName = new string('a', 101) }, Stop), "userName");
        await AssertWrongAsync(await server.Http.PostAsJsonAsync(Users, new { userName = "dai", displayName = new string('a', 101) }, Stop), "displayName");
        using var unknown = await server.Http.PostAsJsonAsync(Users, new { userName = "la", roles = new[] { "king" } }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync($"{Users}/{Guid.NewGuid()}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.PatchAsJsonAsync($"{Users}/{Guid.NewGuid()}", new { isDisabled = true }, Stop)).StatusCode);
    }

    [Fact]
    public async Task Accounts_are_listed_by_name_in_stretches()
    {
        foreach (var name in new[] { "zz-b", "zz-a", "ZZ-c" }) await AddAsync(name, null);
        var first = await server.Http.GetFromJsonAsync<JsonElement>($"{Users}?size=2&cursor=zz", Stop);
        Assert.Equal(["zz-a", "zz-b"], NamesOf(first));
        var rest = await server.Http.GetFromJsonAsync<JsonElement>($"{Users}?size=2&cursor={Text(first, "nextCursor")}", Stop);
        Assert.Equal(["ZZ-c"], NamesOf(rest));
        Assert.Null(Text(rest, "nextCursor"));

        static IEnumerable<string?> NamesOf(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(user => Text(user, "userName"));
    }

    [Fact]
    public async Task Somebody_who_can_administer_always_remains()
    {
        await using var own = new QuietServer(); // with one account
        await own.InitializeAsync();
        var only = (await own.Http.GetFromJsonAsync<JsonElement>("/api/v1/account", Stop)).GetProperty("id").GetGuid();
        foreach (var edit in new object[] { new { isDisabled = true }, new { roles = new[] { "reader" } } })
        {
            using var refused = await own.Http.PatchAsJsonAsync($"{Users}/{only}", edit, Stop);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Equal("urn:award-archive:problem:last-administrator", Text(await refused.Content.ReadFromJsonAsync<JsonElement>(Stop), "type"));
        }
        await using (var scope = own.Service<IServiceScopeFactory>().CreateAsyncScope()) // as the commands at the machine do it
        {
            var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
            var user = await desk.GetAsync($"tester-{only:N}");
            await Assert.ThrowsAsync<LastAdministratorException>(() => desk.ChangeAsync(user, account => account.IsDisabled = true, "disable", Stop));
            await Assert.ThrowsAsync<LastAdministratorException>(() => desk.ChangeAsync(user, account => account.Roles = Role.Reader, "set", Stop));
            await desk.ChangeAsync(user, account => account.DisplayName = "Một mình", "set", Stop);
        }
        using var added = await own.Http.PostAsJsonAsync(Users, new { userName = "thay", roles = new[] { "administrator" } }, Stop);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var gone = await own.Http.PatchAsJsonAsync($"{Users}/{only}", new { roles = new[] { "reader" } }, Stop);
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Http.GetAsync(Users, Stop)).StatusCode);
    }

    [Fact]
    public async Task Administrators_who_stop_each_other_at_the_same_moment_do_not_all_succeed()
    {
        await using var own = new QuietServer();
        await own.InitializeAsync();
        var first = (await own.Http.GetFromJsonAsync<JsonElement>("/api/v1/account", Stop)).GetProperty("id").GetGuid();
        using var second = new HttpClient { BaseAddress = own.Http.BaseAddress };
        Guid[] all = [first, await second.SignInAsync(own.Service<IServiceProvider>())];
        var answers = await Task.WhenAll(
            own.Http.PatchAsJsonAsync($"{Users}/{all[1]}", new { isDisabled = true }, Stop), second.PatchAsJsonAsync($"{Users}/{all[0]}", new { isDisabled = true }, Stop));
        // Who was stopped first may also be refused at the door.
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        await using var db = own.Service<IDbContextFactory<CatalogDbContext>>().CreateForAccounts();
        Assert.Equal(1, await db.Users.CountAsync(user => !user.IsDisabled, Stop));
    }

    [Fact]
    public async Task On_the_pages_somebody_is_added_given_rights_and_stopped_without_script()
    {
        var (_, given) = await AddAsync("trang.quan", null, "administrator");
        using var browser = await Browser.SignInFirstAsync(Site, "trang.quan", given, Password);
        var html = await WebForm.PostAsync(
            browser, "/users", "new", new() { ["UserName"] = "nguoi.moi", ["DisplayName"] = "Người <b>", ["Roles"] = "Verifier", ["Clearance"] = "Secret" }, HttpStatusCode.OK);
        var password = Regex.Match(html, "<code class=\"secret\">([^<]*)</code>").Groups[1].Value;
        Assert.Equal(4, password.Split('-').Length);
        Assert.DoesNotContain(password, await browser.GetStringAsync("/users", Stop), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", await browser.GetStringAsync("/users", Stop), StringComparison.Ordinal);

        var id = (await FindAsync("nguoi.moi")).GetProperty("id").GetGuid();
        Assert.Equal(["verifier"], (await FindAsync("nguoi.moi")).GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        await WebForm.PostAsync(browser, $"/users/{id}", "rights", new() { ["DisplayName"] = "Người mới", ["Roles"] = "Archivist", ["Clearance"] = "Open" });
        var changed = await FindAsync("nguoi.moi");
        Assert.Equal(("Người mới", "open", "archivist"), (Text(changed, "displayName"), Text(changed, "clearance"), changed.GetProperty("roles")[0].GetString()));
        html = await WebForm.PostAsync(browser, $"/users/{id}", "help", new() { ["Deed"] = "password" }, HttpStatusCode.OK);
        Assert.Contains("class=\"secret\"", html, StringComparison.Ordinal);
        await WebForm.PostAsync(browser, $"/users/{id}", "stop", new() { ["Deed"] = "disable" });
        Assert.True((await FindAsync("nguoi.moi")).GetProperty("isDisabled").GetBoolean());
        await WebForm.PostAsync(browser, "/users", "new", new() { ["UserName"] = "nguoi.moi", ["Clearance"] = "Open" }, HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/users/{Guid.NewGuid()}", Stop)).StatusCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task AssertWrongAsync(HttpResponseMessage answer, string field)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith($"{field}: ", Text(await answer.Content.ReadFromJsonAsync<JsonElement>(Stop), "detail"), StringComparison.Ordinal);
    }

    private async Task<(Guid Id, string Password)> AddAsync(string name, string? displayName, params string[] roles)
    {
        using var made = await server.Http.PostAsJsonAsync(Users, new { userName = name, displayName, roles }, Stop);
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync(Stop));
        Assert.Equal("no-store", made.Headers.CacheControl?.ToString());
        var answer = await made.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return (answer.GetProperty("userId").GetGuid(), Text(answer, "password")!);
    }

    private async Task<JsonElement> ChangeAsync(Guid id, object edit)
    {
        using var answer = await server.Http.PatchAsJsonAsync($"{Users}/{id}", edit, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private async Task<JsonElement> FindAsync(string name) =>
        (await server.Http.GetFromJsonAsync<JsonElement>($"{Users}?size=200", Stop)).GetProperty("items").EnumerateArray().Single(user => Text(user, "userName") == name);
}
