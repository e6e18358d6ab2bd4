using AwardArchive.Archive;
using AwardArchive.Archive.S3;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup;

/// <summary>The settings by which many machines make one archive.</summary>
internal static class SharedSettings
{
    /// <summary>Where containers are given their secrets, a file a setting: <c>Storage__S3__SecretKey</c>.</summary>
    private const string SecretsFolder = "/run/secrets";

    public static IConfigurationBuilder AddSecrets(this IConfigurationBuilder configuration) =>
        configuration.AddKeyPerFile(SecretsFolder, optional: true);

    /// <summary>For what must be known before there are services.</summary>
    public static CatalogOptions CatalogOf(IConfiguration configuration) =>
        configuration.GetSection(CatalogOptions.Section).Get<CatalogOptions>() ?? new();

    /// <summary>Which settings lack for work on other machines than those that serve; null when none does.</summary>
    public static string? Missing(IServiceProvider services)
    {
        string?[] missing =
        [
            services.GetRequiredService<IOptions<CatalogOptions>>().Value.IsShared ? null : $"{CatalogOptions.Section}:{nameof(CatalogOptions.ConnectionString)}",
            services.GetRequiredService<IOptions<S3Options>>().Value.IsUsed ? null : $"{S3Options.Section}:{nameof(S3Options.Endpoint)}",
        ];
        return missing.All(name => name is null)
            ? null
            : $"Machines that share the work share a catalog and objects. Missing: {string.Join(", ", missing.OfType<string>())}.";
    }
}
