using System.Buffers;
using AwardArchive.Vietnamese;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using Letter = UglyToad.PdfPig.Content.Letter;

namespace AwardArchive.Recognition.Workers;

/// <summary>The text that a born-digital PDF page carries itself.</summary>
internal static class TextLayer
{
    // Fewer letters may be a page number or a stamp on a page that is a drawing otherwise.
    private const int MinLetters = 20;

    // Fonts without a way to Unicode show letters that Vietnamese lacks, or private ones: one letter in five or more. Real text has a few.
    private const double MaxForeignShare = 0.03;

    // Letters that are named wrongly are letters all the same, but not words. Real papers have abbreviations and codes.
    private const double MinWordShare = 0.6;

    // In parts of the font's size: what is lower than a dash has no shape; and usual measures for what has none.
    private const double LowestLetter = 0.02;
    private const double Descent = 0.2;
    private const double Ascent = 0.75;

    // Punctuation of offices beyond ASCII, and combining marks, which join when the word is normalized.
    private const string OtherSigns = "–—―‘’“”„…•·«»§°²³½±×÷−→■□▪◦●○✓☐☑\u00AD\u2010\u2011\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031B";

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly string Version = $"PdfPig {typeof(UglyToad.PdfPig.PdfDocument).Assembly.GetName().Version?.ToString(3)}";

    /// <param name="parameters">How the letters were converted.</param>
    public static EngineInfo Engine(IReadOnlyDictionary<string, string> parameters) => new("text-layer", Version, null, parameters);

    /// <summary>Words row by row, as recognition of a scan gives them: so that the row of a list stays one line.</summary>
    /// <param name="letters">Positions in points, origin at the bottom left.</param>
    /// <param name="width">Of the page, in points.</param>
    /// <param name="dpi">Of the image in which the boxes shall lie.</param>
    /// <returns>Null when the letters do not say what the eye sees, as far as letters can tell.</returns>
    public static IReadOnlyList<Word>? Read(IReadOnlyList<Letter> letters, double width, double height, int dpi)
    {
        if (!AreLetters(letters)) return null;
        var placed = NearestNeighbourWordExtractor.Instance.GetWords(letters)
            .Select(word => (Text: FontSlips.Repair(WordText.Clean(word.Text)), Extent: Around(word)))
            .Where(word => word.Text.Length > 0).ToList();
        if (!AreWords(placed.Select(word => word.Text))) return null;
        var scale = dpi / 72.0;
        var (pixelWidth, pixelHeight) = ((int)Math.Ceiling(width * scale), (int)Math.Ceiling(height * scale));
        return
        [
            .. TextRows.Of(placed).Select(word =>
            {
                var (left, top) = (word.Extent.Left, height - word.Extent.Top);
                var box = PixelBox.Clip(left, top, word.Extent.Right, height - word.Extent.Bottom, scale, pixelWidth, pixelHeight);
                return new Word(word.Text, box.X, box.Y, box.Width, box.Height, 1, word.Row, word.Block);
            }),
        ];
    }

    private static bool AreLetters(IReadOnlyList<Letter> letters)
    {
        int count = 0, foreign = 0;
        foreach (var c in letters.SelectMany(letter => letter.Value))
        {
            if (char.IsWhiteSpace(c)) continue;
            count++;
            if (!IsKnown(c)) foreign++;
        }
        return count >= MinLetters && foreign <= MaxForeignShare * count;
    }

    private static bool IsKnown(char c) => char.IsAscii(c)
        ? !char.IsControl(c)
        : Vietnamese.Letter.TryRead(c, out _) || OtherSigns.Contains(c, StringComparison.Ordinal);

    private static bool AreWords(IEnumerable<string> texts)
    {
        int words = 0, pronounceable = 0;
        foreach (var token in texts.SelectMany(Tokenizer.Tokenize).Where(token => !token.IsNumber))
        {
            words++;
            if (IsPronounceable(token.Source[token.Start..token.End])) pronounceable++;
        }
        return pronounceable >= MinWordShare * words;
    }

    /// <summary>With a vowel, and with capitals at the front or all through.</summary>
    private static bool IsPronounceable(string word) =>
        Folding.Fold(word).AsSpan().ContainsAny(Vowels) && (!word.Skip(1).Any(char.IsUpper) || !word.Any(char.IsLower));

    /// <remarks>
    /// From the letters: PdfPig's box of a word trusts base lines and can have no height. Letters of a font whose shapes it does not know
    /// have none either; then the font's size must do.
    /// </remarks>
    private static Extent Around(UglyToad.PdfPig.Content.Word word)
    {
        var around = word.Letters.Select(letter => Extent.Of(letter.BoundingBox)).Aggregate((one, other) => one.Union(other));
        var size = word.Letters[0].PointSize;
        return around.Top - around.Bottom >= LowestLetter * size
            ? around
            : around with { Bottom = around.Bottom - (Descent * size), Top = around.Bottom + (Ascent * size) };
    }
}
