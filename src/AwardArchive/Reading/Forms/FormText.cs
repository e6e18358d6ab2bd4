using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Forms;

/// <summary>A word of a form, or what a colon cuts off it.</summary>
/// <param name="Word">With the box of the whole word.</param>
/// <param name="Line">Index into <see cref="FormText.Lines"/>.</param>
/// <param name="AfterGap">A wide white stands before it, or the line begins.</param>
internal sealed record FormWord(Word Word, int Page, int Line, bool AfterGap)
{
    public string Text => Word.Text;

    /// <summary>Its letters and digits, folded.</summary>
    public string Letters { get; } = Folding.LettersAndDigits(Word.Text);

    public bool EndsLabel => Text[^1] == ':';

    public bool HasDigit { get; } = Word.Text.Any(char.IsAsciiDigit);
}

/// <summary>All that stands at one height of a page, from left to right.</summary>
/// <param name="First">Index of its first word in <see cref="FormText.Words"/>.</param>
/// <param name="End">After its last.</param>
/// <param name="Below">Its distance from the line above, in usual line distances; 0 at the top of a page.</param>
/// <param name="IsFull">It reaches the right margin: a paragraph may go on in the next line.</param>
internal sealed record FormLine(int Page, int First, int End, double Below, bool IsFull);

/// <summary>
/// The words of a form in the order a person fills it in: line by line over all columns. An engine may give label and value as two lines, and a
/// colon that touches the value as one word with it; dotted leaders come as dots, or not at all.
/// </summary>
internal sealed record FormText(IReadOnlyList<FormWord> Words, IReadOnlyList<FormLine> Lines)
{
    /// <summary>Runs whose middles differ by less than this share of a word's height stand on one line.</summary>
    private const double SameLine = 0.6;

    private static readonly char[] Leaders = ['.', '…', '_', '·', '•'];

    public static FormText Of(IReadOnlyList<PageLayout> pages)
    {
        var words = new List<FormWord>();
        var lines = new List<FormLine>();
        foreach (var page in pages)
        {
            var right = RightMargin(page);
            var above = double.NaN;
            foreach (var line in LinesOf(page))
            {
                var first = words.Count;
                foreach (var run in line.OrderBy(run => run.Box.X))
                {
                    var start = words.Count;
                    foreach (var word in run.Words.SelectMany(Pieces)) words.Add(new(word, run.Page, lines.Count, words.Count == start));
                }
                if (words.Count == first) continue;
                var below = double.IsNaN(above) ? 0 : (line[0].Middle - above) / page.Pitch;
                lines.Add(new(page.Runs[0].Page, first, words.Count, below, words.Skip(first).Max(word => word.Word.Box.Right) > right - (4 * page.Unit)));
                above = line[0].Middle;
            }
        }
        return new(words, lines);
    }

    public IEnumerable<FormWord> WordsOf(FormLine line) => Words.Skip(line.First).Take(line.End - line.First);

    /// <summary>A fact that these words say, at least one.</summary>
    /// <param name="length">How many characters from <paramref name="start"/> in the words, a blank between.</param>
    public static Fact FactAt(IReadOnlyList<FormWord> words, int start, int length, string value, double certainty, string source) =>
        new TextRun(words[0].Page, [.. words.Select(word => word.Word)], 0).FactAt(start, length, value, certainty, source);

    public static string TextOf(IEnumerable<FormWord> words) => string.Join(' ', words.Select(word => word.Text));

    private static List<List<TextRun>> LinesOf(PageLayout page)
    {
        var lines = new List<List<TextRun>>();
        foreach (var run in page.Runs.OrderBy(run => run.Middle).ThenBy(run => run.Box.X))
        {
            if (lines.Count == 0 || run.Middle - lines[^1][0].Middle > page.Unit * SameLine) lines.Add([]);
            lines[^1].Add(run);
        }
        return lines;
    }

    /// <summary>Where its long lines end.</summary>
    private static double RightMargin(PageLayout page)
    {
        var rights = page.Runs.Where(run => run.Box.Width > page.Width * 0.4).Select(run => run.Box.Right).Order().ToArray();
        return rights.Length > 0 ? rights[(int)(rights.Length * 0.9)] : page.Width * 0.9;
    }

    /// <summary>What colons cut, and an item's number that sticks to its label: "2.Mẹ".</summary>
    private static IEnumerable<Word> Pieces(Word word)
    {
        for (var start = ItemNumberOf(word.Text); start < word.Text.Length;)
        {
            var colon = word.Text.IndexOf(':', start);
            var end = colon < 0 ? word.Text.Length : colon + 1;
            var piece = WithoutLeaders(word.Text[start..end]);
            if (piece.Length > 0) yield return piece.Length == word.Text.Length ? word : word with { Text = piece };
            start = end;
        }
    }

    /// <returns>How many characters the number before a letter takes; 0 where there is none.</returns>
    private static int ItemNumberOf(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && text.Length > digits + 1 && text[digits] is ('.' or ')') && char.IsLetter(text[digits + 1]) ? digits + 1 : 0;
    }

    /// <summary>One dot ends an abbreviation or a sentence; several are a leader.</summary>
    private static string WithoutLeaders(string text)
    {
        var piece = text.TrimStart(Leaders);
        var trimmed = piece.TrimEnd(Leaders);
        return piece.Length - trimmed.Length == 1 && piece[^1] == '.' ? piece : trimmed;
    }
}
