using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace AwardArchive.Recognition.Workers;

/// <summary>The text that a born-digital PDF page carries itself.</summary>
internal static class TextLayer
{
    // Fewer letters may be a page number or a stamp on a page that is a drawing otherwise.
    private const int MinLetters = 20;

    // Fonts of before Unicode (TCVN3, VNI) show as Latin letters that Vietnamese lacks: one letter in five or more. Real text has a few foreign ones.
    private const double MaxForeignShare = 0.03;

    private const string VietnameseLetters =
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

    // Punctuation of offices beyond ASCII, and combining marks, which join when the word is normalized.
    private const string OtherSigns = "–—―‘’“”„…•·«»§°²³½±×÷−→■□▪◦●○✓☐☑\u00AD\u2010\u2011\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031B";

    private static readonly HashSet<char> Known = [.. VietnameseLetters, .. VietnameseLetters.ToUpperInvariant(), .. OtherSigns];

    public static EngineInfo Engine { get; } = new(
        "text-layer",
        $"PdfPig {typeof(UglyToad.PdfPig.PdfDocument).Assembly.GetName().Version?.ToString(3)}",
        null,
        new Dictionary<string, string>());

    /// <summary>Whether the letters say what the eye sees, as far as letters can tell.</summary>
    public static bool IsSound(IReadOnlyList<Letter> letters)
    {
        int count = 0, foreign = 0;
        foreach (var c in letters.SelectMany(letter => letter.Value))
        {
            if (char.IsWhiteSpace(c)) continue;
            count++;
            if (!(char.IsAscii(c) && !char.IsControl(c)) && !Known.Contains(c)) foreign++;
        }
        return count >= MinLetters && foreign <= MaxForeignShare * count;
    }

    /// <summary>Words in reading order.</summary>
    /// <param name="letters">Positions in points, origin at the bottom left.</param>
    /// <param name="width">Of the page, in points.</param>
    /// <param name="dpi">Of the image in which the boxes shall lie.</param>
    public static IReadOnlyList<Word> Read(IReadOnlyList<Letter> letters, double width, double height, int dpi)
    {
        var scale = dpi / 72.0;
        var (pixelWidth, pixelHeight) = ((int)Math.Ceiling(width * scale), (int)Math.Ceiling(height * scale));
        var words = new List<Word>();
        int line = -1, block = -1;
        foreach (var textLine in Blocks(letters).SelectMany(found => found.TextLines.Select((row, index) => (row, index))))
        {
            if (textLine.index == 0) block++;
            line++;
            foreach (var word in textLine.row.Words)
            {
                var text = WordText.Clean(word.Text);
                if (text.Length == 0) continue;
                var around = Extent.Of(word.BoundingBox);
                var box = PixelBox.Clip(around.Left, height - around.Top, around.Right, height - around.Bottom, scale, pixelWidth, pixelHeight);
                words.Add(new(text, box.X, box.Y, box.Width, box.Height, 1, line, block));
            }
        }
        return words;
    }

    private static IEnumerable<TextBlock> Blocks(IReadOnlyList<Letter> letters)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(letters);
        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return UnsupervisedReadingOrderDetector.Instance.Get(blocks);
    }
}
