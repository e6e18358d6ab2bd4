using System.Net;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access.Defense;

/// <summary>Whose word is taken for where a request came from, and who is sent on to HTTPS.</summary>
public sealed class NetworkTests(NetworkTests.Servers servers) : IClassFixture<NetworkTests.Servers>
{
    private readonly QuietServer strange = servers.Strange, named = servers.Named;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proxy_that_is_not_named_is_not_believed()
    {
        using (var answer = await AskAsync(strange, HttpMethod.Get, "/healthz", "10.1.1.1", "https")) Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        // However many addresses it tells of, attempts are counted as its own.
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await AskAsync(strange, HttpMethod.Post, "/sign-in", $"10.1.1.{i}", "https");
            answers.Add(answer.StatusCode);
        }
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task What_comes_over_HTTP_is_sent_on_to_HTTPS_as_a_named_proxy_tells_it()
    {
        using (var sent = await AskAsync(named, HttpMethod.Get, "/people?q=a", "10.1.1.1", "http"))
        {
            Assert.Equal((HttpStatusCode.TemporaryRedirect, "https://127.0.0.1/people?q=a"), (sent.StatusCode, sent.Headers.Location?.ToString()));
            Assert.False(sent.Headers.Contains("Strict-Transport-Security")); // not over HTTP
        }
        using (var there = await AskAsync(named, HttpMethod.Get, "/people?q=a", "10.1.1.1", "https"))
        {
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
            Assert.Contains("max-age", Assert.Single(there.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        }
        // What watches the process asks it directly.
        foreach (var probe in new[] { "/healthz", "/readyz" })
        {
            using var alive = await named.Http.GetAsync(probe, Stop);
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        }
    }

    [Fact]
    public async Task The_last_address_that_a_chain_of_named_proxies_tells_is_the_senders()
    {
        // 127.0.0.2 is named, so it is believed about 10.2.2.2, who may say what they like of themselves.
        using var answer = await AskAsync(named, HttpMethod.Get, "/api/v1/account", "8.8.8.8, 10.2.2.2, 127.0.0.2", "https");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var entries = await named.Http.SendAsync(Request(HttpMethod.Get, "/api/v1/audit?size=5", "10.3.3.3", "https"), Stop);
        var told = await entries.Content.ReadAsStringAsync(Stop);
        Assert.Contains("10.2.2.2", told, StringComparison.Ordinal);
        Assert.DoesNotContain("8.8.8.8", told, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AskAsync(QuietServer server, HttpMethod method, string address, string sender, string scheme) =>
        server.Http.SendAsync(Request(method, address, sender, scheme), Stop);

    private static HttpRequestMessage Request(HttpMethod method, string address, string sender, string scheme)
    {
        var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent([]);
        request.Headers.Add("X-Forwarded-For", sender);
        request.Headers.Add("X-Forwarded-Proto", scheme);
        return request;
    }

    public sealed class Servers : IAsyncLifetime
    {
        /// <summary>The tests come from 127.0.0.1: a proxy that these settings do not name.</summary>
        internal QuietServer Strange { get; } = new()
        {
            Settings = new Dictionary<string, string?> { ["Network:KnownProxies:0"] = "10.9.9.9", ["Access:Limits:SignInsPerMinute"] = "1" },
        };

        internal QuietServer Named { get; } = new()
        {
            Settings = new Dictionary<string, string?> { ["Network:KnownProxies:0"] = "127.0.0.0/8", ["Network:RedirectToHttps"] = "true" },
        };

        public async ValueTask InitializeAsync()
        {
            await Strange.InitializeAsync();
            await Named.InitializeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Strange.DisposeAsync();
            await Named.DisposeAsync();
        }
    }
}
