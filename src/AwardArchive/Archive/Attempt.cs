namespace AwardArchive.Archive;

/// <summary>One try of one step, kept as history.</summary>
public sealed class Attempt
{
    public long Id { get; init; }

    public Guid DocumentId { get; init; }

    /// <summary>Null for a step of the whole document.</summary>
    public int? PageNumber { get; init; }

    /// <summary><c>layout</c>, <c>recognize</c>, <c>read</c> or <c>again</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The lease under which it ran.</summary>
    public Guid LeaseOwner { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs, and for ever when its process was killed.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null when it succeeded; else what went wrong, for the administrator.</summary>
    public string? Error { get; set; }

    /// <summary>Machine and process.</summary>
    public required string Worker { get; init; }
}
