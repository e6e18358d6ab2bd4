namespace AwardArchive.Verification.HeroicMother;

/// <summary>A case of the law.</summary>
/// <param name="Name">As the law calls it: <c>a</c>, <c>đ</c>, <c>1</c>.</param>
/// <param name="Condition">In Vietnamese.</param>
internal sealed record LawCase(string Name, string Condition, IReadOnlyList<Article> Articles);

/// <summary>A passage of the law.</summary>
/// <param name="From">The day since which it can be cited.</param>
internal sealed record Article(string Text, DateOnly From);

/// <summary>The cases of one text of the law: the one part of a version that is code.</summary>
internal abstract class CaseTable
{
    /// <summary>The main one first; their order is that of the bits of <see cref="Holding"/>.</summary>
    public abstract IReadOnlyList<LawCase> Cases { get; }

    /// <summary>What a child counts as.</summary>
    public abstract Standing PlaceOf(ChildFacts child);

    /// <summary>How many of a standing make a difference; 0 where it makes none.</summary>
    public abstract int Enough(Standing standing);

    /// <summary>
    /// One tally for all that no further person can tell apart, under any reading: what can no longer matter is dropped. Only for speed; a table that
    /// gives back what it got is right as well.
    /// </summary>
    public abstract StandingTally Merge(StandingTally tally);

    /// <summary>The cases that hold, a bit each.</summary>
    public abstract int Holding(StandingTally tally, Readings readings);

    /// <summary>Martyrs among the step children that count.</summary>
    protected static int StepMartyrs(StandingTally tally, Readings readings) => tally[Standing.StepMartyr] switch
    {
        _ when !readings.HasFlag(Readings.StepChildren) => 0,
        1 when !readings.HasFlag(Readings.OneStepMartyr) => 0,
        var martyrs => martyrs,
    };

    protected static int Bits(params ReadOnlySpan<bool> holds)
    {
        var bits = 0;
        for (var at = 0; at < holds.Length; at++) bits |= holds[at] ? 1 << at : 0;
        return bits;
    }
}

/// <summary>How many of each standing one completion of a case has.</summary>
internal readonly record struct StandingTally(Tally Tally)
{
    public int this[Standing standing] => Tally[(int)standing];

    public bool Has(Standing standing) => this[standing] > 0;

    public StandingTally Without(params ReadOnlySpan<Standing> dropped)
    {
        var tally = Tally;
        foreach (var standing in dropped) tally = tally.Without((int)standing);
        return new(tally);
    }
}
