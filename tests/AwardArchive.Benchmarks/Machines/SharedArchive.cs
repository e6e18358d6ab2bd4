using System.Net;
using AwardArchive.Archive;
using AwardArchive.Archive.Postgres;
using AwardArchive.Archive.S3;
using AwardArchive.Tests.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Minio.DataModel.Args;
using Npgsql;

namespace AwardArchive.Benchmarks.Machines;

/// <summary>An empty archive on PostgreSQL and S3, both on this machine (<c>eng/services.sh</c>), until disposed.</summary>
internal sealed class SharedArchive : IAsyncDisposable
{
    private readonly string folder;
    private readonly string database;
    private readonly FaultProxy objects;
    private readonly S3Connection connection;
    private readonly string bucket = $"bench-{Guid.NewGuid():N}";

    private SharedArchive(string folder, string database, string endpoint)
    {
        (this.folder, this.database) = (folder, database);
        objects = new(new(IPAddress.Loopback, new Uri(endpoint).Port));
        connection = new(Options.Create(new S3Options { Endpoint = endpoint, Bucket = bucket, AccessKey = "archive", SecretKey = "archive-secret" }));
    }

    /// <summary>The settings with which a process uses it.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["Catalog__ConnectionString"] = database,
        ["Audit__Key"] = "the secret of the audit chain in benchmarks",
        ["Storage__S3__Endpoint"] = $"http://127.0.0.1:{objects.Port}",
        ["Storage__S3__Bucket"] = bucket,
        ["Storage__S3__AccessKey"] = "archive",
        ["Storage__S3__SecretKey"] = "archive-secret",
        ["Recognition__Workers"] = "1",
        ["OMP_THREAD_LIMIT"] = "1",
    };

    /// <param name="folder">For the data folders of processes.</param>
    public static async Task<SharedArchive> CreateAsync(ServiceAddresses services, string folder)
    {
        var server = new NpgsqlConnectionStringBuilder(services.Postgres) { Pooling = false };
        var name = $"bench_{Guid.NewGuid():N}";
        await ExecuteAsync(server.ConnectionString, $"CREATE DATABASE {name}");
        await ExecuteAsync(server.ConnectionString, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        var own = new NpgsqlConnectionStringBuilder(services.Postgres) { Database = name };
        var archive = new SharedArchive(folder, own.ConnectionString, services.S3);
        await archive.connection.Minio.MakeBucketAsync(new MakeBucketArgs().WithBucket(archive.bucket));
        return archive;
    }

    /// <param name="arguments">As on the command line, without <c>--data</c>.</param>
    public Task<ArchiveProcess> StartAsync(string name, params string[] arguments) =>
        ArchiveProcess.StartAsync(Environment, [arguments[0], "--data", Path.Combine(folder, name), .. arguments[1..]]);

    public CatalogDbContext Open() => new PostgresCatalogDbContext(new DbContextOptionsBuilder<PostgresCatalogDbContext>().UseNpgsql(database).Options);

    /// <summary>What was spent so far.</summary>
    /// <param name="working">Whose processor time counts.</param>
    public async Task<Spent> SpentAsync(IReadOnlyList<ArchiveProcess> working)
    {
        var cpu = working.Select(process => process.CpuSeconds).ToList();
        var (statements, queue) = await StatementsAsync();
        return new(cpu.Sum(c => c.Own), cpu.Sum(c => c.Children), statements, queue, objects.Requests);
    }

    /// <summary>Statements so far: those of the archive, and those of Hangfire's queue. Not beginnings and ends of transactions.</summary>
    private async Task<(long Archive, long Queue)> StatementsAsync()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Database = "postgres" }.ConnectionString);
        await using var command = source.CreateCommand(
            $"""
            SELECT COALESCE(SUM(calls) FILTER (WHERE query NOT ILIKE '%hangfire%'), 0)::bigint, COALESCE(SUM(calls) FILTER (WHERE query ILIKE '%hangfire%'), 0)::bigint
            FROM pg_stat_statements JOIN pg_database ON oid = dbid
            WHERE datname = '{new NpgsqlConnectionStringBuilder(database).Database}' AND query !~* '^(begin|commit|rollback|discard|savepoint|release|set)'
            """);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    public ValueTask DisposeAsync()
    {
        objects.Dispose();
        connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <param name="Own">Seconds of processor time of the processes themselves.</param>
    /// <param name="Recognition">Seconds of processor time of those they started.</param>
    /// <param name="Statements">Of the archive.</param>
    /// <param name="Queue">Statements of Hangfire's queue.</param>
    /// <param name="Requests">To the store of objects.</param>
    public readonly record struct Spent(double Own, double Recognition, long Statements, long Queue, long Requests);
}
