using AwardArchive.Archive;

namespace AwardArchive.Reading;

/// <summary>The trích yếu: the lines below the type word, or a letter's subject, until the body begins.</summary>
internal static class TitleRule
{
    private const string Source = "title-lines/1";
    private const int MostLines = 8;

    /// <summary>Lines of one title stand closer than the paragraphs around it.</summary>
    private const double MostPitches = 1.25;

    /// <param name="page">The page with the head.</param>
    /// <param name="kindRun">Index of the run that bears the type word or the subject mark.</param>
    /// <param name="kindWords">How many of its words are the type; 0 for a letter, whose title begins in that run.</param>
    public static Fact? Read(PageLayout page, int kindRun, int kindWords)
    {
        var kind = page.Runs[kindRun];
        var lines = new List<TextRun>();
        if (kindWords == 0) lines.Add(kind);
        foreach (var run in page.Runs.Skip(kindRun + 1))
        {
            if (lines.Count == MostLines || !IsBelow(kind, run)) continue;
            if (!run.HasLetters && lines.Count == 0) continue; // a rule below the type word
            if (!GoesOn(page, kind, lines, run)) break;
            lines.Add(run);
        }

        var text = string.Join(' ', lines.Select(line => line.Text));
        // "DANH SÁCH CÁC BÀ MẸ / ĐƯỢC TẶNG …": one title in capitals; "BẢN KHAI CÁ NHÂN" alone is a name.
        if (kindWords > 0 && kindWords < kind.Words.Count && lines.TrueForAll(line => line.IsCapitals))
        {
            text = string.Join(' ', [.. kind.Words.Skip(kindWords).Select(word => word.Text), .. lines.Select(line => line.Text)]);
            lines.Insert(0, kind);
        }
        var value = text[(SubjectMark.LengthIn(text) ?? 0)..].Trim(' ', ':', ';', '-', '–', '.', '_');
        return lines.Count > 0 && value.Any(char.IsLetter) ? TextRun.FactOf(lines, text, value, 0.9, Source) : null;
    }

    /// <summary>In the same column: a letter's subject has the date and the state's name beside it.</summary>
    private static bool IsBelow(TextRun kind, TextRun run) =>
        run.Middle > kind.Middle + 1 && run.Box.X < kind.Box.Right && run.Box.Right > kind.Box.X;

    private static bool GoesOn(PageLayout page, TextRun kind, List<TextRun> lines, TextRun run)
    {
        if (!run.HasLetters || BodyStart.IsCue(run) || BodyStart.IsAuthority(run)) return false;
        if (lines.Count == 0) return run.Middle - kind.Middle < Math.Max(page.Pitch * 3, page.Unit * 5);
        var last = lines[^1];
        return run.IsCapitals == last.IsCapitals
            && run.Middle - last.Middle < page.Pitch * MostPitches
            && !last.Text.EndsWith('.');
    }
}
