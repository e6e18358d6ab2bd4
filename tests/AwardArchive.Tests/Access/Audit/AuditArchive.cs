using AwardArchive.Access.Audit;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Access.Audit;

/// <summary>A process that writes to an audit chain: its own data folder, and the catalog in it or on a server.</summary>
internal sealed class AuditArchive : IAsyncDisposable
{
    private readonly ServiceProvider services;

    /// <param name="data">The data folder.</param>
    /// <param name="settings">Beside it.</param>
    public AuditArchive(string data, TimeProvider time, Dictionary<string, string?> settings)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(settings) { ["Archive:DataFolder"] = data }).Build());
        collection.AddSingleton(time);
        collection.AddArchive().AddAudit().AddLogging();
        services = collection.BuildServiceProvider();
        Data = data;
    }

    public string Data { get; }

    public string HeadFile => Path.Combine(Data, "audit", "head");

    public AuditLog Log => services.GetRequiredService<AuditLog>();

    public AuditBook Book => services.GetRequiredService<AuditBook>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task OpenAsync() => Service<DataFolder>().OpenAsync(Stop);

    public Task<CatalogDbContext> CatalogAsync() => Service<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);

    /// <summary>As somebody with the right to the database does it.</summary>
    public async Task ExecuteAsync(params string[] statements)
    {
        await using var db = await CatalogAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        foreach (var statement in statements) await db.Database.ExecuteSqlRawAsync(statement, Stop);
        await transaction.CommitAsync(Stop);
    }

    /// <summary>Looks of people at papers, one after the other.</summary>
    public async Task LookAsync(int count, string detail = "q=nguyễn thị lan")
    {
        for (var i = 0; i < count; i++)
        {
            await Log.AppendAsync(
                new(AuditAction.Viewed, $"documents/{i}", detail), AuditOutcome.Done, null,
                new(Guid.CreateVersion7(), $"reader{i % 3}", "Người đọc", "192.0.2.7", null, Sight.Nothing), Stop);
        }
    }

    public Task<AuditVerdict> VerifyAsync(AuditMark? noted = null) => Service<AuditVerifier>().VerifyAsync(noted, Stop);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
