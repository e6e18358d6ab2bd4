using AwardArchive.Archive.S3;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

internal static class ArchiveServices
{
    /// <summary>The catalog on SQLite and the objects in a folder, both below <see cref="ArchiveOptions.DataFolder"/>.</summary>
    public static IServiceCollection AddArchive(this IServiceCollection services)
    {
        services.AddOptions<ArchiveOptions>().BindConfiguration(ArchiveOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContextFactory<CatalogDbContext>((provider, db) => db
            .UseSqlite($"Data Source={provider.GetRequiredService<IOptions<ArchiveOptions>>().Value.CatalogPath}")
            .AddInterceptors(new CatalogConnection()));
        services.AddOptions<PipelineOptions>().BindConfiguration(PipelineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Catalog>();
        services.AddSingleton<StepRunner>();
        services.AddSingleton<DataFolder>();
        services.AddOptions<S3Options>().BindConfiguration(S3Options.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<S3Connection>();
        services.AddSingleton<IObjectStore>(provider => provider.GetRequiredService<IOptions<S3Options>>().Value.IsUsed
            ? ActivatorUtilities.CreateInstance<S3ObjectStore>(provider)
            : ActivatorUtilities.CreateInstance<LocalFolderObjectStore>(provider));
        return services;
    }
}
