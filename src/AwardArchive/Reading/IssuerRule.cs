using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// The issuing body: the last lines of capitals in the left column above the number. The body above it stands there too; a line that only says
/// where ("TỈNH QUẢNG TRỊ") or goes on ("VÀ XÃ HỘI") belongs to the line before it.
/// </summary>
internal static class IssuerRule
{
    private const string Source = "left-head/2";

    /// <summary>A name takes no more lines than this.</summary>
    private const int MostLines = 3;

    private static readonly string[] Continuations =
        ["tinh ", "huyen ", "quan ", "thanh pho ", "tp ", "tp. ", "thi xa ", "xa ", "phuong ", "thi tran ", "va ", "- ", "– ", "trung uong", "viet nam", "dac khu "];

    /// <summary>Bodies whose names begin like a place: the Party's and the army's, of a province, a district or a town.</summary>
    private static readonly string[] Bodies = ["uy ", "doi ", "doan ", "hoi "];

    /// <summary>What stands in the head and is no issuer: the State's name, its motto, the Party's heading, form numbers.</summary>
    private static readonly string[] NotBodies = ["cong hoa", "viet nam dan chu", "viet nam cong", "doc lap", "dang cong san", "mau ", "so:", "hoa toc", "thuong khan", "khan", "toi mat", "tuyet mat", "phu luc", "ban sao", "tang "];

    /// <param name="page">The page with the head.</param>
    /// <param name="headRuns">How many runs stand above the title.</param>
    /// <param name="number">The number or its symbol; without it the left column ends at the title.</param>
    /// <returns>The issuer, and the body above it where the head names one.</returns>
    public static (Fact? Issuer, Fact? Parent) Read(PageLayout page, int headRuns, Fact? number)
    {
        var bottom = number is { } below ? below.Box.Y : int.MaxValue;
        var left = page.Runs.Take(headRuns).Where(run => run.IsCapitals && run.Box.Bottom <= bottom && IsLeft(page, run) && HasWord(run) && !IsOther(run)).ToList();
        // A certificate has no columns: who gives it stands in the middle.
        if (left.Count == 0)
            return (page.Runs.Take(headRuns).FirstOrDefault(run => BodyStart.IsAuthority(run) && !IsOther(run)) is { } giver ? FactOf([giver], 0.8) : null, null);

        var lines = LastName(left);
        var above = LastName(left[..^lines.Count]);
        var certainty = number is null ? 0.8 : 0.97;
        return (FactOf(lines, certainty), FactOf(above, certainty));
    }

    /// <summary>The last lines of a column that are one name; empty of an empty one.</summary>
    private static List<TextRun> LastName(List<TextRun> column)
    {
        var lines = column.TakeLast(1).ToList();
        for (var i = column.Count - 1; i > 0 && lines.Count < MostLines && GoesOn(column[i - 1], column[i]); i--) lines.Insert(0, column[i - 1]);
        return lines;
    }

    private static Fact? FactOf(List<TextRun> lines, double certainty)
    {
        if (lines.Count == 0) return null;
        var text = string.Join(' ', lines.Select(line => line.Text));
        // A dash that hangs on a word is dirt: between names it stands free.
        var value = string.Join(' ', text.Split(' ').Select(word => word.Length > 1 ? word.Trim('-', '_', '.', '\'', '’', '^', '*') : word)).Trim(' ', '-', '_', '.');
        return value.Count(char.IsLetter) > 3 ? TextRun.FactOf(lines, text, value, certainty, Source) : null;
    }

    /// <summary>The name of the State stands at the right; without columns there is only one body at the left margin, or in the middle.</summary>
    private static bool IsLeft(PageLayout page, TextRun run) => run.Box.X + (run.Box.Width / 2) < page.Width / 2;

    /// <summary>More than a stroke of dirt.</summary>
    private static bool HasWord(TextRun run) => run.Words.Any(word => word.Text.Count(char.IsLetter) > 1) && run.Text.Count(char.IsLetter) > 2;

    private static bool IsOther(TextRun run)
    {
        var text = Folding.Fold(run.Text);
        // A line of number that could not be read as one.
        if (text.Contains('/', StringComparison.Ordinal) && text.Any(char.IsAsciiDigit)) return true;
        if (text == "mat" || CopyMarkRule.IsMark(run)) return true;
        return Array.Exists(NotBodies, start => text.StartsWith(start, StringComparison.Ordinal));
    }

    private static bool GoesOn(TextRun above, TextRun line)
    {
        var text = Folding.Fold(line.Text) + " ";
        if (above.Text[^1] is '-' or ',' or '–') return true;
        var opening = Array.Find(Continuations, start => text.StartsWith(start, StringComparison.Ordinal));
        return opening is not null && !Array.Exists(Bodies, body => text.AsSpan(opening.Length).StartsWith(body, StringComparison.Ordinal));
    }
}
