using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>The day of issue: the date line in the head, else the first one with a place, which stands above a signature.</summary>
internal static class DateRule
{
    private const string Source = "date-line/1";

    /// <param name="page">The page with the head.</param>
    /// <param name="headRuns">How many runs stand above the title.</param>
    /// <param name="pages">All pages at hand, in order.</param>
    public static Fact? Read(PageLayout page, int headRuns, IReadOnlyList<PageLayout> pages) =>
        page.Runs.Take(headRuns).Select(run => FactIn(run, placeNeeded: false, certainty: 1)).FirstOrDefault(fact => fact is not null)
        ?? pages.SelectMany(other => other.Runs).Select(run => FactIn(run, placeNeeded: true, certainty: 0.7)).FirstOrDefault(fact => fact is not null);

    private static Fact? FactIn(TextRun run, bool placeNeeded, double certainty)
    {
        if (!DateLine.TryFind(run.Text, out var line) || (placeNeeded && (line.Place is null || line.Start > 0))) return null;
        // The place is no part of the date, but it shows the eye where to look.
        return run.FactAt(line.Start, line.Length, line.Date.ToString(), line.Date.Day is null ? certainty * 0.8 : certainty, Source);
    }
}
