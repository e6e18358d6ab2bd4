using System.ComponentModel.DataAnnotations;
using System.Net;

namespace AwardArchive.Access.Defense;

/// <summary>How requests reach the service. Certificates for HTTPS are Kestrel's own settings (<c>Kestrel:Certificates:Default:Path</c> and <c>Password</c>).</summary>
public sealed class NetworkOptions : IValidatableObject
{
    public const string Section = "Network";

    /// <value>Addresses, or networks as <c>10.0.0.0/8</c>, of reverse proxies that say for whom they ask and whether over HTTPS (X-Forwarded-For,
    /// X-Forwarded-Proto); nobody else is believed. Default none.</value>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];

    /// <value>Requests over HTTP are sent to the same address over HTTPS: to the port that Kestrel has it on, behind a proxy to 443 (<c>https_port</c> says another). Health
    /// is told over HTTP all the same. Default false.</value>
    public bool RedirectToHttps { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from proxy in KnownProxies
        where NetworkOf(proxy) is null
        select new ValidationResult($"{Section}:{nameof(KnownProxies)} names “{proxy}”, which is neither an address nor a network.", [nameof(KnownProxies)]);

    internal static IPNetwork? NetworkOf(string proxy) =>
        IPAddress.TryParse(proxy, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(proxy, out var network) ? network
        : null;
}
