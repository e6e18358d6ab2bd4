using System.Text;
using System.Text.RegularExpressions;
using AwardArchive.Vietnamese;

namespace AwardArchive.Benchmarks;

/// <summary>
/// How far recognized text is from what stands on the page, whatever order the two read the page in. A paper's head has two columns and a
/// list has cells: one engine reads rows, another columns, people blocks, and none of them is wrong. So words are compared as a bag
/// (<see cref="BagMatch"/>); words without a partner count whole, on either side.
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
        var match = BagMatch.Of(truth, recognized);
        return (
            match.Pairs.Sum(pair => pair.Distance) + match.Missed.Concat(match.Extra).Sum(word => word.Length),
            match.Pairs.Count + Math.Max(match.Missed.Count, match.Extra.Count));
    }
}
