using System.Collections.Concurrent;
using AwardArchive.Archive;
using AwardArchive.Tests.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AwardArchive.Tests.Servers;

/// <summary>The contract on a real PostgreSQL, and what only many machines at once can do wrong.</summary>
public sealed class PostgresCatalogTests : CatalogContract
{
    private readonly TemporaryFolder folder = new();
    private PostgresDatabase database = null!;
    private ServiceProvider services = null!;

    protected override IServiceProvider Services => services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Catalog Catalog => services.GetRequiredService<Catalog>();

    [Fact]
    public async Task No_reader_of_the_feed_skips_a_change_while_hundreds_write()
    {
        const int Writers = 200, Readers = 20, Each = 2;
        var seen = new ConcurrentBag<List<long>>();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<long>();
            while (mine.Count == 0 || mine[^1] < Writers * Each)
            {
                await using var db = await OpenAsync();
                var last = mine.Count == 0 ? 0 : mine[^1];
                mine.AddRange(await db.Changes.Where(c => c.Number > last).OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(Stop));
            }
            seen.Add(mine);
        }, Stop)).ToArray();
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                // Some write one after another, some are refused and roll back: neither may leave a gap.
                var (document, _) = await Catalog.AddDocumentAsync(New($"{writer}-{i}"), Stop);
                await Catalog.AddDocumentAsync(New($"{writer}-{i}"), Stop);
                Assert.False(await Catalog.EditAsync(document.Id, document.Version + 1, d => d.SourceReference = "x", Stop));
            }
        }, Stop)).ToArray();
        await Task.WhenAll([.. writers, .. readers]);
        Assert.Equal(Readers, seen.Count);
        Assert.All(seen, numbers => Assert.Equal(Enumerable.Range(1, Writers * Each).Select(n => (long)n), numbers));
    }

    [Fact]
    public async Task However_many_machines_finish_pages_at_once_the_document_moves_on_once()
    {
        const int Pages = 60;
        for (var round = 0; round < 5; round++)
        {
            var (document, _) = await Catalog.AddDocumentAsync(New($"r{round}"), Stop);
            var layout = await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Received, "layout", TimeSpan.FromMinutes(1), Stop);
            await Catalog.CompleteLayoutAsync(layout!, Pages, Stop);
            var advanced = await Task.WhenAll(Enumerable.Range(1, Pages).Select(page => Task.Run(async () =>
            {
                var lease = await Catalog.TryLeasePageAsync(document.Id, page, "recognize", TimeSpan.FromMinutes(1), Stop);
                if (page % 10 == 0) return (await Catalog.FailAsync(lease!, "Hỏng.", "x", 1, Stop)).Advanced;
                return await Catalog.CompletePageAsync(lease!, new("mẹ", [], null), Result(document.Id, page), Stop);
            }, Stop)));
            Assert.Single(advanced, true);
            Assert.Equal(DocumentStatus.Reading, (await Catalog.FindAsync(document.Id, Stop))!.Status);
        }
    }

    [Fact]
    public async Task Many_machines_that_take_what_is_next_take_every_page_once()
    {
        const int Documents = 5, Pages = 40, Machines = 50;
        for (var i = 0; i < Documents; i++)
        {
            var (document, _) = await Catalog.AddDocumentAsync(New($"n{i}"), Stop);
            var layout = await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Received, "layout", TimeSpan.FromMinutes(1), Stop);
            await Catalog.CompleteLayoutAsync(layout!, Pages, Stop);
        }
        var taken = await Task.WhenAll(Enumerable.Range(0, Machines).Select(_ => Task.Run(TakeAllAsync, Stop)));
        Assert.Equal(Documents * Pages, taken.Sum(pages => pages.Count));
        Assert.Equal(Documents * Pages, taken.SelectMany(pages => pages).ToHashSet().Count);

        async Task<List<(Guid, int)>> TakeAllAsync()
        {
            var mine = new List<(Guid, int)>();
            while (await Catalog.FindNextPagesAsync(16, Stop) is { Count: > 0 } next)
            {
                foreach (var (document, page) in next)
                {
                    if (await Catalog.TryLeasePageAsync(document, page, "recognize", TimeSpan.FromMinutes(1), Stop) is null) continue;
                    mine.Add((document, page));
                    break;
                }
            }
            return mine;
        }
    }

    [Fact]
    public async Task Documents_of_one_batch_laid_out_at_once_have_turns_of_their_own()
    {
        var laidOut = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            var (document, _) = await Catalog.AddDocumentAsync(New($"batch{i}", "load"), Stop);
            var layout = await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Received, "layout", TimeSpan.FromMinutes(1), Stop);
            return await Catalog.CompleteLayoutAsync(layout!, 3, Stop);
        }, Stop)));
        Assert.All(laidOut, Assert.True);
        await using var db = await OpenAsync();
        Assert.Equal(60, await db.Pages.Select(p => p.Turn).Distinct().CountAsync(Stop));
    }

    [Fact]
    public async Task Of_many_who_edit_the_same_version_one_does()
    {
        var (document, _) = await Catalog.AddDocumentAsync(New("edit"), Stop);
        var edited = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => Catalog.EditAsync(document.Id, 1, d => d.SourceReference = $"{i}", Stop), Stop)));
        Assert.Single(edited, true);
        Assert.Equal(2, (await Catalog.FindAsync(document.Id, Stop))!.Version);
    }

    [Fact]
    public async Task Text_that_PostgreSQL_cannot_keep_is_kept_with_a_mark_in_its_place()
    {
        var (document, _) = await Catalog.AddDocumentAsync(New("text"), Stop);
        Assert.True(await Catalog.EditAsync(document.Id, 1, d => d.SourceReference = "mẹ\0 \ud83d 😀", Stop));
        Assert.Equal("mẹ\ufffd \ufffd 😀", (await Catalog.FindAsync(document.Id, Stop))!.SourceReference);
        var lease = await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Received, "layout", TimeSpan.FromMinutes(1), Stop);
        Assert.Equal(StepFailure.Parked, (await Catalog.FailAsync(lease!, "Hỏng\0.", "broken \0 output", 1, Stop)).Failure);
    }

    [Fact]
    public async Task Names_are_sorted_by_code_points_whatever_the_server_thinks()
    {
        string[] names = ["b", "B", "đ", "a", "Đ", "ấ", "z", "A"];
        foreach (var name in names) await Catalog.AddDocumentAsync(New(name), Stop);
        await using var db = await OpenAsync();
        Assert.Equal(names.Order(StringComparer.Ordinal), await db.Documents.OrderBy(d => d.Sha256).Select(d => d.Sha256).ToListAsync(Stop));
    }

    [Fact]
    public async Task Nodes_that_start_at_the_same_time_make_one_schema()
    {
        await using var empty = await PostgresDatabase.CreateAsync();
        var folders = Enumerable.Range(0, 6).Select(_ => new TemporaryFolder()).ToArray();
        await Task.WhenAll(folders.Select(one => Task.Run(async () =>
        {
            await using var node = Build(empty.ConnectionString, one.Path);
            await node.GetRequiredService<DataFolder>().OpenAsync(Stop);
        }, Stop)));
        await using var any = Build(empty.ConnectionString, folder.Path);
        await using var db = await any.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);
        Assert.Equal(1, await db.Identity.CountAsync(Stop));
        foreach (var one in folders) one.Dispose();
    }

    [Fact]
    public async Task A_node_that_starts_frees_no_lease_of_another()
    {
        var (document, _) = await Catalog.AddDocumentAsync(New("lease"), Stop);
        var lease = await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Received, "layout", TimeSpan.FromMinutes(1), Stop);
        using var other = new TemporaryFolder();
        await using (var node = Build(database.ConnectionString, other.Path)) await node.GetRequiredService<DataFolder>().OpenAsync(Stop);
        Assert.True(await Catalog.CompleteLayoutAsync(lease!, 1, Stop));
    }

    [Fact]
    public async Task A_held_step_can_be_held_for_longer()
    {
        var (document, _) = await Catalog.AddDocumentAsync(New("renew"), Stop);
        var lease = await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Received, "layout", TimeSpan.FromMinutes(1), Stop);
        Time.Advance(TimeSpan.FromSeconds(50));
        Assert.True(await Catalog.RenewAsync(lease!, TimeSpan.FromMinutes(1), Stop));
        Time.Advance(TimeSpan.FromSeconds(50));
        Assert.Null(await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Received, "layout", TimeSpan.FromMinutes(1), Stop));
        Time.Advance(TimeSpan.FromSeconds(50));
        Assert.NotNull(await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Received, "layout", TimeSpan.FromMinutes(1), Stop));
        Assert.False(await Catalog.RenewAsync(lease!, TimeSpan.FromMinutes(1), Stop));
    }

    [Fact]
    public async Task A_catalog_of_a_newer_program_is_left_alone()
    {
        await using (var db = await OpenAsync())
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Future', '99.0')", Stop);
        await RefusedAsync(database.ConnectionString, "29991231235959_Future");
    }

    [Theory]
    [InlineData("Password=wrong")]
    [InlineData("Database=no_such_database")]
    public Task A_wrong_setting_is_named(string part)
    {
        var wrong = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        wrong[part.Split('=')[0]] = part.Split('=')[1];
        return RefusedAsync(wrong.ConnectionString, "Catalog:ConnectionString");
    }

    public override async ValueTask InitializeAsync()
    {
        database = await PostgresDatabase.CreateAsync();
        services = Build(database.ConnectionString, folder.Path);
        await services.GetRequiredService<DataFolder>().OpenAsync(Stop);
    }

    public override async ValueTask DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        folder.Dispose();
    }

    private async Task RefusedAsync(string connectionString, string says)
    {
        using var other = new TemporaryFolder();
        await using var node = Build(connectionString, other.Path);
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => node.GetRequiredService<DataFolder>().OpenAsync(Stop));
        Assert.StartsWith("Catalog:ConnectionString ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    private Task<CatalogDbContext> OpenAsync() => services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);

    private ServiceProvider Build(string connectionString, string data)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Catalog:ConnectionString"] = connectionString,
            ["Archive:DataFolder"] = data,
        }).Build());
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddArchive();
        collection.AddLogging();
        return collection.BuildServiceProvider();
    }

    private PageRecognition Result(Guid id, int page) => new()
    {
        DocumentId = id,
        PageNumber = page,
        Number = 1,
        MadeAt = Time.GetUtcNow(),
        MadeBy = "test",
        Engine = "tesseract",
        EngineVersion = "5",
        ImageMediaType = "image/png",
    };

    private Document New(string hash, string? batch = null) => new()
    {
        Id = Guid.CreateVersion7(),
        FileName = "quyết định.pdf",
        MediaType = "application/pdf",
        Sha256 = hash,
        Batch = batch,
        ReceivedAt = Time.GetUtcNow(),
        PageCount = 1,
    };
}
