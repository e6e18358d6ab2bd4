using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Tests.Verification;

/// <summary>What the literal reading says of a case.</summary>
internal sealed record LiteralVerdict(MotherResult Result, string Cases, string Missing, string Questions);

/// <summary>
/// The decision table read as it is written, by trying every completion one after the other. It shares nothing with the rules but the records: no
/// counting, no sharing between children, no caps.
/// </summary>
internal static class LiteralReading
{
    private static readonly DateOnly Five = new(2013, 1, 1);
    private static readonly DateOnly Circular = new(2014, 11, 25);

    /// <summary>An unknown input and the ways to fill it.</summary>
    private sealed record Slot(string Input, Func<MotherCase, MotherCase>[] Fillings);

    /// <summary>One reading of what the law leaves open; a question number where it does, in the order of the bits.</summary>
    private sealed record Reading(bool AdultsOut, bool MinorsOutOfTwo, bool OneStep, bool Steps, bool Adopted, bool Exclusions, bool Enemy, bool Remarriage);

    public static int CompletionsOf(MotherCase mother) => Slots(mother).Aggregate(1, (product, slot) => product * slot.Fillings.Length);

    /// <summary>The case with one unknown input settled at random; null when none is unknown.</summary>
    public static MotherCase? SettleOne(MotherCase mother, Random random)
    {
        var slots = Slots(mother);
        if (slots.Count == 0) return null;
        var fillings = slots[random.Next(slots.Count)].Fillings;
        return fillings[random.Next(fillings.Length)](mother);
    }

    public static LiteralVerdict Judge(MotherCase mother)
    {
        var questions = QuestionsOn(mother.AsOf);
        if (mother.AsOf >= Five && (mother.Betrayal == true || mother.Prison == true)) return new(MotherResult.Excluded, "", "", "");
        var slots = Slots(mother);
        List<MotherCase> completed = [mother];
        foreach (var slot in slots) completed = [.. from one in completed from fill in slot.Fillings select fill(one)];
        var readings = Enumerable.Range(0, 1 << questions.Length).Select(bits => ReadingOf(mother.AsOf, bits)).ToList();
        var outcomes = completed.ConvertAll(one => Possible(one) ? readings.ConvertAll(reading => Decide(one, reading)) : null);

        var all = outcomes.OfType<List<(MotherResult Result, string Cases)>>().SelectMany(several => several).ToList();
        var results = all.Select(outcome => outcome.Result).Distinct().ToList();
        if (results.Count > 1) return new(MotherResult.NotEnoughEvidence, "", Decisive(slots, outcomes), Decisive(questions, outcomes));
        var common = results[0] is MotherResult.Eligible or MotherResult.Refer
            ? new string([.. all[0].Cases.Where(name => all.TrueForAll(outcome => outcome.Cases.Contains(name, StringComparison.Ordinal)))])
            : "";
        return new(results[0], common, "", "");
    }

    /// <summary>Two completions that differ in one input only, with different results: then the input is decisive.</summary>
    private static string Decisive(List<Slot> slots, List<List<(MotherResult Result, string Cases)>?> outcomes)
    {
        var decisive = new List<string>();
        var step = outcomes.Count;
        foreach (var slot in slots)
        {
            step /= slot.Fillings.Length;
            for (var one = 0; one < outcomes.Count; one++)
            {
                for (var other = one + step; other < outcomes.Count && other / (step * slot.Fillings.Length) == one / (step * slot.Fillings.Length); other += step)
                {
                    if (outcomes[one] is { } ones && outcomes[other] is { } others && ones.Zip(others).Any(both => both.First.Result != both.Second.Result))
                        decisive.Add(slot.Input);
                }
            }
        }
        return string.Join(' ', decisive.Distinct().Order(StringComparer.Ordinal));
    }

    private static string Decisive(int[] questions, List<List<(MotherResult Result, string Cases)>?> outcomes) =>
        string.Join(' ', questions.Where((_, point) => outcomes.Exists(readings =>
            readings is not null && readings.Where((outcome, bits) => outcome.Result != readings[bits ^ (1 << point)].Result).Any())).Order());

    /// <summary>The numbers of the questions that are open on a day.</summary>
    private static int[] QuestionsOn(DateOnly day) => day < Five ? [4, 4, 1, 4, 4, 4] : day < Circular ? [4, 1, 1] : [4, 1, 1];

    private static Reading ReadingOf(DateOnly day, int bits)
    {
        bool Bit(int at) => (bits >> at & 1) == 1;
        if (day < Five) return new(AdultsOut: false, MinorsOutOfTwo: false, OneStep: Bit(2), Steps: Bit(1), Adopted: Bit(0), Exclusions: Bit(3), Enemy: Bit(4), Remarriage: Bit(5));
        if (day < Circular) return new(AdultsOut: false, MinorsOutOfTwo: Bit(0), OneStep: Bit(2), Steps: Bit(1), true, true, true, true);
        return new(AdultsOut: Bit(1), MinorsOutOfTwo: Bit(0), OneStep: Bit(2), Steps: true, true, true, true, true);
    }

    /// <summary>Nobody dies both as a minor and grown up.</summary>
    private static bool Possible(MotherCase mother) => !mother.Children.Any(child => child is { DiedMinorBeforeMartyrJoined: true, DiedAdult: true });

    /// <summary>The table, with every input known.</summary>
    private static (MotherResult Result, string Cases) Decide(MotherCase mother, Reading law)
    {
        var (martyrs, raised, onlyCount, allCount, invalids) = (0, 0, 0, 0, 0);
        foreach (var child in mother.Children)
        {
            if (child.RelationProved != true) continue;
            var martyr = child.MartyrCertificate == MartyrCertificate.Seen;
            if (child.Relation == Relation.Step)
            {
                if (law.Steps && martyr && child.StepmotherRule == StepmotherRule.Met) raised++;
                continue;
            }
            if (child.Relation == Relation.Adopted && !law.Adopted) continue;
            if (martyr)
            {
                martyrs++;
                continue;
            }
            var invalid = child is { InvalidPercent: >= 81, InvalidCertificate: SeenCertificate.Seen };
            var minor = child.DiedMinorBeforeMartyrJoined == true;
            var adultOut = child.DiedAdult == true && law.AdultsOut;
            if (!minor && !adultOut) onlyCount++;
            if (minor && law.MinorsOutOfTwo) continue;
            if (invalid) invalids++;
            if (invalid || !adultOut) allCount++;
        }
        if (raised >= 2 || (raised == 1 && law.OneStep)) martyrs += raised;
        if (mother.ListComplete != true) (onlyCount, allCount) = (onlyCount + 1, allCount + 1);
        var only = martyrs + onlyCount;
        var all = martyrs + allCount;

        var husband = false;
        foreach (var one in mother.Husbands!)
            husband |= one.MartyrCertificate == MartyrCertificate.Seen && (one.RemarriedAfter == false || one.CareConfirmed == true || !law.Remarriage);
        var self = mother.Self!.MartyrCertificate == MartyrCertificate.Seen;
        var cases = "";
        if (mother.AsOf < Five)
        {
            if (martyrs >= 2 && (husband || self)) cases += "1";
            if ((only == 2 && martyrs == 2) || (only == 1 && martyrs == 1)) cases += "2";
            if (martyrs >= 3) cases += "3";
            if (martyrs >= 1 && husband && self) cases += "4";
        }
        else
        {
            if (martyrs >= 2) cases += "a";
            if (martyrs == 1 && invalids == 1 && all == 2) cases += "b";
            if (martyrs == 1 && only == 1) cases += "c";
            if (martyrs >= 1 && (husband || self)) cases += "d";
            if (martyrs >= 1 && mother.Self is { InvalidPercent: >= 81, InvalidCertificate: SeenCertificate.Seen }) cases += "đ";
        }
        if (cases.Length == 0) return (MotherResult.NotEligible, cases);
        if (law.Exclusions && (mother.Betrayal == true || mother.Prison == true)) return (MotherResult.Excluded, cases);
        return (law.Enemy && mother.EnemySideRelative == true ? MotherResult.Refer : MotherResult.Eligible, cases);
    }

    private static List<Slot> Slots(MotherCase mother)
    {
        var slots = new List<Slot>();
        for (var index = 0; index < mother.Children.Count; index++)
        {
            var at = index;
            var child = mother.Children[at];
            void Add(bool unknown, string input, params Func<ChildClaim, ChildClaim>[] fillings)
            {
                if (unknown) slots.Add(new($"children[{at}].{input}", Array.ConvertAll<Func<ChildClaim, ChildClaim>, Func<MotherCase, MotherCase>>(fillings, fill => one =>
                    one with { Children = [.. one.Children.Select((other, place) => place == at ? fill(other) : other)] })));
            }
            Add(child.Relation is null, "relation", c => c with { Relation = Relation.Birth }, c => c with { Relation = Relation.Adopted }, c => c with { Relation = Relation.Step });
            Add(child.RelationProved is null, "relationProved", c => c with { RelationProved = true }, c => c with { RelationProved = false });
            Add(child.MartyrCertificate is MartyrCertificate.Claimed, "martyrCertificate",
                c => c with { MartyrCertificate = MartyrCertificate.Seen }, c => c with { MartyrCertificate = MartyrCertificate.None });
            Add(child.InvalidCertificate is SeenCertificate.Claimed, "invalidCertificate",
                c => c with { InvalidCertificate = SeenCertificate.Seen }, c => c with { InvalidCertificate = SeenCertificate.None });
            Add(child.InvalidPercent is null && child.InvalidCertificate is SeenCertificate.Seen or SeenCertificate.Claimed, "invalidPercent",
                c => c with { InvalidPercent = 81 }, c => c with { InvalidPercent = 80 });
            Add(child.DiedMinorBeforeMartyrJoined is null, "diedMinorBeforeMartyrJoined",
                c => c with { DiedMinorBeforeMartyrJoined = true }, c => c with { DiedMinorBeforeMartyrJoined = false });
            Add(child.DiedAdult is null, "diedAdult", c => c with { DiedAdult = true }, c => c with { DiedAdult = false });
            Add(child.StepmotherRule is null && child.Relation is null or Relation.Step, "stepmotherRule",
                c => c with { StepmotherRule = StepmotherRule.Met }, c => c with { StepmotherRule = StepmotherRule.NotMet });
        }
        for (var index = 0; index < mother.Husbands!.Count; index++)
        {
            var at = index;
            var husband = mother.Husbands[at];
            void Add(bool unknown, string input, params Func<HusbandClaim, HusbandClaim>[] fillings)
            {
                if (unknown) slots.Add(new($"husbands[{at}].{input}", Array.ConvertAll<Func<HusbandClaim, HusbandClaim>, Func<MotherCase, MotherCase>>(fillings, fill => one =>
                    one with { Husbands = [.. one.Husbands!.Select((other, place) => place == at ? fill(other) : other)] })));
            }
            Add(husband.MartyrCertificate is MartyrCertificate.Claimed, "martyrCertificate",
                h => h with { MartyrCertificate = MartyrCertificate.Seen }, h => h with { MartyrCertificate = MartyrCertificate.None });
            Add(husband.RemarriedAfter is null, "remarriedAfter", h => h with { RemarriedAfter = true }, h => h with { RemarriedAfter = false });
            Add(husband.CareConfirmed is null, "careConfirmed", h => h with { CareConfirmed = true }, h => h with { CareConfirmed = false });
        }
        void Fill(bool unknown, string input, params Func<MotherCase, MotherCase>[] fillings)
        {
            if (unknown) slots.Add(new(input, fillings));
        }
        var self = mother.Self!;
        Fill(self.MartyrCertificate is MartyrCertificate.Claimed, "self.martyrCertificate",
            one => one with { Self = one.Self! with { MartyrCertificate = MartyrCertificate.Seen } }, one => one with { Self = one.Self! with { MartyrCertificate = null } });
        Fill(self.InvalidCertificate is SeenCertificate.Claimed, "self.invalidCertificate",
            one => one with { Self = one.Self! with { InvalidCertificate = SeenCertificate.Seen } }, one => one with { Self = one.Self! with { InvalidCertificate = null } });
        Fill(self.InvalidPercent is null && self.InvalidCertificate is SeenCertificate.Seen or SeenCertificate.Claimed, "self.invalidPercent",
            one => one with { Self = one.Self! with { InvalidPercent = 100 } }, one => one with { Self = one.Self! with { InvalidPercent = 80.9m } });
        // Not confirmed: as listed, or one more living child; that one stays until the table adds it.
        if (mother.ListComplete != true) slots.Add(new("listComplete", [one => one with { ListComplete = true }, one => one with { ListComplete = false }]));
        Fill(mother.Betrayal is null, "betrayal", one => one with { Betrayal = true }, one => one with { Betrayal = false });
        Fill(mother.Prison is null, "prison", one => one with { Prison = true }, one => one with { Prison = false });
        Fill(mother.EnemySideRelative is null, "enemySideRelative", one => one with { EnemySideRelative = true }, one => one with { EnemySideRelative = false });
        return slots;
    }
}
