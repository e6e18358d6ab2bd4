using System.Text;
using System.Text.RegularExpressions;
using AwardArchive.Vietnamese;

namespace AwardArchive.Benchmarks;

/// <summary>
/// How far recognized text is from what stands on the page, whatever order the two read the page in. A paper's head has two columns and a
/// list has cells: one engine reads rows, another columns, people blocks, and none of them is wrong. So words are compared as a bag: equal
/// words cancel; of what is left the nearest pairs are matched first, each for its edit distance; words without a partner count whole, on either side.
/// </summary>
/// <param name="Letters">Of the truth, blanks not counted.</param>
/// <param name="WrongLetters">Replaced, lost or added.</param>
/// <param name="WrongWords">The larger of truth words not found and words too many.</param>
/// <param name="WrongBareLetters">As <paramref name="WrongLetters"/>, when both sides are stripped of marks and capitals.</param>
internal readonly record struct UnorderedErrors(int Letters, int WrongLetters, int Words, int WrongWords, int WrongBareLetters)
{
    private static readonly Regex Leader = new("…|[._·]{3,}");

    public static UnorderedErrors Between(string truth, string recognized)
    {
        var (expected, found) = (Tokens(truth), Tokens(recognized));
        var (letters, words) = Distance(expected, found);
        var (bare, _) = Distance([.. expected.Select(Folding.Fold)], [.. found.Select(Folding.Fold)]);
        return new(expected.Sum(word => word.Length), letters, expected.Length, words, bare);
    }

    public static UnorderedErrors operator +(UnorderedErrors a, UnorderedErrors b) => new(
        a.Letters + b.Letters, a.WrongLetters + b.WrongLetters, a.Words + b.Words, a.WrongWords + b.WrongWords, a.WrongBareLetters + b.WrongBareLetters);

    /// <remarks>Leaders are not text: how many of their dots an engine prints says nothing about it.</remarks>
    private static string[] Tokens(string text) =>
        Leader.Replace(text.Normalize(NormalizationForm.FormC), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static (int Letters, int Words) Distance(IReadOnlyList<string> truth, IReadOnlyList<string> recognized)
    {
        var missed = truth.ToList();
        var extra = recognized.Where(word => !missed.Remove(word)).ToList();
        var wrongWords = Math.Max(missed.Count, extra.Count);

        // A pair that shares nothing costs no less than one of its words changed into the other, so every match is worth taking.
        var pairs =
            from m in Enumerable.Range(0, missed.Count)
            from e in Enumerable.Range(0, extra.Count)
            let distance = EditDistance(missed[m], extra[e])
            orderby (double)distance / Math.Max(missed[m].Length, extra[e].Length)
            select (m, e, distance);
        var (missedLeft, extraLeft) = (missed.Select(word => word.Length).ToArray(), extra.Select(word => word.Length).ToArray());
        var letters = 0;
        foreach (var (m, e, distance) in pairs)
        {
            if (missedLeft[m] < 0 || extraLeft[e] < 0) continue;
            missedLeft[m] = extraLeft[e] = -1;
            letters += distance;
        }
        return (letters + missedLeft.Concat(extraLeft).Where(length => length > 0).Sum(), wrongWords);
    }

    private static int EditDistance(string a, string b)
    {
        Span<int> row = stackalloc int[Math.Min(b.Length, 256) + 1];
        if (b.Length >= row.Length) return Math.Max(a.Length, b.Length);
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
