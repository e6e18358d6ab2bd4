using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// Day and place of issue: the date line in the head, as far as it is filled in, else the first one with a place, which stands above a signature.
/// Nothing is repaired: a day that is not in the calendar is none, a month above 12 is none. One below the mark of a copy is the copy's.
/// </summary>
internal static class DateRule
{
    private const string Source = "date-line/2";

    /// <summary>Papers of the Republic begin here; an earlier year was misread, or is not that of the paper.</summary>
    private const int EarliestYear = 1930;

    /// <summary>Of a partial date: the place, "tháng 8 năm 1948", and no more.</summary>
    private const int MostWords = 16;

    /// <param name="page">The page with the head.</param>
    /// <param name="headRuns">How many runs stand above the title.</param>
    /// <param name="pages">All pages at hand, in order.</param>
    public static (Fact? Date, Fact? Place) Read(PageLayout page, int headRuns, IReadOnlyList<PageLayout> pages)
    {
        var head = page.Runs.Take(headRuns);
        return First(head, (line, _) => line.Place is not null, 1)
            ?? First(head, (_, _) => true, 0.95)
            ?? Partial(head)
            ?? First(pages.SelectMany(AboveCopyMark), (line, run) => line.Place is not null && line.Length > run.Text.Length - 4, 0.85)
            ?? (null, null);
    }

    private static (Fact? Date, Fact? Place)? First(IEnumerable<TextRun> runs, Func<DateLine, TextRun, bool> fits, double certainty)
    {
        foreach (var run in runs)
        {
            if (!DateLine.TryFind(run.Text, out var line) || !fits(line, run)) continue;
            // The place is no part of the date, but it shows the eye where to look.
            var doubt = line.Repaired || line.Date.Day is null || line.Date.Year < EarliestYear ? 0.6 : 1;
            return (
                run.FactAt(line.Start, line.Length, line.Date.ToString(), certainty * doubt, Source),
                line.Place is { } place ? run.FactAt(line.Start, place.Length, place, certainty, Source) : null);
        }
        return null;
    }

    /// <summary>"Hà Nội, tháng 8 năm 1948", or a day in words.</summary>
    private static (Fact? Date, Fact? Place)? Partial(IEnumerable<TextRun> head)
    {
        foreach (var run in head)
        {
            if (run.Words.Count > MostWords || DateMention.FindAll(run.Text) is not [{ Date: { Month: not null } date } mention, ..]) continue;
            var before = run.Text[..mention.Start].Trim();
            var place = before.TrimEnd(',', '.', ' ');
            if (before.Length > 0 && (place.Length == before.Length || !IsPlace(place))) continue;
            return (
                run.FactAt(mention.Start, mention.End - mention.Start, date.ToString(), 0.8, Source),
                place.Length > 0 ? run.FactAt(run.Text.IndexOf(place, StringComparison.Ordinal), place.Length, place, 0.8, Source) : null);
        }
        return null;
    }

    private static bool IsPlace(string text) => text.Length > 0 && text.Split(' ') is { Length: <= 6 } words && Array.TrueForAll(words, word => word.Length > 0 && !char.IsLower(word[0]) && !char.IsDigit(word[0]));

    private static IEnumerable<TextRun> AboveCopyMark(PageLayout page) =>
        page.Runs.TakeWhile(run => run.Box.Y < page.Height / 3 || !CopyMarkRule.IsMark(run));
}
