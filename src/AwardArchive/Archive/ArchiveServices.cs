using AwardArchive.Archive.S3;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

internal static class ArchiveServices
{
    /// <summary>The catalog on SQLite and the objects in a folder, both below <see cref="ArchiveOptions.DataFolder"/>, unless the settings name
    /// servers for them.</summary>
    public static IServiceCollection AddArchive(this IServiceCollection services)
    {
        services.AddOptions<ArchiveOptions>().BindConfiguration(ArchiveOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<CatalogOptions>().BindConfiguration(CatalogOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IDbContextFactory<CatalogDbContext>, CatalogContexts>();
        services.AddOptions<PipelineOptions>().BindConfiguration(PipelineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Catalog>();
        services.AddSingleton<StepRunner>();
        services.AddSingleton<UpkeepLeases>();
        services.AddSingleton<DataFolder>();
        services.AddOptions<S3Options>().BindConfiguration(S3Options.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<S3Connection>();
        services.AddSingleton<IObjectStore>(provider => provider.GetRequiredService<IOptions<S3Options>>().Value.IsUsed
            ? ActivatorUtilities.CreateInstance<S3ObjectStore>(provider)
            : new LocalFolderObjectStore(provider.GetRequiredService<IOptions<ArchiveOptions>>()));
        services.AddOptions<SecondStoreOptions>().BindConfiguration(SecondStoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SecondStore>();
        return services;
    }
}
