using System.Globalization;
using System.Threading.RateLimiting;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Defense;

/// <summary>
/// Nobody takes the service from the others: each person, in a browser and by programs apart, and each address from which nobody signed in has a bucket of requests that fills
/// at an even rate. Attempts to sign in are counted by address as well, and heavy requests wait for each other.
/// </summary>
internal sealed class RateLimits(IOptions<DefenseOptions> options) : IConfigureOptions<RateLimiterOptions>
{
    private readonly DefenseOptions limits = options.Value;

    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(SignIns),
            PartitionedRateLimiter.Create<HttpContext, string>(Requests),
            PartitionedRateLimiter.Create<HttpContext, string>(Heavy));
        options.OnRejected = (rejected, stop) => new(RefuseAsync(rejected.HttpContext, rejected.Lease));
    }

    private RateLimitPartition<string> SignIns(HttpContext http) =>
        http.Request.Path.StartsWithSegments(SignInPaths.SignIn) && HttpMethods.IsPost(http.Request.Method)
            ? Bucket($"sign-in {Actor.Current.Address}", limits.SignInsPerMinute, TimeSpan.FromMinutes(1), 2 * limits.SignInsPerMinute)
            : RateLimitPartition.GetNoLimiter("");

    private RateLimitPartition<string> Requests(HttpContext http)
    {
        var (key, rate) = Actor.Current switch
        {
            { UserId: { } id, TokenId: not null } => ($"programs {id}", limits.ProgramsPerSecond),
            { UserId: { } id } => ($"person {id}", limits.PersonPerSecond),
            var nobody => ($"address {nobody.Address}", limits.AddressPerSecond),
        };
        return Bucket(key, rate, TimeSpan.FromSeconds(1), rate * DefenseOptions.BurstSeconds);
    }

    private RateLimitPartition<string> Heavy(HttpContext http) => http.CostOf() is Cost.Heavy
        ? RateLimitPartition.GetConcurrencyLimiter(
            $"heavy {Actor.Current.UserId}",
            _ => new() { PermitLimit = limits.HeavyAtOnce, QueueLimit = limits.HeavyWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst })
        : RateLimitPartition.GetNoLimiter("");

    /// <param name="rate">So many a <paramref name="period"/>, evenly.</param>
    private static RateLimitPartition<string> Bucket(string key, int rate, TimeSpan period, int most)
    {
        // At most ten times a second, whatever the rate: one timer serves all buckets.
        var tick = TimeSpan.FromTicks(Math.Max(period.Ticks / rate, TimeSpan.FromMilliseconds(100).Ticks));
        var perTick = (int)Math.Ceiling(rate * (tick / period));
        return RateLimitPartition.GetTokenBucketLimiter(
            key, _ => new() { TokenLimit = most, TokensPerPeriod = perTick, ReplenishmentPeriod = tick, QueueLimit = 0, AutoReplenishment = false });
    }

    private static Task RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        return TooMany.AnswerAsync(http, TimeSpan.FromSeconds(wait), "too-many-requests", "Quá nhiều yêu cầu", $"Hãy chờ {wait.ToString(CultureInfo.InvariantCulture)} giây rồi thử lại.");
    }
}

/// <summary>The answer to who asks for too much: when to come again (RFC 9110 section 10.2.3).</summary>
internal static class TooMany
{
    public static Task AnswerAsync(HttpContext http, TimeSpan wait, string code, string title, string detail)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        // A page of ours would have to pass the same limit.
        return ForPrograms.Is(http)
            ? Problem.Of(StatusCodes.Status429TooManyRequests, code, title, detail).ExecuteAsync(http)
            : PlainPage.AnswerAsync(http, StatusCodes.Status429TooManyRequests, title, detail);
    }
}
