using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// Finds a second head where one was looked for: the State's motto twice on a page (two papers on one sheet, one below the other or side by
/// side), two numbers that contradict each other, or another head on a later page.
/// </summary>
internal static class TwoHeads
{
    private const string Kind = "twoHeads";

    /// <summary>By it the facts of a page with two heads are less sure.</summary>
    public const double Doubt = 0.6;

    /// <summary>A head of its own begins in the upper part of its page.</summary>
    private const double UpperPart = 0.4;

    /// <param name="pages">From the page with the head on.</param>
    /// <param name="other">A number of the head that contradicts the one taken; null where there is none.</param>
    public static IReadOnlyList<ReadingWarning> Read(IReadOnlyList<PageLayout> pages, Fact? other)
    {
        var warnings = new List<ReadingWarning>();
        if (pages.Count == 0) return warnings;
        if (other is not null) warnings.Add(new(Kind, $"Phần đầu có hai số: còn có “{other.AsWritten}”.", other.Page, other.Box));
        var mottos = pages[0].Runs.Where(IsMotto).Take(2).ToList();
        if (mottos.Count == 2) warnings.Add(new(Kind, "Trên trang này có phần đầu của hai văn bản.", pages[0].Number, mottos[1].Box));
        foreach (var page in pages.Skip(1))
        {
            var motto = page.Runs.TakeWhile(run => run.Box.Y < page.Height * UpperPart).FirstOrDefault(IsMotto);
            if (motto is not null && KindRule.Read(page) is not null) warnings.Add(new(Kind, "Trang này mang phần đầu của một văn bản khác.", page.Number, motto.Box));
        }
        return warnings;
    }

    /// <summary>"Độc lập - Tự do - Hạnh phúc", with the marks OCR leaves it.</summary>
    private static bool IsMotto(TextRun run)
    {
        if (run.Words.Count is < 3 or > 14) return false;
        var letters = string.Concat(Folding.Fold(run.Text).Where(char.IsLetter));
        return letters.StartsWith("doclap", StringComparison.Ordinal) && letters.Contains("hanhph", StringComparison.Ordinal);
    }
}
