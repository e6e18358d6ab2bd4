using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace AwardArchive.Tests.Access.Fuzz;

/// <summary>Somebody who sends requests.</summary>
internal sealed record FuzzPerson(string Name, HttpClient Http);

/// <summary>Sends made requests as several people and notes what an answer must not hold.</summary>
/// <param name="requests">What is sent.</param>
/// <param name="hidden">Words and ids of what none of the people may see.</param>
/// <param name="secrets">Texts of the machine that no answer has: paths, names of classes.</param>
internal sealed partial class FuzzRun(FuzzRequests requests, IReadOnlyList<FuzzPerson> people, IReadOnlyList<string> hidden, IReadOnlyList<string> secrets)
{
    private const int AtOnce = 4;
    private const int MaxBody = 1 << 20;

    /// <summary>No request of an archive of a dozen papers is worth so long a wait.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>What happened before a cursor is told at once.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<int, int> statuses = [];
    private readonly ConcurrentQueue<string> findings = [];
    private readonly ConcurrentQueue<string> leaks = [];
    private int unsent;

    /// <summary>Errors of the server, stack traces, missing headers.</summary>
    public IReadOnlyCollection<string> Findings => findings;

    /// <summary>Answers that tell of what is hidden.</summary>
    public IReadOnlyCollection<string> Leaks => leaks;

    /// <summary>How often each status was answered; under 0 those that could not be sent, as no client can send them.</summary>
    public string Summary => string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}").Append($"not sendable: {unsent}"));

    public async Task SendAsync(int seed, int first, int count, CancellationToken cancellationToken) => await Parallel.ForEachAsync(
        Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (number, stop) =>
        {
            // Each by its own numbers: one that found something is sent again by itself.
            var random = new Random(HashCode.Of(seed, number));
            var person = people[random.Next(people.Count)];
            await SendAsync(number, person, requests.Make(random), stop);
        });

    private async Task SendAsync(int number, FuzzPerson person, FuzzRequest made, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(Limit);
        try
        {
            using var request = new HttpRequestMessage(made.Method, new Uri(made.Address, UriKind.Relative)) { Content = made.Content };
            foreach (var (name, value) in made.Headers) request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            var body = answer.Content.Headers.ContentType?.MediaType is "text/event-stream" ? await WatchAsync(answer, stop.Token) : await ReadAsync(answer, stop.Token);
            statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
            foreach (var what in Judge(made, answer, body)) findings.Enqueue(Tell(what));
            foreach (var word in LeaksOf(made, answer, body)) leaks.Enqueue(Tell($"it tells of what is hidden: “{word}”"));

            string Tell(string what) =>
                $"request {number} as {person.Name}: {what}: {made.Method} {made.Address[..Math.Min(made.Address.Length, 300)]} → {(int)answer.StatusCode} {body[..Math.Min(body.Length, 300)]}";
        }
        catch (Exception e) when (e is HttpRequestException or FormatException or UriFormatException or ArgumentException or IOException)
        {
            Interlocked.Increment(ref unsent);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            findings.Enqueue($"request {number} as {person.Name}: no answer in {Limit}: {made.Method} {made.Address}");
        }
    }

    private IEnumerable<string> Judge(FuzzRequest made, HttpResponseMessage answer, string body)
    {
        var all = $"{answer.Headers}{answer.Content.Headers}{body}";
        if ((int)answer.StatusCode >= 500) yield return "an error of the server";
        if (StackTrace().IsMatch(all)) yield return "a stack trace";
        foreach (var secret in secrets.Where(secret => all.Contains(secret, StringComparison.Ordinal) && !made.Said.Contains(secret, StringComparison.Ordinal))) yield return $"it tells “{secret}”";
        // What Kestrel itself cannot read it answers itself, without a word.
        if (body.Length == 0 && answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestHeaderFieldsTooLarge or HttpStatusCode.RequestUriTooLong) yield break;
        if (!answer.Headers.Contains("Content-Security-Policy") || !answer.Headers.Contains("X-Content-Type-Options")) yield return "no security headers";
        if (answer.StatusCode is HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter is null) yield return "no Retry-After";
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("x=1", StringComparison.Ordinal))) yield return "a header of the sender's";
        if (answer.Content.Headers.ContentType?.MediaType is "image/svg+xml") yield return "an SVG";
    }

    /// <summary>Words that the request did not say itself. The audit chain tells administrators what everybody asked for, in the words in which they did
    /// (decision 64): these words are the fuzzer's own.</summary>
    private IEnumerable<string> LeaksOf(FuzzRequest made, HttpResponseMessage answer, string body)
    {
        if (Regex.IsMatch(made.Address, "^(/api/v1)?/audit\\b", RegexOptions.IgnoreCase)) return [];
        var all = $"{answer.Headers}{answer.Content.Headers}{body}";
        return hidden.Where(word => all.Contains(word, StringComparison.OrdinalIgnoreCase) && !made.Said.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[MaxBody];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>Events go on for ever: some are read, and nobody says good-bye.</summary>
    private static async Task<string> WatchAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var briefly = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        briefly.CancelAfter(Watched);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var (bytes, length) = (new byte[MaxBody], 0);
        try
        {
            while (await stream.ReadAsync(bytes.AsMemory(length), briefly.Token) is > 0 and var more) length += more;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Long enough.
        }
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    [GeneratedRegex(@"^\s+at [\w.<>`]+\(|\b(System|Microsoft|AwardArchive|Lucene|Npgsql)\.[\w.]+Exception\b", RegexOptions.Multiline)]
    private static partial Regex StackTrace();

    private static class HashCode
    {
        /// <summary>The same in every process.</summary>
        public static int Of(int seed, int number) => unchecked((seed * 486187739) + (number * 16777619));
    }
}
