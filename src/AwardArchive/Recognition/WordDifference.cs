using DiffPlex;
using DiffPlex.Chunkers;

namespace AwardArchive.Recognition;

/// <summary>A stretch of two results of a page: alike, or words of one in the place of words of the other.</summary>
/// <param name="Same">Whether the words are the same; their boxes and confidences may differ.</param>
/// <param name="A">May be empty where they differ.</param>
/// <param name="B">May be empty where they differ.</param>
public sealed record WordDifference(bool Same, IReadOnlyList<Word> A, IReadOnlyList<Word> B)
{
    /// <summary>Word by word, in reading order; the stretches take up all words of both.</summary>
    public static IReadOnlyList<WordDifference> Between(PageWords a, PageWords b)
    {
        var (before, after) = ((Word[])[.. a.Words], (Word[])[.. b.Words]);
        if (before.Length == 0 && after.Length == 0) return [];
        if (before.Length == 0 || after.Length == 0) return [new(false, before, after)];

        // No word holds white space: a word a line.
        var found = Differ.Instance.CreateDiffs(TextOf(before), TextOf(after), ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);
        var stretches = new List<WordDifference>();
        var (atA, atB) = (0, 0);
        foreach (var block in found.DiffBlocks)
        {
            if (block.DeleteStartA > atA) stretches.Add(new(true, before[atA..block.DeleteStartA], after[atB..block.InsertStartB]));
            atA = block.DeleteStartA + block.DeleteCountA;
            atB = block.InsertStartB + block.InsertCountB;
            stretches.Add(new(false, before[block.DeleteStartA..atA], after[block.InsertStartB..atB]));
        }
        if (atA < before.Length) stretches.Add(new(true, before[atA..], after[atB..]));
        return stretches;
    }

    private static string TextOf(Word[] words) => string.Join('\n', words.Select(word => word.Text));
}
