namespace AwardArchive.Verification.HeroicMother;

/// <summary>The conditions for the title "Bà mẹ Việt Nam anh hùng", held against a case. Pure: the same case gives the same verdict.</summary>
internal static class HeroicMotherRules
{
    /// <exception cref="BadCaseException">The case contradicts itself, or its day is before the first law.</exception>
    public static MotherVerdict Judge(MotherCase mother)
    {
        var law = LawInForce.On(MotherLaw.Versions, mother.AsOf);
        if (Contradictions.In(mother) is { Count: > 0 } contradictions) throw new BadCaseException(contradictions);
        if (law.Settled.HasFlag(Readings.Exclusions) && (mother.Betrayal == true || mother.Prison == true))
            return new VerdictWords(mother, law).Of(MotherResult.Excluded, inAll: 0, inSome: 0, [], []);

        var parts = MotherParts.Of(mother, law.Table);
        var enough = Enum.GetValues<Standing>().Where(standing => standing >= 0).Order().Select(law.Table.Enough);
        Readings[] readings = [.. Enumerable.Range(0, 1 << law.Open.Count).Select(law.ReadingsOf)];
        var completions = new Completions<MotherResult>(
            parts, [.. enough], law.Open.Count, (tally, answers) => Judge(law, new(tally), readings[answers]), tally => law.Table.Merge(new(tally)).Tally);
        return new VerdictWords(mother, law).Of(
            ResultOf(completions.Results), completions.CasesInAll, completions.CasesInSome, completions.DecisiveInputs(),
            [.. completions.DecisivePoints().Select(point => law.Open[point])]);
    }

    /// <summary>One completion under one reading, in which nothing is unknown.</summary>
    private static Outcome<MotherResult> Judge(LawVersion law, StandingTally tally, Readings readings)
    {
        var cases = law.Table.Holding(tally, readings);
        var result = cases == 0 ? MotherResult.NotEligible
            : readings.HasFlag(Readings.Exclusions) && tally.Has(Standing.Barred) ? MotherResult.Excluded
            : readings.HasFlag(Readings.EnemySide) && tally.Has(Standing.EnemySide) ? MotherResult.Refer
            : MotherResult.Eligible;
        return new(result, cases);
    }

    private static MotherResult ResultOf(IReadOnlySet<MotherResult> results) => results.Count == 1 ? results.Single() : MotherResult.NotEnoughEvidence;
}
