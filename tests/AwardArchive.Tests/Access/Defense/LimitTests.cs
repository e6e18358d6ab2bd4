using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access.Defense;

/// <summary>Who asks for too much is told when to come again; others are not held up.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly QuietServer server = new()
    {
        Settings = new Dictionary<string, string?>
        {
            ["Access:Limits:ProgramsPerSecond"] = "1",
            ["Access:Limits:SignInsPerMinute"] = "2",
            ["Access:Limits:UploadBytesPerDay"] = "2000",
            ["Access:Limits:PersonPerSecond"] = "1",
            ["Access:Limits:AddressPerSecond"] = "1",
            ["Network:KnownProxies:0"] = "127.0.0.1",
        },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    [Fact]
    public async Task A_person_who_asks_too_often_waits_and_another_one_does_not()
    {
        using var other = new HttpClient { BaseAddress = server.Http.BaseAddress };
        await other.SignInAsync(server.Service<IServiceProvider>());
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => server.Http.GetAsync("/api/v1/documents", Stop)));
        Assert.Contains(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        var refused = answers.First(answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("urn:award-archive:problem:too-many-requests", "Quá nhiều yêu cầu"), (problem.GetProperty("type").GetString(), problem.GetProperty("title").GetString()));
        using (var free = await other.GetAsync("/api/v1/documents", Stop)) Assert.Equal(HttpStatusCode.OK, free.StatusCode);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Attempts_to_sign_in_are_counted_by_address_as_a_known_proxy_tells_it()
    {
        using var nobody = new HttpClient { BaseAddress = server.Http.BaseAddress };
        for (var attempt = 0; attempt < 4; attempt++) Assert.NotEqual(HttpStatusCode.TooManyRequests, await AttemptAsync("10.1.1.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AttemptAsync("10.1.1.1"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await AttemptAsync("10.1.1.2"));

        async Task<HttpStatusCode> AttemptAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", address);
            using var answer = await nobody.SendAsync(request, Stop);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Who_did_not_sign_in_waits_by_address_and_people_by_themselves_each_as_suits_them()
    {
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Http.BaseAddress };
        var refused = await OverAsync(nobody, "/api/v1/documents", "10.4.4.4");
        Assert.Equal(("application/problem+json", true), (refused.Content.Headers.ContentType?.MediaType, refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1)));
        using (var elsewhere = await AskAsync(nobody, "/api/v1/documents", "10.4.4.5")) Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);

        // In a browser, a page says it.
        await Visitor.AddPersonAsync(server.Service<IServiceProvider>(), "sông Hiền Lương xanh");
        var person = await Visitor.AddPersonAsync(server.Service<IServiceProvider>(), "sông Hiền Lương xanh");
        using var visitor = new Visitor(server.Http);
        (await visitor.SignInAsync(person.UserName!, "sông Hiền Lương xanh")).Dispose();
        refused = await OverAsync(visitor.Http, "/people", "10.4.4.6");
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal("text/html", refused.Content.Headers.ContentType?.MediaType);
        var words = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Quá nhiều yêu cầu", words, StringComparison.Ordinal);
        Assert.Contains("rồi thử lại", words, StringComparison.Ordinal);

        static async Task<HttpResponseMessage> OverAsync(HttpClient http, string address, string from)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => AskAsync(http, address, from)));
            return answers.First(answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
        }

        static Task<HttpResponseMessage> AskAsync(HttpClient http, string address, string from)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("X-Forwarded-For", from);
            return http.SendAsync(request, Stop);
        }
    }

    [Fact]
    public async Task Over_https_as_a_known_proxy_tells_it_browsers_are_held_to_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.Add("X-Forwarded-For", "10.1.1.3");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await server.Http.SendAsync(request, Stop);
        Assert.Contains("max-age", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_of_uploads_has_an_end_and_what_is_refused_does_not_count()
    {
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.UnsupportedMediaType, await UploadAsync(1000)); // each is given back
        Assert.Equal(HttpStatusCode.TooManyRequests, await UploadAsync(3000));

        async Task<HttpStatusCode> UploadAsync(int bytes)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[bytes]), "file", "a.bin" } };
            using var answer = await server.Http.PostAsync("/api/v1/documents", form, Stop);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests)
            {
                Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
                Assert.Contains("problem:upload-quota", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            }
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task What_is_taken_counts()
    {
        foreach (var expected in new[] { HttpStatusCode.Accepted, HttpStatusCode.TooManyRequests })
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(Capture.Scans.Png(8, 8)), "file", "a.png" }, { new StringContent(new string('x', 1000)), "later" } };
            using var answer = await server.Http.PostAsync("/api/v1/documents", form, Stop);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
