namespace AwardArchive.Archive;

/// <summary>An entry of the change feed: the document changed, read it again.</summary>
public sealed class Change
{
    /// <summary>From 1, without gaps, in the order in which the changes were committed.</summary>
    public long Number { get; init; }

    public Guid DocumentId { get; init; }
}
