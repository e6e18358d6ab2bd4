using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.SignIn;

/// <summary>
/// Browsers in which a person has signed in before. They have a count of wrong passwords of their own, so that strangers who guess lock out strangers, and not the
/// person (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection, AccountValues values, IOptions<AccessOptions> options, TimeProvider time)
{
    private const string Kind = "browser";

    /// <summary>Of one account; the oldest is forgotten for another.</summary>
    private const int MaxBrowsers = 20;

    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("award-archive known browser").ToTimeLimitedDataProtector();

    /// <summary>From now on this browser is one in which the person has signed in.</summary>
    public async Task RememberAsync(HttpContext http, Guid userId, CancellationToken cancellationToken)
    {
        var browser = Find(http, userId) ?? $"{Guid.CreateVersion7(time.GetUtcNow()):N}";
        await values.TryChangeAsync(userId, Kind, browser, _ => Written(0, null), cancellationToken);
        await values.KeepLastAsync(userId, Kind, MaxBrowsers, cancellationToken);
        http.Response.Cookies.Append(CookieOf(userId), protector.Protect(browser, Life), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = SignInPaths.SignIn, MaxAge = Life, IsEssential = true,
        });
    }

    /// <returns>Null: the person has not signed in here.</returns>
    public string? Find(HttpContext http, Guid userId)
    {
        try
        {
            return http.Request.Cookies[CookieOf(userId)] is { } cookie ? protector.Unprotect(cookie) : null;
        }
        catch (CryptographicException)
        {
            return null; // too old, or not ours
        }
    }

    /// <summary>Counts a try from this browser, before the password is looked at.</summary>
    /// <returns>Null: it is not known after all; false: it is locked.</returns>
    public async Task<bool?> TryBeginAsync(Guid userId, string browser, CancellationToken cancellationToken)
    {
        var (now, isKnown) = (time.GetUtcNow(), false);
        var begun = await values.TryChangeAsync(
            userId, Kind, browser,
            value =>
            {
                isKnown = value is not null;
                if (value is null) return null;
                var (failed, lockedUntil) = Read(value);
                if (lockedUntil > now) return null;
                failed = lockedUntil is null ? failed + 1 : 1;
                return Written(failed, failed >= options.Value.MaxFailedAttempts ? now + options.Value.LockDuration : null);
            },
            cancellationToken);
        return isKnown ? begun : null;
    }

    /// <summary>None is known any more.</summary>
    public static Task ForgetAllAsync(AccountValues values, Guid userId, CancellationToken cancellationToken) => values.KeepLastAsync(userId, Kind, 0, cancellationToken);

    /// <summary>People who share a browser have a cookie each.</summary>
    private static string CookieOf(Guid userId) => $"award-archive-browser-{userId.ToString("N")[^8..]}";

    private static string Written(int failed, DateTimeOffset? lockedUntil) => string.Create(CultureInfo.InvariantCulture, $"{failed} {lockedUntil?.UtcTicks ?? 0}");

    private static (int Failed, DateTimeOffset? LockedUntil) Read(string value)
    {
        var parts = value.Split(' ');
        var ticks = long.Parse(parts[1], CultureInfo.InvariantCulture);
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero));
    }
}
