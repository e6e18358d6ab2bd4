using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>Where each page begins among the positions of a document's text: turns the position of a hit into a page.</summary>
/// <param name="Numbers">Page numbers, ascending.</param>
/// <param name="Starts">For each page its first position; never descending.</param>
internal sealed record PageStarts(int[] Numbers, int[] Starts)
{
    /// <summary>Counts as Lucene does when the pages are added to one field in this order.</summary>
    public static PageStarts Of(IReadOnlyList<Page> pages)
    {
        var starts = new int[pages.Count];
        for (var i = 1; i < starts.Length; i++) starts[i] = starts[i - 1] + Tokenizer.Tokenize(pages[i - 1].Text).Count() + IndexFields.PageGap;
        return new([.. pages.Select(page => page.Number)], starts);
    }

    /// <summary>The page that holds a position.</summary>
    public int PageAt(int position)
    {
        var found = Array.BinarySearch(Starts, position);
        return Numbers[found >= 0 ? found : ~found - 1];
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
