namespace AwardArchive.Demo.Papers;

/// <summary>Quyết định of the President granting the title "Bà mẹ Việt Nam anh hùng", with its list.</summary>
internal static class MotherDecision
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var date = random.Date(new(2014, 1, 10), new(2018, 12, 20));
        var number = $"{random.Between(105, 2890)}";
        var rows = paper.Rows(24, 48);
        var signer = DemoPeople.Man(random);

        paper.Head(["CHỦ TỊCH NƯỚC"], $"Số: {number}/QĐ-CTN", "Hà Nội", date);
        string[] summary = ["Về việc phong tặng và truy tặng danh hiệu vinh dự Nhà nước", $"“{DemoAwards.HeroicMother}”"];
        paper.Title("QUYẾT ĐỊNH", summary);
        writer.Centered("CHỦ TỊCH", InkStyle.Bold, 14);
        writer.Centered("NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", InkStyle.Bold, 14);
        writer.Space(6);
        paper.Grounds(
            "Căn cứ Điều 88 và Điều 91 Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            $"Căn cứ Pháp lệnh quy định danh hiệu vinh dự Nhà nước “{DemoAwards.HeroicMother}” ngày 29 tháng 8 năm 1994 và Pháp lệnh số 05/2012/UBTVQH13 ngày 20 tháng 10 năm 2012 sửa đổi, bổ sung một số điều của Pháp lệnh",
            $"Xét đề nghị của Thủ tướng Chính phủ tại Tờ trình số {random.Between(210, 2400)}/TTr-TTg {PaperContext.InWords(date.AddDays(-random.Between(10, 30)))}");
        writer.Centered("QUYẾT ĐỊNH:", InkStyle.Bold, 14);
        writer.Paragraph($"**Điều 1.** Phong tặng và truy tặng danh hiệu vinh dự Nhà nước “{DemoAwards.HeroicMother}” cho {rows} bà mẹ thuộc tỉnh {province.Name} (có danh sách kèm theo) đã có nhiều cống hiến, hy sinh vì sự nghiệp giải phóng dân tộc, xây dựng và bảo vệ Tổ quốc.");
        writer.Paragraph("**Điều 2.** Thủ tướng Chính phủ, Chủ nhiệm Văn phòng Chủ tịch nước và các bà mẹ có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.");
        writer.Signature(
            paper.Receivers("- Thủ tướng Chính phủ;", "- Ban TĐKT Trung ương;", $"- UBND tỉnh {province.Name};", "- Lưu: VT, VPCTN."),
            PaperContext.Authority("CHỦ TỊCH"), signer, "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", random);

        writer.TurnSheet();
        paper.Title("DANH SÁCH", $"Các bà mẹ được phong tặng, truy tặng danh hiệu “{DemoAwards.HeroicMother}”");
        writer.Centered($"(Kèm theo Quyết định số {number}/QĐ-CTN {PaperContext.InWords(date)} của Chủ tịch nước)", InkStyle.Italic, 13);
        writer.Space(4);
        writer.Centered($"TỈNH {province.Name.ToUpperInvariant()}", InkStyle.Bold);
        writer.Space(4);
        var recipients = RecipientTable.Write(paper, rows, province, women: true, [], (1893, 1934), ruled: true);
        return new(
            "Quyết định", number, "QĐ-CTN", PaperContext.Iso(date), "Hà Nội", "CHỦ TỊCH NƯỚC", string.Join(' ', summary), signer, "CHỦ TỊCH",
            DemoAwards.HeroicMother, null) { Recipients = recipients };
    }
}
