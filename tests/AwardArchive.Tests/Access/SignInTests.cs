using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Tests.Access.Accounts;
using AwardArchive.Tests.Viewing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Access;

/// <summary>People and programs at the front door.</summary>
public sealed class SignInTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string Password = "sông Hiền Lương xanh", Other = "cầu Tràng Tiền sáu nhịp";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_and_programs_are_told()
    {
        using var visitor = new Visitor(server.Http);
        foreach (var address in (string[])["/", "/people", "/no/such/page", "/hangfire"])
        {
            using var page = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
            Assert.Equal((HttpStatusCode.Redirect, $"/sign-in?returnUrl={Uri.EscapeDataString(address)}"), (page.StatusCode, page.Headers.Location!.PathAndQuery));
        }
        foreach (var address in (string[])["/api/v1/documents", "/api/v1/no/such/thing", "/openapi/v1.json", "/metrics"])
        {
            using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
            await AssertProblemAsync(answer, HttpStatusCode.Unauthorized, "sign-in-needed");
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Somebody_signs_in_goes_where_they_wanted_and_out_again()
    {
        var person = await AddAsync();
        using var visitor = new Visitor(server.Http);
        using var came = await visitor.SignInAsync(person.UserName!, Password, "/people?name=x");
        Assert.Equal((HttpStatusCode.Redirect, "/people?name=x"), (came.StatusCode, came.Headers.Location!.ToString().Replace(server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal)));
        var cookie = came.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("award-archive=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.True(await visitor.IsInAsync());

        using var left = await visitor.PostAsync("/people", SignInPaths.SignOut, [], SignInPaths.SignOut);
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (left.StatusCode, left.Headers.Location!.ToString()));
        Assert.False(await visitor.IsInAsync());
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        var person = await AddAsync();
        using var visitor = new Visitor(server.Http);
        using var came = await visitor.SignInAsync(person.UserName!, Password, returnUrl);
        Assert.Equal("/", came.Headers.Location!.IsAbsoluteUri ? came.Headers.Location.PathAndQuery : came.Headers.Location.ToString());
        Assert.True(!came.Headers.Location.IsAbsoluteUri || came.Headers.Location.Host == "127.0.0.1");
    }

    [Fact]
    public async Task A_wrong_password_a_strange_name_and_a_disabled_account_are_refused_with_the_same_words()
    {
        var (person, disabled) = (await AddAsync(), await AddAsync());
        await ChangeAsync(disabled, user => user.IsDisabled = true);
        using var visitor = new Visitor(server.Http);
        var answers = new List<string>();
        foreach (var (name, password) in ((string, string)[])[(person.UserName!, Other), ("nobody", Password), (disabled.UserName!, Password), ("", ""), (new string('a', 300), Password)])
        {
            using var answer = await visitor.SignInAsync(name, password);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            answers.Add(text[text.IndexOf("role=\"alert\"", StringComparison.Ordinal)..text.IndexOf("<form", StringComparison.Ordinal)]);
        }
        Assert.Single(answers.Distinct());
        Assert.False(await visitor.IsInAsync());
    }

    [Fact]
    public async Task A_session_ends_when_the_account_changes()
    {
        var person = await AddAsync();
        foreach (var change in (Action<ArchiveUser>[])[user => user.Clearance = Confidentiality.Secret, user => user.IsDisabled = true])
        {
            using var visitor = new Visitor(server.Http);
            using var came = await visitor.SignInAsync(person.UserName!, Password);
            Assert.True(await visitor.IsInAsync());
            await ChangeAsync(person, change);
            Assert.False(await visitor.IsInAsync());
        }
    }

    [Fact]
    public async Task Who_changes_the_password_stays_in_and_is_out_elsewhere()
    {
        var person = await AddAsync();
        using var here = new Visitor(server.Http);
        using var elsewhere = new Visitor(server.Http);
        (await here.SignInAsync(person.UserName!, Password)).Dispose();
        (await elsewhere.SignInAsync(person.UserName!, Password)).Dispose();

        foreach (var (current, changed, again) in ((string, string, string)[])[(Other, Other + "!", Other + "!"), (Password, Other, Password), (Password, "ngắn", "ngắn"), (Password, Password, Password), (Password, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa")])
        {
            using var refused = await here.PostAsync(SignInPaths.Password, "password", new() { ["Current"] = current, ["Changed"] = changed, ["Again"] = again });
            Assert.Contains("role=\"alert\"", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
        Assert.True(await elsewhere.IsInAsync());
        using var done = await here.PostAsync(SignInPaths.Password, "password", new() { ["Current"] = Password, ["Changed"] = Other, ["Again"] = Other });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.True(await here.IsInAsync());
        Assert.False(await elsewhere.IsInAsync());
        using var old = await elsewhere.SignInAsync(person.UserName!, Password);
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
    }

    [Fact]
    public async Task A_password_that_was_given_opens_nothing_but_the_page_to_change_it()
    {
        var person = await AddAsync();
        await ChangeAsync(person, user => (user.MustChangePassword, user.PasswordGivenAt) = (true, TimeProvider.System.GetUtcNow().AddDays(-6)));
        using var visitor = new Visitor(server.Http);
        (await visitor.SignInAsync(person.UserName!, Password)).Dispose();
        using var page = await visitor.Http.GetAsync(new Uri("/people", UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in/password"), (page.StatusCode, page.Headers.Location!.ToString()));
        foreach (var address in (string[])["/api/v1/documents", "/openapi/v1.json"])
        {
            using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
            await AssertProblemAsync(answer, HttpStatusCode.Forbidden, "password-to-change");
        }
        (await visitor.PostAsync(SignInPaths.Password, "password", new() { ["Current"] = Password, ["Changed"] = Other, ["Again"] = Other })).Dispose();
        Assert.True(await visitor.IsInAsync());
    }

    [Fact]
    public async Task A_password_that_was_given_is_good_for_some_days_and_only_its_owner_is_told_that_it_is_over()
    {
        var person = await AddAsync();
        await ChangeAsync(person, user => (user.MustChangePassword, user.PasswordGivenAt) = (true, TimeProvider.System.GetUtcNow().AddDays(-8)));
        using var visitor = new Visitor(server.Http);
        using (var told = await visitor.SignInAsync(person.UserName!, Password))
        {
            var words = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync(Stop));
            Assert.Contains("đã hết hạn", words, StringComparison.Ordinal);
            Assert.Contains($"users reset-password {person.UserName}", words, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Http.GetAsync(new Uri(SignInPaths.Password, UriKind.Relative), Stop)).StatusCode); // no session for anything
        using (var wrong = await visitor.SignInAsync(person.UserName!, Other))
            Assert.DoesNotContain("hết hạn", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);

        // The way out, as the command and the administrator's page have it.
        string given;
        await using (var scope = server.Service<IServiceScopeFactory>().CreateAsyncScope())
        {
            var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
            given = await desk.ResetPasswordAsync(await desk.GetAsync(person.UserName!), false, Stop);
        }
        using var came = await visitor.SignInAsync(person.UserName!, given);
        Assert.Equal(HttpStatusCode.Redirect, came.StatusCode);
        using var changed = await visitor.PostAsync(SignInPaths.Password, "password", new() { ["Current"] = given, ["Changed"] = Other, ["Again"] = Other });
        Assert.True(await visitor.IsInAsync());
    }

    [Fact]
    public async Task What_the_second_step_needs_lies_enciphered_and_without_the_secret_a_code_is_asked_for_all_the_same()
    {
        var person = await AddAsync();
        await using var scope = server.Service<IServiceScopeFactory>().CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ArchiveUser>>();
        var user = (await users.FindByIdAsync($"{person.Id}"))!;
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetTwoFactorEnabledAsync(user, true);
        string[] kept = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 1))!];
        var secret = (await users.GetAuthenticatorKeyAsync(user))!;
        await using (var db = server.Service<IDbContextFactory<CatalogDbContext>>().CreateForAccounts())
        {
            var values = await db.Set<IdentityUserToken<Guid>>().Where(value => value.UserId == person.Id).ToListAsync(Stop);
            Assert.DoesNotContain(values, value => value.Value!.Contains(secret, StringComparison.Ordinal));
            Assert.All(await db.ProtectionKeys.Select(key => key.Xml).ToListAsync(Stop), xml => Assert.DoesNotContain("<value>", xml, StringComparison.Ordinal));
            // As a catalog looks whose secret was lost.
            var sealedKey = values.Single(value => value.Name == "AuthenticatorKey");
            sealedKey.Value = sealedKey.Value![..^1] + (sealedKey.Value[^1] == 'A' ? 'B' : 'A');
            await db.SaveChangesAsync(Stop);
        }
        using var visitor = new Visitor(server.Http);
        using var first = await visitor.SignInAsync(person.UserName!, Password);
        Assert.Contains(SignInPaths.Code, first.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.False(await visitor.IsInAsync());
        (await visitor.PostAsync("/sign-in/code", "code", new() { ["Code"] = "123456" })).Dispose();
        Assert.False(await visitor.IsInAsync());
        (await visitor.PostAsync("/sign-in/code", "code", new() { ["Code"] = kept[0] })).Dispose();
        Assert.True(await visitor.IsInAsync());
    }

    [Fact]
    public async Task A_form_that_is_too_old_to_sign_out_with_is_answered_by_a_page()
    {
        var person = await AddAsync();
        using var visitor = new Visitor(server.Http);
        (await visitor.SignInAsync(person.UserName!, Password)).Dispose();
        using var refused = await visitor.Http.PostAsync(new Uri(SignInPaths.SignOut, UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", "x")]), Stop);
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Contains("không còn hợp lệ", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.True(await visitor.IsInAsync());
    }

    [Fact]
    public async Task A_role_opens_what_it_is_for_and_nothing_else()
    {
        var person = await AddAsync(Role.Reader);
        using var visitor = new Visitor(server.Http);
        (await visitor.SignInAsync(person.UserName!, Password)).Dispose();
        var front = WebUtility.HtmlDecode(await visitor.Http.GetStringAsync(new Uri("/", UriKind.Relative), Stop));
        Assert.Contains("href=\"/people\"", front, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/fixity\"", front, StringComparison.Ordinal);
        Assert.Contains("Chỉ xét các văn bản mà bạn được xem.", WebUtility.HtmlDecode(await visitor.Http.GetStringAsync(new Uri("/people", UriKind.Relative), Stop)), StringComparison.Ordinal);
        Assert.Contains("class=\"column read-only\"", await visitor.Http.GetStringAsync(new Uri("/dossiers", UriKind.Relative), Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("read-only", front, StringComparison.Ordinal); // keeping a search is for everybody
        using var page = await visitor.Http.GetAsync(new Uri("/fixity", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("Không được phép", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        using var api = await visitor.Http.GetAsync(new Uri("/api/v1/fixity", UriKind.Relative), Stop);
        await AssertProblemAsync(api, HttpStatusCode.Forbidden, "forbidden");
        using var missing = await visitor.Http.GetAsync(new Uri("/no/such/page", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        // A group that may be read may not for that be written to.
        using var read = await visitor.Http.GetAsync(new Uri("/api/v1/dossiers", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var write = await SendAsync(visitor.Http, "same-origin");
        await AssertProblemAsync(write, HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_session_writes_only_from_a_page_of_this_site()
    {
        var person = await AddAsync();
        using var visitor = new Visitor(server.Http);
        (await visitor.SignInAsync(person.UserName!, Password)).Dispose();
        foreach (var site in (string?[])[null, "cross-site", "same-site", "none"])
        {
            using var refused = await SendAsync(visitor.Http, site);
            await AssertProblemAsync(refused, HttpStatusCode.Forbidden, "cross-site");
        }
        using var taken = await SendAsync(visitor.Http, "same-origin");
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        visitor.Http.DefaultRequestHeaders.Add("Origin", server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var byOrigin = await SendAsync(visitor.Http, null);
        Assert.Equal(HttpStatusCode.Created, byOrigin.StatusCode);
    }

    [Fact]
    public async Task A_token_does_what_it_is_for_while_its_owner_may()
    {
        var person = await AddAsync(Role.Reader | Role.Archivist);
        using var program = new HttpClient { BaseAddress = server.Http.BaseAddress };
        var tokens = server.Service<AccessTokens>();
        var (token, secret) = await tokens.CreateAsync(person.Id, "nạp hồ sơ", Permission.View | Permission.Administer, TimeSpan.FromDays(1), Stop);
        Assert.NotEqual(secret, token.Hash);
        program.UseToken(secret);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/api/v1/dossiers"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(program, "/api/v1/fixity")); // its owner may not
        using (var write = await SendAsync(program, null)) await AssertProblemAsync(write, HttpStatusCode.Forbidden, "forbidden"); // it is not for that

        await ChangeAsync(person, user => user.Roles = Role.Administrator);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(program, "/api/v1/dossiers"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/api/v1/fixity"));

        Assert.True(await tokens.RevokeAsync(person.Id, token.Id, Stop));
        Assert.False(await tokens.RevokeAsync(person.Id, token.Id, Stop));
        using var revoked = await program.GetAsync(new Uri("/api/v1/fixity", UriKind.Relative), Stop);
        await AssertProblemAsync(revoked, HttpStatusCode.Unauthorized, "sign-in-needed");
        Assert.Contains("invalid_token", revoked.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_over_unknown_or_of_a_disabled_account_opens_nothing()
    {
        var person = await AddAsync();
        using var program = new HttpClient { BaseAddress = server.Http.BaseAddress };
        var (token, secret) = await server.Service<AccessTokens>().CreateAsync(person.Id, "x", Permission.View, TimeSpan.FromDays(1), Stop);
        program.UseToken(secret);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/api/v1/dossiers"));
        await using (var db = server.Service<IDbContextFactory<CatalogDbContext>>().CreateForAccounts())
        {
            Assert.NotNull((await db.AccessTokens.SingleAsync(one => one.Id == token.Id, Stop)).LastUsedAt);
            await db.AccessTokens.Where(one => one.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, TimeProvider.System.GetUtcNow().AddSeconds(-1)), Stop);
        }
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/api/v1/dossiers"));
        foreach (var wrong in (string[])["award_x", secret[..^1], secret + "x", token.Hash, new string('x', 5000)])
        {
            program.UseToken(wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/api/v1/dossiers"));
        }
        var (_, other) = await server.Service<AccessTokens>().CreateAsync(person.Id, "y", Permission.View, TimeSpan.FromDays(1), Stop);
        await ChangeAsync(person, user => user.IsDisabled = true);
        program.UseToken(other);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/api/v1/dossiers"));
    }

    [Fact]
    public async Task The_second_step_wants_a_code_that_was_not_used_or_one_that_is_kept_for_need()
    {
        var person = await AddAsync();
        string key;
        IReadOnlyList<string> kept;
        await using (var scope = server.Service<IServiceScopeFactory>().CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<ArchiveUser>>();
            var user = (await users.FindByIdAsync($"{person.Id}"))!;
            await users.ResetAuthenticatorKeyAsync(user);
            await users.SetTwoFactorEnabledAsync(user, true);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
            kept = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 2))!];
        }
        using var visitor = new Visitor(server.Http);
        async Task<bool> TryAsync(string code)
        {
            using var first = await visitor.SignInAsync(person.UserName!, Password);
            Assert.StartsWith("/sign-in/code?returnUrl=%2Fpeople", first.Headers.Location!.IsAbsoluteUri ? first.Headers.Location.PathAndQuery : first.Headers.Location.ToString(), StringComparison.Ordinal);
            Assert.False(await visitor.IsInAsync());
            using var second = await visitor.PostAsync("/sign-in/code?returnUrl=%2Fpeople", "code", new() { ["Code"] = code });
            var isIn = await visitor.IsInAsync();
            Assert.Equal(second.StatusCode == HttpStatusCode.Redirect, isIn);
            if (isIn) (await visitor.PostAsync("/people", SignInPaths.SignOut, [], SignInPaths.SignOut)).Dispose();
            return isIn;
        }

        var code = Totp.CodeOf(key, TimeProvider.System.GetUtcNow());
        Assert.False(await TryAsync("000000" == code ? "000001" : "000000"));
        Assert.True(await TryAsync($"{code[..3]} {code[3..]}"));
        Assert.False(await TryAsync(code));
        Assert.True(await TryAsync(kept[0]));
        Assert.False(await TryAsync(kept[0]));
        Assert.True(await TryAsync(kept[1]));

        using var stranger = new Visitor(server.Http);
        using var withoutPassword = await stranger.PostAsync("/sign-in/code", "code", new() { ["Code"] = code });
        Assert.False(await stranger.IsInAsync());
    }

    [Theory]
    [InlineData("ngắn quá")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("Matkhau123456")]
    [InlineData("nguyenvana-1985")]
    public async Task A_password_that_is_easily_guessed_is_not_taken(string password)
    {
        await using var scope = server.Service<IServiceScopeFactory>().CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<ArchiveUser>>().CreateAsync(new() { Id = Guid.CreateVersion7(), UserName = "nguyenvana" }, password);
        Assert.False(result.Succeeded);
        Assert.All(result.Errors, error => Assert.Contains("Mật khẩu", error.Description, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_person_of_a_request_is_who_acts_in_it()
    {
        var person = await AddAsync(Role.Administrator);
        using var visitor = new Visitor(server.Http);
        (await visitor.SignInAsync(person.UserName!, Password)).Dispose();
        // The page's head shows whom the service takes them for.
        Assert.Contains(person.UserName!, await visitor.Http.GetStringAsync(new Uri("/fixity", UriKind.Relative), Stop), StringComparison.Ordinal);
        Assert.Same(Actor.System, Actor.Current);
    }

    private Task<ArchiveUser> AddAsync(Role roles = TestAccounts.AllRoles) => Visitor.AddPersonAsync(server.Service<IServiceProvider>(), Password, roles);

    private async Task ChangeAsync(ArchiveUser person, Action<ArchiveUser> change)
    {
        await using var scope = server.Service<IServiceScopeFactory>().CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        await desk.ChangeAsync(await desk.GetAsync(person.UserName!), change, "test", Stop);
    }

    /// <summary>A write.</summary>
    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string? site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/dossiers", UriKind.Relative)) { Content = JsonContent.Create(new { title = "Hồ sơ" }) };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return await http.SendAsync(request, Stop);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal($"urn:award-archive:problem:{type}", problem.GetProperty("type").GetString());
    }
}
