namespace AwardArchive.Verification.HeroicMother;

/// <summary>Claims of one case that cannot hold together: somebody mistyped, and any verdict would rest on it.</summary>
internal static class Contradictions
{
    public static IReadOnlyList<CaseProblem> In(MotherCase mother) => [.. mother.Children.SelectMany((child, at) => In(mother, child, at))];

    private static IEnumerable<CaseProblem> In(MotherCase mother, ChildClaim child, int at)
    {
        var path = $"children[{at}]";
        if (child is { DiedMinorBeforeMartyrJoined: true, DiedAdult: true })
            yield return new($"{path}.diedAdult", "một người con không thể vừa chết khi chưa thành niên vừa chết khi đã thành niên.");
        if (child is { StepmotherRule: StepmotherRule.Met, Relation: Relation.Birth or Relation.Adopted })
            yield return new($"{path}.stepmotherRule", "quy định đối với mẹ kế chỉ áp dụng cho con riêng của chồng (relation là step).");
        if (child.DiedMinorBeforeMartyrJoined == true && MayBeMartyr(child)
            && !mother.Children.Any(other => MayBeMartyr(other) && other.DiedMinorBeforeMartyrJoined != true))
        {
            yield return new(
                $"{path}.diedMinorBeforeMartyrJoined", "liệt sĩ không thể chết trước khi chính mình tham gia cách mạng, và không có người con nào khác là liệt sĩ.");
        }
    }

    private static bool MayBeMartyr(ChildClaim child) => child.MartyrCertificate is MartyrCertificate.Seen or MartyrCertificate.Claimed;
}
