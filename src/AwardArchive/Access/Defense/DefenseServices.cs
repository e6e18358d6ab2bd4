using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Defense;

internal static class DefenseServices
{
    /// <summary>No request but those that say so themselves (scans, lists) needs more.</summary>
    private const long MaxRequestBytes = 4L << 20;

    /// <summary>Of HTTPS, where a proxy has it.</summary>
    private const int UsualPort = 443;

    /// <summary>What watches the process asks it directly.</summary>
    private static readonly PathString[] Probes = ["/healthz", "/readyz"];

    public static IServiceCollection AddDefense(this IServiceCollection services)
    {
        services.AddOptions<NetworkOptions>().BindConfiguration(NetworkOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DefenseOptions>().BindConfiguration(DefenseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimits>();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<UploadQuota>();
        services.AddSingleton<CatalogKeys>();
        services.AddSingleton<CatalogKeyCipher>();
        services.AddDataProtection().SetApplicationName("award-archive");
        services.AddOptions<KeyManagementOptions>().Configure<CatalogKeys, CatalogKeyCipher>((keys, catalog, cipher) => (keys.XmlRepository, keys.XmlEncryptor) = (catalog, cipher));
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<NetworkOptions>>((forwarded, network) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null; // as far as known proxies name each other
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in network.Value.KnownProxies) forwarded.KnownIPNetworks.Add(NetworkOptions.NetworkOf(proxy)!.Value);
        });
        // Kestrel's own port is known by itself.
        services.AddOptions<HttpsRedirectionOptions>().Configure<IOptions<NetworkOptions>>((https, network) =>
            https.HttpsPort = network.Value.KnownProxies.Count > 0 ? UsualPort : null);
        return services;
    }

    /// <summary>Before all else: where a request came from, and what every answer tells the browser.</summary>
    public static void UseDefense(this IApplicationBuilder app)
    {
        var network = app.ApplicationServices.GetRequiredService<IOptions<NetworkOptions>>().Value;
        if (network.KnownProxies.Count > 0) app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (network.RedirectToHttps) app.UseWhen(http => !Probes.Contains(http.Request.Path), people => people.UseHttpsRedirection());
    }

    /// <summary>When it is known who asks, before anything is done for them.</summary>
    public static void UseLimits(this IApplicationBuilder app)
    {
        app.UseRateLimiter();
        var quota = app.ApplicationServices.GetRequiredService<UploadQuota>();
        app.Use((http, next) => quota.AnswerAsync(http, next));
    }
}
