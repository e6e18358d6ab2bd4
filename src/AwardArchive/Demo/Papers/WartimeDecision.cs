namespace AwardArchive.Demo.Papers;

/// <summary>Quyết định of a province's administrative committee in the war: typed, by rules of its own.</summary>
internal static class WartimeDecision
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.NorthernProvince(random);
        var capitals = province.Name.ToUpperInvariant();
        var date = random.Date(new(1965, 3, 1), new(1974, 12, 20));
        var number = $"{random.Between(10, 980)}";
        var signer = DemoPeople.Man(random);
        var recipients = new List<DemoRecipient>();
        for (var i = paper.Rows(5, 8); i > 0; i--)
        {
            var name = random.Chance(0.4f) ? DemoPeople.Woman(random) : DemoPeople.Man(random);
            recipients.Add(new(name, random.Between(1918, 1950), $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}", null));
        }

        paper.Head(
            ["ỦY BAN HÀNH CHÍNH", $"TỈNH {capitals}"], $"Số: {number}-QĐ/UB", province.Seat, date, own: 2, state: "VIỆT NAM DÂN CHỦ CỘNG HÒA");
        writer.Centered($"ỦY BAN HÀNH CHÍNH TỈNH {capitals}", InkStyle.Bold);
        writer.Space(8);
        writer.Paragraph("- Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban hành chính các cấp ngày 27-10-1962;");
        writer.Paragraph("- Xét thành tích của cán bộ và nhân dân trong chiến đấu và phục vụ chiến đấu chống Mỹ, cứu nước;");
        writer.Paragraph("- Theo đề nghị của Hội đồng thi đua tỉnh,");
        writer.Centered("QUYẾT ĐỊNH", InkStyle.Bold, 14);
        writer.Space(4);
        writer.Paragraph($"Điều 1. - Nay tặng Bằng khen cho {recipients.Count} ông, bà có tên sau đây đã có nhiều thành tích trong chiến đấu và phục vụ chiến đấu:");
        for (var i = 0; i < recipients.Count; i++)
        {
            var person = recipients[i];
            writer.Paragraph($"{i + 1}/ {person.Name}, sinh năm {person.BirthYear}, quê {person.Hometown}", after: 2);
        }
        writer.Space(4);
        writer.Paragraph("Điều 2. - Các ông Chánh văn phòng Ủy ban hành chính tỉnh, Ủy ban hành chính các huyện và những người có tên ở điều 1 chiểu quyết định thi hành./.");
        writer.Signature(
            paper.Receivers("- Hội đồng thi đua tỉnh,", "- UBHC các huyện,", "- Như điều 2,", "- Lưu VP."),
            PaperContext.Authority("T.M. ỦY BAN HÀNH CHÍNH TỈNH", "CHỦ TỊCH"), signer, $"ỦY BAN HÀNH CHÍNH TỈNH {capitals}", random);
        return new(
            "Quyết định", number, "QĐ/UB", PaperContext.Iso(date), province.Seat, $"ỦY BAN HÀNH CHÍNH TỈNH {capitals}", null, signer, "CHỦ TỊCH",
            "Bằng khen", null) { Recipients = recipients };
    }
}
