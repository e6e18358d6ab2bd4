using System.Net;
using AwardArchive.Access;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Access;

/// <summary>Guessing passwords leads nowhere, and keeps the right person out no longer than they want.</summary>
public sealed class SignInAttackTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string Password = "sông Hiền Lương xanh";
    private const int Guesses = 1000, AtOnce = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_thousand_guesses_ten_are_looked_at_and_the_right_person_still_gets_in()
    {
        var person = await Visitor.AddPersonAsync(server.Service<IServiceProvider>(), Password);
        using var home = new Visitor(server.Http);
        (await home.SignInAsync(person.UserName!, Password)).Dispose();
        (await home.PostAsync("/people", SignInPaths.SignOut, [], SignInPaths.SignOut)).Dispose();

        // Many at once, each by itself: whoever counts only after looking would let most of them be looked at.
        var attempts = server.Service<SignInAttempts>();
        var most = server.Service<IOptions<AccessOptions>>().Value.MaxFailedAttempts;
        var looked = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Guesses - AtOnce), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (_, stop) =>
        {
            if (await attempts.TryBeginAsync(person.Id, stop)) Interlocked.Increment(ref looked);
        });
        Assert.Equal(most, looked);
        using var strangers = new Visitor(server.Http);
        Assert.True(await strangers.IsInAsync(SignInPaths.SignIn)); // all with one cookie against forged forms
        var guesses = await Task.WhenAll(Enumerable.Range(0, AtOnce - 1).Select(guess => strangers.SignInAsync(person.UserName!, $"{Password} {guess}")).Append(strangers.SignInAsync(person.UserName!, Password)));
        foreach (var guess in guesses)
        {
            using (guess) Assert.Equal(HttpStatusCode.OK, guess.StatusCode); // also the right one is not looked at any more
        }
        Assert.False(await strangers.IsInAsync());

        // Where the person has signed in before, the lock does not hold.
        using var came = await home.SignInAsync(person.UserName!, Password);
        Assert.Equal(HttpStatusCode.Redirect, came.StatusCode);
        Assert.True(await home.IsInAsync());
        // For strangers it still does; until somebody at the machine says otherwise ('users unlock').
        using (var still = await strangers.SignInAsync(person.UserName!, Password)) Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        await using (var scope = server.Service<IServiceScopeFactory>().CreateAsyncScope())
        {
            var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
            await desk.UnlockAsync(await desk.GetAsync(person.UserName!), Stop);
        }
        using var unlocked = await strangers.SignInAsync(person.UserName!, Password);
        Assert.Equal(HttpStatusCode.Redirect, unlocked.StatusCode);
    }

    [Fact]
    public async Task A_known_browser_has_as_few_guesses_and_is_known_no_more_after_a_reset()
    {
        var person = await Visitor.AddPersonAsync(server.Service<IServiceProvider>(), Password);
        using var home = new Visitor(server.Http);
        (await home.SignInAsync(person.UserName!, Password)).Dispose();
        var browser = home.Cookies().Single(cookie => cookie.Name.StartsWith("award-archive-browser-", StringComparison.Ordinal));
        var most = server.Service<IOptions<AccessOptions>>().Value.MaxFailedAttempts;
        var browsers = server.Service<KnownBrowsers>();
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{browser.Name}={browser.Value}";
        var known = Assert.IsType<string>(browsers.Find(http, person.Id));
        Assert.Null(browsers.Find(http, Guid.NewGuid()));
        for (var guess = 0; guess < most; guess++) Assert.True(await browsers.TryBeginAsync(person.Id, known, Stop));
        Assert.False(await browsers.TryBeginAsync(person.Id, known, Stop));

        await using (var scope = server.Service<IServiceScopeFactory>().CreateAsyncScope())
        {
            var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
            await desk.ResetPasswordAsync(await desk.GetAsync(person.UserName!), secondStep: false, Stop);
        }
        Assert.Null(await browsers.TryBeginAsync(person.Id, known, Stop));
        http.Request.Headers.Cookie = $"{browser.Name}={browser.Value[..^3]}xyz";
        Assert.Null(browsers.Find(http, person.Id));
    }
}
