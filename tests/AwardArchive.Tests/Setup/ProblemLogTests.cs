using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AwardArchive.Tests.Viewing;
using Microsoft.Extensions.Logging;

namespace AwardArchive.Tests.Setup;

/// <summary>What an operator reads in the log of what clients ask: errors of the service, and not those of its clients.</summary>
public sealed class ProblemLogTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")] // who takes no problem details
    [InlineData("application/json;q=0")]
    public async Task A_mistake_of_a_client_is_answered_and_not_logged_as_an_error(string accept)
    {
        using var log = Listen();
        foreach (var (method, address, json) in new[]
        {
            (HttpMethod.Get, "/api/v1/search?size=many", null),
            (HttpMethod.Get, "/api/v1/documents?dossierId=1", null),
            (HttpMethod.Post, "/api/v1/dossiers", """{"title":"""),
        })
        {
            using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Accept", accept);
            if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
            using var answer = await server.Http.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.Empty(log.Errors);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    public async Task A_failure_of_the_service_is_logged_once(string accept)
    {
        var id = await server.AddAsync(1); // its original was never stored
        using var log = Listen();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/documents/{id}/original", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await server.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("object-missing", Assert.Single(log.Errors), StringComparison.Ordinal);
    }

    private KeptLog Listen()
    {
        var log = new KeptLog();
        server.Service<ILoggerFactory>().AddProvider(log);
        return log;
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private bool isDisposed;

        public ConcurrentQueue<string> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error && !isDisposed;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Errors.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose() => isDisposed = true;
    }
}
