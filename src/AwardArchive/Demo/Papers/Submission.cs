namespace AwardArchive.Demo.Papers;

/// <summary>Tờ trình of a commune (form 04/BMAH): asks the district for the title, naming the mothers in a table.</summary>
internal static class Submission
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var district = random.Pick(province.Districts);
        var commune = DemoPlaces.Commune(random);
        var date = random.Date(new(2013, 8, 1), new(2016, 12, 20));
        var number = $"{random.Between(1, 96):00}";
        var signer = DemoPeople.Man(random);
        var rows = paper.Rows(3, 9);
        var issuer = $"XÃ {commune.ToUpperInvariant()}";

        paper.Head(["ỦY BAN NHÂN DÂN", issuer], $"Số: {number}/TTr-UBND", commune, date, own: 2);
        string[] summary = ["Về việc đề nghị tặng, truy tặng danh hiệu vinh dự Nhà nước", $"“{DemoAwards.HeroicMother}”"];
        paper.Title("TỜ TRÌNH", summary);
        writer.Centered($"Kính gửi: Ủy ban nhân dân huyện {district}", InkStyle.Regular, 14);
        writer.Space(8);
        writer.Paragraph("Căn cứ Nghị định số 56/2013/NĐ-CP ngày 22 tháng 5 năm 2013 của Chính phủ quy định chi tiết và hướng dẫn thi hành Pháp lệnh quy định danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng”;", InkStyle.Italic);
        writer.Paragraph($"Căn cứ Biên bản họp xét duyệt {PaperContext.InWords(date.AddDays(-random.Between(3, 8)))} của xã {commune},", InkStyle.Italic);
        writer.Paragraph($"Ủy ban nhân dân xã {commune} đã tiếp nhận, kiểm tra hồ sơ và tổ chức họp xét duyệt đúng trình tự, thủ tục. Qua xét duyệt, các bà mẹ có tên dưới đây đủ tiêu chuẩn đề nghị Chủ tịch nước tặng hoặc truy tặng danh hiệu “{DemoAwards.HeroicMother}”:");
        var recipients = RecipientTable.Write(paper, rows, province, women: true, [], (1898, 1932), ruled: true);
        writer.Paragraph($"Tổng số: {rows} bà mẹ. Hồ sơ của từng trường hợp gồm bản khai, bản sao Bằng “{DemoAwards.MeritOfTheNation}” và các giấy tờ liên quan được gửi kèm theo Tờ trình này.");
        writer.Paragraph($"Ủy ban nhân dân xã {commune} kính đề nghị Ủy ban nhân dân huyện {district} xem xét, trình cấp có thẩm quyền quyết định./.");
        writer.Signature(
            paper.Receivers("- Như trên;", "- Phòng LĐTBXH huyện;", "- Đảng ủy, HĐND xã;", "- Lưu: VT."),
            PaperContext.Authority("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), signer, $"ỦY BAN NHÂN DÂN {issuer}", random);
        return new(
            "Tờ trình", number, "TTr-UBND", PaperContext.Iso(date), commune, $"ỦY BAN NHÂN DÂN {issuer}", string.Join(' ', summary), signer, "CHỦ TỊCH",
            DemoAwards.HeroicMother, null) { Recipients = recipients };
    }
}
