using AwardArchive.Verification;
using AwardArchive.Verification.ResistanceAward;

namespace AwardArchive.Tests.Verification;

/// <summary>Whether a person is named in a resistance award.</summary>
public sealed class ResistanceAwardRulesTests
{
    private const string Order = "Huân chương Kháng chiến hạng Nhì";

    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly NamedPerson Person = new("Nguyễn Thị Hòa", 1931, "xã Gio Mỹ, huyện Gio Linh");

    [Theory]
    [InlineData(Order)]
    [InlineData("Huy chương Kháng chiến hạng Nhất")]
    [InlineData("HUÂN CHƯƠNG KHÁNG CHIẾN CHỐNG MỸ CỨU NƯỚC hạng Ba")]
    public void A_name_with_its_year_of_birth_is_the_person(string award)
    {
        var verdict = Judge(true, new AwardEntry(award, "Nguyễn Thị Hoà", 1931, "Gio Mỹ", EntrySource.Decision, "QĐ 12, trang 3"));
        Assert.Equal((NamedResult.Named, true), (verdict.Result, Assert.Single(verdict.Entries).Names));
        Assert.Equal(["Nghị định 131/2021/NĐ-CP, Điều 68"], verdict.Articles);
        Assert.Contains("QĐ 12, trang 3", verdict.Explanation, StringComparison.Ordinal);
        Assert.Empty(verdict.Missing);
    }

    [Theory]
    [InlineData("Huân chương Chiến công hạng Nhì")]
    [InlineData("Huân chương Chiến thắng hạng Nhì")]
    [InlineData("Bằng khen của Thủ tướng Chính phủ")]
    public void Other_awards_do_not_count(string award)
    {
        var verdict = Judge(true, new AwardEntry(award, Person.Name, 1931));
        Assert.Equal((NamedResult.NotNamed, false), (verdict.Result, verdict.Entries[0].Names));
    }

    [Theory]
    [InlineData("Nguyễn Thị Hòa", null, null)] // a name alone
    [InlineData("Nguyễn Thị Hòa", null, "xã Gio Mỹ")] // namesakes in one commune are common
    [InlineData("Nguyễn Thị Hóa", 1931, "xã Gio Mỹ")] // marks that contradict
    [InlineData("Nguyễn Hòa", 1931, "xã Gio Mỹ")] // a middle name missing
    [InlineData("Nguyen Thi Hoa", 1931, null)] // marks lost
    [InlineData("Nguyễn Thị Hòa", 1931, "xã Triệu Vân")]
    [InlineData("Nguyễn Thị Hòa", 1930, "xã Gio Mỹ")]
    public void What_may_be_the_person_is_left_to_an_officer(string name, int? year, string? place)
    {
        var entry = new AwardEntry(Order, name, year, place);
        var verdict = Judge(true, entry);
        Assert.Equal(NamedResult.NotEnoughEvidence, verdict.Result);
        Assert.Equal(["entries[0].samePerson"], verdict.Missing.Select(input => input.Input));
        Assert.Equal(NamedResult.Named, Judge(true, entry with { SamePerson = true }).Result);
        Assert.Equal(NamedResult.NotNamed, Judge(true, entry with { SamePerson = false }).Result);
    }

    [Theory]
    [InlineData("Trần Thị Hòa", 1931, "xã Gio Mỹ")]
    [InlineData("Nguyễn Thị Hòa", 1950, null)]
    public void Somebody_else_is_not_the_person(string name, int? year, string? place) =>
        Assert.Equal(NamedResult.NotNamed, Judge(true, new AwardEntry(Order, name, year, place)).Result);

    [Fact]
    public void Nobody_is_unnamed_before_the_search_is_complete()
    {
        Assert.Equal(NamedResult.NotNamed, Judge(true).Result);
        foreach (var open in new bool?[] { null, false })
            Assert.Equal(["searchComplete"], Judge(open).Missing.Select(input => input.Input));
        Assert.Equal(NamedResult.Named, Judge(null, new AwardEntry(Order, Person.Name, 1931)).Result);
    }

    [Fact]
    public void An_award_that_cannot_be_made_out_is_missing_not_absent()
    {
        var verdict = Judge(true, new AwardEntry("Huan chuưng Khng chiên", Person.Name, 1931));
        Assert.Equal(["entries[0].award"], verdict.Missing.Select(input => input.Input));
    }

    [Fact]
    public void Who_stands_in_the_dossier_only_is_named_by_clause_3()
    {
        var dossier = new AwardEntry(Order, Person.Name, 1931, Source: EntrySource.Dossier);
        Assert.Equal(["Nghị định 131/2021/NĐ-CP, Điều 68 khoản 3"], Judge(true, dossier).Articles);
        Assert.Equal(["Nghị định 131/2021/NĐ-CP, Điều 68"], Judge(true, dossier, dossier with { Source = EntrySource.Certificate }).Articles);
    }

    [Fact]
    public void A_day_before_the_decree_is_refused()
    {
        var refused = Assert.Throws<BadCaseException>(() => ResistanceAwardRules.Judge(new(new(2022, 2, 14), Person, [])));
        Assert.Equal("asOf", Assert.Single(refused.Problems).Input);
        Assert.Equal(NamedResult.NotEnoughEvidence, ResistanceAwardRules.Judge(new(new(2022, 2, 15), Person, [])).Result);
    }

    private static NamedVerdict Judge(bool? searchComplete, params AwardEntry[] entries) => ResistanceAwardRules.Judge(new(Day, Person, entries, searchComplete));
}
