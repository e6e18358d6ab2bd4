using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Verification.Papers;
using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.Checks;

/// <summary>What papers of one dossier say differently of one person, side by side, and days that cannot follow each other.</summary>
internal static class PaperContradictions
{
    private static readonly (string Label, Func<KinEntry, Fact?> Of, Func<KinEntry, KinEntry, bool> IsComparable)[] Facts =
    [
        ("năm sinh", kin => kin.BirthYear, (_, _) => true),
        ("ngày hy sinh hoặc chết", kin => kin.DeathDate, (_, _) => true),
        ("quê quán", kin => kin.HomePlace, (_, _) => true),
        // A martyr's certificate and a war invalid's are two.
        ("số giấy chứng nhận", kin => kin.CertificateNo, (one, other) => one.InvalidPercent is null == other.InvalidPercent is null),
        ("số quyết định", kin => kin.DecisionNo, (one, other) => one.InvalidPercent is null == other.InvalidPercent is null),
        ("tỷ lệ thương tật", kin => kin.InvalidPercent, (_, _) => true),
    ];

    public static IEnumerable<CheckFinding> Check(CheckedCase checkedCase) =>
        checkedCase.State.People.SelectMany(person => OfPerson(checkedCase, person))
            .Concat(Days(checkedCase.Papers))
            .Concat((checkedCase.Inputs?.Inputs ?? []).Where(input => input.Conflict is not null).Select(input => new CheckFinding(
                CheckKind.Contradiction, CheckSeverity.Serious, $"Chứng cứ đã chấp nhận mâu thuẫn: {input.Field.Label}{(input.Person is { } about ? $", {about.Name}" : "")}.",
                [.. input.Evidence.Select(one => $"{one.Evidence.Value}: {one.Evidence.Source?.AsWritten ?? one.Reason ?? one.By}"), input.Conflict!],
                [.. input.Evidence.Select(one => one.Evidence.Source).OfType<CaseSource>().Select(source => new PaperSpot(source.DocumentId, source.Page, source.Box))], [])));

    private static IEnumerable<CheckFinding> OfPerson(CheckedCase checkedCase, CasePerson person)
    {
        var said = checkedCase.Papers.SelectMany(paper => paper.People.Where(kin => IsAbout(paper, kin, person)).Select(kin => (Paper: paper, Kin: kin))).ToList();
        if (Spellings(person, said) is { } spellings) yield return spellings;
        foreach (var (label, of, isComparable) in Facts)
        {
            var values = said.Select(one => (one.Paper, one.Kin, Fact: of(one.Kin))).Where(one => one.Fact is not null)
                .Select(one => (one.Paper, one.Kin, Fact: one.Fact!)).ToList();
            foreach (var (first, at) in values.Select((value, at) => (value, at)))
            {
                // The first that contradicts it stands for all: what is between the others is told with them.
                if (values.Skip(at + 1).Where(other => isComparable(first.Kin, other.Kin) && Differ(label, first.Fact, other.Fact, checkedCase.PlacesDiffer)).ToList() is not [var second, ..]) continue;
                yield return SideBySide($"Giấy tờ ghi khác nhau về {label} của {person.Name}.", (first.Paper, first.Fact), (second.Paper, second.Fact));
                break;
            }
        }
    }

    private static CheckFinding? Spellings(CasePerson person, List<(CheckedPaper Paper, KinEntry Kin)> said)
    {
        for (var at = 0; at < said.Count; at++)
        {
            var (paper, kin) = said[at];
            if (said.Skip(at + 1).FirstOrDefault(other => !IsWrittenAlike(kin.Name.Value, other.Kin.Name.Value)) is not { Kin: { } second } found) continue;
            return SideBySide($"Tên của {person.Name} viết khác nhau trong các giấy tờ.", (paper, kin.Name), (found.Paper, second.Name));
        }
        return null;
    }

    private static bool IsWrittenAlike(string one, string other) =>
        NormalForm.Of(one).Equals(NormalForm.Of(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>By the name; the mother herself also by her place on the form, whatever it calls her.</summary>
    private static bool IsAbout(CheckedPaper paper, KinEntry kin, CasePerson person) =>
        SamePerson.IsOneName(kin.Name.Value, person.Name)
        || (person.Role == CaseRole.Mother && kin.Relation == KinRelation.Self && !kin.IsMartyr && kin.InvalidPercent is null
            && paper.Facts.Kind?.Value is "Bản khai" or "Tờ khai" or "Biên bản" && IsOnlyOne(paper));

    private static bool IsOnlyOne(CheckedPaper paper) => paper.People.Count(kin => kin.Relation == KinRelation.Self) == 1;

    private static bool Differ(string label, Fact one, Fact other, Func<string, string, bool> placesDiffer) => label switch
    {
        "quê quán" => placesDiffer(one.Value, other.Value),
        "năm sinh" or "ngày hy sinh hoặc chết" =>
            VietnameseDate.TryParse(one.Value, out var day) && VietnameseDate.TryParse(other.Value, out var its) && SamePerson.Differ(day, its),
        _ => Folding.LettersAndDigits(one.Value) != Folding.LettersAndDigits(other.Value),
    };

    private static CheckFinding SideBySide(string text, (CheckedPaper Paper, Fact Fact) one, (CheckedPaper Paper, Fact Fact) other) => new(
        CheckKind.Contradiction, CheckSeverity.Warning, text,
        [Line(one), Line(other)], [Spot(one), Spot(other)], []);

    private static string Line((CheckedPaper Paper, Fact Fact) side) =>
        string.Create(CultureInfo.InvariantCulture, $"{side.Paper.Name}, trang {side.Fact.Page}: {side.Fact.Value}");

    private static PaperSpot Spot((CheckedPaper Paper, Fact Fact) side) => new(side.Paper.DocumentId, side.Fact.Page, side.Fact.Box);

    /// <summary>Declaration, minutes and submission of the commune follow each other.</summary>
    private static IEnumerable<CheckFinding> Days(IReadOnlyList<CheckedPaper> papers)
    {
        var steps = papers.Select(paper => (Paper: paper, paper.Found))
            .Where(one => one.Found.IssuedOn is not null)
            .Select(one => (one.Paper, Day: one.Found.IssuedOn!.Value, Step: one.Found.Kind switch
            {
                PaperKind.DeclarationOfMother or PaperKind.DeclarationOfRelative => 1,
                PaperKind.Minutes => 2,
                PaperKind.Submission => 3,
                _ => 0,
            }))
            .Where(one => one.Step > 0).OrderBy(one => one.Step).ThenBy(one => one.Day).ToList();
        foreach (var step in ((int, int)[])[(1, 2), (2, 3), (1, 3)])
        {
            var earlier = steps.Where(one => one.Step == step.Item1).ToList();
            var later = steps.Where(one => one.Step == step.Item2).ToList();
            if (earlier.Count == 0 || later.Count == 0 || later[^1].Day >= earlier[0].Day) continue;
            yield return SideBySide(
                "Ngày trên giấy tờ không theo thứ tự: bản khai, biên bản, tờ trình.", (earlier[0].Paper, earlier[0].Paper.Facts.IssuedOn!), (later[^1].Paper, later[^1].Paper.Facts.IssuedOn!));
        }
    }
}
