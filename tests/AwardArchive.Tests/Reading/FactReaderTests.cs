using AwardArchive.Archive;
using AwardArchive.Reading;

namespace AwardArchive.Tests.Reading;

public sealed class FactReaderTests
{
    [Fact]
    public void A_decision_in_two_columns_gives_all_its_facts()
    {
        var facts = Read(Decision());
        Assert.Equal(
            ("Quyết định", "345", "QĐ-UBND", "2010-03-05", "Về việc tặng Bằng khen cho các cá nhân có thành tích xuất sắc trong phong trào"),
            Values(facts));
        Assert.Equal("Quảng Trị, ngày 05 tháng 3 năm 2010", facts.IssuedOn!.AsWritten);
        Assert.Equal(("345", "QĐ-UBND"), (facts.Number!.AsWritten, facts.Symbol!.AsWritten));
        Assert.Equal(1, facts.Number.Page);
        Assert.Equal("number-line/2", facts.Number.Source);
        Assert.InRange(facts.Number.Confidence, 0.5, 1);
    }

    [Fact]
    public void A_fact_has_the_box_of_its_words()
    {
        var facts = Read(new Paper().Left(100, "Số: 26 /KH-UBND").Centered(200, "KẾ HOẠCH"));
        Assert.Equal(new Box(150 + (4 * 16), 100, 2 * 16, 30), facts.Number!.Box);
        Assert.Equal(new Box(150 + (7 * 16), 100, 8 * 16, 30), facts.Symbol!.Box);
        Assert.Equal(new Box((1900 - 128) / 2, 200, 128, 30), facts.Kind!.Box);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(-0.03)]
    public void A_page_askew_reads_the_same(double slope) => Assert.Equal(Values(Read(Decision())), Values(Read(Decision(slope))));

    [Fact]
    public void Columns_that_the_engine_joined_to_one_line_are_told_apart()
    {
        var facts = Read(new Paper()
            .Left(100, "UBND TỈNH BẾN TRE").Beside(1000, 100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            .Left(150, "SỞ NỘI VỤ").Beside(1100, 150, "Độc lập - Tự do - Hạnh phúc")
            .Left(220, "Số: 1890/SNV-TĐKT").Beside(1050, 220, "Bến Tre, ngày 24 tháng 9 năm 2014")
            .Left(265, "V/v bổ sung hồ sơ đề nghị tặng")
            .Left(310, "danh hiệu Bà mẹ Việt Nam anh hùng")
            .Centered(420, "Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố")
            .Left(480, "Thực hiện Nghị định số 56/2013/NĐ-CP ngày 22 tháng 5 năm 2013 của Chính phủ")
            .Centered(700, "DANH SÁCH"));
        Assert.Equal(
            ("Công văn", "1890", "SNV-TĐKT", "2014-09-24", "bổ sung hồ sơ đề nghị tặng danh hiệu Bà mẹ Việt Nam anh hùng"),
            Values(facts));
    }

    [Fact]
    public void Legal_bases_do_not_win_over_the_head()
    {
        var facts = Read(new Paper()
            .Centered(100, "ỦY BAN NHÂN DÂN")
            .Centered(200, "TỜ TRÌNH")
            .Centered(245, "V/v đề nghị tặng thưởng Huân chương")
            .Left(330, "Căn cứ Quyết định số 803/QĐ-CTN ngày 3 tháng 2 năm 2001")
            .Left(375, "số 12/QĐ-UB của Ủy ban")
            .Left(420, "Hà Nội, ngày 5 tháng 6 năm 2002 của Chủ tịch"));
        Assert.Equal(("Tờ trình", null, null, null, "đề nghị tặng thưởng Huân chương"), Values(facts));
    }

    [Fact]
    public void The_plan_of_a_district_is_read_as_it_stands()
    {
        // A real one, whose lines all begin at the left margin.
        var facts = Read(new Paper()
            .Left(100, "Số: 26 /KH-UBND")
            .Left(165, "Đakrông, ngày 10 tháng 02 năm 2015")
            .Left(230, "KẾ HOẠCH")
            .Left(295, "Thực hiện Chỉ thị số 26-CT/TU ngày 17/10/2014 của Ban Thường vụ Tỉnh ủy về")
            .Left(340, "việc đẩy mạnh và đổi mới công tác thi đua, khen thưởng")
            .Left(405, "Thực hiện Chỉ thị 26-CT/TU ngày 17/10/2014 của Ban Thường vụ Tỉnh ủy")
            .Left(450, "Quảng Trị về việc tiếp tục đẩy mạnh và đổi mới công tác thi đua, khen thưởng")
            .Left(495, "(sau đây viết tắt là Chỉ thị 26-CT/TU), Ủy ban nhân dân huyện Đakrông ban")
            .Left(540, "hành Kế hoạch triển khai thực hiện với những nội dung cụ thể sau đây:")
            .Left(605, "I. MỤC ĐÍCH, YÊU CẦU:")
            .Left(670, "1. Tạo sự chuyển biến mạnh mẽ trong nhận thức của các cấp ủy Đảng, chính")
            .Left(715, "quyền từ huyện đến cơ sở về vị trí, vai trò, tác dụng của phong trào thi đua"));
        Assert.Equal(
            ("Kế hoạch", "26", "KH-UBND", "2015-02-10",
                "Thực hiện Chỉ thị số 26-CT/TU ngày 17/10/2014 của Ban Thường vụ Tỉnh ủy về việc đẩy mạnh và đổi mới công tác thi đua, khen thưởng"),
            Values(facts));
    }

    [Fact]
    public void Paragraphs_that_stand_but_a_little_apart_are_not_one_title()
    {
        var facts = Read(new Paper()
            .Left(100, "Số: 26 /KH-UBND").Left(160, "KẾ HOẠCH")
            .Left(220, "Thực hiện Chỉ thị số 26-CT/TU của Ban Thường vụ Tỉnh ủy về").Left(264, "việc đẩy mạnh và đổi mới công tác thi đua")
            .Left(324, "Thực hiện Chỉ thị 26-CT/TU ngày 17/10/2014 của Ban Thường vụ Tỉnh ủy").Left(368, "Quảng Trị về việc tiếp tục đẩy mạnh và đổi mới").Left(412, "công tác thi đua, khen thưởng"));
        Assert.Equal("Thực hiện Chỉ thị số 26-CT/TU của Ban Thường vụ Tỉnh ủy về việc đẩy mạnh và đổi mới công tác thi đua", facts.Title?.Value);
    }

    [Fact]
    public void A_wartime_decision_bears_its_type_below_its_legal_bases()
    {
        var facts = Read(new Paper()
            .Left(100, "ỦY BAN HÀNH CHÍNH").Beside(1000, 100, "VIỆT NAM DÂN CHỦ CỘNG HÒA")
            .Left(145, "Số: 973-QÐ/UB").Beside(1000, 145, "Hà Tĩnh, ngày 10 tháng 6 năm 1965")
            .Left(250, "- Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban hành chính các cấp ngày 27-10-1962;")
            .Left(295, "- Xét thành tích của cán bộ và nhân dân trong chiến đấu và phục vụ chiến đấu;")
            .Centered(380, "QUYẾT ĐỊNH")
            .Left(440, "Điều 1. - Nay tặng Bằng khen cho 8 ông, bà có tên sau đây:"));
        Assert.Equal(("Quyết định", "973", "QĐ/UB", "1965-06-10", null), Values(facts));
    }

    [Fact]
    public void A_certificate_has_its_number_at_the_foot()
    {
        var facts = Read(new Paper()
            .Centered(100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            .Centered(300, "TẶNG BẰNG")
            .Centered(400, "TỔ QUỐC GHI CÔNG")
            .Centered(500, "Liệt sĩ Trần Viết Cương")
            .Centered(560, "ngày 07 tháng 12 năm 1972")
            .Left(900, "Quyết định số: 412/TTg").Beside(1000, 900, "Hà Nội, ngày 12 tháng 3 năm 1994"));
        Assert.Equal(("Bằng Tổ quốc ghi công", "412", "TTg", "1994-03-12", null), Values(facts));
    }

    [Fact]
    public void A_paper_of_the_party_needs_no_colon()
    {
        var facts = Read(new Paper()
            .Left(100, "TỈNH ỦY QUẢNG TRỊ").Beside(1100, 100, "ĐẢNG CỘNG SẢN VIỆT NAM")
            .Left(150, "Số 26-CT/TU").Beside(1100, 150, "Quảng Trị, ngày 17 tháng 10 năm 2014")
            .Centered(260, "CHỈ THỊ")
            .Centered(305, "về việc tiếp tục đẩy mạnh và đổi mới công tác thi đua"));
        Assert.Equal(("Chỉ thị", "26", "CT/TU", "2014-10-17", "về việc tiếp tục đẩy mạnh và đổi mới công tác thi đua"), Values(facts));
    }

    [Fact]
    public void A_number_left_open_leaves_its_symbol() =>
        Assert.Equal(("Tờ trình", null, "TTr-UBND", null, null), Values(Read(new Paper().Left(100, "Số: ....... /TTr-UBND").Centered(200, "TỜ TRÌNH"))));

    [Fact]
    public void A_first_paragraph_is_no_title()
    {
        var facts = Read(new Paper()
            .Centered(100, "GIẤY BÁO TỬ")
            .At(230, 180, "Ban Chỉ huy Tỉnh đội vô cùng thương tiếc báo tin cho gia đình của đồng chí và địa phương, nơi đồng chí")
            .Left(225, "sinh ra và lớn lên, biết:")
            .Left(270, "Đồng chí: Nguyễn Bá Điền, cấp bậc Thượng sĩ, chức vụ Tiểu đội trưởng, đơn vị Đại đội 14, Tiểu đoàn 3")
            .Left(315, "Đã hy sinh trong trường hợp chiến đấu tại mặt trận phía Nam"));
        Assert.Equal(("Giấy báo tử", null, null, null, null), Values(facts));
    }

    [Fact]
    public void A_title_ends_where_the_authority_or_a_rule_begins()
    {
        Assert.Equal("Về việc tặng thưởng", Read(new Paper()
            .Centered(100, "QUYẾT ĐỊNH").Centered(145, "Về việc tặng thưởng").Centered(190, "________").Centered(235, "Hội đồng họp")).Title!.Value);
        Assert.Null(Read(new Paper().Centered(100, "QUYẾT ĐỊNH").Centered(145, "CHỦ TỊCH NƯỚC").Left(200, "Căn cứ Hiến pháp")).Title);
        Assert.Equal("CÁC BÀ MẸ ĐƯỢC TẶNG DANH HIỆU", Read(new Paper()
            .Centered(100, "DANH SÁCH CÁC BÀ MẸ").Centered(145, "ĐƯỢC TẶNG DANH HIỆU").Centered(190, "(Kèm theo Quyết định số 1/QĐ-CTN)")).Title!.Value);
    }

    [Fact]
    public void A_cover_sheet_may_come_first()
    {
        var cover = new Paper().Centered(800, "HỒ SƠ").Centered(900, "Khen thưởng năm 2010").Page(1);
        var facts = MachineReader.Read([cover, Decision().Page(2)]).Facts;
        Assert.Equal(("Quyết định", 2), (facts.Kind!.Value, facts.Kind.Page));
    }

    [Fact]
    public void Digits_that_ocr_took_for_letters_are_less_sure()
    {
        var sure = Read(new Paper().Left(100, "Số: 118 KT/HĐNN"));
        var unsure = Read(new Paper().Left(100, "Số: I18 KT/HĐNN"));
        Assert.Equal((sure.Number!.Value, "I18"), (unsure.Number!.Value, unsure.Number.AsWritten));
        Assert.True(unsure.Number.Confidence < sure.Number.Confidence);
    }

    [Fact]
    public void A_page_that_says_nothing_has_no_facts()
    {
        Assert.All(
            [MachineReader.Read([]).Facts, Read(new Paper()), Read(new Paper().Left(100, "xin chào"))],
            facts => Assert.Empty(HeadTests.Facts(facts)));
    }

    private static Paper Decision(double slope = 0) => new Paper(slope)
        .Left(100, "ỦY BAN NHÂN DÂN")
        .Left(145, "TỈNH QUẢNG TRỊ")
        .Left(220, "Số: 345/QĐ-UBND")
        .At(1000, 100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        .At(1100, 145, "Độc lập - Tự do - Hạnh phúc")
        .At(1050, 220, "Quảng Trị, ngày 05 tháng 3 năm 2010")
        .Centered(320, "QUYẾT ĐỊNH")
        .Centered(365, "Về việc tặng Bằng khen cho các cá nhân")
        .Centered(410, "có thành tích xuất sắc trong phong trào")
        .Centered(500, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ")
        .Left(580, "Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003; căn cứ Quyết định số 12/QĐ-UB ngày 5/6/2001;")
        .Left(625, "Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày 12 tháng 02 năm 2010,")
        .Centered(710, "QUYẾT ĐỊNH:")
        .Left(770, "Điều 1. Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho 36 cá nhân đã có thành tích xuất sắc")
        .Left(815, "trong công tác chăm sóc thương binh, gia đình liệt sĩ, Bà mẹ Việt Nam anh hùng.");

    private static DocumentFacts Read(Paper paper) => MachineReader.Read([paper.Page()]).Facts;

    private static (string? Kind, string? Number, string? Symbol, string? IssuedOn, string? Title) Values(DocumentFacts facts) =>
        (facts.Kind?.Value, facts.Number?.Value, facts.Symbol?.Value, facts.IssuedOn?.Value, facts.Title?.Value);
}
