using AwardArchive.Archive;
using AwardArchive.Verification.Cases;

namespace AwardArchive.Verification.Checks;

/// <summary>One person in several cases: the mother in two dossiers, a martyr in two women's.</summary>
internal static class OtherCases
{
    public static IEnumerable<CheckFinding> Check(CheckedCase checkedCase) => checkedCase.Others.SelectMany(other => Check(checkedCase, other));

    private static IEnumerable<CheckFinding> Check(CheckedCase mine, OtherCase other)
    {
        var (state, its) = (mine.State, other.State);
        var mothers = state.Mother is { } mother && its.Mother is { } otherMother ? Compare(mine, mother, its, otherMother) : Sameness.Different;
        if (mothers != Sameness.Different)
        {
            yield return Finding(
                CheckKind.SameMother, mothers == Sameness.NameOnly ? CheckSeverity.Note : CheckSeverity.Serious, other,
                mothers == Sameness.NameOnly
                    ? $"Hồ sơ khác về một người mẹ cùng tên {state.Mother!.Name}; chưa có gì ngoài tên để biết có phải một người."
                    : $"Hồ sơ khác về cùng người mẹ {state.Mother!.Name}.",
                $"Hồ sơ: {other.Title} ({its.DossierId}).", Describe(its.Mother!));
        }
        // Of one woman both dossiers claim the same martyrs: that is told once.
        if (mothers is Sameness.Sure or Sameness.Likely) yield break;
        foreach (var person in state.People.Where(person => person.Role != CaseRole.Mother))
        {
            foreach (var theirs in its.People.Where(one => one.Role != CaseRole.Mother))
            {
                if (Compare(mine, person, its, theirs) is not (> Sameness.Different and var sameness)) continue;
                yield return Claimed(state, person, other, theirs, sameness);
            }
        }
    }

    private static CheckFinding Claimed(CaseState state, CasePerson person, OtherCase other, CasePerson theirs, Sameness sameness)
    {
        var (relation, otherRelation) = (RelationOf(state, person), RelationOf(other.State, theirs));
        var woman = other.State.Mother?.Name ?? "chưa rõ tên";
        string[] details = [$"Hồ sơ: {other.Title} ({other.State.DossierId}), của bà {woman}.", Describe(theirs), sameness == Sameness.Sure ? "Cùng số giấy chứng nhận hoặc cùng mục trong danh sách." : "Cùng tên; các chi tiết đã biết không mâu thuẫn."];
        // TTLT 03/2014: of birth mother and adoptive mother, of mother and wife, each is looked at by herself.
        if (relation != otherRelation && relation is not null && otherRelation is not null)
        {
            return Finding(
                CheckKind.OtherRelation, CheckSeverity.Note, other,
                $"{person.Name} là {Say(relation)} trong hồ sơ này và là {Say(otherRelation)} trong hồ sơ của bà {woman}: được phép, mỗi người xét theo điều kiện của mình.", details);
        }
        return Finding(
            CheckKind.ClaimedElsewhere, sameness switch { Sameness.Sure => CheckSeverity.Serious, Sameness.Likely => CheckSeverity.Warning, _ => CheckSeverity.Note }, other,
            sameness == Sameness.NameOnly
                ? $"Một người cùng tên {person.Name} có trong hồ sơ của bà {woman}; chưa có gì ngoài tên để biết có phải một người."
                : $"{person.Name} cũng được kê khai trong hồ sơ của bà {woman}.",
            details);
    }

    private static Sameness Compare(CheckedCase mine, CasePerson person, CaseState its, CasePerson theirs) =>
        SamePerson.Compare(person, CertificatesOf(mine.State, person), theirs, CertificatesOf(its, theirs), mine.PlacesDiffer);

    private static HashSet<string> CertificatesOf(CaseState state, CasePerson person) =>
        [.. state.Evidence.Where(one => one.IsAccepted && one.Evidence.PersonId == person.Id).Select(one => one.Evidence.CertificateNo).OfType<string>().Select(Mention.KeyOf).Where(key => key.Length > 0)];

    /// <summary><c>husband</c>, <c>birth</c>, <c>adopted</c>, <c>step</c>; null: not said, or said differently.</summary>
    private static string? RelationOf(CaseState state, CasePerson person) => person.Role == CaseRole.Husband
        ? "husband"
        : state.Evidence.Where(one => one.IsAccepted && one.Evidence.PersonId == person.Id && one.Evidence.Field == CaseField.Relation)
            .Select(one => one.Evidence.Value).Distinct().ToArray() is [var only] ? only : null;

    private static string Say(string relation) => relation switch
    {
        "husband" => "chồng",
        "birth" => "con đẻ",
        "adopted" => "con nuôi",
        _ => "con riêng của chồng",
    };

    private static string Describe(CasePerson person) => string.Join("; ", new[]
    {
        person.Name, person.Birth is { } birth ? $"sinh {PaperTitle.Written(birth)}" : null, person.Death is { } death ? $"chết {PaperTitle.Written(death)}" : null, person.HomePlace,
    }.OfType<string>()) + ".";

    private static CheckFinding Finding(CheckKind kind, CheckSeverity severity, OtherCase other, string text, params string[] details) =>
        new(kind, severity, text, details, [], [other.State.DossierId]);
}
