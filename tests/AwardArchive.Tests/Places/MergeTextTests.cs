using AwardArchive.Places;
using CsCheck;

namespace AwardArchive.Tests.Places;

public sealed class MergeTextTests
{
    [Theory]
    [InlineData("Thị trấn Đồng Lê, Xã Kim Hóa và Xã Lê Hóa", "thị trấn Đồng Lê|xã Kim Hóa|xã Lê Hóa")]
    [InlineData("Phường Phúc La, Phường Quang Trung (quận Hà Đông)", "phường Phúc La|phường Quang Trung <Hà Đông>")]
    [InlineData("Phường Mộ Lao (phần còn lại sau khi sáp nhập vào phường Yên Hòa, phường Từ Liêm), Xã Tân Xã", "phường Mộ Lao*|xã Tân Xã")]
    [InlineData("Phường 1 (Quận 8), Phường 12", "phường 1 <8>|phường 12")]
    [InlineData(
        "Phường Trúc Bạch, một phần diện tích TN, quy mô dân số của các phường Cửa Nam, Điện Biên và phần còn lại của phường Cửa Đông sau khi sắp xếp",
        "phường Trúc Bạch|phường Cửa Nam*|phường Điện Biên*|phường Cửa Đông*")]
    [InlineData("một phần diện tích TN, quy mô dân số của các phường Phường Cổ Nhuế 2", "phường Cổ Nhuế 2*")]
    [InlineData("thêm 10 xã chuyển thành phường.", "")]
    [InlineData("Huyện Cồn Cỏ", "huyện Cồn Cỏ")]
    public void The_units_of_a_sentence_are_read(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', MergeText.Parse(text).Select(part =>
            $"{part.Type} {part.Name}{(part.IsPartial ? "*" : "")}{(part.District is null ? "" : $" <{part.District}>")}")));

    [Fact]
    public void Any_text_can_be_read() => Gen.String.Sample(text => Assert.All(MergeText.Parse(text), part => Assert.NotEqual("", part.Name)));
}
