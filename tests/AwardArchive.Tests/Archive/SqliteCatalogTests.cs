using AwardArchive.Archive;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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

    [Fact]
    public async Task A_catalog_of_before_results_were_kept_gets_its_pages_first_results()
    {
        await using var db = new CatalogDbContext(new DbContextOptionsBuilder<CatalogDbContext>()
            .UseSqlite($"Data Source={folder.File("old.db")}").Options);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("Create", TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO Documents (Id, FileName, MediaType, ByteSize, Sha256, Status, ReceivedAt, PageCount, Confidentiality, Version, Attempts)
            VALUES ('01A208DB-0E12-7D0E-9A5F-3F5C9E3B7C11', 'a.pdf', 'application/pdf', 1, 'aa', 3, 638000000000000000, 2, 0, 5, 0);
            INSERT INTO Pages (DocumentId, Number, Status, Width, Height, ImageMediaType, Confidence, Text, Attempts)
            VALUES ('01A208DB-0E12-7D0E-9A5F-3F5C9E3B7C11', 1, 1, 10, 20, 'image/png', 0.9, 'Bà mẹ' || char(10) || 'Việt Nam' || char(10) || char(10) || 'anh hùng', 0),
                ('01A208DB-0E12-7D0E-9A5F-3F5C9E3B7C11', 2, 2, 0, 0, NULL, NULL, '', 3);
            """,
            TestContext.Current.CancellationToken);
        await migrator.MigrateAsync(cancellationToken: TestContext.Current.CancellationToken);

        var kept = await db.Recognitions.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 1, 6, 18, "image/png"), (kept.PageNumber, kept.Number, kept.WordCount, kept.LetterCount, kept.ImageMediaType));
        var page = await db.Pages.SingleAsync(p => p.Number == 1, TestContext.Current.CancellationToken);
        Assert.Equal((1, 1, 1), (page.Recognition, page.Image, page.LastRecognition));
        Assert.Empty(page.Alternatives);
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
