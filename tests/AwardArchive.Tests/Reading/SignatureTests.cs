using AwardArchive.Archive;
using AwardArchive.Reading;
using AwardArchive.Reading.Signatures;

namespace AwardArchive.Tests.Reading;

public sealed class SignatureTests
{
    private const int Right = 1150;

    [Theory]
    [InlineData("TM. UBND HUYỆN|CHỦ TỊCH", "Hoàng Nam", "Hoàng Nam", "CHỦ TỊCH", "TM.")]
    [InlineData("TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH", "Nguyễn Văn An", "Nguyễn Văn An", "PHÓ CHỦ TỊCH", "KT.")]
    [InlineData("T.M. ỦY BAN HÀNH CHÍNH TỈNH|CHỦ TỊCH", "Hồ A Nung", "Hồ A Nung", "CHỦ TỊCH", "TM.")]
    [InlineData("K/T CHỦ TỊCH", "Trần Bá Sửu", "Trần Bá Sửu", null, "KT.")]
    [InlineData("K/T. CHỦ TỊCH|PHÓ CHỦ TỊCH", "Trần Bá Sửu", "Trần Bá Sửu", "PHÓ CHỦ TỊCH", "KT.")]
    [InlineData("TL. HỘI ĐỒNG NHÀ NƯỚC|VIỆN TRƯỞNG VIỆN HUÂN CHƯƠNG", "Lê Văn Tấn", "Lê Văn Tấn", "VIỆN TRƯỞNG VIỆN HUÂN CHƯƠNG", "TL.")]
    [InlineData("TL. HỘI ĐỒNG NHÀ NƯỚC|VIỆN TRƯỞNG|VIỆN HUÂN CHƯƠNG", "Lê Văn Tấn", "Lê Văn Tấn", "VIỆN TRƯỞNG VIỆN HUÂN CHƯƠNG", "TL.")]
    [InlineData("TUQ. CHỦ TỊCH|CHÁNH VĂN PHÒNG", "Lê Văn Tấn", "Lê Văn Tấn", "CHÁNH VĂN PHÒNG", "TUQ.")]
    [InlineData("Q. CHỦ TỊCH", "Lê Văn Tấn", "Lê Văn Tấn", "Q. CHỦ TỊCH", "Q.")]
    [InlineData("THỦ TƯỚNG", "Đại tá Võ Viết Ứng", "Võ Viết Ứng", "THỦ TƯỚNG", null)]
    [InlineData("GIÁM ĐỐC", "TS. Phạm Thế Quế", "Phạm Thế Quế", "GIÁM ĐỐC", null)]
    [InlineData("GIÁM ĐỐC", "Bác sĩ Phạm Thế Quế", "Phạm Thế Quế", "GIÁM ĐỐC", null)]
    [InlineData("CHỦ TỊCH", "Phạm T h ế Quế", "Phạm Thế Quế", "CHỦ TỊCH", null)]
    [InlineData("CHỦ TỊCH", "P h ạ m T h ế Q u ế", "Phạm Thế Quế", "CHỦ TỊCH", null)]
    [InlineData("CHỦ TỊCH", "Nguyễn văn Huấn", "Nguyễn văn Huấn", "CHỦ TỊCH", null)]
    [InlineData("CHỦ TỊCH", "NGUYỄN VĂN HUẤN", "NGUYỄN VĂN HUẤN", "CHỦ TỊCH", null)]
    [InlineData("NGƯỜI KHAI", "Trần Thị Bưởi", "Trần Thị Bưởi", null, null)]
    public void A_block_gives_signer_office_and_capacity(string lines, string name, string? signer, string? title, string? capacity) =>
        Assert.Equal((signer, title, capacity), Values(Read(Signed(lines.Split('|'), name))));

    [Theory]
    [InlineData("(Đã ký)")]
    [InlineData("(Ký, ghi rõ họ tên)")]
    [InlineData("(Ký hoặc điểm chỉ)")]
    [InlineData("~ / „ )")]
    [InlineData("- . N -")]
    [InlineData("đã ký và đóng dấu")]
    public void What_stands_between_office_and_name_is_no_name(string between) =>
        Assert.Equal(("Hoàng Nam", "CHỦ TỊCH", null), Values(Read(Body().At(Right, 1500, "CHỦ TỊCH").At(Right, 1600, between).At(Right, 1750, "Hoàng Nam"))));

    [Fact]
    public void A_copy_without_room_for_a_signature_has_its_name_below_the_office() =>
        Assert.Equal(("HOÀNG NAM", "CHỦ TỊCH", null), Values(Read(Body().At(Right, 1500, "CHỦ TỊCH").At(Right, 1545, "HOÀNG NAM"))));

    [Fact]
    public void Strokes_beside_the_name_are_left_out_and_make_it_less_sure()
    {
        var clean = Read(Body().At(Right, 1500, "CHỦ TỊCH").At(Right, 1750, "Hoàng Nam")).Signer!;
        var dirty = Read(Body().At(Right, 1500, "CHỦ TỊCH").At(Right - 60, 1750, "/ ~ Hoàng Nam")).Signer!;
        Assert.Equal((clean.Value, "Hoàng Nam"), (dirty.Value, dirty.AsWritten));
        Assert.True(dirty.Confidence < clean.Confidence);
    }

    [Fact]
    public void Of_two_signers_side_by_side_the_one_at_the_right_answers()
    {
        var facts = Read(Body("BIÊN BẢN")
            .At(250, 1500, "THƯ KÝ").At(Right, 1500, "CHỦ TRÌ")
            .At(Right, 1545, "CHỦ TỊCH")
            .At(220, 1790, "Trần Thị Lài").At(Right, 1790, "Lê Bá Toản"));
        Assert.Equal(("Lê Bá Toản", "CHỦ TỊCH", null), Values(facts));
    }

    [Fact]
    public void A_declaration_is_signed_by_who_declares_and_not_by_who_confirms()
    {
        var facts = Read(Body("BẢN KHAI CÁ NHÂN")
            .At(200, 1500, "XÁC NHẬN CỦA UBND XÃ").At(Right, 1500, "NGƯỜI KHAI")
            .At(200, 1545, "TM. ỦY BAN NHÂN DÂN").At(Right, 1545, "(Ký hoặc điểm chỉ)")
            .At(280, 1590, "CHỦ TỊCH")
            .At(Right - 60, 1700, "Hồ Thị Nhương")
            .At(240, 1790, "Hồ Văn Lầu"));
        Assert.Equal(("Hồ Thị Nhương", null, null), Values(facts));
    }

    [Fact]
    public void A_signature_may_stand_on_a_later_page_and_before_an_annexed_list()
    {
        var facts = MachineReader.Read([
            Body().Page(1),
            new Paper().Left(100, "trong công tác chăm sóc người có công.").At(Right, 300, "CHỦ TỊCH").At(Right, 550, "Hoàng Nam").Page(2),
            new Paper().Centered(100, "DANH SÁCH").Left(200, "1").At(Right, 900, "TRƯỞNG BAN").At(Right, 1150, "Phan Hữu Lân").Page(3)]).Facts;
        Assert.Equal(("Hoàng Nam", "CHỦ TỊCH", null), Values(facts));
        Assert.Equal(2, facts.Signer!.Page);
    }

    [Fact]
    public void The_signer_of_an_annexed_list_is_not_that_of_the_decision()
    {
        var facts = MachineReader.Read([
            Body().Page(1),
            new Paper().Centered(100, "DANH SÁCH").Centered(150, "(Kèm theo Quyết định số 12/QĐ-UB ngày 2/9/1990)").At(Right, 900, "TRƯỞNG BAN").At(Right, 1150, "Phan Hữu Lân").Page(2)]).Facts;
        Assert.Null(facts.Signer);
    }

    [Fact]
    public void The_first_block_is_that_of_the_document_and_the_next_that_of_its_copy()
    {
        var facts = Read(Body()
            .At(Right, 1000, "KT. CHỦ TỊCH").At(Right, 1045, "PHÓ CHỦ TỊCH").At(Right, 1250, "Hoàng Nam")
            .Left(1400, "SAO Y BẢN CHÍNH").Left(1450, "Số: 15/SY-UBND").At(Right, 1450, "Đakrông, ngày 5 tháng 6 năm 2011")
            .At(Right, 1550, "CHÁNH VĂN PHÒNG").At(Right, 1800, "Phan Hữu Lân"));
        Assert.Equal(("Hoàng Nam", "PHÓ CHỦ TỊCH", "KT."), Values(facts));
        Assert.Equal(("345", "QĐ-UBND", "2010-03-05", "SAO Y"), (facts.Number?.Value, facts.Symbol?.Value, facts.IssuedOn?.Value, facts.CopyMark?.Value));
        Assert.Empty(facts.Warnings);
    }

    [Fact]
    public void Who_decides_is_named_above_the_body_and_has_not_signed_there()
    {
        var facts = Read(Body().Centered(650, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ").Left(700, "Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003;"));
        Assert.Equal((null, null, null), Values(facts));
    }

    [Fact]
    public void An_office_whose_signer_cannot_be_read_is_less_sure()
    {
        var facts = Read(Body().At(Right, 1500, "KT. CHỦ TỊCH").At(Right, 1545, "PHÓ CHỦ TỊCH").At(Right, 1790, "~ „ )"));
        Assert.Equal((null, "PHÓ CHỦ TỊCH", "KT."), Values(facts));
        Assert.True(facts.SignerTitle!.Confidence < 0.9);
    }

    [Theory]
    [InlineData("TM. ỦY BAN", "TM.")]
    [InlineData("T/M ỦY BAN", "TM.")]
    [InlineData("TM ỦY BAN", null)]
    [InlineData("T/M. ỦY BAN", "TM.")]
    [InlineData("KT, CHỦ TỊCH", "KT.")]
    [InlineData("K.T. CHỦ TỊCH", "KT.")]
    [InlineData("QUYỀN CHỦ TỊCH", "Q.")]
    [InlineData("T.U.Q. CHỦ TỊCH", "TUQ.")]
    [InlineData("TLĐLĐ TỈNH", null)]
    [InlineData("QUỐC HỘI", null)]
    [InlineData("KT.", null)]
    [InlineData("", null)]
    public void A_capacity_is_a_mark_at_the_start_of_the_line(string line, string? mark) => Assert.Equal(mark, CapacityMark.ReadStart(line)?.Mark);

    private static Paper Signed(string[] lines, string name)
    {
        var paper = Body();
        for (var i = 0; i < lines.Length; i++) paper.At(Right, 1500 + (45 * i), lines[i]);
        return paper.At(Right, 1500 + (45 * lines.Length) + 200, name);
    }

    private static Paper Body(string type = "QUYẾT ĐỊNH") => new Paper()
        .Left(100, "ỦY BAN NHÂN DÂN").Left(145, "HUYỆN ĐAKRÔNG").Left(220, "Số: 345/QĐ-UBND")
        .At(1050, 220, "Đakrông, ngày 05 tháng 3 năm 2010")
        .Centered(320, type)
        .Centered(365, "Về việc tặng Giấy khen")
        .Left(770, "Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho 36 cá nhân đã có thành tích xuất sắc")
        .Left(815, "trong công tác chăm sóc thương binh, gia đình liệt sĩ, Bà mẹ Việt Nam anh hùng.");

    private static DocumentFacts Read(Paper paper) => MachineReader.Read([paper.Page()]).Facts;

    private static (string? Signer, string? Title, string? Capacity) Values(DocumentFacts facts) =>
        (facts.Signer?.Value, facts.SignerTitle?.Value, facts.Capacity?.Value);
}
