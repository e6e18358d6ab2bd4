using AwardArchive.Demo;
using AwardArchive.Recognition;

namespace AwardArchive.Benchmarks;

/// <summary>What stands at one place of a page, and what was read there: mostly a word and a word, at times two read as one or one as two.</summary>
internal sealed record WordPair(IReadOnlyList<TruthWord> Truth, IReadOnlyList<Word> Read);

/// <summary>Finds for each word of the truth what was read in its place, by boxes: in whatever order the page was read.</summary>
internal static class WordPairs
{
    // Of the smaller box. Boxes of ink overlap nearly whole when they are of the same word.
    private const double SameWord = 0.4;

    /// <returns>Every word of either side once; words without a partner have none.</returns>
    public static IReadOnlyList<WordPair> Of(ReadPage page)
    {
        var (truth, read) = (page.Truth.Words, page.Words.Words);
        var group = Enumerable.Range(0, truth.Count + read.Count).ToArray();
        for (var t = 0; t < truth.Count; t++)
        {
            for (var r = 0; r < read.Count; r++)
            {
                if (Overlap(truth[t], read[r]) >= SameWord) group[Root(t)] = Root(truth.Count + r);
            }
        }
        return
        [
            .. Enumerable.Range(0, group.Length).GroupBy(Root).Select(members => new WordPair(
                [.. members.Where(i => i < truth.Count).Select(i => truth[i]).OrderBy(word => word.X)],
                [.. members.Where(i => i >= truth.Count).Select(i => read[i - truth.Count]).OrderBy(word => word.X)])),
        ];

        int Root(int member)
        {
            while (group[member] != member) member = group[member] = group[group[member]];
            return member;
        }
    }

    private static double Overlap(TruthWord truth, Word read)
    {
        var width = Math.Min(truth.X + truth.Width, read.X + read.Width) - Math.Max(truth.X, read.X);
        var height = Math.Min(truth.Y + truth.Height, read.Y + read.Height) - Math.Max(truth.Y, read.Y);
        if (width <= 0 || height <= 0) return 0;
        return (double)width * height / Math.Min((long)truth.Width * truth.Height, (long)read.Width * read.Height);
    }
}
