namespace AwardArchive.Demo.Papers;

/// <summary>Giấy chứng nhận that goes with an order.</summary>
internal static class OrderCertificate
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.MergedProvince(random);
        var award = random.Pick(DemoAwards.Orders);
        var awardClass = random.Pick(award.Classes);
        var date = random.Date(new(1984, 1, 10), new(1991, 12, 20));
        var number = $"{random.Between(20, 990)}";
        var name = random.Chance(0.35f) ? DemoPeople.Woman(random) : DemoPeople.Man(random);
        var born = random.Between(1910, 1948);
        var hometown = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}";
        var signer = DemoPeople.Man(random);
        var summary = $"đeo {award.Name} hạng {awardClass}";

        writer.Border();
        writer.Space(16);
        paper.Head(["HỘI ĐỒNG NHÀ NƯỚC"], $"Số: {number} KT/HĐNN", "Hà Nội", date);
        writer.Space(20);
        writer.Centered("GIẤY CHỨNG NHẬN", InkStyle.Bold, 22);
        writer.Centered(summary, InkStyle.Bold, 14);
        writer.Space(24);
        writer.Fields(("Ông (bà):", name, 0.66f), ("Sinh năm:", $"{born}", 0.34f));
        writer.Fields(("Quê quán:", hometown, 1));
        writer.Space(8);
        writer.Paragraph($"Được tặng thưởng {award.Printed} hạng {awardClass} theo Quyết định số {number} KT/HĐNN {PaperContext.InWords(date)} của Hội đồng Nhà nước nước Cộng hòa xã hội chủ nghĩa Việt Nam, {award.Merit}.");
        writer.Paragraph($"Vào sổ vàng số: {random.Between(1000, 9800)}");
        writer.Space(20);
        writer.Signature(
            [], PaperContext.Authority("TL. HỘI ĐỒNG NHÀ NƯỚC", "VIỆN TRƯỞNG VIỆN HUÂN CHƯƠNG"), signer, "VIỆN HUÂN CHƯƠNG", random);
        return new(
            "Giấy chứng nhận", number, "KT/HĐNN", PaperContext.Iso(date), "Hà Nội", "HỘI ĐỒNG NHÀ NƯỚC", summary, signer, "VIỆN TRƯỞNG VIỆN HUÂN CHƯƠNG",
            award.Name, awardClass) { Recipients = [new(name, born, hometown, awardClass)] };
    }
}
