using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// In which years a head can have been printed: each name of the State, and each body, had its time. A year outside was misread. Recognition takes an 8 for
/// a 6 and the like: where one such digit leads to one year inside, that year is taken, and not believed.
/// </summary>
/// <remarks>Constitutions of 1946, 1980 and 1992; the name of the State was changed on 2 July 1976.</remarks>
internal static class IssueYear
{
    /// <summary>Of a year that cannot be, or was made one that can.</summary>
    private const double Doubtful = 0.5;

    private static readonly (string Letters, int From, int To)[] Times =
    [
        ("hoidongnhanuoc", 1981, 1992), ("hoidongbotruong", 1981, 1992), ("xahoichunghia", 1976, 2199), ("vietnamdanchuconghoa", 1945, 1976),
        ("uybanhanhchinh", 1945, 1981),
    ];

    /// <summary>Digits that recognition takes for each other.</summary>
    private static readonly string[] Alike = ["689", "358", "17", "08"];

    public static Fact? Check(Fact? date, IEnumerable<TextRun> head)
    {
        if (date is null || !VietnameseDate.TryParse(date.Value, out var read)) return date;
        var (from, to) = TimeOf(head);
        if (read.Year >= from && read.Year <= to) return date;
        var years = LikeYears(read.Year).Where(year => year >= from && year <= to).Distinct().ToList();
        var value = years is [var only] && VietnameseDate.Of(only, read.Month, read.Day) is { } mended ? mended.ToString() : date.Value;
        return date with { Value = value, Confidence = Math.Min(date.Confidence, Doubtful) };
    }

    /// <summary>The narrowest that all names in the head allow; all years where there is none, or where they contradict each other.</summary>
    private static (int From, int To) TimeOf(IEnumerable<TextRun> head)
    {
        var (from, to) = (0, 9999);
        foreach (var run in head)
        {
            if (!run.IsCapitals) continue;
            var letters = Folding.Letters(run.Text);
            foreach (var time in Times)
            {
                if (letters.Contains(time.Letters, StringComparison.Ordinal)) (from, to) = (Math.Max(from, time.From), Math.Min(to, time.To));
            }
        }
        return from <= to ? (from, to) : (0, 9999);
    }

    private static IEnumerable<int> LikeYears(int year)
    {
        var digits = year.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < digits.Length; i++)
        {
            foreach (var like in Alike.Where(alike => alike.Contains(digits[i], StringComparison.Ordinal)).SelectMany(alike => alike))
                yield return int.Parse(string.Concat(digits.AsSpan(..i), [like], digits.AsSpan(i + 1)), CultureInfo.InvariantCulture);
        }
    }
}
