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
    public static Fact? Read(PageLayout page, int headRuns, IReadOnlyList<PageLayout> pages)
    {
        var head = page.Runs.Take(headRuns);
        return First(head, line => line.Place is not null, 1)
            ?? First(head, _ => true, 0.9)
            ?? First(pages.SelectMany(other => other.Runs), line => line.Place is not null && line.Start == 0, 0.7);
    }

    private static Fact? First(IEnumerable<TextRun> runs, Func<DateLine, bool> fits, double certainty)
    {
        foreach (var run in runs)
        {
            if (!DateLine.TryFind(run.Text, out var line) || !fits(line)) continue;
            // The place is no part of the date, but it shows the eye where to look.
            return run.FactAt(line.Start, line.Length, line.Date.ToString(), line.Date.Day is null ? certainty * 0.8 : certainty, Source);
        }
        return null;
    }
}
