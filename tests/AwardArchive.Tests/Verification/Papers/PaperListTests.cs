using AwardArchive.Archive;
using AwardArchive.Verification.Papers;

namespace AwardArchive.Tests.Verification.Papers;

public sealed class PaperListTests
{
    private static readonly DateOnly Day = new(2015, 2, 10);

    [Fact]
    public void A_whole_dossier_lacks_nothing() => Assert.Empty(PaperList.Missing(
        new(Day, IsMotherDead: true, ["Hồ Văn Nam"], ["Hồ Văn Bắc"], HasRemarried: false),
        [
            Paper(PaperKind.DeclarationOfRelative), Paper(PaperKind.PowerOfAttorney), Paper(PaperKind.Minutes), Paper(PaperKind.Submission),
            Paper(PaperKind.MartyrCertificate, "hovannam"), Paper(PaperKind.InvalidCertificate, "hovanbac"),
        ]));

    [Fact]
    public void A_living_mother_declares_herself_and_a_dead_one_by_a_relative()
    {
        Assert.Equal([PaperKind.DeclarationOfMother, PaperKind.Minutes, PaperKind.Submission], Kinds(new(Day, false, [], [], false)));
        Assert.Equal([PaperKind.DeclarationOfRelative, PaperKind.PowerOfAttorney, PaperKind.Minutes, PaperKind.Submission], Kinds(new(Day, true, [], [], false)));
    }

    [Fact]
    public void Where_nobody_said_whether_she_lives_either_declaration_will_do()
    {
        var missing = PaperList.Missing(new(Day, null, [], [], false), [Paper(PaperKind.Minutes), Paper(PaperKind.Submission)]);
        Assert.Equal([PaperKind.DeclarationOfMother, PaperKind.DeclarationOfRelative], missing.Select(paper => paper.Kind));
        Assert.All(missing, paper => Assert.True(paper.OneOf));
        Assert.Empty(PaperList.Missing(new(Day, null, [], [], false), [Paper(PaperKind.Minutes), Paper(PaperKind.Submission), Paper(PaperKind.DeclarationOfRelative)]));
    }

    [Fact]
    public void Each_martyr_needs_a_certificate_of_his_own()
    {
        var missing = PaperList.Missing(
            new(Day, false, ["Hồ Văn Nam", "Hồ Văn Trung"], [], false),
            [Paper(PaperKind.DeclarationOfMother), Paper(PaperKind.Minutes), Paper(PaperKind.Submission), Paper(PaperKind.MartyrCertificate, "hovannam")]);
        Assert.Equal(("Hồ Văn Trung", PaperKind.MartyrCertificate), (Assert.Single(missing).For, missing[0].Kind));
    }

    [Fact]
    public void A_widow_who_married_again_needs_the_communes_confirmation_since_the_circular()
    {
        Assert.Contains(PaperKind.CareConfirmation, Kinds(new(Day, false, [], [], HasRemarried: true)));
        Assert.DoesNotContain(PaperKind.CareConfirmation, Kinds(new(new(2014, 11, 24), false, [], [], HasRemarried: true)));
    }

    [Fact]
    public void Forms_by_the_law_of_the_day()
    {
        Assert.False(PaperList.IsKnown(new(2013, 7, 14)));
        Assert.Empty(PaperList.Missing(new(new(2013, 7, 14), true, ["Hồ Văn Nam"], [], true), []));
        Assert.All(PaperList.Missing(new(Day, false, [], [], false), []), paper => Assert.True(paper.IsVerified));
        var since = PaperList.Missing(new(new(2025, 4, 2), true, [], [], false), []);
        Assert.All(since, paper => Assert.False(paper.IsVerified));
        Assert.Contains(since, paper => paper.Name.Contains("thờ cúng", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Bản khai", KinRelation.Self, "DeclarationOfMother")]
    [InlineData("Bản khai", KinRelation.Declarant, "DeclarationOfRelative")]
    [InlineData("Biên bản", KinRelation.Self, "Minutes")]
    [InlineData("Bằng Tổ quốc ghi công", KinRelation.Child, "MartyrCertificate")]
    [InlineData("Giấy báo tử", KinRelation.Child, "Other")]
    [InlineData("Trích lục", KinRelation.Child, "Other")]
    public void A_paper_is_what_its_facts_say(string kind, KinRelation relation, string expected)
    {
        var facts = DocumentFacts.None with { Kind = Said(kind), IssuedOn = Said("2015-02"), Issuer = Said("ỦY BAN NHÂN DÂN XÃ A VAO") };
        var paper = FoundPaper.Of(Guid.Empty, facts, [new(relation, Said("Hồ Thị Xuân"), 1, default)]);
        Assert.Equal((expected, IssuerLevel.Commune, null), (paper.Kind.ToString(), paper.Level, paper.IssuedOn));
        Assert.Equal(["hothixuan"], paper.Names);
    }

    private static FoundPaper Paper(PaperKind kind, params string[] names) => new(Guid.Empty, kind, null, null, names);

    private static Fact Said(string value) => new(value, value, 1, default, 1, "test");

    private static IEnumerable<PaperKind> Kinds(PaperQuestion question) => PaperList.Missing(question, []).Select(paper => paper.Kind);
}
