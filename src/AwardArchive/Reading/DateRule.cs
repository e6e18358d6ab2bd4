using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>Day and place of issue: the date line in the head, else the first one with a place, which stands above a signature.</summary>
internal static class DateRule
{
    private const string Source = "date-line/1";

    /// <param name="page">The page with the head.</param>
    /// <param name="headRuns">How many runs stand above the title.</param>
    /// <param name="pages">All pages at hand, in order.</param>
    public static (Fact? Date, Fact? Place) Read(PageLayout page, int headRuns, IReadOnlyList<PageLayout> pages)
    {
        var head = page.Runs.Take(headRuns);
        return First(head, (line, _) => line.Place is not null, 1)
            ?? First(head, (_, _) => true, 0.9)
            ?? First(pages.SelectMany(other => other.Runs), (line, run) => line.Place is not null && line.Length > run.Text.Length - 4, 0.7)
            ?? (null, null);
    }

    private static (Fact? Date, Fact? Place)? First(IEnumerable<TextRun> runs, Func<DateLine, TextRun, bool> fits, double certainty)
    {
        foreach (var run in runs)
        {
            if (!DateLine.TryFind(run.Text, out var line) || !fits(line, run)) continue;
            // The place is no part of the date, but it shows the eye where to look.
            var doubt = line.Repaired || line.Date.Day is null ? 0.6 : 1;
            return (
                run.FactAt(line.Start, line.Length, line.Date.ToString(), certainty * doubt, Source),
                line.Place is { } place ? run.FactAt(line.Start, place.Length, place, certainty, Source) : null);
        }
        return null;
    }
}
