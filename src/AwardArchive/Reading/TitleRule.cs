using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>The trích yếu: the lines below the type word, or a letter's subject, until the body begins.</summary>
internal static class TitleRule
{
    private const string Source = "title-lines/1";
    private const int MostLines = 8;

    /// <summary>Lines of one title stand closer than the paragraphs around it.</summary>
    private const double MostPitches = 1.25;

    /// <param name="page">The page with the head.</param>
    /// <param name="kindType">The type word.</param>
    /// <param name="kindRun">Index of the run that bears the type word or the subject mark.</param>
    /// <param name="kindWords">How many of its words are the type; 0 for a letter, whose title begins in that run.</param>
    public static Fact? Read(PageLayout page, string kindType, int kindRun, int kindWords)
    {
        var kind = page.Runs[kindRun];
        // What is given to a person names the person there.
        if (kindType.StartsWith("Bằng ", StringComparison.Ordinal)) return null;
        var lines = new List<TextRun>();
        if (kindWords == 0) lines.Add(kind);
        foreach (var run in page.Runs.Skip(kindRun + 1))
        {
            if (lines.Count == MostLines) break;
            if (kindWords == 0 && !IsBelow(kind, run)) continue;
            if (!run.HasLetters && lines.Count == 0) continue; // a rule below the type word
            if (!GoesOn(page, kind, lines, run)) break;
            if (kindWords > 0 && !IsCentered(page, kind, run))
            {
                lines.Clear(); // what came before is the first line of this paragraph
                break;
            }
            lines.Add(run);
        }

        var text = string.Join(' ', lines.Select(line => line.Text));
        // "DANH SÁCH CÁC BÀ MẸ / ĐƯỢC TẶNG …": one title in capitals; "BẢN KHAI CÁ NHÂN" alone is a name.
        if (kindWords > 0 && kindWords < kind.Words.Count && lines.TrueForAll(line => line.IsCapitals))
        {
            text = string.Join(' ', [.. kind.Words.Skip(kindWords).Select(word => word.Text), .. lines.Select(line => line.Text)]);
            lines.Insert(0, kind);
        }
        var value = About(text[(SubjectMark.LengthIn(text) ?? 0)..].Trim(' ', ':', ';', '-', '–', '.', '_'));
        return lines.Count > 0 && value.Any(char.IsLetter) ? TextRun.FactOf(lines, text, value, 0.96, Source) : null;
    }

    /// <summary>A letter's subject has the date and the state's motto beside it.</summary>
    private static bool IsBelow(TextRun subject, TextRun run) => run.Box.X < subject.Box.Right && run.Box.Right > subject.Box.X;

    private static bool GoesOn(PageLayout page, TextRun kind, List<TextRun> lines, TextRun run)
    {
        if (!run.HasLetters || BodyStart.IsCue(run) || BodyStart.IsAuthority(run)) return false;
        if (lines.Count == 0) return run.Middle - kind.Middle < Math.Max(page.LinePitch * 3, page.Unit * 5);
        var last = lines[^1];
        return run.IsCapitals == last.IsCapitals && IsClose(page, last, run) && !last.Text.EndsWith('.');
    }

    private static bool IsClose(PageLayout page, TextRun above, TextRun below) => below.Middle - above.Middle < page.LinePitch * MostPitches;

    /// <summary>Below a type word in the middle of the page stands a title in the middle; a line that is not opens the body.</summary>
    private static bool IsCentered(PageLayout page, TextRun kind, TextRun run) =>
        kind.Box.X < page.LeftMargin + (3 * page.Unit) || Math.Abs(Center(kind) - Center(run)) < 1.5 * page.Unit
            || (page.TextCenter is { } middle && Math.Abs(middle - Center(run)) < page.Unit);

    /// <summary>Of its words: dirt beside them counts for nothing.</summary>
    private static double Center(TextRun run)
    {
        var words = run.Words.Where(word => word.Text.Any(char.IsLetter)).ToList();
        return words.Count == 0 ? run.Center : (words.Min(word => word.X) + words.Max(word => word.Box.Right)) / 2.0;
    }

    /// <summary>"Về việc", which OCR gives as "VỀ việc" and "Và việc" too.</summary>
    private static string About(string title)
    {
        var end = title.IndexOf(' ', StringComparison.Ordinal);
        if (end != 2 || !Folding.Fold(title).StartsWith("ve viec ", StringComparison.Ordinal) && !Folding.Fold(title).StartsWith("va viec ", StringComparison.Ordinal)) return title;
        return char.IsUpper(title[4]) ? title : (char.IsUpper(title[0]) ? "Về việc" : "về việc") + title[7..];
    }
}
