using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// Finds a second head on the page with the head: the State's motto twice (two papers on one sheet, one below the other or side by side), or two
/// numbers that contradict each other. Of later pages <see cref="NewHeadRule"/> tells.
/// </summary>
internal static class TwoHeads
{
    private const string Kind = "twoHeads";

    /// <summary>By it the facts of a page with two heads are less sure.</summary>
    public const double Doubt = 0.6;

    /// <param name="page">The one with the head.</param>
    /// <param name="other">A number of the head that contradicts the one taken; null where there is none.</param>
    public static IReadOnlyList<ReadingWarning> Read(PageLayout page, Fact? other)
    {
        var warnings = new List<ReadingWarning>();
        if (other is not null) warnings.Add(new(Kind, $"Phần đầu có hai số: còn có “{other.AsWritten}”.", other.Page, other.Box));
        var mottos = page.Runs.Where(IsMotto).Take(2).ToList();
        if (mottos.Count == 2) warnings.Add(new(Kind, "Trên trang này có phần đầu của hai văn bản.", page.Number, mottos[1].Box));
        return warnings;
    }

    /// <summary>"Độc lập - Tự do - Hạnh phúc", with the marks OCR leaves it.</summary>
    public static bool IsMotto(TextRun run)
    {
        if (run.Words.Count is < 3 or > 14) return false;
        var letters = Folding.Letters(run.Text);
        return letters.StartsWith("doclap", StringComparison.Ordinal) && letters.Contains("hanhph", StringComparison.Ordinal);
    }
}
