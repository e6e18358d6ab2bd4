using AwardArchive.Archive;
using AwardArchive.Tests.Verification.Cases;
using AwardArchive.Verification.Cases;
using AwardArchive.Verification.Checks;

namespace AwardArchive.Tests.Verification.Checks;

public sealed class CaseChecksTests
{
    private static readonly DateOnly Day = new(2024, 12, 2);

    [Fact]
    public void A_case_in_which_nothing_is_wrong_is_told_nothing_but_its_deadlines()
    {
        var decided = Mother("Trần Thị Mùi");
        decided.Child("Hồ Văn Nam");
        var findings = CaseChecks.Run(Case(decided, papers:
        [
            Declaration("2024-10-01", Self("Trần Thị Mùi")), Minutes("2024-10-08"), Submission("2024-10-14"),
        ]));
        Assert.All(findings, finding => Assert.Equal(CheckKind.Deadline, finding.Kind));
        Assert.Contains(findings, finding => finding.Text.Contains("đúng hạn", StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_can_have_all_kinds_of_findings_at_once()
    {
        var decided = Mother("Trần Thị Mùi");
        var nam = decided.Child("Hồ Văn Nam");
        decided.Accept(nam, CaseField.MartyrCertificate, "claimed", ProofKind.Declaration);
        var twice = Mother("Trần Thị Mùi", born: "1930");
        var other = Mother("Lê Thị Lan");
        other.Child("Hồ Văn Nam");
        var adoptive = Mother("Lê Thị Cúc");
        var adopted = adoptive.Add(CaseRole.Child, "Hồ Văn Nam");
        adoptive.Accept(adopted, CaseField.Relation, "adopted", ProofKind.CivilStatus);
        var findings = CaseChecks.Run(Case(
            decided,
            papers: [Declaration("2024-10-01", Self("Trần Thị Mùi", born: "1930")), Minutes("2024-09-01", Self("Trần Thị Mùi", born: "1936"))],
            others: [twice, other, adoptive],
            prior: [Prior(isTitle: true)]));
        Assert.Empty(Enum.GetValues<CheckKind>().Except(findings.Select(finding => finding.Kind)));
        Assert.Equal(findings.OrderByDescending(finding => finding.Severity), findings);
        Assert.All(findings, finding => Assert.EndsWith(".", finding.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, true, CheckSeverity.Serious)]
    [InlineData(true, false, CheckSeverity.Warning)]
    [InlineData(false, true, CheckSeverity.Note)]
    public void An_earlier_award_weighs_by_what_it_is_and_by_who_says_so(bool isTitle, bool isConfirmed, CheckSeverity severity)
    {
        var finding = Only(Case(Mother("Trần Thị Mùi"), prior: [Prior(isTitle, isConfirmed)]), CheckKind.AwardedBefore);
        Assert.Equal(severity, finding.Severity);
        Assert.Single(finding.Spots);
    }

    [Fact]
    public void Birth_mother_and_adoptive_mother_of_a_martyr_are_shown_and_allowed()
    {
        var mine = Mother("Trần Thị Mùi");
        mine.Child("Hồ Văn Nam");
        var other = Mother("Lê Thị Cúc");
        other.Accept(other.Add(CaseRole.Child, "Hồ Văn Nam"), CaseField.Relation, "adopted", ProofKind.CivilStatus);
        var finding = Only(Case(mine, others: [other]), CheckKind.OtherRelation);
        Assert.Equal(CheckSeverity.Note, finding.Severity);
        Assert.Contains("con đẻ trong hồ sơ này và là con nuôi", finding.Text, StringComparison.Ordinal);
        Assert.Equal([other.State.DossierId], finding.Dossiers);
    }

    [Fact]
    public void Son_of_one_and_husband_of_another_are_each_looked_at_by_herself()
    {
        var mine = Mother("Trần Thị Mùi");
        mine.Child("Hồ Văn Nam");
        var wife = Mother("Lê Thị Cúc");
        wife.Add(CaseRole.Husband, "Hồ Văn Nam");
        Assert.Contains("chồng", Only(Case(mine, others: [wife]), CheckKind.OtherRelation).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_certificate_in_two_cases_is_serious_whatever_the_names_are()
    {
        var mine = Mother("Trần Thị Mùi");
        Certificate(mine, mine.Child("Hồ Văn Nam"), "AB 123");
        var other = Mother("Lê Thị Lan");
        Certificate(other, other.Child("Hồ Văn Năm Lớn"), "AB-123");
        Assert.Equal(CheckSeverity.Serious, Only(Case(mine, others: [other]), CheckKind.ClaimedElsewhere).Severity);
    }

    [Fact]
    public void A_name_alone_is_a_note_and_what_contradicts_is_nobody()
    {
        Assert.Equal(CheckSeverity.Note, Only(Case(WithSon(null), others: [WithSon(null)]), CheckKind.ClaimedElsewhere).Severity);
        Assert.Equal(CheckSeverity.Warning, Only(Case(WithSon("1968"), others: [WithSon("1968-02-03")]), CheckKind.ClaimedElsewhere).Severity);
        Assert.DoesNotContain(CaseChecks.Run(Case(WithSon("1968"), others: [WithSon("1972")])), finding => finding.Kind == CheckKind.ClaimedElsewhere);

        static DecidedCase WithSon(string? death)
        {
            var decided = Mother($"Lê Thị {Guid.NewGuid():N}");
            decided.Set(decided.Child("Hồ Văn Nam") with { Death = death });
            return decided;
        }
    }

    [Fact]
    public void Two_cases_of_one_mother_are_told_once_and_not_again_for_each_child()
    {
        var (mine, twice) = (Mother("Trần Thị Mùi", born: "1930"), Mother("Trần Thị Mùi", born: "1930"));
        mine.Child("Hồ Văn Nam");
        twice.Child("Hồ Văn Nam");
        var findings = CaseChecks.Run(Case(mine, others: [twice]));
        Assert.Equal(CheckSeverity.Serious, Assert.Single(findings, finding => finding.Kind == CheckKind.SameMother).Severity);
        Assert.DoesNotContain(findings, finding => finding.Kind == CheckKind.ClaimedElsewhere);
        Assert.DoesNotContain(CaseChecks.Run(Case(mine, others: [Mother("Trần Thị Mùi", born: "1941")])), finding => finding.Kind == CheckKind.SameMother);
    }

    [Fact]
    public void Papers_that_contradict_each_other_stand_side_by_side()
    {
        var decided = Mother("Trần Thị Mùi");
        var papers = new[]
        {
            Declaration("2024-10-01", Self("Trần Thị Mùi", born: "1930", home: "xã A Vao")), Minutes("2024-10-08", Self("Trần Thị Mùi", born: "1936", home: "xã Tà Rụt")),
        };
        var findings = CaseChecks.Run(Case(decided, papers)).Where(finding => finding.Kind == CheckKind.Contradiction).ToList();
        Assert.Equal(["năm sinh", "quê quán"], findings.Select(finding => finding.Text.Contains("năm sinh", StringComparison.Ordinal) ? "năm sinh" : "quê quán"));
        Assert.Equal(["Bản khai ngày 01-10-2024, trang 1: 1930", "Biên bản ngày 08-10-2024, trang 1: 1936"], findings[0].Details);
        Assert.Equal(papers.Select(paper => paper.DocumentId), findings[0].Spots.Select(spot => spot.DocumentId));
    }

    [Theory]
    [InlineData("1930", "1930-05-14", false)]
    [InlineData("1930-05", "1930-06-01", true)]
    [InlineData("1930", "1931", true)]
    public void A_part_of_a_day_contradicts_no_day_that_has_it(string one, string other, bool isContradiction)
    {
        var findings = CaseChecks.Run(Case(Mother("Trần Thị Mùi"), [Declaration("2024-10-01", Self("Trần Thị Mùi", born: one)), Minutes("2024-10-08", Self("Trần Thị Mùi", born: other))]));
        Assert.Equal(isContradiction, findings.Any(finding => finding.Kind == CheckKind.Contradiction));
    }

    [Fact]
    public void Names_that_are_written_differently_and_days_out_of_order_are_contradictions()
    {
        var findings = CaseChecks.Run(Case(
            Mother("Trần Thị Mùi"), [Declaration("2024-10-09", Self("Trần Thị Mùi")), Minutes("2024-10-08", Self("Trần Thị Mui")), Submission("2024-10-10")]));
        Assert.Contains(findings, finding => finding.Text.StartsWith("Tên của Trần Thị Mùi", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Text.StartsWith("Ngày trên giấy tờ không theo thứ tự", StringComparison.Ordinal));
    }

    [Fact]
    public void Accepted_evidence_that_contradicts_itself_is_serious()
    {
        var decided = Mother("Trần Thị Mùi");
        var son = decided.Child("Hồ Văn Nam");
        decided.Accept(son, CaseField.RelationProved, "false", ProofKind.Confirmation);
        Assert.Equal(CheckSeverity.Serious, Only(Case(decided), CheckKind.Contradiction).Severity);
    }

    [Fact]
    public void Missing_papers_are_asked_for_by_the_law_of_the_day_and_by_person()
    {
        var decided = Mother("Trần Thị Mùi");
        decided.Accept(decided.Child("Hồ Văn Nam"), CaseField.MartyrCertificate, "claimed", ProofKind.Declaration);
        var missing = CaseChecks.Run(Case(decided, [Declaration("2024-10-01", Self("Trần Thị Mùi"))])).Where(finding => finding.Kind == CheckKind.MissingPaper).Select(finding => finding.Text).ToList();
        Assert.Equal(3, missing.Count);
        Assert.Contains(missing, text => text.Contains("Bằng Tổ quốc ghi công", StringComparison.Ordinal) && text.Contains("Hồ Văn Nam", StringComparison.Ordinal));
        Assert.Contains("Chưa có danh mục", Only(Case(decided) with { AsOf = new(2010, 1, 1) }, CheckKind.MissingPaper).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_people_accepted_for_a_son_is_his_whatever_name_was_read_on_it()
    {
        var decided = Mother("Trần Thị Mùi");
        var son = decided.Child("Hồ Văn Nam");
        var paper = Paper("Bằng Tổ quốc ghi công", "2007-04-30", Self("Hô Văn Mam"));
        var evidence = DecidedCase.Evidence(son, CaseField.MartyrCertificate, "seen", ProofKind.Certificate);
        decided.Decide(CaseAction.Accept, evidence with { Source = evidence.Source! with { DocumentId = paper.DocumentId } });
        Assert.DoesNotContain(CaseChecks.Run(Case(decided, [paper])), IsAboutHim);
        Assert.Contains(CaseChecks.Run(Case(decided)), IsAboutHim);

        static bool IsAboutHim(CheckFinding finding) => finding.Kind == CheckKind.MissingPaper && finding.Text.Contains("Hồ Văn Nam", StringComparison.Ordinal);
    }

    private static DecidedCase Mother(string name, string? born = null)
    {
        var decided = new DecidedCase();
        decided.Set(new(Guid.CreateVersion7(), CaseRole.Mother, name) { Birth = born });
        return decided;
    }

    private static void Certificate(DecidedCase decided, CasePerson person, string number) => decided.Decide(
        CaseAction.Accept, DecidedCase.Evidence(person, CaseField.MartyrCertificate, "seen", ProofKind.Certificate) with { CertificateNo = number });

    private static CheckFinding Only(CheckedCase checkedCase, CheckKind kind) => Assert.Single(CaseChecks.Run(checkedCase), finding => finding.Kind == kind);

    private static CheckedCase Case(DecidedCase decided, CheckedPaper[]? papers = null, DecidedCase[]? others = null, PriorAward[]? prior = null) => new(
        decided.State, CaseInputs.Of(decided.State, Day, Day), Day, Day, papers ?? [], [.. (others ?? []).Select(other => new OtherCase("Hồ sơ khác", other.State))], prior ?? [],
        (one, other) => one != other);

    private static PriorAward Prior(bool isTitle, bool isConfirmed = false) => new(
        Guid.CreateVersion7(), "Trần Thị Mùi", "Bà mẹ Việt Nam anh hùng", "xã A Vao", "1930", "Quyết định số 12/QĐ-CTN", isTitle, isConfirmed, ["cùng tên"], new(Guid.CreateVersion7(), 2, new(10, 10, 400, 40)));

    private static CheckedPaper Declaration(string day, params KinEntry[] kin) => Paper("Bản khai", day, kin);

    private static CheckedPaper Minutes(string day, params KinEntry[] kin) => Paper("Biên bản", day, kin);

    private static CheckedPaper Submission(string day) => Paper("Tờ trình", day);

    private static CheckedPaper Paper(string kind, string day, params KinEntry[] kin)
    {
        var facts = DocumentFacts.None with { Kind = Said(kind), IssuedOn = Said(day), Issuer = Said("ỦY BAN NHÂN DÂN XÃ A VAO") };
        return new(Guid.CreateVersion7(), PaperTitle.Of(facts, "tệp.pdf"), facts, kin);
    }

    private static KinEntry Self(string name, string? born = null, string? home = null) => new(KinRelation.Self, Said(name), 1, new(10, 10, 300, 30))
    {
        BirthYear = born is null ? null : Said(born), HomePlace = home is null ? null : Said(home),
    };

    private static Fact Said(string value) => new(value, value, 1, new(10, 10, 300, 30), 1, "test/1");
}
