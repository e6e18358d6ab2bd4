using AwardArchive.Vietnamese;

namespace AwardArchive.Tests.Vietnamese;

public sealed class DocumentTypesTests
{
    [Theory]
    [InlineData("QUYẾT ĐỊNH", "Quyết định", 2, true)]
    [InlineData("QUYÉT ĐINH:", "Quyết định", 2, true)]
    [InlineData("QUYET Đ1NH", "Quyết định", 2, false)]
    [InlineData("BẢN KHAI CÁ NHÂN", "Bản khai", 2, true)]
    [InlineData("BIÊN BẢN", "Biên bản", 2, true)]
    [InlineData("THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch", 4, true)]
    [InlineData("TỔ QUỐC GHI CÔNG", "Bằng Tổ quốc ghi công", 4, true)]
    [InlineData("LỆNH", "Lệnh", 1, true)]
    [InlineData("T Ờ T R Ì N H", "Tờ trình", 7, true)]
    public void A_line_that_begins_with_a_type_word_has_that_type(string line, string type, int words, bool exact) =>
        Assert.Equal((type, words, exact), DocumentTypes.Match(line));

    [Theory]
    [InlineData("HỘI ĐỒNG")]
    [InlineData("ĐƠN VỊ: TRUNG ĐOÀN 27")]
    [InlineData("ỦY BAN NHÂN DÂN")]
    [InlineData("QUYẾT TÂM THI ĐUA")]
    [InlineData("Độc lập - Tự do - Hạnh phúc")]
    [InlineData("")]
    public void Other_lines_have_none(string line) => Assert.Null(DocumentTypes.Match(line));
}
