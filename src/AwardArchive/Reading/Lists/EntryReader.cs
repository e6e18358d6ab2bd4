using AwardArchive.Archive;

namespace AwardArchive.Reading.Lists;

/// <summary>Reads who is awarded, and what of the lists does not add up.</summary>
internal static class EntryReader
{
    /// <param name="pages">All pages, in order.</param>
    /// <param name="facts">Of the document's head: the award that the rows have when they name none.</param>
    public static (IReadOnlyList<AwardEntry> Entries, IReadOnlyList<ReadingWarning> Warnings) Read(IReadOnlyList<PageLayout> pages, DocumentFacts facts) => ([], []);
}
