using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>"Nơi nhận": the lines below it in its column, up to and with the one that says where it is kept ("Lưu: VT").</summary>
internal static class SentToRule
{
    private const string Source = "receivers/1";

    private const string Opening = "noinhan";

    private const int MostLines = 40;

    /// <summary>Lines of it stand as close as lines of a paragraph, or a little wider.</summary>
    private const double MostPitches = 2.5;

    /// <param name="pages">From the page with the head on; the first "Nơi nhận" counts, a copy may have one of its own.</param>
    public static IReadOnlyList<Fact> Read(IEnumerable<PageLayout> pages)
    {
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Runs.Count; i++)
            {
                if (!IsOpening(page.Runs[i], out var words)) continue;
                return [.. Items(Lines(page, i, words)).Select(item => FactOf(page, item)).Where(fact => fact.Value.Length > 0)];
            }
        }
        return [];
    }

    private static bool IsOpening(TextRun run, out int words)
    {
        var letters = "";
        for (words = 0; words < run.Words.Count && letters.Length < Opening.Length;) letters += Folding.LettersAndDigits(run.Words[words++].Text);
        // "Nơi nhận" may also begin a sentence; the heading ends with a colon, or stands alone.
        return letters == Opening && (run.Words.Count == words || run.Words[words - 1].Text.EndsWith(':') || run.Words[words].Text.StartsWith(':'));
    }

    private static List<IReadOnlyList<Recognition.Word>> Lines(PageLayout page, int heading, int words)
    {
        var lines = new List<IReadOnlyList<Recognition.Word>>();
        var above = page.Runs[heading];
        if (above.Words.Count > words) lines.Add([.. above.Words.Skip(words)]);
        for (var i = heading + 1; i < page.Runs.Count && lines.Count < MostLines; i++)
        {
            var run = page.Runs[i];
            if (run.Middle - above.Middle > page.LinePitch * MostPitches || EndsWithKept(lines)) break;
            if (run.Box.X > page.Width / 2 || run.Box.X > above.Box.X + (page.Unit * 6)) continue;
            if (run.HasLetters) lines.Add(run.Words);
            above = run;
        }
        return lines;
    }

    private static bool EndsWithKept(List<IReadOnlyList<Recognition.Word>> lines) =>
        lines.Count > 0 && lines[^1].Take(2).Any(word => Folding.LettersAndDigits(word.Text) is "luu" or "luuvt") && lines[^1].Count < 20;

    /// <summary>Where lines begin with a dash, one that does not goes on from the line above.</summary>
    private static List<List<Recognition.Word>> Items(List<IReadOnlyList<Recognition.Word>> lines)
    {
        var dashed = lines.Count(BeginsWithDash) * 2 > lines.Count;
        var items = new List<List<Recognition.Word>>();
        foreach (var line in lines)
        {
            var goesOn = items.Count > 0 && dashed && !BeginsWithDash(line) && !items[^1][^1].Text.EndsWith(';') && Folding.LettersAndDigits(line[0].Text) != "luu";
            if (goesOn) items[^1].AddRange(line);
            else items.Add([.. line]);
        }
        return items;
    }

    private static bool BeginsWithDash(IReadOnlyList<Recognition.Word> line) => line[0].Text[0] is '-' or '–' or '—' or '+' or '•';

    private static Fact FactOf(PageLayout page, List<Recognition.Word> item)
    {
        var text = string.Join(' ', item.Select(word => word.Text));
        var value = text.Trim(' ', '-', '–', '—', '+', '•', ';', ',', '.', ':');
        return TextRun.FactOf(item, text, page.Number, value, 0.9, Source);
    }
}
