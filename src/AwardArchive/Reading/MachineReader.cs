using AwardArchive.Archive;
using AwardArchive.Reading.Forms;
using AwardArchive.Reading.Lists;
using AwardArchive.Recognition;

namespace AwardArchive.Reading;

/// <summary>Reads a whole document: a pure function of its words, in linear time, that never throws.</summary>
internal static class MachineReader
{
    /// <summary>The head of a paper stands on its first page; a cover sheet or two may come before.</summary>
    private const int HeadPages = 3;

    /// <param name="pages">All pages that have words, in order.</param>
    public static DocumentReading Read(IReadOnlyList<PageWords> pages)
    {
        var layouts = pages.Select(PageLayout.Of).ToArray();
        var facts = FactReader.Read(layouts, HeadPages);
        var (entries, totals) = EntryReader.Read(layouts, facts);
        IReadOnlyList<ReadingWarning> all = [.. facts.Warnings, .. RowWarnings.Of(entries, totals), .. NewHeadRule.Read(layouts, facts)];
        return new(facts with { Warnings = all.Count > 0 ? all : [] }, entries) { Kin = FormReader.Read(layouts, facts), Totals = totals };
    }
}
