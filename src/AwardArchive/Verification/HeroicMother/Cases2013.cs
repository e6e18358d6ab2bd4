namespace AwardArchive.Verification.HeroicMother;

/// <summary>The five cases in force since 01-01-2013: ordinance 05/2012/UBTVQH13, art. 1.</summary>
internal sealed class Cases2013 : CaseTable
{
    public override IReadOnlyList<LawCase> Cases { get; } =
    [
        Case("a", 1, "có hai con trở lên là liệt sĩ"),
        Case("b", 2, "chỉ có hai con, một con là liệt sĩ và một con là thương binh từ 81% trở lên"),
        Case("c", 3, "chỉ có một con và người con đó là liệt sĩ"),
        Case("d", 4, "có một con là liệt sĩ, chồng hoặc bản thân là liệt sĩ"),
        Case("đ", 5, "có một con là liệt sĩ và bản thân là thương binh từ 81% trở lên"),
    ];

    public override Standing PlaceOf(ChildFacts child) => child switch
    {
        { Proved: false } => Standing.Nothing,
        { Relation: Relation.Step } => child is { Martyr: true, RuleMet: true } ? Standing.StepMartyr : Standing.Nothing,
        { Martyr: true } => Standing.Martyr,
        { Invalid: true, Death: Death.Adult } => Standing.InvalidDiedAdult,
        { Invalid: true, Death: Death.Minor } => Standing.InvalidDiedMinor,
        { Invalid: true } => Standing.Invalid,
        { Death: Death.Adult } => Standing.OtherDiedAdult,
        { Death: Death.Minor } => Standing.OtherDiedMinor,
        _ => Standing.Other,
    };

    public override int Enough(Standing standing) => standing switch
    {
        Standing.Martyr or Standing.StepMartyr => 2,
        Standing.Invalid or Standing.InvalidDiedAdult or Standing.InvalidDiedMinor => 2,
        Standing.Other or Standing.OtherDiedAdult or Standing.OtherDiedMinor => 1,
        Standing.Husband or Standing.SelfMartyr or Standing.SelfInvalid => 1,
        Standing.Barred or Standing.EnemySide => 1,
        _ => 0,
    };

    /// <remarks>
    /// With two martyrs case a holds for good, and b and c never can again. A living child beside the martyr, or two living invalids, end b and c.
    /// For case d a martyr husband and herself are as good as either.
    /// </remarks>
    public override StandingTally Merge(StandingTally tally)
    {
        if (tally.Has(Standing.Husband)) tally = tally.Without(Standing.SelfMartyr);
        if (tally[Standing.Martyr] == 2)
        {
            return tally.Without(
                Standing.StepMartyr, Standing.Other, Standing.OtherDiedAdult, Standing.OtherDiedMinor, Standing.Invalid, Standing.InvalidDiedAdult, Standing.InvalidDiedMinor);
        }
        if (tally.Has(Standing.Other))
            return tally.Without(Standing.OtherDiedAdult, Standing.OtherDiedMinor, Standing.Invalid, Standing.InvalidDiedAdult, Standing.InvalidDiedMinor);
        return tally[Standing.Invalid] == 2
            ? tally.Without(Standing.OtherDiedAdult, Standing.OtherDiedMinor, Standing.InvalidDiedAdult, Standing.InvalidDiedMinor)
            : tally;
    }

    /// <remarks>A war invalid counts for case b living or dead; whether one who died grown up is left out of "only child" is the open point.</remarks>
    public override int Holding(StandingTally tally, Readings readings)
    {
        var adultsCount = !readings.HasFlag(Readings.AdultsLeftOut);
        var minorsCount = !readings.HasFlag(Readings.MinorsLeftOutOfTwo);
        var martyrs = tally[Standing.Martyr] + StepMartyrs(tally, readings);
        var invalids = tally[Standing.Invalid] + tally[Standing.InvalidDiedAdult] + (minorsCount ? tally[Standing.InvalidDiedMinor] : 0);
        var others = tally.Has(Standing.Other) || (adultsCount && tally.Has(Standing.OtherDiedAdult));
        var siblings = others || tally.Has(Standing.Invalid) || (adultsCount && tally.Has(Standing.InvalidDiedAdult));
        return Bits(
            martyrs >= 2,
            martyrs == 1 && invalids == 1 && !others && !(minorsCount && tally.Has(Standing.OtherDiedMinor)),
            martyrs == 1 && !siblings,
            martyrs >= 1 && (tally.Has(Standing.Husband) || tally.Has(Standing.SelfMartyr)),
            martyrs >= 1 && tally.Has(Standing.SelfInvalid));
    }

    private static LawCase Case(string name, int clause, string condition) => new(name, condition,
    [
        new($"Pháp lệnh “Bà mẹ Việt Nam anh hùng”, Điều 2 khoản {clause} (sửa đổi theo Pháp lệnh 05/2012/UBTVQH13, Điều 1)", new(2013, 1, 1)),
        new($"Nghị định 56/2013/NĐ-CP, Điều 2 khoản 1 điểm {name}", new(2013, 7, 15)),
    ]);
}
