namespace AwardArchive.Demo.Papers;

/// <summary>Quyết định of the State Council, which stood in for a president from 1981 to 1992: an order, with its list in no rules.</summary>
internal static class StateCouncilDecision
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.MergedProvince(random);
        var award = random.Pick(DemoAwards.Orders);
        var date = random.Date(new(1984, 1, 10), new(1988, 12, 20));
        var number = $"{random.Between(20, 990)}";
        var rows = paper.Rows(18, 40);
        var signer = DemoPeople.Man(random);

        paper.Head(["HỘI ĐỒNG NHÀ NƯỚC"], $"Số: {number} KT/HĐNN", "Hà Nội", date);
        var summary = $"Về việc tặng thưởng {award.Name}";
        paper.Title("QUYẾT ĐỊNH", summary);
        writer.Centered("HỘI ĐỒNG NHÀ NƯỚC", InkStyle.Bold, 13);
        writer.Centered("NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", InkStyle.Bold, 13);
        writer.Space(6);
        paper.Grounds(
            "Căn cứ vào Điều 100 của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Căn cứ vào Nghị quyết số 47/NQ-HĐNN7 ngày 29 tháng 9 năm 1981 của Hội đồng Nhà nước",
            "Theo đề nghị của Hội đồng Bộ trưởng");
        writer.Centered("QUYẾT ĐỊNH:", InkStyle.Bold, 14);
        writer.Paragraph($"**Điều 1.** Tặng thưởng {award.Printed} các hạng cho {rows} cán bộ và nhân dân thuộc tỉnh {province.Name} (có danh sách kèm theo) {award.Merit}, góp phần vào sự nghiệp cách mạng của dân tộc.");
        writer.Paragraph("**Điều 2.** Hội đồng Bộ trưởng, Văn phòng Quốc hội và Hội đồng Nhà nước và các ông, bà có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.");
        writer.Signature(
            paper.Receivers("- Hội đồng Bộ trưởng;", $"- UBND tỉnh {province.Name};", "- Lưu: VP."),
            PaperContext.Authority("TM. HỘI ĐỒNG NHÀ NƯỚC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), signer, "HỘI ĐỒNG NHÀ NƯỚC NƯỚC CHXHCN VIỆT NAM", random);

        writer.TurnSheet();
        paper.Title("DANH SÁCH", $"được tặng thưởng {award.Name}");
        writer.Centered($"(Kèm theo Quyết định số {number} KT/HĐNN {PaperContext.InWords(date)})", InkStyle.Italic, 13);
        writer.Space(8);
        var recipients = RecipientTable.Write(paper, rows, province, women: false, award.Classes, (1902, 1948), ruled: false);
        return new(
            "Quyết định", number, "KT/HĐNN", PaperContext.Iso(date), "Hà Nội", "HỘI ĐỒNG NHÀ NƯỚC", summary, signer, "PHÓ CHỦ TỊCH",
            award.Name, null) { Recipients = recipients };
    }
}
