namespace AwardArchive.Recognition.Workers;

/// <summary>Puts the words of a page into rows and blocks by where they stand.</summary>
/// <remarks>
/// PdfPig's own segmenters look for columns and tear lists apart: the numbers, the names and the years of a list of recipients became
/// three texts, and articles of a decision changed places. Administrative papers are read in rows; so are they here, a head of two
/// columns included, as Tesseract's page segmentation 4 does with a scan.
/// </remarks>
internal static class TextRows
{
    /// <summary>Of the lower of two extents: above it they stand in the same row.</summary>
    private const double SameRowOverlap = 0.5;

    /// <summary>Of the height of a row: a wider gap begins a block.</summary>
    private const double BlockGap = 1.0;

    /// <param name="words">In any order; extents with the origin at the bottom left.</param>
    /// <returns>In reading order; rows and blocks counted from 0.</returns>
    public static IEnumerable<(string Text, Extent Extent, int Row, int Block)> Of(IEnumerable<(string Text, Extent Extent)> words)
    {
        var rows = new List<(Extent Extent, List<(string Text, Extent Extent)> Words)>();
        foreach (var word in words.OrderByDescending(word => word.Extent.Top + word.Extent.Bottom))
        {
            if (rows.Count > 0 && Overlap(rows[^1].Extent, word.Extent) >= SameRowOverlap)
            {
                rows[^1].Words.Add(word);
                // The row keeps the extent of its first word: a tall word must not pull the next row in.
                continue;
            }
            rows.Add((word.Extent, [word]));
        }

        var block = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            if (row > 0 && Gap(rows[row - 1].Words, rows[row].Words) > BlockGap * Height(rows[row].Extent)) block++;
            foreach (var (text, extent) in rows[row].Words.OrderBy(word => word.Extent.Left)) yield return (text, extent, row, block);
        }
    }

    private static double Overlap(Extent row, Extent word)
    {
        var shared = Math.Min(row.Top, word.Top) - Math.Max(row.Bottom, word.Bottom);
        return shared / Math.Max(double.Epsilon, Math.Min(Height(row), Height(word)));
    }

    private static double Gap(List<(string Text, Extent Extent)> above, List<(string Text, Extent Extent)> below) =>
        above.Min(word => word.Extent.Bottom) - below.Max(word => word.Extent.Top);

    private static double Height(Extent extent) => extent.Top - extent.Bottom;
}
