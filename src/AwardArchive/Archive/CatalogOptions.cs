using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Npgsql;

namespace AwardArchive.Archive;

/// <summary>Where the catalog lies when it does not lie in the data folder: on a PostgreSQL server.</summary>
public sealed class CatalogOptions : IValidatableObject
{
    public const string Section = "Catalog";

    /// <value>As Npgsql takes it: <c>Host=…;Database=…;Username=…</c>. Default none: the catalog is a file in the data folder.</value>
    public string? ConnectionString { get; set; }

    /// <value>Kept apart from the connection string, so that it can come from a file of secrets. Default none.</value>
    public string? Password { get; set; }

    public bool IsShared => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>The whole connection string. What it does not say is said so that no call waits for a dead server for long.</summary>
    public string ToConnectionString()
    {
        var parts = new NpgsqlConnectionStringBuilder(ConnectionString);
        // Npgsql's own builder says that it contains every key there is.
        var said = new DbConnectionStringBuilder { ConnectionString = parts.ConnectionString };
        if (!said.ContainsKey("Timeout")) parts.Timeout = 5;
        if (!said.ContainsKey("Command Timeout")) parts.CommandTimeout = 30;
        if (!said.ContainsKey("Keepalive")) parts.KeepAlive = 30;
        if (!said.ContainsKey("Application Name")) parts.ApplicationName = "award-archive";
        if (Password is not null) parts.Password = Password;
        return parts.ConnectionString;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsShared) yield break;
        string? wrong = null;
        try
        {
            if (string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(ConnectionString).Host)) wrong = "names no Host";
        }
        catch (ArgumentException e)
        {
            wrong = $"is wrong: {e.Message}"; // it names the key, never a value
        }
        if (wrong is not null) yield return new ValidationResult($"{Section}:{nameof(ConnectionString)} {wrong}.", [nameof(ConnectionString)]);
    }
}
