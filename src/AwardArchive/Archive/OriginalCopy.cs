namespace AwardArchive.Archive;

/// <summary>A document's original lies in a second store, too. A row of the catalog, keyed by both.</summary>
public sealed class OriginalCopy
{
    public Guid DocumentId { get; init; }

    /// <summary><see cref="SecondStore.Name"/>: another store has nothing at first.</summary>
    public required string Store { get; init; }

    public DateTimeOffset CopiedAt { get; init; }
}
