using AwardArchive.Archive;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Archive;

public sealed class SqliteCatalogTests : CatalogContract
{
    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    public SqliteCatalogTests() => services = Build();

    protected override IServiceProvider Services => services;

    [Fact]
    public async Task Every_connection_flushes_each_commit_and_writes_ahead()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CatalogDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, await ScalarAsync<long>(db, "PRAGMA synchronous")); // FULL
        Assert.Equal("wal", await ScalarAsync<string>(db, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_second_process_cannot_take_the_folder()
    {
        await using var other = Build();
        await Assert.ThrowsAsync<DataFolderInUseException>(
            () => other.GetRequiredService<DataFolder>().OpenAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_keeps_nobody_out()
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<CatalogDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT);"
                + "INSERT OR IGNORE INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01');",
                TestContext.Current.CancellationToken);
        }
        services.GetRequiredService<DataFolder>().Dispose();
        await using var next = Build();
        await next.GetRequiredService<DataFolder>().OpenAsync(TestContext.Current.CancellationToken);
    }

    public override async ValueTask InitializeAsync() =>
        await services.GetRequiredService<DataFolder>().OpenAsync(TestContext.Current.CancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private ServiceProvider Build()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddArchive();
        collection.AddSingleton(Options.Create(new ArchiveOptions { DataFolder = folder.Path }));
        collection.AddLogging();
        return collection.BuildServiceProvider();
    }

    private static async Task<T> ScalarAsync<T>(CatalogDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
