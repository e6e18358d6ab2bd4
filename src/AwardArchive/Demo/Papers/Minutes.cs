using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Biên bản of the commune's meeting on the dossiers (form 03/BMAH).</summary>
internal static class Minutes
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var district = random.Pick(province.Districts);
        var commune = DemoPlaces.Commune(random);
        var date = random.Date(new(2013, 8, 1), new(2016, 12, 20));
        var number = $"{random.Between(1, 60):00}";
        var (chair, clerk) = (DemoPeople.Man(random), DemoPeople.Woman(random));
        var issuer = $"XÃ {commune.ToUpperInvariant()}";
        string[] summary = ["Họp xét duyệt hồ sơ đề nghị tặng, truy tặng danh hiệu", $"“{DemoAwards.HeroicMother}”"];

        paper.Head(["ỦY BAN NHÂN DÂN", issuer], $"Số: {number}/BB-UBND", commune, date, own: 2);
        paper.Title("BIÊN BẢN", summary);
        writer.Paragraph($"Hôm nay, hồi {random.Between(7, 9)} giờ 30 phút, {PaperContext.InWords(date)}, tại hội trường Ủy ban nhân dân xã {commune}, huyện {district}, tỉnh {province.Name} đã tiến hành họp xét duyệt hồ sơ đề nghị tặng, truy tặng danh hiệu “{DemoAwards.HeroicMother}”.");
        writer.Paragraph("**I. THÀNH PHẦN**", indent: 0);
        writer.Paragraph($"1. Chủ trì: Ông {chair}, Chủ tịch Ủy ban nhân dân xã;", after: 2);
        writer.Paragraph($"2. Thư ký: Bà {clerk}, công chức Văn hóa - Xã hội;", after: 2);
        string[] others = ["Bí thư Đảng ủy xã", "Chủ tịch Ủy ban Mặt trận Tổ quốc xã", "Chỉ huy trưởng Ban Chỉ huy quân sự xã", "Trưởng Công an xã", "Chủ tịch Hội Cựu chiến binh xã"];
        for (var i = 0; i < others.Length; i++)
            writer.Paragraph($"{i + 3}. Ông {DemoPeople.Man(random)}, {others[i]}{(i == others.Length - 1 ? "." : ";")}", after: 2);
        writer.Space(4);
        writer.Paragraph("**II. NỘI DUNG**", indent: 0);
        writer.Paragraph("Hội nghị đã nghe báo cáo kết quả thẩm tra hồ sơ, đối chiếu với Điều 2 của Pháp lệnh và thảo luận từng trường hợp cụ thể như sau:");
        var recipients = new List<DemoRecipient>();
        for (var i = paper.Rows(3, 6); i > 0; i--)
        {
            var (name, born, martyrs) = (DemoPeople.Woman(random), random.Between(1900, 1932), random.Between(2, 4));
            var place = $"thôn {random.Pick("Tân Trà", "A Rông", "Phú Kinh", "Đá Bàn", "Xuân Lâm")}, xã {commune}";
            recipients.Add(new(name, born, place, null));
            writer.Paragraph($"{recipients.Count}. Mẹ {name}, sinh năm {born}, {place}: có {martyrs:00} con là liệt sĩ, đã có Bằng “{DemoAwards.MeritOfTheNation}”; {random.Pick("không có đơn thư khiếu nại, tố cáo.", "chấp hành tốt chính sách, pháp luật.", "gia đình đã thống nhất cử người thờ cúng đứng khai.")}");
        }
        writer.Paragraph("**III. KẾT LUẬN**", indent: 0);
        writer.Paragraph($"Hội nghị biểu quyết nhất trí 100 % đề nghị cấp trên xem xét, trình Chủ tịch nước tặng, truy tặng danh hiệu “{DemoAwards.HeroicMother}” cho {recipients.Count} bà mẹ có tên trên.");
        writer.Paragraph("Biên bản được lập thành 03 bản, đã đọc lại cho mọi người cùng nghe, nhất trí và ký tên. Cuộc họp kết thúc hồi 11 giờ cùng ngày./.");
        writer.Signature(
            [new("THƯ KÝ", InkStyle.Bold), new(clerk, InkStyle.Bold, Gap: PaperWriter.SigningSpace + (writer.Size * 1.3f))],
            PaperContext.Authority("CHỦ TRÌ", "CHỦ TỊCH"), chair, $"ỦY BAN NHÂN DÂN {issuer}", random);
        return new(
            "Biên bản", number, "BB-UBND", PaperContext.Iso(date), commune, $"ỦY BAN NHÂN DÂN {issuer}", string.Join(' ', summary), chair, "CHỦ TỊCH",
            DemoAwards.HeroicMother, null)
        {
            Recipients = recipients,
            Kin = [.. recipients.Select(mother => new DemoKin(KinRelation.Self, mother.Name) { BirthYear = mother.BirthYear, HomePlace = mother.Hometown })],
        };
    }
}
