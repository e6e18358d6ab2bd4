using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Giấy chứng nhận thương binh: how much of his strength a person lost to the war.</summary>
internal static class InvalidCertificate
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var date = random.Date(new(1995, 1, 10), new(2012, 12, 20));
        var born = random.Between(1930, 1955);
        var wounded = random.Date(new(Math.Max(1950, born + 17), 1, 2), new(1975, 4, 20));
        var signer = DemoPeople.Man(random);
        var person = new DemoKin(KinRelation.Self, random.Chance(0.2f) ? DemoPeople.Woman(random) : DemoPeople.Man(random))
        {
            BirthYear = born,
            HomePlace = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}",
            CertificateNo = $"{random.Pick("QT", "BT", "QN", "AM")} {random.Between(10_010, 98_900)}",
            DecisionNo = $"{random.Between(100, 2900)}/QĐ-LĐTBXH",
            InvalidPercent = random.Between(21, 95),
        };
        var issuer = "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI";

        writer.Border();
        writer.Space(14);
        paper.Head(
            [$"UBND TỈNH {province.Name.ToUpperInvariant()}", "SỞ LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI"], $"Số: {person.CertificateNo}", province.Seat, date, own: 2);
        writer.Space(18);
        writer.Centered("GIẤY CHỨNG NHẬN THƯƠNG BINH", InkStyle.Bold, 20);
        writer.Space(20);
        writer.Fields((random.Pick("Ông (bà):", "Họ và tên:", "Chứng nhận ông (bà):"), person.Name, 0.66f), ("Sinh năm:", $"{born}", 0.34f));
        writer.Fields((random.Pick("Nguyên quán:", "Quê quán:"), person.HomePlace!, 1));
        writer.Fields(("Nơi ở hiện nay:", $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}", 1));
        writer.Fields(("Nhập ngũ:", $"tháng {random.Between(1, 12)} năm {wounded.Year - random.Between(0, 3)}", 0.5f), ("Đơn vị:", $"Đại đội {random.Between(1, 18)}", 0.5f));
        writer.Fields(("Bị thương ngày:", PaperContext.Slashed(wounded), 0.5f), ("Tại:", random.Pick("mặt trận Quảng Trị", "mặt trận phía Nam", "Khe Sanh"), 0.5f));
        writer.Fields(
            (random.Pick("Tỷ lệ thương tật:", "Tỷ lệ suy giảm khả năng lao động:", "Tỷ lệ tổn thương cơ thể:"), $"{person.InvalidPercent} %", 0.62f),
            ("Hạng:", $"{(person.InvalidPercent > 80 ? 1 : person.InvalidPercent > 60 ? 2 : person.InvalidPercent > 40 ? 3 : 4)}/4", 0.38f));
        writer.Fields(("Theo Quyết định số:", person.DecisionNo!, 0.56f), ("ngày:", PaperContext.Slashed(date.AddDays(-random.Between(2, 20))), 0.44f));
        writer.Space(8);
        writer.Paragraph("Được hưởng các chế độ ưu đãi đối với thương binh theo quy định của pháp luật. Giấy chứng nhận này có giá trị thay cho các giấy tờ đã cấp trước đây.");
        writer.Space(14);
        writer.Signature([], PaperContext.Authority("GIÁM ĐỐC"), signer, $"{issuer} TỈNH {province.Name.ToUpperInvariant()}", random);
        return new("Giấy chứng nhận", null, null, PaperContext.Iso(date), province.Seat, issuer, "THƯƠNG BINH", signer, "GIÁM ĐỐC", null, null)
        {
            Recipients = [new(person.Name, person.BirthYear, person.HomePlace, null)],
            Kin = [person],
        };
    }
}
