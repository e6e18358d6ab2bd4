namespace AwardArchive.Archive;

/// <summary>One verification of everything the archive keeps, in as many runs as it takes. A row of the catalog; at most one is open.</summary>
public sealed class FixityPass
{
    public Guid Id { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsOpen { get; set; }

    public FixityStage Stage { get; set; }

    /// <summary>The last document that was verified whole; none before the first.</summary>
    public Guid Cursor { get; set; }

    /// <summary>Objects verified, in both stores.</summary>
    public long Objects { get; set; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>Why it waits, for the administrator; null when it does not.</summary>
    public string? PausedBecause { get; set; }

    /// <summary>Until when a machine is at it; null when none is.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public Guid? LeaseOwner { get; set; }
}

/// <summary>How far a pass has come.</summary>
public enum FixityStage
{
    /// <summary>What the rows name, document by document.</summary>
    Documents = 0,

    /// <summary>What lies in the store and no row names.</summary>
    Objects = 1,

    /// <summary>The same in the second store.</summary>
    Second = 2,
}
