using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AwardArchive.Archive;

/// <summary>Sets what SQLite keeps per connection: every commit is flushed to disk before it is answered.</summary>
/// <remarks>In WAL mode NORMAL would survive a kill but may lose the last commits with the power
/// (https://sqlite.org/pragma.html#pragma_synchronous); "accepted means durable" needs FULL.</remarks>
internal sealed class CatalogConnection : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
