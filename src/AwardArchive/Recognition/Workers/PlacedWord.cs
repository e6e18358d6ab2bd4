using AwardArchive.Archive;

namespace AwardArchive.Recognition.Workers;

/// <summary>A word with its place on the page and among the prepared pixels.</summary>
internal readonly record struct PlacedWord(Word Word, Box Prepared)
{
    private int Bottom => Prepared.Y + Prepared.Height;

    /// <summary>Puts the words of a row that was read by itself where they belong: into the line beside which they stand, or between two.</summary>
    /// <param name="words">In reading order.</param>
    /// <param name="row">From left to right.</param>
    public static void Insert(List<PlacedWord> words, IReadOnlyList<PlacedWord> row)
    {
        var first = row[0];
        var beside = words.FindIndex(first.IsBeside);
        if (beside >= 0)
        {
            var line = words[beside].Word;
            foreach (var word in row)
            {
                var at = words.FindIndex(other => other.Word.Line > line.Line || (other.Word.Line == line.Line && other.Prepared.X > word.Prepared.X));
                words.Insert(at < 0 ? words.Count : at, word with { Word = word.Word with { Line = line.Line, Block = line.Block } });
            }
            return;
        }
        var below = words.FindIndex(word => word.Prepared.Y > first.Prepared.Y);
        if (below < 0) below = words.Count;
        // Not into a line that begins higher.
        while (below > 0 && below < words.Count && words[below].Word.Line == words[below - 1].Word.Line) below++;
        var (number, block) = below == 0 ? (0, 0) : (words[below - 1].Word.Line + 1, words[below - 1].Word.Block);
        for (var i = below; i < words.Count; i++) words[i] = words[i] with { Word = words[i].Word with { Line = words[i].Word.Line + 1 } };
        words.InsertRange(below, row.Select(word => word with { Word = word.Word with { Line = number, Block = block } }));
    }

    private bool IsBeside(PlacedWord other) =>
        2 * (Math.Min(Bottom, other.Bottom) - Math.Max(Prepared.Y, other.Prepared.Y)) > Math.Min(Prepared.Height, other.Prepared.Height);
}
