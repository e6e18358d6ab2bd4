using System.Net;

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

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return false;
        return uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
