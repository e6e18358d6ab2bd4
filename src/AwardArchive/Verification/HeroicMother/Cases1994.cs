namespace AwardArchive.Verification.HeroicMother;

/// <summary>The four cases of the ordinance of 29-8-1994, art. 2, as it stood until the end of 2012.</summary>
internal sealed class Cases1994 : CaseTable
{
    private static readonly Article Source = new(
        "Pháp lệnh quy định danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng” (29-8-1994), Điều 2", new(1994, 12, 1));

    public override IReadOnlyList<LawCase> Cases { get; } =
    [
        new("1", "có hai con là liệt sĩ và chồng hoặc bản thân là liệt sĩ", [Source]),
        new("2", "có hai con và cả hai là liệt sĩ, hoặc chỉ có một con mà người con đó là liệt sĩ", [Source]),
        new("3", "có từ ba con trở lên là liệt sĩ", [Source]),
        new("4", "có một con là liệt sĩ, chồng và bản thân đều là liệt sĩ", [Source]),
    ];

    /// <remarks>Children who died as minors before the martyr joined are none of her children here: công văn 1088/CSTBLS(V) of 29-3-1995.</remarks>
    public override Standing PlaceOf(ChildFacts child) => child switch
    {
        { Proved: false } => Standing.Nothing,
        { Relation: Relation.Step } => child is { Martyr: true, RuleMet: true } ? Standing.StepMartyr : Standing.Nothing,
        { Martyr: true } => child.Relation == Relation.Adopted ? Standing.AdoptedMartyr : Standing.Martyr,
        { Death: Death.Minor } => Standing.Nothing,
        _ => child.Relation == Relation.Adopted ? Standing.AdoptedOther : Standing.Other,
    };

    public override int Enough(Standing standing) => standing switch
    {
        Standing.Martyr or Standing.AdoptedMartyr or Standing.StepMartyr => 3,
        Standing.Other or Standing.AdoptedOther => 1,
        Standing.Husband or Standing.RemarriedHusband or Standing.SelfMartyr => 1,
        Standing.Barred or Standing.EnemySide => 1,
        _ => 0,
    };

    /// <remarks>With three martyrs case 3 holds for good, and 2 never can again; another birth child ends 2 as well.</remarks>
    public override StandingTally Merge(StandingTally tally)
    {
        if (tally.Has(Standing.Husband)) tally = tally.Without(Standing.RemarriedHusband);
        if (tally[Standing.Martyr] == 3) return tally.Without(Standing.AdoptedMartyr, Standing.StepMartyr, Standing.Other, Standing.AdoptedOther);
        return tally.Has(Standing.Other) ? tally.Without(Standing.AdoptedOther) : tally;
    }

    public override int Holding(StandingTally tally, Readings readings)
    {
        var adopted = readings.HasFlag(Readings.AdoptedChildren);
        var martyrs = tally[Standing.Martyr] + (adopted ? tally[Standing.AdoptedMartyr] : 0) + StepMartyrs(tally, readings);
        var others = tally.Has(Standing.Other) || (adopted && tally.Has(Standing.AdoptedOther));
        var husband = tally.Has(Standing.Husband) || (!readings.HasFlag(Readings.Remarriage) && tally.Has(Standing.RemarriedHusband));
        var self = tally.Has(Standing.SelfMartyr);
        return Bits(
            martyrs >= 2 && (husband || self),
            martyrs is 1 or 2 && !others,
            martyrs >= 3,
            martyrs >= 1 && husband && self);
    }
}
