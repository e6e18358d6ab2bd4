using System.Text;
using AwardArchive.Vietnamese;
using UglyToad.PdfPig.Core;
using Letter = UglyToad.PdfPig.Content.Letter;

namespace AwardArchive.Recognition.Workers;

/// <summary>The letters of a page, those in fonts of before Unicode converted.</summary>
/// <remarks>
/// Each font is judged by all it shows on the page; fonts whose names promise the same encoding are judged together, so that a heading in
/// <c>.VnTimeH</c> is carried by the text in <c>.VnTime</c>. So Unicode and old fonts may stand side by side.
/// </remarks>
internal sealed class LegacyFonts
{
    // Between two words, in parts of the font's size.
    private const double Gap = 0.15;

    private readonly Dictionary<LegacyEncoding, SortedSet<string>> _fonts = [];
    private readonly SortedDictionary<string, int> _unconverted = new(StringComparer.Ordinal);

    private LegacyFonts()
    {
    }

    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    /// <summary>What was found, for <see cref="EngineInfo.Parameters"/>; empty when every font speaks Unicode.</summary>
    public IReadOnlyDictionary<string, string> Parameters
    {
        get
        {
            var parameters = new Dictionary<string, string>();
            if (_fonts.Count > 0)
            {
                parameters[LegacyNote.Encoding] = string.Join("; ", _fonts.OrderBy(font => font.Key).Select(
                    font => $"{LegacyNote.NameOf(font.Key)} ({string.Join(", ", font.Value)})"));
            }
            if (_unconverted.Count > 0)
                parameters[LegacyNote.Unconverted] = string.Join(", ", _unconverted.Select(piece => $"{piece.Key} ×{piece.Value}"));
            return parameters;
        }
    }

    /// <param name="letters">As the page draws them.</param>
    public static LegacyFonts Convert(IReadOnlyList<Letter> letters)
    {
        var result = new LegacyFonts { Letters = letters };
        if (letters.All(letter => Ascii.IsValid(letter.Value))) return result;
        var runs = Runs(letters);
        var pools = runs.GroupBy(PoolOf).ToList();
        var found = pools.ToDictionary(pool => pool.Key, pool => Detect(pool, HintOf(pool.First())));
        // What one font of the page was found to be makes it likelier for the others.
        if (found.Values.FirstOrDefault(encoding => encoding is not null) is { } usual)
        {
            foreach (var pool in pools) found[pool.Key] ??= Detect(pool, usual);
            result.Letters = [.. runs.SelectMany(run => found[PoolOf(run)] is { } encoding ? result.Convert(run, encoding) : run)];
        }
        return result;
    }

    /// <summary>What is judged together.</summary>
    private static string PoolOf(List<Letter> run) => HintOf(run)?.ToString() ?? run[0].FontName ?? "";

    private static LegacyEncoding? HintOf(List<Letter> run) => LegacyDetector.HintOf(run[0].FontName, out _);

    private static LegacyEncoding? Detect(IEnumerable<List<Letter>> runs, LegacyEncoding? hint) =>
        LegacyDetector.Detect(string.Join(' ', runs.Select(TextOf)), hint);

    /// <summary>Letters of one font, drawn one after the other without a gap.</summary>
    private static List<List<Letter>> Runs(IReadOnlyList<Letter> letters)
    {
        var runs = new List<List<Letter>>();
        foreach (var letter in letters)
        {
            if (runs.Count > 0 && runs[^1][^1] is var last && last.FontName == letter.FontName && Distance(last.EndBaseLine, letter.StartBaseLine) < Gap * letter.PointSize)
                runs[^1].Add(letter);
            else
                runs.Add([letter]);
        }
        return runs;
    }

    private static double Distance(PdfPoint one, PdfPoint other) => Math.Max(Math.Abs(one.X - other.X), Math.Abs(one.Y - other.Y));

    private static string TextOf(List<Letter> run) => string.Concat(run.Select(letter => letter.Value));

    private IEnumerable<Letter> Convert(List<Letter> run, LegacyEncoding encoding)
    {
        LegacyDetector.HintOf(run[0].FontName, out var capitals);
        var converted = LegacyText.Decode(HiddenCodes.Restore(TextOf(run), encoding), encoding, capitals);
        Note(run[0].FontName ?? "", encoding, converted.Unconverted);
        // Where each character of the run came from; what one letter became may stand for several of them, and the other way round.
        int[] owner = [.. run.SelectMany((letter, index) => Enumerable.Repeat(index, letter.Value.Length))];
        var pieces = new List<(int First, int Last, StringBuilder Value)>();
        for (var i = 0; i < converted.Text.Length; i++)
        {
            var (start, end) = converted.SourceOf(i, i + 1);
            if (pieces.Count > 0 && owner[start] <= pieces[^1].Last) pieces[^1] = pieces[^1] with { Last = Math.Max(pieces[^1].Last, owner[end - 1]) };
            else pieces.Add((owner[start], owner[end - 1], new()));
            pieces[^1].Value.Append(converted.Text[i]);
        }
        return pieces.Select(piece => Join(run.GetRange(piece.First, piece.Last - piece.First + 1), piece.Value.ToString()));
    }

    private static Letter Join(List<Letter> letters, string value)
    {
        var (first, last) = (letters[0], letters[^1]);
        return new(
            value, Around(letters, letter => letter.BoundingBox), Around(letters, letter => letter.GlyphRectangleLoose), first.StartBaseLine, last.EndBaseLine,
            letters.Sum(letter => letter.Width), first.FontSize, first.FontDetails, first.RenderingMode, first.StrokeColor, first.FillColor, first.PointSize,
            first.TextSequence);
    }

    /// <summary>Of one letter its own box, which may be turned; a mark adds its shape, if it has one.</summary>
    private static PdfRectangle Around(List<Letter> letters, Func<Letter, PdfRectangle> boxOf)
    {
        if (letters is [var only]) return boxOf(only);
        var around = letters.Select(letter => Extent.Of(boxOf(letter))).Aggregate((one, other) => one.Union(other));
        return new(around.Left, around.Bottom, around.Right, around.Top);
    }

    private void Note(string font, LegacyEncoding encoding, IReadOnlyList<Unconverted> unconverted)
    {
        if (!_fonts.TryGetValue(encoding, out var fonts)) _fonts[encoding] = fonts = new(StringComparer.Ordinal);
        fonts.Add(font.IndexOf('+', StringComparison.Ordinal) == 6 ? font[7..] : font);
        foreach (var piece in unconverted) _unconverted[Shown(piece.Source)] = _unconverted.GetValueOrDefault(Shown(piece.Source)) + 1;
    }

    /// <summary>What has no shape by its number.</summary>
    private static string Shown(string piece) => piece is [var one] && !char.IsLetter(one) ? $"U+{(int)one:X4}" : piece;
}
