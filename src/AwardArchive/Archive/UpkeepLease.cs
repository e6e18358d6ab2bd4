namespace AwardArchive.Archive;

/// <summary>The right to do one kind of upkeep, which one machine has at a time. A row of the catalog, keyed by the name of the work.</summary>
public sealed class UpkeepLease
{
    public required string Name { get; init; }

    public Guid Owner { get; set; }

    /// <summary>Others leave it alone until then.</summary>
    public DateTimeOffset Until { get; set; }
}
