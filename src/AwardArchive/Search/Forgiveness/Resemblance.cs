using System.Numerics;
using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>How likely a scan, or a hand in a hurry, made one word of another: the cheaper, the likelier.</summary>
internal static class Resemblance
{
    private const double Other = 1.0;
    private const double LookAlike = 0.4;

    /// <summary>One letter for another changes two, two letters four.</summary>
    private const int MaxChangedLetters = 4;

    /// <summary>Letters that scans take for each other without their marks.</summary>
    private static readonly string[] Groups = ["ceo", "il1jtrf", "nhurm", "uvy", "bh", "gqy9", "ao", "mn", "vxy", "s5", "b68", "o0", "z2"];

    /// <summary>The most that a word may cost and still be taken for the other.</summary>
    public static double Limit(string word) => word.Length <= 2 ? LookAlike : word.Length <= 3 ? 1.0 : 1.2;

    public static bool IsSimilar(WordForms typed, WordForms word) =>
        !typed.IsNumber && !word.IsNumber && MayBeSimilar(typed.Letters, typed.Folded.Length, word.Letters, word.Folded.Length)
        && Cost(typed.Folded, word.Folded) <= Limit(typed.Folded);

    /// <summary>A quick look that rules out nearly all words.</summary>
    /// <param name="letters">See <see cref="WordForms.Letters"/>.</param>
    public static bool MayBeSimilar(uint letters, int length, uint otherLetters, int otherLength) =>
        BitOperations.PopCount(letters ^ otherLetters) <= MaxChangedLetters && Math.Abs(length - otherLength) <= 2;

    /// <summary>Weighted Damerau–Levenshtein distance of folded words; more than 2 where it is certainly over every limit.</summary>
    public static double Cost(string one, string other)
    {
        Span<double> costs = stackalloc double[(one.Length + 1) * (other.Length + 1)];
        if (costs.Length > 1024) return double.MaxValue;
        var width = other.Length + 1;
        for (var j = 0; j <= other.Length; j++) costs[j] = j * Other;
        for (var i = 1; i <= one.Length; i++)
        {
            costs[i * width] = i * Other;
            for (var j = 1; j <= other.Length; j++)
            {
                var best = Math.Min(costs[((i - 1) * width) + j], costs[(i * width) + j - 1]) + Other;
                best = Math.Min(best, costs[((i - 1) * width) + j - 1] + Replacement(one[i - 1], other[j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    best = Math.Min(best, costs[((i - 2) * width) + j - 2] + Other);
                if (i > 1 && IsJoined(one.AsSpan(i - 2, 2), other[j - 1])) best = Math.Min(best, costs[((i - 2) * width) + j - 1] + LookAlike);
                if (j > 1 && IsJoined(other.AsSpan(j - 2, 2), one[i - 1])) best = Math.Min(best, costs[((i - 1) * width) + j - 2] + LookAlike);
                costs[(i * width) + j] = best;
            }
        }
        return costs[^1];
    }

    private static double Replacement(char one, char other)
    {
        if (one == other) return 0;
        foreach (var group in Groups)
        {
            if (group.Contains(one, StringComparison.Ordinal) && group.Contains(other, StringComparison.Ordinal)) return LookAlike;
        }
        return Other;
    }

    /// <summary>Two letters that run into one.</summary>
    private static bool IsJoined(ReadOnlySpan<char> two, char one) =>
        (one == 'm' && two is "rn" or "ni" or "in" or "nn") || (one == 'd' && two is "cl") || (one == 'w' && two is "vv") || (one == 'n' && two is "ri" or "ii") || (one == 'h' && two is "li");
}
