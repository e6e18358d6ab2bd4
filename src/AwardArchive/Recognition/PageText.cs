using System.Text;

namespace AwardArchive.Recognition;

/// <summary>The words of a page as running text: blank between words, <c>\n</c> between lines, an empty line between blocks.</summary>
/// <param name="Text">What the catalog keeps and the index reads.</param>
/// <param name="Starts">For each word the offset of its first letter in <see cref="Text"/>; ascending.</param>
public sealed record PageText(string Text, IReadOnlyList<int> Starts)
{
    public static PageText Of(PageWords page)
    {
        var text = new StringBuilder();
        var starts = new int[page.Words.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            var word = page.Words[i];
            if (i > 0)
            {
                var before = page.Words[i - 1];
                text.Append(before.Block != word.Block ? "\n\n" : before.Line != word.Line ? "\n" : " ");
            }
            starts[i] = text.Length;
            text.Append(word.Text);
        }
        return new(text.ToString(), starts);
    }

    /// <summary>The words that the letters from <paramref name="start"/> to before <paramref name="end"/> touch: first index and count.</summary>
    public (int First, int Count) WordsAt(int start, int end)
    {
        var first = LastStartingAtOrBefore(start);
        var last = LastStartingAtOrBefore(Math.Max(start, end - 1));
        return first < 0 ? (0, last + 1) : (first, last - first + 1);
    }

    private int LastStartingAtOrBefore(int offset)
    {
        int low = 0, high = Starts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Starts[middle] <= offset) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }
}
