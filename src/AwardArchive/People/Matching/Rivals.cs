namespace AwardArchive.People.Matching;

/// <summary>
/// A mention is of one person. Where two mentions fit it that cannot be of one, as two people of one name whose birth years differ
/// fit one without a year, they share its odds; and where all that fit it agree, it is hardly somebody else.
/// </summary>
/// <param name="mentions">All.</param>
/// <param name="likely">Odds of all pairs that are worth it, the lower place first.</param>
internal sealed class Rivals(IReadOnlyList<ReadMention> mentions, IReadOnlyDictionary<(int One, int Other), double> likely)
{
    /// <summary>Odds below this are no rival's.</summary>
    public const double Least = 0.02;

    private const double LeastOdds = 1e-9;

    /// <summary>Two whose years differ by a slip at most and that are one with less than these odds are two people.</summary>
    private const double Apart = 0.5;

    /// <summary>
    /// Of the namesakes that are to be feared where the years do not tell, so many are known by no other mention. Others would show as rivals.
    /// </summary>
    private const double Unseen = 0.12;

    private readonly ILookup<int, (int Other, double Odds)> partners = likely
        .SelectMany(pair => new[] { (pair.Key.One, (pair.Key.Other, pair.Value)), (pair.Key.Other, (pair.Key.One, pair.Value)) })
        .ToLookup(entry => entry.Item1, entry => entry.Item2);

    /// <summary>
    /// The odds of a pair, those of the strongest rival of either side, 0 where there is none, and those of somebody unknown, to which both compare.
    /// </summary>
    public (double Odds, double Rival, double Unknown) Weigh((int One, int Other) pair) => (
        Math.Max(likely.GetValueOrDefault(pair), LeastOdds),
        Math.Max(Strongest(pair.One, pair.Other), Strongest(pair.Other, pair.One)),
        IsYearOpen(pair.One, pair.Other) ? Unseen : 1);

    /// <summary>That the pair is of one person, and not of a rival or of somebody unknown.</summary>
    public double Probability((int One, int Other) pair) => Weigh(pair) is var (odds, rival, unknown) ? odds / (unknown + odds + rival) : 0;

    private double Strongest(int mention, int partner)
    {
        var strongest = 0.0;
        foreach (var (rival, odds) in partners[mention])
        {
            if (odds > strongest && rival != partner && AreTwo(rival, partner)) strongest = odds;
        }
        return strongest;
    }

    private bool AreTwo(int one, int other) =>
        mentions[one].Year is { } year && mentions[other].Year is { } another && year != another
        && ((Math.Abs(year - another) > 2 && !BirthYears.IsOneDigitOff(year, another))
            || likely.GetValueOrDefault(one < other ? (one, other) : (other, one)) < Apart);

    /// <summary>Missing, or one year apart, as by the moon: not what tells two people apart.</summary>
    private bool IsYearOpen(int one, int other) =>
        mentions[one].Year is not { } year || mentions[other].Year is not { } another || Math.Abs(year - another) == 1;
}
