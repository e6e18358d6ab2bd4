using System.Net;
using AwardArchive.Access.Defense;

namespace AwardArchive.Setup;

/// <summary>Passwords and sessions do not cross a network readable: other machines reach the service by HTTPS, its own or that of a proxy that is named.</summary>
internal static class OpenAddresses
{
    /// <summary>The addresses the configuration asks to listen on that other machines could reach, without HTTPS and without anything that guards them.</summary>
    public static IReadOnlyList<string> FindUnguarded(IConfiguration configuration)
    {
        if (IsPublishedOnLoopback(configuration) || IsBehindProxy(configuration)) return [];
        var urls = (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        // Ports alone mean every address.
        var ports = string.IsNullOrWhiteSpace(configuration[WebHostDefaults.HttpPortsKey]) || urls.Length > 0 ? [] : new[] { $"*:{configuration[WebHostDefaults.HttpPortsKey]}" };
        return [.. urls.Concat(endpoints).Concat(ports).Where(url => !IsHttps(url) && !IsLoopback(url))];
    }

    /// <summary>Whether the settings say that the process is in a container whose port is published on this machine only: inside, it must listen
    /// to every address, and nobody else can reach it there.</summary>
    private static bool IsPublishedOnLoopback(IConfiguration configuration) => configuration.GetValue<bool>("Network:PublishedOnLoopback");

    /// <summary>Whether the settings name a proxy, which has the HTTPS.</summary>
    private static bool IsBehindProxy(IConfiguration configuration) =>
        configuration.GetSection(NetworkOptions.Section).Get<NetworkOptions>()?.KnownProxies.Any(proxy => NetworkOptions.NetworkOf(proxy) is not null) == true;

    private static bool IsHttps(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return false;
        return uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
