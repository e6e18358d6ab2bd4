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
        services.AddSingleton<IObjectStore, LocalFolderObjectStore>();
        return services;
    }
}
