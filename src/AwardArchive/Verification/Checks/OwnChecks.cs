using AwardArchive.Verification.Cases;
using AwardArchive.Verification.Deadlines;
using AwardArchive.Verification.Papers;

namespace AwardArchive.Verification.Checks;

/// <summary>Whether she, or somebody who may be her, was awarded before.</summary>
internal static class PriorAwards
{
    public static IEnumerable<CheckFinding> Check(CheckedCase checkedCase) => checkedCase.Prior.Select(prior => new CheckFinding(
        CheckKind.AwardedBefore,
        (prior.IsTitle, prior.IsConfirmed) switch { (true, true) => CheckSeverity.Serious, (true, false) => CheckSeverity.Warning, _ => CheckSeverity.Note },
        prior.IsConfirmed ? $"Đã có tên trong danh sách khen thưởng: {Award(prior)}, {prior.Paper}." : $"Có thể đã có tên trong danh sách khen thưởng: {Award(prior)}, {prior.Paper}.",
        [
            string.Join("; ", new[] { prior.Name, prior.Birth is { } birth ? $"sinh {birth}" : null, prior.HomePlace }.OfType<string>()) + ".",
            .. prior.IsConfirmed ? ["Cán bộ đã xác nhận mục này là của bà."] : prior.Reasons,
        ],
        [prior.Spot], []));

    private static string Award(PriorAward prior) => prior.Award ?? "chưa rõ hình thức";
}

/// <summary>Papers that the dossier must have.</summary>
internal static class PaperGaps
{
    public static IEnumerable<CheckFinding> Check(CheckedCase checkedCase)
    {
        if (!PaperList.IsKnown(checkedCase.AsOf))
        {
            return
            [
                new(CheckKind.MissingPaper, CheckSeverity.Note, "Chưa có danh mục giấy tờ của luật có hiệu lực vào ngày xét: không kiểm tra được thành phần hồ sơ."),
            ];
        }
        var missing = PaperList.Missing(QuestionOf(checkedCase), [.. checkedCase.Papers.Select(paper => paper.Found)]);
        return missing.Select(paper => new CheckFinding(
            CheckKind.MissingPaper, paper.OneOf ? CheckSeverity.Note : CheckSeverity.Warning,
            $"Thiếu {paper.Name}{(paper.For is { } person ? $", {person}" : "")}{(paper.OneOf ? " (một trong hai bản khai; hồ sơ chưa cho biết mẹ còn sống hay đã mất)" : "")}.",
            $"Căn cứ: {paper.Basis}{(paper.IsVerified ? "" : "; chưa đọc được văn bản (câu hỏi 2)")}."));
    }

    private static PaperQuestion QuestionOf(CheckedCase checkedCase)
    {
        var state = checkedCase.State;
        var accepted = state.Evidence.Where(one => one.IsAccepted).Select(one => one.Evidence).ToList();
        var here = checkedCase.Papers.Select(paper => paper.DocumentId).ToHashSet();
        // A certificate of the dossier that people accepted for somebody is his, whatever name was read on it.
        string[] Of(string field) =>
        [
            .. state.People.Where(person => accepted.Where(one => one.PersonId == person.Id && one.Field == field).ToList() is var said
                    && said.Exists(one => one.Value is "seen" or "claimed") && !said.Exists(one => one.Proves && one.Source is { } source && here.Contains(source.DocumentId)))
                .Select(person => person.Name).Distinct(),
        ];
        var declaredByRelative = checkedCase.Papers.Any(paper => paper.Found.Kind == PaperKind.DeclarationOfRelative);
        var declaredByHerself = checkedCase.Papers.Any(paper => paper.Found.Kind == PaperKind.DeclarationOfMother);
        bool? isDead = state.Mother?.Death is not null || (declaredByRelative && !declaredByHerself) ? true : declaredByHerself && !declaredByRelative ? false : null;
        return new(
            checkedCase.AsOf, isDead, Of(CaseField.MartyrCertificate), Of(CaseField.InvalidCertificate),
            accepted.Any(one => one is { Field: CaseField.RemarriedAfter, Value: "true" }));
    }
}

/// <summary>Deadlines of the steps that have begun.</summary>
internal static class StepDeadlines
{
    public static IEnumerable<CheckFinding> Check(CheckedCase checkedCase) =>
        DossierSteps.Of([.. checkedCase.Papers.Select(paper => paper.Found)], checkedCase.Today)
            .Select(step => new CheckFinding(
                CheckKind.Deadline, step.IsLate == true ? CheckSeverity.Warning : CheckSeverity.Note, step.Say(), [$"Căn cứ: {step.Basis}.", .. step.Unsure]));
}
