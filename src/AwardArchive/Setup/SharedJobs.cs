using AwardArchive.Archive;
using AwardArchive.Archive.Postgres;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AwardArchive.Setup;

/// <summary>The queue of many machines: Hangfire's own tables beside the catalog's.</summary>
/// <remarks>
/// Hangfire hands a job to another worker when it has not heard of the first for five minutes, may do so while the first still lives, and may lose
/// one whose enqueueing was cut. None of it matters here: a job is a reminder, the lease in the catalog says who may do the step, and the
/// sweep queues what no job is left for.
/// </remarks>
internal sealed class SharedJobs(IOptions<CatalogOptions> catalog) : IHostedService
{
    public static readonly PostgreSqlStorageOptions Options = new()
    {
        SchemaName = "hangfire",
        // Made below, before the servers start and by one node at a time.
        PrepareSchemaIfNecessary = false,
        StartupConnectionMaxRetries = 0,
        InvisibilityTimeout = TimeSpan.FromMinutes(5),
        UseSlidingInvisibilityTimeout = true,
        // Notifications stop for good when their connection is cut; asking every second does not.
        EnableLongPolling = false,
        QueuePollInterval = TimeSpan.FromSeconds(1),
    };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(catalog.Value.ToConnectionString()) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        // Not pooled: the lock goes with the connection.
        await using (var held = new NpgsqlCommand($"SELECT pg_advisory_lock({AdvisoryLocks.Jobs})", connection)) await held.ExecuteNonQueryAsync(cancellationToken);
        PostgreSqlObjectsInstaller.Install(connection, Options.SchemaName);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
