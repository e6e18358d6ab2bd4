using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Verification.Cases;
using AwardArchive.Verification.Checks;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Verification.Reports;

/// <summary>All that a report tells: what it says depends on nothing else, and on no clock.</summary>
/// <param name="Decisions">Of the case, in their order; at least one.</param>
/// <param name="Originals">By document.</param>
/// <param name="SpotOf">The image that a place is on; null where there is none.</param>
internal sealed record ReportSource(
    string DossierTitle, IReadOnlyList<CaseDecision> Decisions, CheckedCase Checked, MotherVerdict? Verdict, IReadOnlyList<CaseProblem> Problems,
    IReadOnlyList<CheckFinding> Findings, IReadOnlyDictionary<Guid, ReportOriginal> Originals, Func<PaperSpot, ScanSpot?> SpotOf);

/// <summary>Writes the report in Vietnamese.</summary>
internal sealed class ReportWords(ReportSource source)
{
    private const string Limits =
        "Phiếu do máy lập từ giấy tờ và quyết định đã ghi trong hồ sơ. Máy chỉ đối chiếu và đề xuất, không trao danh hiệu, không thay quyết định của người có thẩm quyền: "
        + "cán bộ thẩm định xem lại, quyết định và ký. Phần kiểm tra chỉ đối chiếu với các văn bản mà người lập phiếu được xem.";

    public static CaseReport Of(ReportSource source)
    {
        var last = source.Decisions[^1];
        return new(
            source.Checked.State.DossierId, last.Number, last.At, source.Checked.AsOf, source.Verdict, source.Problems, source.Findings,
            [.. source.Originals.Values], new ReportWords(source).Content());
    }

    private ReportContent Content()
    {
        var (state, last) = (source.Checked.State, source.Decisions[^1]);
        return new(
            [
                "PHIẾU THẨM ĐỊNH HỒ SƠ",
                "Danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng”",
                $"Hồ sơ: {source.DossierTitle}",
            ],
            string.Create(CultureInfo.InvariantCulture, $"Hồ sơ {state.DossierId}, bước {last.Number}, {OfficeTime.Written(last.At)}"),
            [.. Sections().Where(section => section.Items.Count > 0)]);
    }

    private IEnumerable<ReportSection> Sections()
    {
        yield return new("1. Câu hỏi", [.. Question()]);
        yield return new("2. Kết quả đối chiếu", [.. Result()]);
        yield return new("3. Những người trong hồ sơ", [.. source.Checked.State.People.Select(Person)]);
        yield return new("4. Dữ kiện đã dùng và chứng cứ", [.. Facts()]);
        yield return new("5. Còn thiếu hoặc chưa rõ", [.. Missing()]);
        yield return new("6. Chứng cứ đã từ chối", [.. source.Checked.State.Evidence.Where(one => !one.IsAccepted).Select(Refused)]);
        yield return new("7. Kiểm tra", [.. Checks()]);
        yield return new("8. Ai đã làm gì, khi nào", [.. source.Decisions.Select(Step)]);
        yield return new("9. Các tệp gốc (SHA-256)", [.. source.Originals.Values.Select(original => ReportItem.Of(original.Title, $"{original.FileName}", original.Sha256))]);
        yield return new("10. Giới hạn của phiếu, chữ ký", [ReportItem.Of(Limits), ReportItem.Of("Ý kiến của cán bộ thẩm định: …………………………………………………………………………………"), ReportItem.Of("Ngày …… tháng …… năm ………… Cán bộ thẩm định (ký, ghi rõ họ tên):")]);
    }

    private IEnumerable<ReportItem> Question()
    {
        var mother = source.Checked.State.Mother?.Name is { } name ? $"Bà {name}" : "Người mẹ trong hồ sơ (chưa ghi tên)";
        yield return ReportItem.Of(
            $"{mother} có đáp ứng điều kiện tặng hoặc truy tặng danh hiệu “Bà mẹ Việt Nam anh hùng” theo luật có hiệu lực vào ngày {LawInForce.Written(source.Checked.AsOf)} hay không?",
            source.Verdict is { } verdict ? [$"Luật áp dụng: {verdict.Law}."] : []);
    }

    private IEnumerable<ReportItem> Result()
    {
        if (source.Verdict is not { } verdict)
        {
            yield return ReportItem.Of("KHÔNG XÉT ĐƯỢC: hồ sơ tự mâu thuẫn hoặc không có luật cho ngày xét.", source.Problems.Select(problem => $"{problem.Input}: {problem.Why}"));
            yield break;
        }
        yield return ReportItem.Of(
            $"{Say(verdict.Result)}{(verdict.Cases.Count > 0 ? $" – trường hợp {string.Join(", ", verdict.Cases)}" : "")}.",
            verdict.Articles.Count > 0 ? [$"Căn cứ: {string.Join("; ", verdict.Articles)}."] : []);
        // The facts stand below, each with its papers.
        foreach (var line in verdict.Explanation.Split('\n').TakeWhile(line => line != VerdictWords.FactsHeading)) yield return ReportItem.Of(line);
    }

    private ReportItem Person(CasePerson person) => new(
        $"{Capital(CaseText.Of(person.Role))}: {person.Name}",
        [
            .. new[]
            {
                person.Birth is { } birth ? $"Sinh: {PaperTitle.Written(birth)}" : null, person.Death is { } death ? $"Chết: {PaperTitle.Written(death)}" : null,
                person.HomePlace is { } home ? $"Quê quán: {home}" : null, person.Source is { } from ? $"Theo {Reference(from)}" : "Do cán bộ nhập, không theo giấy tờ nào",
            }.OfType<string>(),
        ],
        Spots(person.Source));

    private IEnumerable<ReportItem> Facts() => (source.Checked.Inputs?.Inputs ?? []).Select(input => new ReportItem(
        $"{About(input.Person)}{input.Field.Label}: {(input.Value is { } value ? CaseText.Value(value) : "chưa rõ")}{(input.IsProved ? " (đã chứng minh)" : input.Value is null or "claimed" ? "" : " (mới khai)")}",
        [
            .. input.Conflict is { } conflict ? [$"Mâu thuẫn: {conflict}"] : Array.Empty<string>(),
            .. input.Evidence.Select(one => $"{CaseText.Of(one.Evidence.Kind)}{Numbers(one.Evidence)}: {Source(one.Evidence)}. {(one.Evidence.Proves ? "Chứng minh" : "Chỉ khai")} “{CaseText.Value(one.Evidence.Value)}”. {Decided(one, "Chấp nhận")}"),
        ],
        [.. input.Evidence.SelectMany(one => Spots(one.Evidence.Source)).Distinct()]));

    private ReportItem Refused(JudgedEvidence one) => new(
        $"{About(source.Checked.State.Find(one.Evidence.PersonId))}{CaseField.Find(one.Evidence.Field)?.Label ?? one.Evidence.Field}: {CaseText.Value(one.Evidence.Value)}",
        [$"{CaseText.Of(one.Evidence.Kind)}{Numbers(one.Evidence)}: {Source(one.Evidence)}.", Decided(one, "Từ chối")],
        Spots(one.Evidence.Source));

    private IEnumerable<ReportItem> Missing() =>
    [
        .. (source.Verdict?.Missing ?? []).Select(missing => ReportItem.Of($"{Labeled(missing.Input)}: {missing.Why}")),
        .. (source.Verdict?.Questions ?? []).Select(question => ReportItem.Of(string.Create(CultureInfo.InvariantCulture, $"Điểm luật chưa rõ (câu hỏi {question.Number}): {question.Why}"))),
        .. source.Findings.Where(finding => finding.Kind == CheckKind.MissingPaper).Select(Finding),
    ];

    /// <summary>A path of the case file as people call it.</summary>
    private string Labeled(string path)
    {
        var state = source.Checked.State;
        var person = path.Split('.') switch
        {
            ["self", _] => state.Mother,
            [var group, _] when group.StartsWith("children[", StringComparison.Ordinal) => At(state.Children, group),
            [var group, _] when group.StartsWith("husbands[", StringComparison.Ordinal) => At(state.Husbands, group),
            _ => null,
        };
        return About(person) + (CaseField.Find(path.Split('.')[^1])?.Label ?? path);

        static CasePerson? At(IEnumerable<CasePerson> people, string group) =>
            people.ElementAtOrDefault(int.Parse(group[(group.IndexOf('[', StringComparison.Ordinal) + 1)..^1], CultureInfo.InvariantCulture));
    }

    private IEnumerable<ReportItem> Checks()
    {
        var others = source.Findings.Where(finding => finding.Kind != CheckKind.MissingPaper).ToList();
        return others.Count > 0 ? others.Select(Finding) : [ReportItem.Of("Không thấy khen thưởng trước đây, hồ sơ trùng, giấy tờ mâu thuẫn hoặc thời hạn nào phải nêu.")];
    }

    private ReportItem Finding(CheckFinding finding) =>
        new($"[{CheckFinding.NameOf(finding.Severity)}] {finding.Text}", finding.Details, [.. finding.Spots.Select(source.SpotOf).OfType<ScanSpot>()]);

    private ReportItem Step(CaseDecision step)
    {
        var what = step.Action switch
        {
            CaseAction.SetPerson => $"ghi {CaseText.Of(step.Person!.Role)} {step.Person.Name}",
            CaseAction.RemovePerson => $"bỏ {Before(step).Select(one => one.Person).OfType<CasePerson>().LastOrDefault(person => person.Id == step.TargetId)?.Name ?? "một người"} khỏi hồ sơ",
            CaseAction.Accept => $"chấp nhận chứng cứ {Named(step.Evidence!)}",
            CaseAction.Refuse => $"từ chối chứng cứ {Named(step.Evidence!)}",
            _ => $"rút lại quyết định về chứng cứ {(Before(step).Select(one => one.Evidence).OfType<CaseEvidence>().LastOrDefault(one => one.Id == step.TargetId) is { } evidence ? Named(evidence) : "")}",
        };
        return ReportItem.Of(string.Create(CultureInfo.InvariantCulture, $"{step.Number}. {OfficeTime.Written(step.At)}, {step.By}: {what}."), step.Reason is { } reason ? [$"Lý do: {reason}"] : []);
    }

    private IEnumerable<CaseDecision> Before(CaseDecision step) => source.Decisions.TakeWhile(one => one.Number < step.Number);

    private string Named(CaseEvidence evidence) =>
        $"“{About(NameIn(evidence))}{CaseField.Find(evidence.Field)?.Label ?? evidence.Field}: {CaseText.Value(evidence.Value)}”";

    /// <summary>Also of somebody who was taken out since.</summary>
    private CasePerson? NameIn(CaseEvidence evidence) => source.Decisions.Select(one => one.Person).OfType<CasePerson>().LastOrDefault(person => person.Id == evidence.PersonId);

    private static string About(CasePerson? person) => person is null ? "" : $"{person.Name} – ";

    private string Source(CaseEvidence evidence) => evidence.Source is { } from ? $"{Reference(from)}, ghi “{from.AsWritten}”" : "lời khai của người nhập, không có giấy tờ";

    private string Reference(CaseSource from) => string.Create(
        CultureInfo.InvariantCulture, $"{(source.Originals.GetValueOrDefault(from.DocumentId)?.Title ?? "văn bản không còn trong kho")}, trang {from.Page}");

    private static string Numbers(CaseEvidence evidence) =>
        string.Concat(evidence.CertificateNo is { } certificate ? $", số {certificate}" : "", evidence.DecisionNo is { } decision ? $", quyết định {decision}" : "");

    private static string Decided(JudgedEvidence one, string verb) =>
        $"{verb}: {one.By}, {OfficeTime.Written(one.At)}{(one.Reason is { } reason ? $"; lý do: {reason}" : "")}.";

    private IReadOnlyList<ScanSpot> Spots(CaseSource? from) =>
        from is { Box: not null } && source.SpotOf(new(from.DocumentId, from.Page, from.Box)) is { } spot ? [spot] : [];

    private static string Capital(string word) => string.Concat(word[..1].ToUpper(CultureInfo.InvariantCulture), word[1..]);

    private static string Say(MotherResult result) => result switch
    {
        MotherResult.Eligible => "ĐÁP ỨNG ĐIỀU KIỆN",
        MotherResult.NotEligible => "KHÔNG ĐÁP ỨNG ĐIỀU KIỆN",
        MotherResult.Excluded => "THUỘC TRƯỜNG HỢP KHÔNG XÉT",
        MotherResult.Refer => "CHUYỂN NGƯỜI CÓ THẨM QUYỀN XEM XÉT",
        _ => "CHƯA ĐỦ CHỨNG CỨ",
    };
}
