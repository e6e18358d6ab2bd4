using System.Net;
using AwardArchive.Archive;

namespace AwardArchive.Setup;

/// <summary>There are no users and no rights yet, so nobody but this machine may reach the service.</summary>
internal static class LoopbackOnly
{
    /// <summary>The addresses the configuration asks to listen on that other machines could reach.</summary>
    public static IReadOnlyList<string> FindOpenAddresses(IConfiguration configuration)
    {
        var urls = (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        // Ports alone mean every address.
        var ports = new[] { WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }
            .Select(key => configuration[key]).Where(value => !string.IsNullOrWhiteSpace(value) && urls.Length == 0).Select(value => $"*:{value}");
        return [.. urls.Concat(endpoints).Concat(ports).Where(url => !IsLoopback(url))];
    }

    /// <summary>Whether the settings say that the process is in a container whose port is published on this machine only: inside, it must listen
    /// to every address, and nobody else can reach it there.</summary>
    public static bool IsPublishedOnLoopback(IConfiguration configuration) => configuration.GetValue<bool>("Network:PublishedOnLoopback");

    /// <summary>Refuses what a page of another site makes the user's browser send: without users, the browser's word on where
    /// a request comes from is the only guard (https://www.w3.org/TR/fetch-metadata/).</summary>
    public static void UseSameSiteOnly(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var safe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!safe && http.Request.Headers["Sec-Fetch-Site"] is [("cross-site" or "same-site")])
        {
            await Problem.Of(StatusCodes.Status403Forbidden, "cross-site", "Yêu cầu từ trang khác", "Chỉ nhận yêu cầu từ chính trang này.")
                .ExecuteAsync(http);
            return;
        }
        await next(http);
    });

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return false;
        return uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
