using AwardArchive.Archive;
using AwardArchive.Reading;

namespace AwardArchive.Tests.Reading;

public sealed class HeadTests
{
    [Theory]
    // Forms of the dossier of a heroic mother.
    [InlineData("BẢN KHAI CÁ NHÂN", "Bản khai")]
    [InlineData("BẢN KHAI THÂN NHÂN", "Bản khai")]
    [InlineData("GIẤY ỦY QUYỀN", "Giấy ủy quyền")]
    [InlineData("GIẤY UỶ QUYỀN", "Giấy ủy quyền")]
    [InlineData("BIÊN BẢN XÉT DUYỆT", "Biên bản")]
    [InlineData("BIÊN BẢN HỌP GIA TỘC", "Biên bản")]
    [InlineData("BIÊN BẢN HỌP NỘI TỘC", "Biên bản")]
    [InlineData("TỜ TRÌNH", "Tờ trình")]
    [InlineData("DANH SÁCH", "Danh sách")]
    // Evidence beside them.
    [InlineData("GIẤY CHỨNG NHẬN THƯƠNG BINH", "Giấy chứng nhận")]
    [InlineData("GIẤY CHỨNG NHẬN GIA ĐÌNH LIỆT SĨ", "Giấy chứng nhận")]
    [InlineData("GIẤY CHỨNG NHẬN ĐEO HUÂN CHƯƠNG, HUY CHƯƠNG", "Giấy chứng nhận")]
    [InlineData("GIẤY BÁO TỬ", "Giấy báo tử")]
    [InlineData("ĐƠN ĐỀ NGHỊ", "Đơn đề nghị")]
    [InlineData("ĐƠN XIN XÁC NHẬN", "Đơn xin xác nhận")]
    [InlineData("GIẤY XÁC NHẬN", "Giấy xác nhận")]
    [InlineData("GIẤY XÁC NHẬN VỀ KHEN THƯỞNG TỔNG KẾT THÀNH TÍCH KHÁNG CHIẾN", "Giấy xác nhận")]
    [InlineData("TRÍCH LỤC HỒ SƠ", "Trích lục")]
    [InlineData("TRÍCH LỤC HỒ SƠ LIỆT SĨ", "Trích lục")]
    [InlineData("TỔ QUỐC GHI CÔNG", "Bằng Tổ quốc ghi công")]
    [InlineData("TỔ QUỐC GHI ƠN", "Bằng Tổ quốc ghi ơn")]
    // The chain upward, and what else lies in the boxes.
    [InlineData("QUYẾT ĐỊNH", "Quyết định")]
    [InlineData("SẮC LỆNH", "Sắc lệnh")]
    [InlineData("KẾ HOẠCH", "Kế hoạch")]
    [InlineData("HƯỚNG DẪN", "Hướng dẫn")]
    [InlineData("BÁO CÁO THÀNH TÍCH", "Báo cáo thành tích")]
    [InlineData("LÝ LỊCH", "Lý lịch")]
    [InlineData("BẰNG KHEN", "Bằng khen")]
    [InlineData("GIẤY KHEN", "Giấy khen")]
    [InlineData("GIẤY CAM ĐOAN", "Giấy cam đoan")]
    [InlineData("BẢN XÁC NHẬN", "Bản xác nhận")]
    // As scans give them.
    [InlineData("QUYÊT ĐINH", "Quyết định")]
    [InlineData("GIÂY CHÚNG NHẬN", "Giấy chứng nhận")]
    [InlineData("T Ờ T R Ì N H", "Tờ trình")]
    [InlineData("BIÊNBẢN", "Biên bản")]
    public void Every_form_has_its_kind(string heading, string kind) => Assert.Equal(kind, Read(Headed(heading)).Kind?.Value);

    [Fact]
    public void What_stands_behind_the_type_in_its_line_is_the_title()
    {
        Assert.Equal("THƯƠNG BINH", Read(Headed("GIẤY CHỨNG NHẬN THƯƠNG BINH")).Title?.Value);
        Assert.Equal("HỌP GIA TỘC", Read(Headed("BIÊN BẢN HỌP GIA TỘC")).Title?.Value);
    }

    [Fact]
    public void A_copy_is_of_the_kind_that_it_copies()
    {
        Assert.Equal("Quyết định", Read(new Paper().At(1500, 60, "BẢN SAO").Left(100, "Số: 1/QĐ-UB").Centered(320, "QUYẾT ĐỊNH")).Kind?.Value);
        Assert.Equal("Bản sao", Read(new Paper().Centered(60, "BẢN SAO").Left(100, "Điều 1. Nay tặng")).Kind?.Value);
    }

    [Fact]
    public void A_letter_without_its_subject_is_known_by_whom_it_is_addressed_to()
    {
        var facts = Read(new Paper().Left(100, "SỞ NỘI VỤ").Left(150, "Số: 1890/SNV-TĐKT").Centered(400, "Kính gửi: Ủy ban nhân dân các huyện").Left(500, "Thực hiện kế hoạch năm 2014"));
        Assert.Equal(("Công văn", "1890"), (facts.Kind?.Value, facts.Number?.Value));
        Assert.True(facts.Kind!.Confidence < 0.9);
    }

    [Theory]
    [InlineData("Đakrông, ngày 10 tháng 02 năm 2015", "2015-02-10", "Đakrông")]
    [InlineData("Quảng Trị, ngày 26tháng 7 năm 2012", "2012-07-26", "Quảng Trị")]
    [InlineData("Vinh, ngày … tháng 7 năm 1969", "1969-07", "Vinh")]
    [InlineData("Vinh, ngày    tháng 7 năm 1969", "1969-07", "Vinh")]
    [InlineData("Vinh, ngày ___ tháng ___ năm 1969", "1969", "Vinh")]
    [InlineData("Hà Nội, tháng 8 năm 1948", "1948-08", "Hà Nội")]
    [InlineData("Hà Nội, tháng 8-1948", "1948-08", "Hà Nội")]
    [InlineData("Vĩnh Linh, ngày 2/9/1965", "1965-09-02", "Vĩnh Linh")]
    [InlineData("Vĩnh Linh, ngày 2-9-1965", "1965-09-02", "Vĩnh Linh")]
    [InlineData("Vĩnh Linh, ngày 2.9.1965", "1965-09-02", "Vĩnh Linh")]
    [InlineData("Vĩnh Linh, 2.9.1965", "1965-09-02", "Vĩnh Linh")]
    [InlineData("Vĩnh Linh, ngày hai mươi tháng bảy năm một nghìn chín trăm năm mươi tư", "1954-07-20", "Vĩnh Linh")]
    [InlineData("Ngày 20 tháng 7 năm 1954", "1954-07-20", null)]
    // What is no date stays none: a month above 12, a day that is not in the calendar, a year left open, the moon's calendar.
    [InlineData("Đồng Hới, ngày 11/15/2018", null, null)]
    [InlineData("Đồng Hới, ngày 30 tháng 02 năm 2015", null, null)]
    [InlineData("Đồng Hới, ngày 3 tháng 2 năm", null, null)]
    [InlineData("Đồng Hới, ngày 3 tháng 2 năm 2615", null, null)]
    [InlineData("Đồng Hới, mồng 2 tháng giêng năm Mậu Thân", null, null)]
    [InlineData("Đồng Hới, ngày 2 tháng chạp âm lịch năm 1968", null, null)]
    [InlineData("phong trào thi đua ngày 2/9/1965", null, null)]
    public void A_date_of_issue_is_read_as_far_as_it_is_given(string line, string? date, string? place)
    {
        var facts = Read(new Paper().Left(100, "Số: 1/QĐ-UB").At(800, 100, line).Centered(320, "QUYẾT ĐỊNH"));
        Assert.Equal((date, place), (facts.IssuedOn?.Value, facts.Place?.Value));
        if (date is { Length: < 10 }) Assert.True(facts.IssuedOn!.Confidence < 0.9);
    }

    [Fact]
    public void A_second_date_line_is_that_of_a_copy()
    {
        var facts = Read(Headed("QUYẾT ĐỊNH").Left(1400, "SAO Y BẢN CHÍNH").At(900, 1450, "Đakrông, ngày 5 tháng 6 năm 2011"));
        Assert.Null(facts.IssuedOn);
        Assert.Equal("2011-06-05", Read(Headed("BẢN KHAI CÁ NHÂN").At(900, 1450, "Đakrông, ngày 5 tháng 6 năm 2011")).IssuedOn?.Value);
    }

    [Theory]
    [InlineData("UBND TỈNH BẾN TRE|SỞ NỘI VỤ", "SỞ NỘI VỤ", "UBND TỈNH BẾN TRE")]
    [InlineData("ỦY BAN NHÂN DÂN|TỈNH QUẢNG TRỊ", "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ", null)]
    [InlineData("QUÂN KHU 4|TỈNH ĐỘI NGHỆ AN", "TỈNH ĐỘI NGHỆ AN", "QUÂN KHU 4")]
    [InlineData("BỘ LAO ĐỘNG - THƯƠNG BINH|VÀ XÃ HỘI", "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", null)]
    [InlineData("ỦY BAN NHÂN DÂN|TỈNH QUẢNG TRỊ|SỞ NỘI VỤ", "SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ")]
    [InlineData("CHỦ TỊCH NƯỚC", "CHỦ TỊCH NƯỚC", null)]
    [InlineData("MẬT|CHỦ TỊCH NƯỚC", "CHỦ TỊCH NƯỚC", null)]
    [InlineData("SAO Y|HUYỆN ỦY ĐAKRÔNG", "HUYỆN ỦY ĐAKRÔNG", null)]
    public void The_issuer_stands_above_the_number_and_its_parent_above_it(string lines, string issuer, string? parent)
    {
        var paper = new Paper();
        var y = 100;
        foreach (var line in lines.Split('|')) paper.Left(y += 45, line);
        var facts = Read(paper.Left(y + 60, "Số: 26/QĐ-XX").At(1000, 145, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centered(y + 150, "QUYẾT ĐỊNH"));
        Assert.Equal((issuer, parent), (facts.Issuer?.Value, facts.Parent?.Value));
    }

    [Theory]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    [InlineData("ĐẢNG CỘNG SẢN VIỆT NAM")]
    [InlineData("MẪU SỐ 01A/BMAH")]
    [InlineData("VIỆT NAM DÂN CHỦ CỘNG HÒA")]
    [InlineData("HỎA TỐC")]
    public void What_is_no_body_is_no_issuer(string line) => Assert.Null(Read(new Paper().Left(100, line).Left(160, "Số: 26/QĐ-XX").Centered(320, "QUYẾT ĐỊNH")).Issuer);

    [Theory]
    [InlineData("MẬT", "secret")]
    [InlineData("M Ậ T", "secret")]
    [InlineData("TỐI MẬT", "topSecret")]
    [InlineData("TUYỆT MẬT", "ultraSecret")]
    [InlineData("[TUYỆT MẬT]", "ultraSecret")]
    [InlineData("MẬT THƯ", null)]
    [InlineData("Mật", null)]
    public void A_stamp_of_secrecy_proposes_a_level(string stamp, string? level) =>
        Assert.Equal(level, Read(new Paper().Left(60, stamp).Left(150, "Số: 26/QĐ-XX").Centered(320, "QUYẾT ĐỊNH")).Secrecy?.Value);

    [Theory]
    [InlineData("SAO Y", "SAO Y")]
    [InlineData("SAO Y BẢN CHÍNH", "SAO Y")]
    [InlineData("SAO LỤC", "SAO LỤC")]
    [InlineData("TRÍCH SAO", "TRÍCH SAO")]
    [InlineData("TRÍCH SAO TỪ BẢN CHÍNH", "TRÍCH SAO")]
    [InlineData("SAO VÀNG", null)]
    public void A_mark_of_a_copy_is_noted(string line, string? mark) => Assert.Equal(mark, Read(Headed("QUYẾT ĐỊNH").Left(1400, line)).CopyMark?.Value);

    [Fact]
    public void Receivers_stand_one_a_line_down_to_where_it_is_kept()
    {
        var facts = Read(Headed("QUYẾT ĐỊNH")
            .Left(1500, "Nơi nhận:").At(1150, 1500, "TM. ỦY BAN NHÂN DÂN")
            .Left(1545, "- Như Điều 3;").At(1150, 1545, "CHỦ TỊCH")
            .Left(1590, "- Chủ tịch, các Phó Chủ tịch")
            .Left(1635, "Ủy ban nhân dân huyện;")
            .Left(1680, "- Lưu: VT, NC.").At(1150, 1680, "Hoàng Nam")
            .Left(1725, "Trang 1"));
        Assert.Equal(["Như Điều 3", "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân huyện", "Lưu: VT, NC"], facts.SentTo.Select(fact => fact.Value));
        Assert.Equal("Hoàng Nam", facts.Signer?.Value);
    }

    [Fact]
    public void Receivers_without_dashes_and_on_one_line_are_read()
    {
        Assert.Equal(["UBHC các huyện", "Lưu VP"], Read(Headed("QUYẾT ĐỊNH").Left(1500, "NƠI NHẬN").Left(1545, "UBHC các huyện,").Left(1590, "Lưu VP.")).SentTo.Select(fact => fact.Value));
        Assert.Equal(["Như trên", "Lưu VP"], Read(Headed("QUYẾT ĐỊNH").Left(1500, "Nơi nhận: Như trên,").Left(1545, "Lưu VP.")).SentTo.Select(fact => fact.Value));
        Assert.Empty(Read(Headed("QUYẾT ĐỊNH").Left(1500, "Nơi nhận hồ sơ là Ủy ban nhân dân xã")).SentTo);
    }

    [Fact]
    public void Two_papers_on_one_sheet_are_said_and_less_sure()
    {
        var one = Read(Whole(0));
        var two = Read(Whole(0, Whole(1300)));
        Assert.Empty(one.Warnings);
        Assert.Equal("twoHeads", Assert.Single(two.Warnings).Kind);
        Assert.Equal(("345", "2010-03-05"), (two.Number?.Value, two.IssuedOn?.Value));
        Assert.True(one.Number!.Confidence > 0.8 && two.Number!.Confidence < 0.6 && two.IssuedOn!.Confidence < 0.6 && two.Kind!.Confidence < 0.6);

        static Paper Whole(int y, Paper? below = null) => (below ?? new Paper())
            .Left(y + 100, "ỦY BAN NHÂN DÂN").At(1000, y + 100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").At(1100, y + 145, "Độc lập - Tự do - Hạnh phúc")
            .Left(y + 220, y == 0 ? "Số: 345/QĐ-UBND" : "Số: 18/TTr-UBND").At(1050, y + 220, y == 0 ? "Đakrông, ngày 05 tháng 3 năm 2010" : "Vinh, ngày 7 tháng 8 năm 1999")
            .Centered(y + 320, y == 0 ? "QUYẾT ĐỊNH" : "TỜ TRÌNH");
    }

    [Fact]
    public void Two_numbers_in_one_head_contradict_each_other()
    {
        var facts = Read(new Paper().Left(100, "Số: 345/QĐ-UBND").Left(200, "Số: 18/QĐ-HU").Centered(320, "QUYẾT ĐỊNH"));
        Assert.Equal("twoHeads", Assert.Single(facts.Warnings).Kind);
        Assert.True(facts.Number!.Confidence < 0.9);
        Assert.Empty(Read(new Paper().Left(100, "Số: 345/QĐ-UBND").Left(200, "Số: 18/SY-HU").Centered(320, "QUYẾT ĐỊNH")).Warnings);
    }

    [Fact]
    public void Another_paper_in_the_same_file_is_said()
    {
        var facts = MachineReader.Read([
            Headed("QUYẾT ĐỊNH").Page(1),
            new Paper().Centered(100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centered(145, "Độc lập - Tự do - Hạnh phúc").Centered(300, "BẢN KHAI CÁ NHÂN").Page(2)]).Facts;
        var warning = Assert.Single(facts.Warnings);
        Assert.Equal(("newHead", 2), (warning.Kind, warning.Page));
    }

    [Fact]
    public void A_page_that_is_not_Vietnamese_says_little_and_is_not_believed()
    {
        var paper = new Paper().Left(100, "Số: 345/QĐ-UBND").Centered(320, "QUYẾT ĐỊNH");
        for (var y = 500; y < 1500; y += 50) paper.Left(y, "thjs pagf wxs resd upsjde dowm xnd evfry wojd js wrqng zbzz brbr");
        Assert.All(Facts(Read(paper)), fact => Assert.True(fact.Confidence < 0.5));
    }

    internal static IEnumerable<Fact> Facts(DocumentFacts facts) => new[]
    {
        facts.Kind, facts.Number, facts.Symbol, facts.IssuedOn, facts.Title, facts.Place, facts.Issuer, facts.Parent, facts.Award, facts.AwardClass, facts.Signer,
        facts.SignerTitle, facts.Capacity, facts.Secrecy, facts.CopyMark, facts.AnnexTo,
    }.OfType<Fact>().Concat(facts.Citations).Concat(facts.SentTo);

    private static Paper Headed(string heading) => new Paper().Centered(320, heading).Left(420, "Kính gửi: Ủy ban nhân dân huyện");

    private static DocumentFacts Read(Paper paper) => MachineReader.Read([paper.Page()]).Facts;
}
