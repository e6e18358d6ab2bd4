using System.Diagnostics;
using System.Globalization;
using AwardArchive.Access;
using AwardArchive.Access.Audit;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Benchmarks.Audit;

/// <summary>What the audit chain costs: to verify, to write, and who waits for it.</summary>
internal static class AuditBenchmark
{
    public const string Usage = "audit [ENTRIES, default 1000000]";

    private const double MinuteBar = 60;
    private const int Rounds = 3, AtATime = 10_000;

    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var entries = 1_000_000;
        if (args.Length > 1 || (args.Length == 1 && (!int.TryParse(args[0], CultureInfo.InvariantCulture, out entries) || entries < 1)))
        {
            Console.Error.WriteLine($"usage: bench.sh {Usage}");
            return 64;
        }
        await Machine.DescribeAsync();
        var folder = Directory.CreateTempSubdirectory("award-archive-audit-");
        try
        {
            await using var services = Services(folder.FullName);
            await services.GetRequiredService<DataFolder>().OpenAsync(CancellationToken.None);
            var log = services.GetRequiredService<AuditLog>();
            await WriteAsync("one who writes", log, 1);
            await WriteAsync("sixteen who write", log, 16);
            await WriteAsync("128 who write", log, 128);
            await FillAsync(services, entries);
            await VerifyAsync(services.GetRequiredService<AuditVerifier>(), entries);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static async Task WriteAsync(string who, AuditLog log, int writers)
    {
        List<double> rates = [], medians = [], slowest = [];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
            {
                var mine = new List<double>();
                while (watch.Elapsed < Stretch)
                {
                    var began = Stopwatch.GetTimestamp();
                    await LookAsync(log, writer);
                    mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
                return mine;
            })));
            double[] all = [.. times.SelectMany(mine => mine)];
            rates.Add(all.Length / watch.Elapsed.TotalSeconds);
            medians.Add(Run.Percentile(all, 50));
            slowest.Add(Run.Percentile(all, 95));
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{who,-20} {Run.Percentile(rates, 50),8:0} entries/s, each waits {Run.Percentile(medians, 50):0.00} ms, 95 % {Run.Percentile(slowest, 50):0.00} ms (medians of {Rounds} rounds)"));
    }

    /// <summary>Until there are so many: as the log writes them, but ten thousand a transaction.</summary>
    private static async Task FillAsync(IServiceProvider services, int entries)
    {
        var watch = Stopwatch.StartNew();
        var key = services.GetRequiredService<AuditKeys>().Current;
        var contexts = services.GetRequiredService<IDbContextFactory<CatalogDbContext>>();
        AuditMark last;
        await using (var db = await contexts.CreateDbContextAsync())
            last = await db.AuditEntries.OrderByDescending(e => e.Number).Select(e => new AuditMark(e.Number, e.Hash)).FirstAsync();
        var detail = SealedBytes.Seal("q=nguyễn thị lan&size=20", new byte[32], 0);
        while (last.Number < entries)
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = 0; i < AtATime && last.Number < entries; i++)
            {
                var entry = new AuditEntry
                {
                    Number = last.Number + 1, At = TimeProvider.System.GetUtcNow(), Action = AuditAction.Viewed, Name = $"reader{i % 50}", UserId = Guid.CreateVersion7(),
                    Address = "192.0.2.7", Target = $"documents/{Guid.CreateVersion7()}/pages/3/image", Detail = detail, KeyId = key.Id, Previous = last.Hash,
                };
                entry.Hash = AuditHash.Of(entry, entry.Number, key);
                last = new(entry.Number, entry.Hash);
                db.AuditEntries.Add(entry);
            }
            await db.SaveChangesAsync();
            await services.GetRequiredService<AuditCheckpoints>().PutAsync(last, CancellationToken.None);
        }
        await services.GetRequiredService<AuditHead>().WriteAsync(last, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"filled to {last.Number} entries in {watch.Elapsed.TotalSeconds:0} s"));
    }

    private static async Task VerifyAsync(AuditVerifier verifier, int entries)
    {
        GC.Collect();
        var before = Environment.WorkingSet;
        var highest = 0L;
        using var over = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                highest = Math.Max(highest, Environment.WorkingSet);
                await Task.Delay(50);
            }
        });
        var watch = Stopwatch.StartNew();
        var verdict = await verifier.VerifyAsync(null, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        await over.CancelAsync();
        await watching;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"verified {verdict.Entries} entries, {verdict.Checkpoints} checkpoints, {verdict.Faults.Count} faults: {seconds:0.0} s; memory {before >> 20} MiB before, at most {highest >> 20} MiB"));
        Verdict.Print($"{entries} entries verified within {MinuteBar} s", verdict.Faults.Count == 0 && verdict.Entries >= entries && seconds <= MinuteBar);
    }

    private static Task<long> LookAsync(AuditLog log, int reader) => log.AppendAsync(
        new(AuditAction.Viewed, "documents/0193a5c0-0000-7000-8000-000000000001/pages/3/image", "q=nguyễn thị lan&size=20"), AuditOutcome.Done, null,
        new(Guid.Empty, $"reader{reader % 50}", "", "192.0.2.7", null, Sight.Nothing), CancellationToken.None);

    private static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Archive:DataFolder"] = folder }).Build())
        .AddLogging().AddArchive().AddAudit().BuildServiceProvider();
}
