using AwardArchive.Access.SignIn;

namespace AwardArchive.Access.Defense;

/// <summary>What browsers are told to refuse. Set when an answer begins, so that answers about failures have it too.</summary>
internal static class SecurityHeaders
{
    /// <summary>Our pages have neither scripts nor styles in them, only files of this site; the QR code of the second step is an image in the page itself.</summary>
    private const string Pages = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>What programs get is no page: whatever a browser takes it for, it loads and runs nothing.</summary>
    private const string Programs = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Hangfire's own pages set widths of bars and charts by style attributes; scripts in the page stay forbidden there too.</summary>
    private const string Jobs = Pages + "; style-src 'self' 'unsafe-inline'";

    private const string NoDevices = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    /// <summary>One year: https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Strict_Transport_Security_Cheat_Sheet.html.</summary>
    private const string OnlyHttps = "max-age=31536000";

    /// <summary>After forwarded headers, before all that answers.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var policy = PolicyOf(http); // of the address as it came: what answers may see another one
        http.Response.OnStarting(() =>
        {
            Set(http, policy);
            return Task.CompletedTask;
        });
        return next(http);
    });

    private static string PolicyOf(HttpContext http) => http.Request.Path.StartsWithSegments("/hangfire") ? Jobs : ForPrograms.Is(http) ? Programs : Pages;

    private static void Set(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY"; // for browsers that do not know frame-ancestors
        headers["Referrer-Policy"] = "same-origin"; // addresses hold what was searched for
        headers["Permissions-Policy"] = NoDevices;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Nothing that a person may see stays on the disk of a computer that others use. Files of the program itself may.
        if (http.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = OnlyHttps;
    }
}
