using AwardArchive.Archive;
using AwardArchive.Reading;
using AwardArchive.Recognition;

namespace AwardArchive.Tests.Reading;

/// <summary>A scan of several papers: where another one may begin.</summary>
public sealed class NewHeadRuleTests
{
    private const string State = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    [Fact]
    public void A_later_page_with_a_head_of_its_own_is_proposed_as_another_paper()
    {
        var warnings = Read(
            Head("Số: 345/QĐ-UBND", "QUYẾT ĐỊNH").Page(1), new Paper().Left(100, "Điều 2. Quyết định này có hiệu lực từ ngày ký.").Page(2),
            Head("Số: 12/TTr-SNV", "TỜ TRÌNH").Page(3), new Paper().Left(100, "Sở Nội vụ kính trình.").Page(4), Head("", "BẢN KHAI CÁ NHÂN").Page(5));
        Assert.Equal(
            [(3, "Từ trang 3 có thể là một văn bản khác: Tờ trình số 12/TTr-SNV."), (5, "Từ trang 5 có thể là một văn bản khác: Bản khai.")],
            warnings.Select(warning => (warning.Page, warning.Message)));
        Assert.All(warnings, warning => Assert.Equal(ReadingWarning.NewHead, warning.Kind));
    }

    [Fact]
    public void A_list_annexed_a_head_repeated_and_a_page_of_the_body_are_not()
    {
        Assert.Empty(Read(
            Head("Số: 345/QĐ-UBND", "QUYẾT ĐỊNH").Page(1),
            Head("", "DANH SÁCH").Centered(400, "(Kèm theo Quyết định số 345/QĐ-UBND)").Page(2),
            Head("Số: 345/QĐ-UBND", "QUYẾT ĐỊNH").Page(3),
            new Paper().Centered(100, "DANH SÁCH").Left(200, "1. Nguyễn Văn A").Page(4),
            new Paper().Centered(100, State).Left(200, "muôn năm").Page(5)));
    }

    [Fact]
    public void A_cover_before_the_head_is_no_other_paper() =>
        Assert.Empty(Read(new Paper().Centered(500, "HỘP 7").Page(1), Head("Số: 345/QĐ-UBND", "QUYẾT ĐỊNH").Page(2)));

    private static Paper Head(string number, string kind) => new Paper()
        .Left(100, "UBND TỈNH QUẢNG TRỊ").Beside(1000, 100, State)
        .Left(200, number).Beside(1000, 200, "Quảng Trị, ngày 5 tháng 3 năm 2010")
        .Centered(300, kind);

    private static List<ReadingWarning> Read(params PageWords[] pages) =>
        [.. MachineReader.Read(pages).Facts.Warnings.Where(warning => warning.Kind == ReadingWarning.NewHead)];
}
