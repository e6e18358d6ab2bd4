using System.Data.Common;
using AwardArchive.Archive;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
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

    /// <summary>Killed there or failing there is the same to the file: the transaction was not committed.</summary>
    [Fact]
    public async Task Whichever_statement_of_a_split_or_a_merge_fails_the_scan_stays_as_it_was()
    {
        var signature = new Signature("Lan", null);
        var healthy = services.GetRequiredService<Catalog>();
        var id = await ScanAsync("cc", [], cuts: [3]);
        var statements = 0;
        for (; ; statements++)
        {
            var before = await StateAsync();
            var fault = new FailingStatement(statements);
            try
            {
                Assert.NotNull(await Failing(fault).SplitAsync(id, (await healthy.FindAsync(id, Stop))!.Version, SplitPlan.Of(4, [3])!, signature, Stop));
                break;
            }
            catch (Exception e) when (e is IOException || e.InnerException is IOException)
            {
                Assert.Equal(before, await StateAsync());
            }
        }
        Assert.InRange(statements, 10, 200);
        Assert.Equal(DocumentStatus.Split, (await healthy.FindAsync(id, Stop))!.Status);

        for (statements = 0; ; statements++)
        {
            var before = await StateAsync();
            try
            {
                Assert.Equal(MergeOutcome.Merged, await Failing(new FailingStatement(statements)).MergeAsync(id, (await healthy.FindAsync(id, Stop))!.Version, "Gộp.", signature, Stop));
                break;
            }
            catch (Exception e) when (e is IOException || e.InnerException is IOException)
            {
                Assert.Equal(before, await StateAsync());
            }
        }
        Assert.InRange(statements, 10, 200);
        Assert.Equal(4, (await healthy.FindRecognizedPagesAsync(id, Stop)).Count);

        async Task<string> StateAsync()
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);
            var documents = await db.Documents.AsNoTracking().OrderBy(d => d.Id).Select(d => $"{d.Id} {d.Status} {d.Version} {d.LeaseOwner}").ToListAsync(Stop);
            var pages = await db.Pages.AsNoTracking().OrderBy(p => p.DocumentId).ThenBy(p => p.Number).Select(p => $"{p.DocumentId} {p.Number} {p.ScanId} {p.ScanPage}").ToListAsync(Stop);
            var counts = (await db.Recognitions.CountAsync(Stop), await db.Changes.CountAsync(Stop), await db.SplitDecisions.CountAsync(Stop));
            return $"{string.Join('\n', documents.Concat(pages))}\n{counts}";
        }

        Catalog Failing(FailingStatement fault) => new(
            new Contexts(() => new CatalogDbContext(new DbContextOptionsBuilder<CatalogDbContext>()
                .UseSqlite($"Data Source={services.GetRequiredService<IOptions<ArchiveOptions>>().Value.CatalogPath}")
                .AddInterceptors(new CatalogConnection(), fault).Options)),
            Time);
    }

    public override async ValueTask InitializeAsync() =>
        await services.GetRequiredService<DataFolder>().OpenAsync(TestContext.Current.CancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed class Contexts(Func<CatalogDbContext> create) : IDbContextFactory<CatalogDbContext>
    {
        public CatalogDbContext CreateDbContext() => create();
    }

    /// <summary>Lets so many statements through, and none after them.</summary>
    private sealed class FailingStatement(int statements) : DbCommandInterceptor
    {
        private int left = statements;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count();
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count();
            return new(result);
        }

        private void Count()
        {
            if (--left < 0) throw new IOException("The disk is gone.");
        }
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
