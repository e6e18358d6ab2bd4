namespace AwardArchive.Exchange;

/// <summary>What a backup holds. Written last: a folder without it is no whole backup.</summary>
/// <param name="Format">Of the backup itself; <see cref="Current"/> is what this program writes and reads.</param>
/// <param name="Rows">Of each table, by its name.</param>
/// <param name="Objects">How many there are.</param>
/// <param name="ObjectsSha256">Of the list of objects, which has the SHA-256 of each.</param>
/// <param name="Missing">Keys that the catalog or the store names and whose bytes could not be had whole.</param>
internal sealed record BackupManifest(
    int Format, DateTimeOffset MadeAt, IReadOnlyDictionary<string, BackupTable> Rows, long Objects, long ObjectBytes, string ObjectsSha256,
    IReadOnlyList<string> Missing)
{
    public const int Current = 1;
}

/// <param name="Sha256">Of the table's file.</param>
internal sealed record BackupTable(long Count, string Sha256);

/// <summary>The backup cannot be made here, or what there is is none.</summary>
/// <param name="message">For the administrator.</param>
internal sealed class BackupException(string message) : Exception(message);
