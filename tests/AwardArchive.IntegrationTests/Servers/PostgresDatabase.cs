using AwardArchive.Archive;
using Npgsql;

namespace AwardArchive.Tests.Servers;

/// <summary>A database of the test's own on the PostgreSQL server that <c>eng/services.sh</c> started.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>Of all machines of a test.</summary>
    public const string AuditKey = "the secret of the audit chain in tests";

    private readonly NpgsqlConnectionStringBuilder server;

    private PostgresDatabase(string server, string name)
    {
        this.server = new(server) { Pooling = false };
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 200 }.ConnectionString;
    }

    public string Name { get; }

    public string ConnectionString { get; }

    /// <summary>The settings with which a server process uses it.</summary>
    public Dictionary<string, string> Environment => new() { ["Catalog__ConnectionString"] = ConnectionString, ["Audit__Key"] = AuditKey };

    public static async Task<PostgresDatabase> CreateAsync()
    {
        var server = System.Environment.GetEnvironmentVariable("AWARD_ARCHIVE_TEST_POSTGRES");
        Assert.SkipWhen(server is null, "No PostgreSQL server: source <(eng/services.sh start)");
        var database = new PostgresDatabase(server!, $"test_{Guid.NewGuid():N}");
        await database.RunAsync($"CREATE DATABASE {database.Name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        // The pool is found by the string that the archive makes of the setting.
        await using (var used = new NpgsqlConnection(new CatalogOptions { ConnectionString = ConnectionString }.ToConnectionString()))
            NpgsqlConnection.ClearPool(used);
        await RunAsync($"DROP DATABASE {Name} WITH (FORCE)");
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
