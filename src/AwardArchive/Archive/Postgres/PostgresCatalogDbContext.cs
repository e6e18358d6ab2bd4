using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AwardArchive.Archive.Postgres;

/// <summary>The same rows on PostgreSQL, where many machines write at the same time.</summary>
public sealed class PostgresCatalogDbContext(DbContextOptions<PostgresCatalogDbContext> options) : CatalogDbContext(options)
{
    internal override bool IsShared => true;

    /// <summary>One node prepares the schema; those that start at the same time wait for it.</summary>
    /// <exception cref="OptionsValidationException">The server answers that a setting is wrong, or the catalog is of a newer program.</exception>
    internal override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Database.OpenConnectionAsync(cancellationToken);
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({AdvisoryLocks.Schema})", cancellationToken);
            var unknown = (await Database.GetAppliedMigrationsAsync(cancellationToken)).Except(Database.GetMigrations()).ToList();
            if (unknown.Count > 0) throw Wrong($"leads to a catalog of a newer version of this program ({unknown[^1]})");
            if (await Database.SqlQuery<string>($"SELECT current_setting('synchronous_commit') AS \"Value\"").SingleAsync(cancellationToken) == "off")
                throw Wrong("leads to a server that answers before it has written (synchronous_commit = off)");
            await MigrateAsync(cancellationToken);
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({AdvisoryLocks.Schema})", cancellationToken);
        }
        catch (Exception e)
        {
            // The lock goes with its session, which a pool would keep.
            NpgsqlConnection.ClearPool((NpgsqlConnection)Database.GetDbConnection());
            if (e is PostgresException refused && PostgresFailure.WrongSetting(refused) is { } why) throw Wrong(why);
            throw;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    /// <remarks>A sequence gives numbers in the order of asking, not of committing: a reader could pass one that is committed later.</remarks>
    internal override async Task SaveChangeAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await SaveChangesAsync(cancellationToken);
        // Two statements: the second sees what was committed before the lock was given.
        await Database.ExecuteSqlAsync(
            $"""
            SELECT pg_advisory_xact_lock({AdvisoryLocks.Feed});
            INSERT INTO "Changes" ("Number", "DocumentId") SELECT COALESCE(MAX("Number"), 0) + 1, {documentId} FROM "Changes";
            """,
            cancellationToken);
    }

    internal override Task LockDocumentAsync(Guid documentId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT 1 FROM \"Documents\" WHERE \"Id\" = {documentId} FOR NO KEY UPDATE", cancellationToken);

    internal override Task LockPeopleAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.People})", cancellationToken);

    internal override Task LockFeedAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Feed})", cancellationToken);

    internal override Task LockAccountsAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Accounts})", cancellationToken);

    internal override Task LockAuditAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Audit})", cancellationToken);

    // A row's old version lies in the table until a vacuum; it is enciphered by a key that does not.
    internal override Task ForgetWhatIsDeletedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal override async Task<bool> TryHoldSweepAsync(CancellationToken cancellationToken)
    {
        await Database.BeginTransactionAsync(cancellationToken);
        return await Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({AdvisoryLocks.Sweep}) AS \"Value\"").SingleAsync(cancellationToken);
    }

    internal override Task BeginSnapshotAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    internal override Task AfterRestoreAsync(CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"SELECT setval(pg_get_serial_sequence('\"Attempts\"', 'Id'), GREATEST((SELECT MAX(\"Id\") FROM \"Attempts\"), 1))", cancellationToken);

    internal override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Sorted by code points, as SQLite does, whatever the collation of the server.
        configurationBuilder.Properties<string>().UseCollation("C").HaveConversion<StorableText>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Change>().Property(change => change.Number).ValueGeneratedNever();
    }

    private static OptionsValidationException Wrong(string why) =>
        new(CatalogOptions.Section, typeof(CatalogOptions), [$"{CatalogOptions.Section}:{nameof(CatalogOptions.ConnectionString)} {why}."]);

    /// <summary>PostgreSQL keeps no U+0000 and no half of a pair of surrogates; a text of a scan must not be lost over one.</summary>
    private sealed class StorableText() : ValueConverter<string, string>(text => PostgresText.Storable(text), text => text);
}
