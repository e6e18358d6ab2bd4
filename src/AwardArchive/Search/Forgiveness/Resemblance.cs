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

    /// <summary>One letter for another changes two, one that is read as two changes three.</summary>
    private const int MaxChangedLetters = 3;

    /// <summary>The most that reading a word so may cost.</summary>
    public static double Limit(string word) => word.Length <= 2 ? Likely : 1.0;

    /// <summary>What it costs to read the one word as the other; positive infinity above the limit.</summary>
    /// <param name="truth">Folded.</param>
    /// <param name="read">Folded.</param>
    public static double Cost(string truth, string read) => ConfusionModel.Learnt.Distance(read, truth, Limit(truth));

    public static bool IsSimilar(WordForms typed, WordForms word) =>
        !typed.IsNumber && !word.IsNumber && MayBeSimilar(typed.Letters, typed.Folded.Length, word.Letters, word.Folded.Length)
        && Cost(typed.Folded, word.Folded) <= Limit(typed.Folded);

    /// <summary>A quick look that rules out nearly all words.</summary>
    /// <param name="letters">See <see cref="WordForms.Letters"/>.</param>
    public static bool MayBeSimilar(uint letters, int length, uint otherLetters, int otherLength) =>
        BitOperations.PopCount(letters ^ otherLetters) <= MaxChangedLetters && Math.Abs(length - otherLength) <= 2;
}
