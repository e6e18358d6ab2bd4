using AwardArchive.Tests.Access.Audit;

namespace AwardArchive.Tests.Servers;

/// <summary>The contract on a real PostgreSQL: processes have data folders, and heads, of their own.</summary>
public sealed class PostgresAuditChainTests : AuditChainContract
{
    private PostgresDatabase database = null!;

    public override async ValueTask InitializeAsync()
    {
        database = await PostgresDatabase.CreateAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    private protected override AuditArchive Create(Dictionary<string, string?> settings) =>
        new(Data, Time, new(settings) { ["Catalog:ConnectionString"] = database.ConnectionString });
}
