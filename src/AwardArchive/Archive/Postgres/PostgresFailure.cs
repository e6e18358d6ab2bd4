using Npgsql;

namespace AwardArchive.Archive.Postgres;

/// <summary>What an error of the server means for the archive.</summary>
internal static class PostgresFailure
{
    /// <summary>What is wrong with the connection string, or null when it is not to blame.</summary>
    public static string? WrongSetting(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "names a user or password that the server refuses",
        PostgresErrorCodes.InvalidCatalogName => "names a database that does not exist",
        PostgresErrorCodes.InsufficientPrivilege => $"names a user without the right: {e.MessageText}",
        _ => null,
    };

    /// <summary>Whether the cause is a server that is away, starting or stopping; the same call may succeed later.</summary>
    public static bool IsAway(Exception? exception) => exception switch
    {
        null => false,
        PostgresException e => e.IsTransient || e.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        NpgsqlException => true,
        _ => IsAway(exception.InnerException),
    };
}
