using System.Numerics;
using AwardArchive.Indexing;
using AwardArchive.Vietnamese;

namespace AwardArchive.Search;

/// <summary>How likely recognition, or a hand in a hurry, made one word of another: the cheaper, the likelier.</summary>
/// <remarks>Marks are left out of it: words that differ in marks only meet by their folded forms.</remarks>
internal static class Resemblance
{
    /// <summary>Up to here a confusion that was seen; above it any one letter.</summary>
    public const double Likely = 0.6;

    /// <summary>Letters that look alike to a scan without their marks, and those that run into one; how often is a guess, what was learnt goes before it.</summary>
    private const double GuessedShare = 0.005;
    private static readonly string[] Alike = ["ceo", "il1jtrf", "nhurm", "uvy", "bh", "gqy9", "ao", "mn", "vxy", "s5", "b68", "o0", "z2"];
    private static readonly (string One, string Two)[] Joined =
        [("m", "rn"), ("m", "ni"), ("m", "in"), ("m", "nn"), ("d", "cl"), ("w", "vv"), ("n", "ri"), ("n", "ii"), ("h", "li"), ("h", "ii"), ("k", "lc"), ("u", "ii")];

    private static readonly ConfusionModel Model = Learn();

    /// <summary>One letter for another changes two, one that is read as two changes three.</summary>
    private const int MaxChangedLetters = 3;

    /// <summary>The most that reading a word so may cost.</summary>
    public static double Limit(string word) => word.Length <= 2 ? Likely : 1.0;

    /// <summary>What it costs to read the one word as the other; positive infinity above the limit.</summary>
    /// <param name="truth">Folded.</param>
    /// <param name="read">Folded.</param>
    public static double Cost(string truth, string read) => Model.Distance(read, truth, Limit(truth));

    public static bool IsSimilar(WordForms typed, WordForms word) =>
        !typed.IsNumber && !word.IsNumber && MayBeSimilar(typed.Letters, typed.Folded.Length, word.Letters, word.Folded.Length)
        && Cost(typed.Folded, word.Folded) <= Limit(typed.Folded);

    /// <summary>A quick look that rules out nearly all words.</summary>
    /// <param name="letters">See <see cref="WordForms.Letters"/>.</param>
    public static bool MayBeSimilar(uint letters, int length, uint otherLetters, int otherLength) =>
        BitOperations.PopCount(letters ^ otherLetters) <= MaxChangedLetters && Math.Abs(length - otherLength) <= 2;

    private static ConfusionModel Learn()
    {
        var learnt = ConfusionTable.Embedded();
        var known = learnt.Select(seen => (seen.Truth, seen.Read)).ToHashSet();
        var pairs = Alike.SelectMany(group => group, (group, one) => (group, one)).SelectMany(from => from.group, (from, other) => ($"{from.one}", $"{other}"))
            .Where(pair => pair.Item1 != pair.Item2)
            .Concat(Joined.SelectMany(joined => new[] { (joined.One, joined.Two), (joined.Two, joined.One) }));
        const int Of = 10_000;
        return new([.. learnt, .. pairs.Distinct().Where(pair => !known.Contains(pair)).Select(pair => new Confusion(pair.Item1, pair.Item2, (int)(GuessedShare * Of), Of))]);
    }
}
