namespace AwardArchive.Demo.Papers;

/// <summary>Quyết định of a province's People's Committee: Bằng khen for those who care for persons of merit, with its list.</summary>
internal static class ProvinceDecision
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var capitals = province.Name.ToUpperInvariant();
        var date = random.Date(new(2006, 1, 5), new(2013, 12, 20));
        var number = $"{random.Between(12, 2890)}";
        var rows = paper.Rows(8, 40);
        var signer = DemoPeople.Man(random);
        var deputy = random.Chance(0.5f);

        paper.Head(["ỦY BAN NHÂN DÂN", $"TỈNH {capitals}"], $"Số: {number}/QĐ-UBND", province.Name, date, own: 2);
        string[] summary = ["Về việc tặng Bằng khen cho các cá nhân có thành tích xuất sắc", "trong công tác chăm sóc người có công với cách mạng"];
        paper.Title("QUYẾT ĐỊNH", summary);
        writer.Centered($"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH {capitals}", InkStyle.Bold, 13);
        writer.Space(6);
        paper.Grounds(
            "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003",
            "Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003 và Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 14 tháng 6 năm 2005",
            $"Xét đề nghị của Giám đốc Sở Lao động - Thương binh và Xã hội tại Tờ trình số {random.Between(110, 980)}/TTr-SLĐTBXH {PaperContext.InWords(date.AddDays(-random.Between(6, 20)))}",
            "Theo đề nghị của Trưởng ban Ban Thi đua - Khen thưởng tỉnh");
        writer.Centered("QUYẾT ĐỊNH:", InkStyle.Bold, 14);
        writer.Paragraph($"**Điều 1.** Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho {rows} cá nhân đã có thành tích xuất sắc trong công tác chăm sóc thương binh, gia đình liệt sĩ, Bà mẹ Việt Nam anh hùng và người có công với cách mạng (có danh sách kèm theo).");
        writer.Paragraph("**Điều 2.** Kèm theo Bằng khen, mỗi cá nhân được thưởng một khoản tiền theo quy định hiện hành, trích từ Quỹ Thi đua, Khen thưởng của tỉnh.");
        writer.Paragraph("**Điều 3.** Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, Giám đốc Sở Lao động - Thương binh và Xã hội, Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.");
        ColumnLine[] authority = deputy ? PaperContext.Authority("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") : PaperContext.Authority("CHỦ TỊCH");
        writer.Signature(
            paper.Receivers("- Như Điều 3;", "- Ban TĐKT Trung ương (b/c);", "- TT Tỉnh ủy, TT HĐND tỉnh;", "- CT, các PCT UBND tỉnh;", "- Lưu: VT, TĐKT."),
            authority, signer, $"ỦY BAN NHÂN DÂN TỈNH {capitals}", random);

        writer.TurnSheet();
        paper.Title("DANH SÁCH", "Các cá nhân được tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh");
        writer.Centered($"(Kèm theo Quyết định số {number}/QĐ-UBND {PaperContext.InWords(date)}", InkStyle.Italic);
        writer.Centered($"của Chủ tịch Ủy ban nhân dân tỉnh {province.Name})", InkStyle.Italic);
        writer.Space(8);
        var recipients = RecipientTable.Write(paper, rows, province, women: false, [], (1938, 1975), ruled: true);
        return new(
            "Quyết định", number, "QĐ-UBND", PaperContext.Iso(date), province.Name, $"ỦY BAN NHÂN DÂN TỈNH {capitals}", string.Join(' ', summary),
            signer, deputy ? "PHÓ CHỦ TỊCH" : "CHỦ TỊCH", "Bằng khen", null) { Recipients = recipients };
    }
}
