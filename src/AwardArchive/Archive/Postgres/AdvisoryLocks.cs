namespace AwardArchive.Archive.Postgres;

/// <summary>The advisory locks of one database, all of them.</summary>
/// <remarks>A number once used keeps its meaning: while machines are upgraded one after another, those of before and after have to keep each other out.</remarks>
internal static class AdvisoryLocks
{
    /// <summary>The change feed, held from a number's birth to its commit.</summary>
    public const long Feed = 0x_4141_0001;

    /// <summary>The catalog's tables, held while they are prepared.</summary>
    public const long Schema = 0x_4141_0002;

    /// <summary>The sweep, held while it looks.</summary>
    public const long Sweep = 0x_4141_0003;

    /// <summary>Pairs of entries, held while they are proposed or decided.</summary>
    public const long People = 0x_4141_0004;

    /// <summary>Accounts, held while somebody's rights change.</summary>
    public const long Accounts = 0x_4141_0005;

    /// <summary>The audit chain, held from an entry's number to its commit.</summary>
    public const long Audit = 0x_4141_0006;

    /// <summary>The queue's tables, held while they are prepared. Until November 2026 this was number 4, by mistake: a machine of before does not keep one of after from preparing them,
    /// which matters only where both start on a database that has no queue yet.</summary>
    public const long Jobs = 0x_4141_0007;
}
