using AwardArchive.Archive;
using AwardArchive.Recognition.Language;
using AwardArchive.Recognition.Native;
using AwardArchive.Vietnamese;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>
/// Rows of ink as high as letters in which there are no words: the engine's layout analysis took them for pictures, noise or nothing. Page
/// numbers that stand alone, the office and the name under a signature, numbers of a list.
/// </summary>
internal static class MissedText
{
    private const int Clear = 0x0;
    private const int Replace = 0xC;

    // Ink of half the size, where two of four pixels are dark: without dirt of single pixels, and in a quarter of the time.
    private const int Half = 2;
    private const int Rank = 2;

    // Of the height of a word, an accent or a stroke below included.
    private const double Lowest = 0.45;
    private const double Highest = 1.8;
    private const double Narrowest = 0.2;
    private const double BetweenWords = 0.7;
    private const double Margin = 0.4;

    // What stands beside letters without being read is their points, their marks and dirt.
    private const double AroundWords = 0.15;

    // Nearer to a word it is a piece of it.
    private const double Apart = 0.2;

    private const int MaxRows = 12;

    // Rows of signatures and seals are read too, with little confidence and hardly as syllables. Of 22 rows on 42 pages the text had 0.82 and
    // more, numbers of pages 0.53 and more; rubbish that looked like numbers had 0.31 and 0.36.
    private const double Sure = 0.7;
    private const double SureNumber = 0.5;
    private const double Syllables = 0.6;

    /// <param name="ink">1-bit.</param>
    /// <param name="words">Boxes of what was read there.</param>
    /// <returns>With white around them, from top to bottom; none when nothing was read, since then nothing tells the height of letters.</returns>
    public static IReadOnlyList<Box> Find(PixHandle ink, IReadOnlyCollection<Box> words)
    {
        if (words.Count == 0 || ink.IsInvalid) return [];
        _ = GetDimensions(ink, out var width, out var height, out var depth);
        if (depth != 1) return [];
        var letters = words.Select(word => word.Height).Order().ElementAt(words.Count / 2);
        using var left = Reduce(ink, Rank, 0, 0, 0);
        if (left.IsInvalid) return [];
        var around = (int)(AroundWords * letters);
        foreach (var word in words)
        {
            var (x, y) = ((word.X - around) / Half, (word.Y - around) / Half);
            _ = Combine(left, x, y, (word.Width + (2 * around)) / Half + 1, (word.Height + (2 * around)) / Half + 1, Clear, left, 0, 0);
        }
        using var rows = Dilate(0, left, Math.Max(1, (int)(BetweenWords * letters / Half)), Math.Max(1, (int)(AroundWords * letters)));
        return [.. Shapes(rows)
            .Select(box => new Box(box.X * Half, box.Y * Half, box.Width * Half, box.Height * Half))
            .Select(box => Grown(box, -BetweenWords * letters / 2, -AroundWords * letters))
            .Where(box => box.Height >= Lowest * letters && box.Height <= Highest * letters && box.Width >= Narrowest * letters)
            .Where(box => !words.Any(word => MarkBoxes.Gap(box, word) < Apart * letters))
            .OrderByDescending(box => box.Width).Take(MaxRows).OrderBy(box => box.Y)
            .Select(box => Grown(box, Margin * letters, Margin * letters))
            .Select(box => PixelBox.Clip(box.X, box.Y, box.X + box.Width, box.Y + box.Height, 1, width, height))];
    }

    /// <summary>The pixels in a box, of the same depth.</summary>
    public static PixHandle Cut(PixHandle pixels, Box box)
    {
        _ = GetDimensions(pixels, out _, out _, out var depth);
        var cut = Create(box.Width, box.Height, depth);
        if (!cut.IsInvalid) _ = Combine(cut, 0, 0, box.Width, box.Height, Replace, pixels, box.X, box.Y);
        return cut;
    }

    /// <summary>Whether what was read of such a row is text: a number of which the engine is sure, or words most of which are syllables.</summary>
    public static bool IsText(IReadOnlyCollection<Word> words)
    {
        var cores = words.Select(word => (word.Confidence, WordCore.Of(word.Text).Core)).Where(word => word.Core.Length > 0).ToList();
        if (cores.Count == 0) return false;
        var sure = cores.Sum(word => word.Confidence * word.Core.Length) / cores.Sum(word => word.Core.Length);
        if (cores.TrueForAll(word => word.Core.All(char.IsAsciiDigit))) return sure >= SureNumber;
        var known = cores.Count(word => word.Core.Length > 1 && (word.Core.Any(char.IsAsciiDigit) || Syllable.IsPossible(NormalForm.OfWord(word.Core))));
        return sure >= Sure && known >= Syllables * cores.Count;
    }

    private static List<Box> Shapes(PixHandle binary)
    {
        var found = FindShapes(binary, 8);
        try
        {
            var boxes = new List<Box>();
            for (var i = 0; i < CountBoxes(found); i++)
            {
                _ = GetBox(found, i, out var x, out var y, out var width, out var height);
                boxes.Add(new(x, y, width, height));
            }
            return boxes;
        }
        finally
        {
            DestroyBoxes(ref found);
        }
    }

    private static Box Grown(Box box, double aside, double above) =>
        new(box.X - (int)aside, box.Y - (int)above, box.Width + (2 * (int)aside), box.Height + (2 * (int)above));
}
