using AwardArchive.Archive;
using AwardArchive.Reading;

namespace AwardArchive.Tests.Reading;

/// <summary>What scans do to the words of a head, and what is made of it: mended where something says how, and never as sure as what was read well.</summary>
public sealed class MisreadTests
{
    [Theory]
    [InlineData("Số: I18/QĐ-UB", "118", "QĐ-UB")]
    [InlineData("Số: !I14/QĐ-CTN", "1114", "QĐ-CTN")]
    [InlineData("Số: 296~KT/HĐBT", "296", "KT/HĐBT")]
    [InlineData("Số: 654-0B/UB", "654", "QĐ/UB")]
    [InlineData("Số: 73/TTr-ỤBND", "73", "TTr-UBND")]
    [InlineData("Số: 345/QD-UBND", "345", "QĐ-UBND")]
    [InlineData("Số: 15BB-UBND", "15", "BB-UBND")]
    [InlineData("§ố: 26/KH-UBND", "26", "KH-UBND")]
    [InlineData("Sô; 26 /KH-UBND", "26", "KH-UBND")]
    [InlineData("bố 26/KH-UBND", "26", "KH-UBND")]
    [InlineData("26/KH-UBND", "26", "KH-UBND")]
    [InlineData("Số: 758KTIHHĐNN", null, null)]
    [InlineData("Số: 17 Trần Phú", null, null)]
    public void A_number_is_read_through_what_recognition_does_to_it(string line, string? number, string? symbol)
    {
        var facts = Read(new Paper().Left(100, "ỦY BAN NHÂN DÂN").Left(160, line).Centered(320, "QUYẾT ĐỊNH"));
        Assert.Equal((number, symbol), (facts.Number?.Value, facts.Symbol?.Value));
    }

    [Theory]
    [InlineData("Số: !I14/QĐ-CTN")]
    [InlineData("Số: 654-0B/UB")]
    [InlineData("Số: 345/QD-UBND")]
    [InlineData("26/KH-UBND")]
    public void What_was_mended_is_less_sure_than_what_was_read(string line)
    {
        var sure = Read(new Paper().Left(160, "Số: 26/KH-UBND").Centered(320, "QUYẾT ĐỊNH"));
        var mended = Read(new Paper().Left(160, line).Centered(320, "QUYẾT ĐỊNH"));
        Assert.True(Least(mended) < Least(sure));

        static double Least(DocumentFacts facts) => Math.Min(facts.Number!.Confidence, facts.Symbol!.Confidence);
    }

    [Theory]
    [InlineData("HỘI ĐỒNG NHÀ NƯỚC", "1968-05-03", "1988-05-03")]
    [InlineData("HỘI ĐỒNG BỘ TRƯỞNG", "1957-05-03", "1987-05-03")]
    [InlineData("HỘI ĐỒNG BỘ TRƯỞNG", "1945-05-03", "1945-05-03")]
    [InlineData("VIỆT NAM DÂN CHỦ CỘNG HÒA", "1986-05-03", "1986-05-03")]
    public void A_year_in_which_the_head_cannot_have_been_printed_is_not_believed(string body, string written, string read)
    {
        var facts = Read(new Paper().Left(100, body).Left(160, "Số: 26/KH-XX").At(1050, 160, $"Hà Nội, ngày 03 tháng 5 năm {written[..4]}").Centered(320, "QUYẾT ĐỊNH"));
        Assert.Equal(read, facts.IssuedOn?.Value);
        Assert.True(facts.IssuedOn!.Confidence <= 0.5);
        Assert.Contains(written[..4], facts.IssuedOn.AsWritten, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hà Nội, ngày 17 tháng Š năm 2017", "2017-05-17")]
    [InlineData("Hà Nội, ngày 30 tháng 5Š năm 2019", "2019-05-30")]
    public void A_month_that_looks_like_an_S_is_the_fifth_and_less_sure(string line, string date)
    {
        var issued = Read(new Paper().Left(160, "Số: 26/KH-XX").At(1050, 160, line).Centered(320, "QUYẾT ĐỊNH")).IssuedOn!;
        Assert.Equal(date, issued.Value);
        Assert.True(issued.Confidence < 0.9);
    }

    [Fact]
    public void Marks_come_back_from_the_rest_of_the_paper_and_from_known_places()
    {
        var facts = Read(new Paper()
            .Left(100, "ỦY BAN NHÂN DÂN").Left(145, "HUYỆN ĐÚC THỌ").Left(220, "Số: 26/KH-UBND").At(1050, 220, "Bên Tre, ngày 05 tháng 3 năm 2010")
            .Centered(320, "KẾ HOẠCH")
            .Left(500, "Căn cứ tình hình huyện Đức Thọ; các xã của huyện Đức Thọ, tỉnh Hà Tĩnh"));
        Assert.Equal(("ỦY BAN NHÂN DÂN HUYỆN ĐỨC THỌ", "ỦY BAN NHÂN DÂN HUYỆN ĐÚC THỌ", "Bến Tre", "Bên Tre"), (facts.Issuer!.Value, facts.Issuer.AsWritten, facts.Place!.Value, facts.Place.AsWritten));
        Assert.True(facts.Issuer.Confidence <= 0.85 && facts.Place.Confidence <= 0.85);
    }

    [Fact]
    public void A_comma_parts_words_and_names_of_persons_stay_as_they_are()
    {
        var facts = Read(new Paper()
            .Left(220, "Số: 26/KH-UBND").Centered(320, "KẾ HOẠCH").Centered(365, "thi đua của huyện Thạch Hà, tỉnh Hà Tĩnh")
            .Left(500, "Căn cứ đề nghị của các ông Hoàng Quang Bình, Lê Quang Bình, Trần Quang Bình và Hồ Quang Bình;")
            .At(1150, 1000, "CHỦ TỊCH").At(1100, 1250, "Hoàng Quang Bính"));
        Assert.Equal(("thi đua của huyện Thạch Hà, tỉnh Hà Tĩnh", "Hoàng Quang Bính"), (facts.Title?.Value, facts.Signer?.Value));
    }

    [Fact]
    public void A_certificate_says_its_number_and_day_twice()
    {
        var doubted = Certificate("736 KT/HĐNN", "17 tháng 11 năm 1986");
        Assert.Equal(("736", "KT/HĐNN"), (doubted.Number?.Value, doubted.Symbol?.Value));
        Assert.True(doubted.Number!.Confidence > 0.9 && doubted.IssuedOn!.Confidence < 0.9);
        Assert.True(Certificate("7346 KT/HĐNN", "17 tháng 11 năm 1988").Number!.Confidence < 0.9);
        Assert.Empty(doubted.Citations);

        static DocumentFacts Certificate(string number, string day) => Read(new Paper()
            .Left(100, "HỘI ĐỒNG NHÀ NƯỚC").Left(150, "Số: " + number).At(1050, 150, "Hà Nội, ngày " + day)
            .Centered(300, "GIẤY CHỨNG NHẬN").Centered(345, "đeo Huân chương Kháng chiến hạng Nhất")
            .Left(600, "Được tặng thưởng Huân chương Kháng chiến hạng Nhất theo Quyết định số 736 KT/HĐNN")
            .Left(645, "ngày 17 tháng 11 năm 1988 của Hội đồng Nhà nước"));
    }

    [Theory]
    [InlineData("HỦ TỊCH", "CHỦ TỊCH")]
    [InlineData("CHỦ TICH", "CHỦ TỊCH")]
    [InlineData("PHO CHU TỊCH", "PHÓ CHỦ TỊCH")]
    [InlineData("pHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    public void An_office_has_its_letters_again(string line, string office) =>
        Assert.Equal(office, Read(new Paper().Centered(320, "QUYẾT ĐỊNH").Left(500, "Điều 1. Nay tặng").At(1150, 1000, line).At(1150, 1250, "Hoàng Nam")).SignerTitle?.Value);

    [Theory]
    [InlineData("Định Văn Diệm", "Đinh Văn Diệm")]
    [InlineData("HỒ Xa Lưng", "Hồ Xa Lưng")]
    [InlineData("Trân Như Thảng", "Trần Như Thảng")]
    public void A_family_name_has_its_marks_again(string read, string name)
    {
        var signer = Read(new Paper().Centered(320, "QUYẾT ĐỊNH").Left(500, "Điều 1. Nay tặng").At(1150, 1000, "CHỦ TỊCH").At(1100, 1250, read)).Signer!;
        Assert.Equal((name, read), (signer.Value, signer.AsWritten));
        Assert.True(signer.Confidence < 0.9);
    }

    private static DocumentFacts Read(Paper paper) => MachineReader.Read([paper.Page()]).Facts;
}
