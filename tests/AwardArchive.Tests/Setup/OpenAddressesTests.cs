using AwardArchive.Setup;
using Microsoft.Extensions.Configuration;

namespace AwardArchive.Tests.Setup;

/// <summary>Where the service may listen.</summary>
public sealed class OpenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://localhost:8080;http://[::1]:8081", true)]
    [InlineData("https://0.0.0.0:8443", true)]
    [InlineData("https://archive.example", true)]
    [InlineData("http://0.0.0.0:8080", false)]
    [InlineData("http://*:8080", false)]
    [InlineData("http://+:8080", false)]
    [InlineData("http://archive.example", false)]
    [InlineData("http://127.0.0.1:8080;http://192.0.2.1:8080", false)]
    public void Other_machines_come_by_https_or_not_at_all(string urls, bool isGuarded) =>
        Assert.Equal(isGuarded, OpenAddresses.FindUnguarded(Settings(("urls", urls))).Count == 0);

    [Theory]
    [InlineData("Network:KnownProxies:0", "192.0.2.7", true)]
    [InlineData("Network:KnownProxies:0", "", false)]
    [InlineData("Network:PublishedOnLoopback", "true", true)]
    [InlineData("Network:PublishedOnLoopback", "false", false)]
    public void Behind_a_named_proxy_or_published_on_this_machine_only_it_may_listen_to_all(string setting, string value, bool isGuarded) =>
        Assert.Equal(isGuarded, OpenAddresses.FindUnguarded(Settings(("urls", "http://0.0.0.0:8080"), (setting, value))).Count == 0);

    [Theory]
    [InlineData("Kestrel:Endpoints:Own:Url", "http://0.0.0.0:80", false)]
    [InlineData("Kestrel:Endpoints:Own:Url", "https://0.0.0.0:443", true)]
    [InlineData("http_ports", "8080", false)]
    [InlineData("https_ports", "8443", true)]
    public void Other_ways_to_say_where_count_too(string setting, string value, bool isGuarded) =>
        Assert.Equal(isGuarded, OpenAddresses.FindUnguarded(Settings((setting, value))).Count == 0);

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
