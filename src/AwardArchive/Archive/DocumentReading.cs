namespace AwardArchive.Archive;

/// <summary>All that was read from a document's words.</summary>
/// <param name="Entries">Who is awarded, in reading order; thousands on a long list, so they are rows of their own in the catalog.</param>
public sealed record DocumentReading(DocumentFacts Facts, IReadOnlyList<AwardEntry> Entries)
{
    public static DocumentReading None { get; } = new(DocumentFacts.None, []);
}
