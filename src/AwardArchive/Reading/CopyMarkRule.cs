using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>What says that the paper is a copy: SAO Y, SAO LỤC or TRÍCH SAO in capitals at the start of a line, at its head or below the copied text.</summary>
internal static class CopyMarkRule
{
    private const string Source = "copy-mark/1";

    private static readonly (string Letters, string Mark)[] Marks = [("saoy", "SAO Y"), ("saoluc", "SAO LỤC"), ("trichsao", "TRÍCH SAO")];

    /// <param name="pages">All, in order: the first mark counts.</param>
    public static Fact? Read(IEnumerable<PageLayout> pages)
    {
        foreach (var run in pages.SelectMany(page => page.Runs))
        {
            if (MarkOf(run) is { } found) return run.FactAt(0, run.Text.Length, found.Mark, found.IsWhole ? 0.95 : 0.85, Source);
        }
        return null;
    }

    /// <summary>Whether a line begins the block that who copied a paper puts below it.</summary>
    public static bool IsMark(TextRun run) => MarkOf(run) is not null;

    private static (string Mark, bool IsWhole)? MarkOf(TextRun run)
    {
        // "SAO Y BẢN CHÍNH", "SAO Y; UBND XÃ …": a sentence in capitals is longer.
        if (!run.IsCapitals || run.Words.Count > 14) return null;
        var letters = Folding.LettersAndDigits(run.Text);
        foreach (var (start, mark) in Marks)
        {
            if (letters.StartsWith(start, StringComparison.Ordinal)) return (mark, letters.Length == start.Length || letters.StartsWith(start + "ban", StringComparison.Ordinal));
        }
        return null;
    }
}
