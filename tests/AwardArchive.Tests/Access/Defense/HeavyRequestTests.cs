using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access.Defense;

/// <summary>What one request may cost.</summary>
public sealed class HeavyRequestTests(HeavyRequestTests.OneAtATime fixture) : IClassFixture<HeavyRequestTests.OneAtATime>
{
    private readonly QuietServer server = fixture.Server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Heavy_requests_of_one_person_do_not_crowd_in()
    {
        var end = new TaskCompletionSource();
        using var slow = new SlowList(end.Task);
        // Asked for when the service begins to read it: the first one is then being worked on.
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = server.Http.BaseAddress };
        patient.DefaultRequestHeaders.Authorization = server.Http.DefaultRequestHeaders.Authorization;
        patient.DefaultRequestHeaders.ExpectContinue = true;
        var first = patient.PostAsync("/api/v1/verification/heroic-mothers", slow, Stop);
        await await Task.WhenAny(slow.Begun, first);
        Assert.False(first.IsCompleted);
        using var second = await JudgeAsync(server.Http);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.True(second.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        using var other = new HttpClient { BaseAddress = server.Http.BaseAddress };
        await other.SignInAsync(server.Service<IServiceProvider>());
        Assert.Equal(HttpStatusCode.OK, (await JudgeAsync(other)).StatusCode);
        end.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);

        static Task<HttpResponseMessage> JudgeAsync(HttpClient http) =>
            http.PostAsync("/api/v1/verification/heroic-mothers", new StringContent("mother,asOf\nA,2015-02-10\n", new MediaTypeHeaderValue("text/csv")), Stop);
    }

    [Theory]
    [InlineData("/api/v1/dossiers", "application/json", 5 << 20)]
    [InlineData("/api/v1/verification/heroic-mother", "application/json", 5 << 20)]
    [InlineData("/api/v1/verification/heroic-mothers", "text/csv", 65 << 20)]
    [InlineData("/api/v1/users", "application/json", 5 << 20)]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read(string address, string type, int bytes)
    {
        using var body = new ByteArrayContent(new byte[bytes]) { Headers = { ContentType = new(type) } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.ExpectContinue = true; // the server says no before the bytes come
        using var answer = await server.Http.SendAsync(request, Stop);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "urn:award-archive:problem:request-too-large"), (answer.StatusCode, await TypeOfAsync(answer)));
    }

    [Theory]
    [InlineData("/api/v1/dossiers")]
    [InlineData("/api/v1/users")]
    [InlineData("/api/v1/verification/heroic-mothers")]
    public async Task A_body_of_another_kind_is_refused_by_its_kind(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("<a/>", new MediaTypeHeaderValue("application/xml")) };
        using var answer = await server.Http.SendAsync(request, Stop);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "urn:award-archive:problem:unsupported-media-type"), (answer.StatusCode, await TypeOfAsync(answer)));
    }

    [Theory]
    [InlineData("/api/v1/documents?size=201")]
    [InlineData("/api/v1/documents?size=0")]
    [InlineData("/api/v1/dossiers?size=100000")]
    [InlineData("/api/v1/users?size=100000")]
    [InlineData("/api/v1/audit?size=100000")]
    [InlineData("/api/v1/people?q=lan&size=100000")]
    [InlineData("/api/v1/people/proposals?size=100000")]
    [InlineData("/api/v1/search?q=a&size=100000")]
    [InlineData("/api/v1/search?q=a&page=100000")]
    [InlineData("/api/v1/search?q=a&from=100000000")]
    public async Task Nobody_is_given_more_than_a_page_at_a_time(string address)
    {
        using var answer = await server.Http.GetAsync(address, Stop);
        if (answer.StatusCode is HttpStatusCode.OK)
        {
            // A parameter that there is not.
            var items = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).TryGetProperty("items", out var list) ? list.GetArrayLength() : 0;
            Assert.InRange(items, 0, 200);
        }
        else Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Whoever_asks_for_the_head_alone_gets_what_the_whole_would_have()
    {
        using var whole = await server.Http.GetAsync("/api/v1/documents", Stop);
        using var head = await server.Http.SendAsync(new(HttpMethod.Head, "/api/v1/documents"), Stop);
        Assert.Equal((HttpStatusCode.OK, whole.Content.Headers.ContentType?.ToString(), 0), (head.StatusCode, head.Content.Headers.ContentType?.ToString(), (await head.Content.ReadAsByteArrayAsync(Stop)).Length));
        using var missing = await server.Http.SendAsync(new(HttpMethod.Head, $"/api/v1/documents/{Guid.NewGuid()}/pages/1/image"), Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var endless = await server.Http.SendAsync(new(HttpMethod.Head, "/api/v1/ingest/events"), Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, endless.StatusCode);
    }

    private static async Task<string?> TypeOfAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("type").GetString();

    /// <summary>A server that works on one heavy request of a person at a time, and lets none wait.</summary>
    public sealed class OneAtATime : IAsyncLifetime
    {
        internal QuietServer Server { get; } = new()
        {
            Settings = new Dictionary<string, string?> { ["Access:Limits:HeavyAtOnce"] = "1", ["Access:Limits:HeavyWaiting"] = "0" },
        };

        public ValueTask InitializeAsync() => Server.InitializeAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }

    /// <summary>A list whose sender takes time over the last row.</summary>
    private sealed class SlowList : HttpContent
    {
        private readonly TaskCompletionSource begun = new();
        private readonly Task end;

        public SlowList(Task end)
        {
            this.end = end;
            Headers.ContentType = new("text/csv");
        }

        public Task Begun => begun.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            // Enough for the rate below which a server hangs up on a sender, for minutes.
            var rows = string.Concat(Enumerable.Repeat($"{new string('A', 500)},2015-02-10\n", 200));
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes("mother,asOf\n" + rows), Stop);
            await stream.FlushAsync(Stop);
            begun.SetResult();
            await end;
            await stream.WriteAsync("B,2015-02-10\n"u8.ToArray(), Stop);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
