namespace AwardArchive.Verification.HeroicMother;

/// <summary>Takes a case apart: each child, each husband, herself, the list of children, and what excludes or refers.</summary>
internal static class MotherParts
{
    /// <summary>What makes a war invalid count: 81 %, ordinance 05/2012/UBTVQH13.</summary>
    private const int InvalidFrom = 81;

    public static IReadOnlyList<CasePart> Of(MotherCase mother, CaseTable table) =>
    [
        .. mother.Children.Select((child, at) => OfChild(child, $"children[{at}].", table)),
        OfList(mother),
        .. (mother.Husbands ?? []).Select((husband, at) => OfHusband(husband, $"husbands[{at}].")),
        .. OfSelf(mother.Self ?? new()),
        OfFlag("betrayal", mother.Betrayal, Standing.Barred),
        OfFlag("prison", mother.Prison, Standing.Barred),
        OfFlag("enemySideRelative", mother.EnemySideRelative, Standing.EnemySide),
    ];

    private static CasePart OfChild(ChildClaim child, string path, CaseTable table)
    {
        var inputs = new PartInputs(path);
        var relation = inputs.Of("relation", child.Relation, Relation.Birth, Relation.Adopted, Relation.Step);
        var proved = inputs.Of("relationProved", child.RelationProved);
        var martyr = inputs.Of("martyrCertificate", IsMartyr(child.MartyrCertificate));
        var invalid = Invalid(inputs, child.InvalidPercent, child.InvalidCertificate);
        var diedMinor = inputs.Of("diedMinorBeforeMartyrJoined", child.DiedMinorBeforeMartyrJoined ?? (child.DiedAdult == true ? false : null));
        var diedAdult = inputs.Of("diedAdult", child.DiedAdult ?? (child.DiedMinorBeforeMartyrJoined == true ? false : null));
        var rule = inputs.Of("stepmotherRule", child.StepmotherRule, StepmotherRule.Met, StepmotherRule.NotMet);
        return inputs.Complete(completion => (diedMinor(completion), diedAdult(completion)) switch
        {
            (true, true) => null,
            var (minor, adult) => (int)table.PlaceOf(new(
                relation(completion), proved(completion), martyr(completion), invalid(completion),
                minor ? Death.Minor : adult ? Death.Adult : Death.None, rule(completion) == StepmotherRule.Met)),
        });
    }

    /// <summary>A list that is not confirmed stands for "as listed, or one more living child".</summary>
    private static CasePart OfList(MotherCase mother)
    {
        var inputs = new PartInputs("");
        var complete = inputs.Of("listComplete", mother.ListComplete == true ? true : null);
        return inputs.Complete(completion => (int)(complete(completion) ? Standing.Nothing : Standing.Other));
    }

    private static CasePart OfHusband(HusbandClaim husband, string path)
    {
        var inputs = new PartInputs(path);
        var martyr = inputs.Of("martyrCertificate", IsMartyr(husband.MartyrCertificate));
        var remarried = inputs.Of("remarriedAfter", husband.RemarriedAfter);
        var care = inputs.Of("careConfirmed", husband.CareConfirmed);
        return inputs.Complete(completion => (martyr(completion), remarried(completion), care(completion)) switch
        {
            (false, _, _) => (int)Standing.Nothing,
            (_, true, false) => (int)Standing.RemarriedHusband,
            _ => (int)Standing.Husband,
        });
    }

    private static IEnumerable<CasePart> OfSelf(SelfClaim self)
    {
        var inputs = new PartInputs("self.");
        var martyr = inputs.Of("martyrCertificate", IsMartyr(self.MartyrCertificate));
        yield return inputs.Complete(completion => (int)(martyr(completion) ? Standing.SelfMartyr : Standing.Nothing));
        inputs = new PartInputs("self.");
        var invalid = Invalid(inputs, self.InvalidPercent, self.InvalidCertificate);
        yield return inputs.Complete(completion => (int)(invalid(completion) ? Standing.SelfInvalid : Standing.Nothing));
    }

    private static CasePart OfFlag(string input, bool? known, Standing standing)
    {
        var inputs = new PartInputs("");
        var flag = inputs.Of(input, known);
        return inputs.Complete(completion => (int)(flag(completion) ? standing : Standing.Nothing));
    }

    private static bool? IsMartyr(MartyrCertificate? certificate) => certificate switch
    {
        MartyrCertificate.Seen => true,
        MartyrCertificate.Claimed => null,
        _ => false,
    };

    private static Func<int[], bool> Invalid(PartInputs inputs, decimal? percent, SeenCertificate? certificate)
    {
        var holder = inputs.Of("invalidCertificate", certificate switch { SeenCertificate.Seen => true, SeenCertificate.Claimed => null, _ => false });
        var enough = inputs.Of("invalidPercent", percent is { } loss ? loss >= InvalidFrom : null);
        return completion => holder(completion) && enough(completion);
    }
}
