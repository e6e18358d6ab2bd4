using AwardArchive.People.Matching;

namespace AwardArchive.Tests.People;

public sealed class DuplicateAwardTests
{
    private const string Medal = "Huy chương Kháng chiến";

    [Fact]
    public void One_award_of_one_class_in_two_papers_is_told()
    {
        PersonMention[] mentions = [Of(Medal, "Nhất"), Of(Medal, "Nhất"), Of(Medal, "Nhì"), Of("Bằng khen", null), Of(null, null), Of(null, null)];
        var duplicate = Assert.Single(DuplicateAward.OfPerson(mentions));
        Assert.Equal((DuplicateAwardKind.SameAward, Medal, "Nhất"), (duplicate.Kind, duplicate.Award, duplicate.AwardClass));
        Assert.Equal(mentions[..2].Select(mention => mention.Id).Order(), duplicate.Mentions);
    }

    [Fact]
    public void Rows_of_one_paper_are_one_award()
    {
        var mention = Of(Medal, "Nhất");
        Assert.Empty(DuplicateAward.OfPerson([mention, Of(Medal, "Nhất") with { DocumentId = mention.DocumentId }]));
    }

    [Fact]
    public void One_number_of_a_certificate_on_two_rows_is_told_whoever_bears_it()
    {
        PersonMention[] mentions =
        [
            Of(Medal, null) with { Certificate = "KC 12.345" }, Of(Medal, null) with { Certificate = "kc12345", Name = "Lê Văn Lữ" },
            Of("Bằng khen", null) with { Certificate = "KC 12345" }, Of(Medal, null) with { Certificate = "12" }, Of(Medal, null) with { Certificate = "12" },
        ];
        var duplicate = Assert.Single(DuplicateAward.OfCertificates(mentions));
        Assert.Equal((DuplicateAwardKind.SameCertificate, Medal), (duplicate.Kind, duplicate.Award));
        Assert.Equal(mentions[..2].Select(mention => mention.Id).Order(), duplicate.Mentions);
    }

    private static PersonMention Of(string? award, string? rank) =>
        new(Guid.NewGuid(), "Trần Thị Xoan", Guid.NewGuid(), 1) { Award = award, AwardClass = rank };
}
