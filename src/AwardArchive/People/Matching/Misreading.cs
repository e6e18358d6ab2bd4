using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>How one word of a name came to be written as another.</summary>
internal enum WordChange
{
    None,
    MarksMissing,
    MarksDiffer,
    LettersDiffer,
    Initial,
    Other,
}

/// <summary>
/// How likely a word that is true stands on the paper, or in what was read of it, as another: by recognition (the table of confusions), or by
/// the hand that wrote it. Shares of all words, not of those that changed.
/// </summary>
/// <remarks>Words are in normal form. Answers are kept: not safe for several threads.</remarks>
internal sealed class Misreading(ConfusionModel confusions)
{
    /// <summary>Written and read as it is.</summary>
    public const double Same = 0.9;

    /// <summary>Written without its marks, by typewriter or telegraph.</summary>
    private const double MarksMissing = 0.01;

    /// <summary>Hỏi for ngã and the like: one tone for another, as the ear has it or the eye.</summary>
    private const double MarksDiffer = 0.003;

    private const double Initial = 0.01;

    /// <summary>The table of confusions has a cost of 1 for this share; see <see cref="ConfusionModel"/>.</summary>
    private const double Unseen = 1e-5;

    /// <summary>Letters that look alike in a word nobody would write: more often than the table has seen, for it was learnt from few pages.</summary>
    private const double OneLetter = 3e-4;

    private const double MaxDistance = 1.3;

    private readonly Dictionary<(string Truth, string Read), (double Share, WordChange Change)> known = [];

    /// <summary>The share of <paramref name="truth"/> that stands as <paramref name="read"/>, and how that came about.</summary>
    public (double Share, WordChange Change) Of(string truth, string read)
    {
        if (truth == read) return (Same, WordChange.None);
        if (known.TryGetValue((truth, read), out var answer)) return answer;
        return known[(truth, read)] = Find(truth, read);
    }

    private (double Share, WordChange Change) Find(string truth, string read)
    {
        if (truth.Length == 0 || read.Length == 0) return (0, WordChange.Other);
        var (share, change) = (0.0, WordChange.Other);
        var distance = confusions.Distance(read, truth, MaxDistance);
        if (double.IsFinite(distance)) (share, change) = (Math.Pow(Unseen, distance), WordChange.LettersDiffer);
        if (share < OneLetter && IsNearlyOf(Folding.Fold(truth), Folding.Fold(read))) (share, change) = (OneLetter, WordChange.LettersDiffer);
        if (Folding.Fold(truth) == Folding.Fold(read))
        {
            var isBare = MarkPattern.Of(read).Matches(truth);
            (share, change) = (Math.Max(share, isBare ? MarksMissing : MarksDiffer), isBare ? WordChange.MarksMissing : WordChange.MarksDiffer);
        }
        else if (read.Length == 1 && Folding.Fold(truth)[0] == Folding.Fold(read)[0] && truth.Length > 1)
        {
            (share, change) = (Math.Max(share, Initial), WordChange.Initial);
        }
        return (share, change);
    }

    /// <summary>One letter off, or two that look like one.</summary>
    private static bool IsNearlyOf(string truth, string read) => IsOneLetterOff(truth, read) || (truth != read && Shape(truth) == Shape(read));

    private static string Shape(string letters) => letters.Replace("rn", "m", StringComparison.Ordinal).Replace("ii", "h", StringComparison.Ordinal);

    /// <summary>One base letter replaced, lost or added, in a word of three at least.</summary>
    /// <param name="one">Without marks.</param>
    /// <param name="other">Without marks.</param>
    public static bool IsOneLetterOff(string one, string other)
    {
        if (one == other || Math.Max(one.Length, other.Length) < 3 || Math.Abs(one.Length - other.Length) > 1) return false;
        var start = 0;
        while (start < Math.Min(one.Length, other.Length) && one[start] == other[start]) start++;
        var (restOne, restOther) = (one[start..], other[start..]);
        return one.Length == other.Length ? restOne[1..] == restOther[1..]
            : one.Length > other.Length ? restOne[1..] == restOther
            : restOne == restOther[1..];
    }
}
