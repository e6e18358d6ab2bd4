using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class AwardNamesTests
{
    [Theory]
    [InlineData("Tặng thưởng Huân chương Kháng chiến chống Mỹ, cứu nước hạng Nhì cho", "Huân chương Kháng chiến chống Mỹ", "Nhì")]
    [InlineData("HUÂN CHƯƠNG ĐỘC LẬP\nHẠNG BA", "Huân chương Độc lập", "Ba")]
    [InlineData("tang Huy chuong khang chien hang II", "Huy chương Kháng chiến", "Nhì")]
    [InlineData("Huy chương Chiến sỹ vẻ vang hạng I", "Huy chương Chiến sĩ vẻ vang", "Nhất")]
    [InlineData("danh hiệu “Bà Mẹ Việt Nam Anh hùng”", "Bà mẹ Việt Nam anh hùng", null)]
    [InlineData("hồ sơ BMVNAH", "Bà mẹ Việt Nam anh hùng", null)]
    [InlineData("TẶNG BẰNG TỔ QUỐC GHI CÔNG", "Bằng Tổ quốc ghi công", null)]
    [InlineData("Kỷ niệm chương “Chiến sỹ cách mạng bị địch bắt tù đày”", "Kỷ niệm chương Chiến sĩ cách mạng bị địch bắt tù, đày", null)]
    [InlineData("Huân chương Kháng chiến hạng ưu", "Huân chương Kháng chiến", null)]
    public void An_award_is_known_however_it_is_written(string text, string name, string? rank)
    {
        var found = Assert.Single(AwardNames.Find(text));
        Assert.Equal((name, rank), (found.Name, found.Class));
    }

    [Fact]
    public void A_mention_says_where_it_stands()
    {
        const string Text = "Nay tặng Huân chương Chiến công hạng Ba và Bằng khen.";
        Assert.Equal(
            ["Huân chương Chiến công hạng Ba", "Bằng khen"], AwardNames.Find(Text).Select(found => Text.Substring(found.Start, found.Length)));
    }

    [Theory]
    [InlineData("Huân chương")]
    [InlineData("bằng lái, khen ngợi")]
    [InlineData("anh hùng dân tộc")]
    public void Half_a_name_is_none(string text) => Assert.Empty(AwardNames.Find(text));

    [Fact]
    public void Any_text_is_read_without_fault() => Gen.String.Sample(text =>
        Assert.All(AwardNames.Find(text), found => Assert.InRange(found.Start + found.Length, 1, text.Length)));
}
