using AwardArchive.Archive;
using Microsoft.AspNetCore.Antiforgery;

namespace AwardArchive.Access.SignIn;

/// <summary>Who acts in a request: nobody, until it is known who sent it.</summary>
internal static class RequestActor
{
    /// <summary>Before all else.</summary>
    public static void UseNobody(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        using (Actor.Use(Actor.Nobody with { Address = AddressOf(http) })) await next(http);
    });

    /// <summary>After authentication.</summary>
    public static void UseActor(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var actor = http.User.Identity?.IsAuthenticated == true && http.Features.Get<Account>() is { } account
            ? account.ToActor(AddressOf(http))
            : Actor.Nobody with { Address = AddressOf(http) };
        using (Actor.Use(actor)) await next(http);
    });

    /// <summary>Refuses what a page of another site makes a browser send. Behind who is told of it.</summary>
    public static void UseOwnPagesOnly(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsForeignWrite(http))
        {
            await Problem.Of(StatusCodes.Status403Forbidden, "cross-site", "Yêu cầu từ trang khác", "Chỉ nhận yêu cầu từ chính trang này. Chương trình hãy dùng mã truy cập.").ExecuteAsync(http);
            return;
        }
        await next(http);
    });

    /// <summary>
    /// A browser sends a session's cookie with whatever a page makes it send. Forms carry a token against that; of any other write the browser must say that a page of
    /// this site made it (https://www.w3.org/TR/fetch-metadata/, RFC 6454).
    /// </summary>
    private static bool IsForeignWrite(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return false;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site") return true;
        var needsNoToken = http.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true };
        return needsNoToken && http.User.Identity is { IsAuthenticated: true, AuthenticationType: var scheme } && scheme == Schemes.Session
            && site != "same-origin" && request.Headers.Origin != $"{request.Scheme}://{request.Host}";
    }

    private static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
        ? mapped.MapToIPv4().ToString()
        : http.Connection.RemoteIpAddress?.ToString();
}
