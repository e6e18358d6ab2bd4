using System.Text;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class PersonNameTests
{
    private static readonly Gen<string> Word = Gen.OneOf("Nguyễn", "Thị", "Văn", "Hòa", "Đức", "Út", "Krông", "Ích", "Minh", "Anh", "Thúy", "Y", "Lê");

    [Theory]
    [InlineData("Nguyễn Thị Hòa", "", "Nguyễn", "Thị", "Hòa")]
    [InlineData("Nguyễn Hòa", "", "Nguyễn", null, "Hòa")]
    [InlineData("NGUYỄN THỊ MINH KHAI", "", "NGUYỄN", "THỊ MINH", "KHAI")]
    [InlineData("mẹ Suốt", "mẹ", null, null, "Suốt")]
    [InlineData("Bà Trần Thị Lý", "Bà", "Trần", "Thị", "Lý")]
    [InlineData("Ông Ích Khiêm", "", "Ông", "Ích", "Khiêm")]
    [InlineData("Ông Nguyễn Văn A", "Ông", "Nguyễn", "Văn", "A")]
    [InlineData("đ/c Lê Duẩn", "đ/c", "Lê", null, "Duẩn")]
    [InlineData("Đồng chí Thiếu tá Hồ Vai", "Đồng chí|Thiếu tá", "Hồ", null, "Vai")]
    [InlineData("LS. Nguyễn T. Hòa", "LS", "Nguyễn", "T", "Hòa")]
    [InlineData("liệt sỹ Đặng Thùy Trâm", "liệt sỹ", "Đặng", "Thùy", "Trâm")]
    [InlineData("Anh hùng LLVTND Hồ Kan Lịch", "Anh hùng LLVTND", "Hồ", "Kan", "Lịch")]
    [InlineData("Bà mẹ Việt Nam anh hùng Nguyễn Thị Thứ", "Bà mẹ Việt Nam anh hùng", "Nguyễn", "Thị", "Thứ")]
    [InlineData("N.T. Hòa", "", "N", "T", "Hòa")]
    [InlineData("Tôn Thất Tùng", "", "Tôn Thất", null, "Tùng")]
    [InlineData("Tôn Đức Thắng", "", "Tôn", "Đức", "Thắng")]
    [InlineData("Nguyễn Đức Anh", "", "Nguyễn", "Đức", "Anh")]
    public void A_name_has_its_parts(string text, string titles, string? family, string? middle, string given)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var written = text.Normalize(form);
            Assert.True(PersonName.TryParse(written, out var name));
            Assert.Equal((titles, family, middle, given), (string.Join('|', name.Titles).Normalize(), name.Family, name.Middle, name.Given));
            Assert.EndsWith(given, written[name.Start..name.End].Normalize(), StringComparison.Ordinal);
            Assert.StartsWith(family ?? given, written[name.Start..name.End].Normalize(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Tô (Phạm Văn Đồng)", "Tô", "Phạm Văn Đồng")]
    [InlineData("Nguyễn Văn Linh, bí danh Mười Cúc", "Nguyễn Văn Linh", "Mười Cúc")]
    [InlineData("Nguyễn Văn Linh (bí danh: Mười Cúc, tức Út)", "Nguyễn Văn Linh", "Mười Cúc|Út")]
    [InlineData("Trần Thị Nhâm còn gọi là mẹ Nhâm", "Trần Thị Nhâm", "Nhâm")]
    [InlineData("Phan Thị Ràng tức Tư Phùng", "Phan Thị Ràng", "Tư Phùng")]
    [InlineData("Nguyen Van Linh tuc Muoi Cuc", "Nguyen Van Linh", "Muoi Cuc")]
    [InlineData("Tô (Phạm Văn Đồng, Lâm Bá Kiệt)", "Tô", "Phạm Văn Đồng|Lâm Bá Kiệt")]
    [InlineData("Nguyễn Văn Tục", "Nguyễn Văn Tục", "")]
    public void Aliases_stand_beside_the_name(string text, string name, string aliases)
    {
        Assert.True(PersonName.TryParse(text, out var read));
        Assert.Equal((name, aliases), (read.Full, string.Join('|', read.Aliases.Select(alias => alias.Full))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12/QĐ-UB")]
    [InlineData("()")]
    [InlineData("(Phạm Văn Đồng)")]
    [InlineData("Nguyễn Thị Hòa, Quảng Trị")]
    [InlineData("Nguyễn Thị Hòa (Ba), Quảng Trị")]
    [InlineData("căn cứ quyết định của ủy ban nhân dân tỉnh về việc khen thưởng")]
    public void What_is_no_name_is_not_made_one(string? text) => Assert.False(PersonName.TryParse(text, out _));

    [Theory]
    [InlineData("Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA", NameMatch.Equal)]
    [InlineData("Bà Nguyễn Thị Lý", "Nguyễn Thị Lí", NameMatch.Equal)]
    [InlineData("Nguyen Thi Hoa", "Nguyễn Thị Hòa", NameMatch.MarksMissing)]
    [InlineData("Nguyễn Thi Hoà", "Nguyễn Thị Hoa", NameMatch.MarksMissing)]
    [InlineData("Nguyễn T. Hòa", "Nguyễn Thị Hòa", NameMatch.Initials)]
    [InlineData("N.T. Hòa", "Nguyễn Thị Hòa", NameMatch.Initials)]
    [InlineData("N. Đ. Hòa", "Nguyễn Đức Hòa", NameMatch.Initials)]
    [InlineData("N. Đ. Hòa", "Nguyễn Duy Hòa", NameMatch.FamilyAndGiven)]
    [InlineData("Nguyễn Hòa", "Nguyễn Thị Hòa", NameMatch.MiddleMissing)]
    [InlineData("Nguyen Hoa", "Nguyễn Thị Hòa", NameMatch.MiddleMissing)]
    [InlineData("Nguyễn Thị Hòa", "Nguyễn Thị Thanh Hòa", NameMatch.MiddleMissing)]
    [InlineData("Nguyễn Thị Hóa", "Nguyễn Thị Hòa", NameMatch.MarksDiffer)]
    [InlineData("Nguyễn Văn Hòa", "Nguyễn Thị Hòa", NameMatch.FamilyAndGiven)]
    [InlineData("mẹ Hòa", "Nguyễn Thị Hòa", NameMatch.GivenOnly)]
    [InlineData("mẹ Hòa", "Hoà", NameMatch.Equal)]
    [InlineData("Nguyễn Thị Hòa", "Trần Thị Hòa", NameMatch.Different)]
    [InlineData("Nguyễn Thị Hòa", "Nguyễn Thị Lan", NameMatch.Different)]
    [InlineData("Nguyễn Thị H.", "Nguyễn Thị Hòa", NameMatch.Different)]
    public void Two_names_are_graded(string one, string other, NameMatch expected)
    {
        Assert.True(PersonName.TryParse(one, out var first) & PersonName.TryParse(other, out var second));
        Assert.Equal(new NameComparison(expected, ThroughAlias: false), first!.Compare(second!));
        Assert.Equal(new NameComparison(expected, ThroughAlias: false), second!.Compare(first));
    }

    [Fact]
    public void An_alias_may_agree_better_than_the_name()
    {
        Assert.True(PersonName.TryParse("Tô (Phạm Văn Đồng)", out var one) & PersonName.TryParse("Phạm Văn Đồng", out var other));
        Assert.Equal(new NameComparison(NameMatch.Equal, ThroughAlias: true), one!.Compare(other!));
    }

    [Fact]
    public void Common_family_names_are_known_with_and_without_marks()
    {
        Assert.All(FamilyNames.Common, name => Assert.True(FamilyNames.IsCommon(name)));
        Assert.True(FamilyNames.IsCommon("nguyen"));
        Assert.False(FamilyNames.IsCommon("Thị"));
    }

    [Fact]
    public void A_name_equals_itself_and_comparing_does_not_mind_the_order() => Gen.Select(Word.Array[1, 4], Word.Array[1, 4]).Sample((one, other) =>
    {
        if (!PersonName.TryParse(string.Join(' ', one), out var first) || !PersonName.TryParse(string.Join(' ', other), out var second)) return;
        Assert.Equal(NameMatch.Equal, first.Compare(first).Match);
        Assert.Equal(first.Compare(second), second.Compare(first));
        Assert.True(PersonName.TryParse(Folding.Fold(first.Full), out _));
    });

    [Fact]
    public void Any_text_is_a_name_whose_offsets_lie_in_it_or_none() => Texts.Any.Sample(text =>
    {
        if (!PersonName.TryParse(text, out var name)) return;
        Assert.InRange(name.Start, 0, name.End - 1);
        Assert.True(name.End <= text.Length);
    });
}
