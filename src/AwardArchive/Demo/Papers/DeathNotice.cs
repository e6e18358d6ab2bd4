using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Giấy báo tử of a fallen soldier: a lead to a martyr, not yet the proof.</summary>
internal static class DeathNotice
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.NorthernProvince(random);
        var name = DemoPeople.Man(random);
        var died = random.Date(new(1966, 1, 10), new(1973, 4, 28));
        var date = died.AddDays(random.Between(300, 900));
        var number = $"{random.Between(20, 990)}";
        var born = random.Between(1938, 1950);
        var hometown = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}";
        var signer = DemoPeople.Man(random);
        var issuer = $"TỈNH ĐỘI {province.Name.ToUpperInvariant()}";

        paper.Head(["QUÂN KHU 4", issuer], $"Số: {number}/GBT", province.Seat, date, state: "VIỆT NAM DÂN CHỦ CỘNG HÒA");
        writer.Space(14);
        writer.Centered("GIẤY BÁO TỬ", InkStyle.Bold, 18);
        writer.Space(12);
        writer.Paragraph("Ban Chỉ huy Tỉnh đội vô cùng thương tiếc báo tin cho gia đình và địa phương biết:");
        writer.Fields(("Đồng chí:", name, 0.62f), ("Sinh năm:", $"{born}", 0.38f));
        writer.Fields(("Quê quán:", hometown, 1));
        writer.Fields(("Nhập ngũ:", $"tháng {random.Between(1, 12)} năm {Math.Min(born + 18, died.Year - 1)}", 0.5f), ("Cấp bậc:", random.Pick("Hạ sĩ", "Trung sĩ", "Thượng sĩ", "Chuẩn úy"), 0.5f));
        writer.Fields(("Chức vụ:", random.Pick("Chiến sĩ", "Tiểu đội trưởng", "Trung đội phó"), 0.5f), ("Đơn vị:", $"Đại đội {random.Between(1, 18)}", 0.5f));
        writer.Fields(("Đã hy sinh:", PaperContext.InWords(died), 1));
        writer.Fields(("Trường hợp:", "chiến đấu tại mặt trận phía Nam", 1));
        writer.Space(6);
        writer.Paragraph("Đồng chí đã anh dũng hy sinh trong cuộc kháng chiến chống Mỹ, cứu nước. Sự hy sinh của đồng chí là niềm vinh dự của gia đình, của quê hương và đơn vị. Đề nghị Ủy ban hành chính địa phương tổ chức lễ truy điệu và thi hành chính sách đối với gia đình liệt sĩ.");
        writer.Signature(
            paper.Receivers("- Gia đình;", "- UBHC xã;", "- Lưu Tỉnh đội."),
            PaperContext.Authority("T.M. BAN CHỈ HUY TỈNH ĐỘI", "CHÍNH TRỊ VIÊN"), signer, issuer, random);
        return new(
            "Giấy báo tử", number, "GBT", PaperContext.Iso(date), province.Seat, issuer, null, signer, "CHÍNH TRỊ VIÊN", null, null)
        {
            Recipients = [new(name, born, hometown, null)],
            Kin = [new(KinRelation.Self, name) { BirthYear = born, HomePlace = hometown, DeathDate = PaperContext.Iso(died) }],
        };
    }
}
