namespace AwardArchive.Indexing;

/// <summary>Where each page begins among the positions of a document's text: turns the position of a hit into a page.</summary>
/// <param name="Numbers">Page numbers, ascending; behind them those of rows that stand behind the pages.</param>
/// <param name="Starts">For each page its first position; never descending.</param>
internal sealed record PageStarts(int[] Numbers, int[] Starts)
{
    /// <summary>Counts as Lucene does when all texts are added to one field in this order.</summary>
    /// <param name="before">Texts that stand before the pages.</param>
    /// <param name="numbers">Of the pages, then of the rows behind them.</param>
    /// <param name="pages">Their texts.</param>
    public static PageStarts Of(IEnumerable<AnalyzedText> before, IEnumerable<int> numbers, IReadOnlyList<AnalyzedText> pages)
    {
        var next = before.Sum(text => text.Words.Count + IndexFields.PageGap);
        var starts = new int[pages.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = next;
            next += pages[i].Words.Count + IndexFields.PageGap;
        }
        return new([.. numbers], starts);
    }

    /// <summary>The page that holds a position; 0 for what stands before the pages.</summary>
    public int PageAt(int position)
    {
        var found = Array.BinarySearch(Starts, position);
        var index = found >= 0 ? found : ~found - 1;
        return index < 0 ? 0 : Numbers[index];
    }

    /// <summary>7-bit encoded differences: a few bytes a page.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write7BitEncodedInt(Numbers.Length);
        for (var i = 0; i < Numbers.Length; i++)
        {
            writer.Write7BitEncodedInt(Numbers[i] - (i == 0 ? 0 : Numbers[i - 1]));
            writer.Write7BitEncodedInt(Starts[i] - (i == 0 ? 0 : Starts[i - 1]));
        }
        writer.Flush();
        return bytes.ToArray();
    }

    public static PageStarts FromBytes(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length));
        var numbers = new int[reader.Read7BitEncodedInt()];
        var starts = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reader.Read7BitEncodedInt() + (i == 0 ? 0 : numbers[i - 1]);
            starts[i] = reader.Read7BitEncodedInt() + (i == 0 ? 0 : starts[i - 1]);
        }
        return new(numbers, starts);
    }
}
