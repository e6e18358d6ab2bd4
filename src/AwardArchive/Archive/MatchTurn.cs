namespace AwardArchive.Archive;

/// <summary>How far the matching of people has come. One row of the catalog; lost, all is matched once more.</summary>
public sealed class MatchTurn
{
    /// <summary>There is one.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>The number of the change feed that the last whole matching had seen.</summary>
    public long Seen { get; set; }

    /// <summary>When what has changed since is to be matched; null while nothing is known to have changed.</summary>
    public DateTimeOffset? DueAt { get; set; }
}
