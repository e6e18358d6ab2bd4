using AwardArchive.Archive.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

/// <summary>Opens the catalog that the settings name, as <see cref="Actor.Current"/> may see it.</summary>
internal sealed class CatalogContexts(IServiceProvider services, IOptions<ArchiveOptions> archive, IOptions<CatalogOptions> catalog)
    : IDbContextFactory<CatalogDbContext>
{
    private readonly Func<CatalogDbContext> create = catalog.Value.IsShared
        ? Postgres(services, catalog.Value.ToConnectionString())
        : Sqlite(services, archive.Value.CatalogPath);

    public CatalogDbContext CreateDbContext() => create();

    private static Func<CatalogDbContext> Sqlite(IServiceProvider services, string path)
    {
        var options = new DbContextOptionsBuilder<CatalogDbContext>().UseApplicationServiceProvider(services)
            .UseSqlite($"Data Source={path}").AddInterceptors(new CatalogConnection())
            .ReplaceService<IModelCacheKeyFactory, SightModelKeys>().Options;
        return () => new CatalogDbContext(options) { Sight = Actor.Current.Sight };
    }

    private static Func<CatalogDbContext> Postgres(IServiceProvider services, string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresCatalogDbContext>().UseApplicationServiceProvider(services).UseNpgsql(connectionString)
            .ReplaceService<IModelCacheKeyFactory, SightModelKeys>().Options;
        return () => new PostgresCatalogDbContext(options) { Sight = Actor.Current.Sight };
    }
}
