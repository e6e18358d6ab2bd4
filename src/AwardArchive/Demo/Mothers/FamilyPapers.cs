using AwardArchive.Archive;
using AwardArchive.Demo.Papers;

namespace AwardArchive.Demo.Mothers;

/// <summary>The papers of a dossier about one family; each says of it what the others say.</summary>
internal static class FamilyPapers
{
    private static readonly string[] TitleOfMinutes = ["Họp xét duyệt hồ sơ đề nghị tặng danh hiệu", $"“{DemoAwards.HeroicMother}”"];

    /// <summary>Form 01a/BMAH: the mother names her husband and her children who are martyrs.</summary>
    public static DemoFacts Declaration(PaperContext paper, DemoKin mother, DemoKin husband, IReadOnlyList<DemoKin> children)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var commune = DemoPlaces.Commune(random);
        var date = random.Date(new(2014, 1, 5), new(2014, 12, 20));
        var signer = DemoPeople.Man(random);
        var summary = $"Đề nghị tặng danh hiệu vinh dự Nhà nước “{DemoAwards.HeroicMother}”";
        DemoKin[] martyrs = [.. children.Where(child => child.IsMartyr)];
        paper.FormHead("01a/BMAH", 10, "BẢN KHAI CÁ NHÂN", summary);
        writer.Paragraph("**I. SƠ YẾU LÝ LỊCH**", indent: 0);
        writer.Fields(("1. Họ và tên:", mother.Name, 0.66f), ("Bí danh:", "không", 0.34f));
        writer.Fields(("2. Năm sinh:", $"{mother.BirthYear}", 0.34f), ("Dân tộc:", "Kinh", 0.33f), ("Tôn giáo:", "không", 0.33f));
        writer.Fields(("3. Nguyên quán:", mother.HomePlace!, 1));
        writer.Fields(("4. Nơi ở hiện nay:", mother.HomePlace!, 1));
        writer.Fields(($"5. Họ và tên chồng{(husband.IsMartyr ? " (liệt sĩ)" : "")}:", husband.Name, 0.66f), ("Năm sinh:", $"{husband.BirthYear}", 0.34f));
        if (husband.IsMartyr) writer.Fields(("Hy sinh ngày:", MartyrDates.Short(husband.DeathDate), 0.5f), ("Số bằng TQGC:", husband.CertificateNo!, 0.5f));
        writer.Fields(("6. Tổng số con đẻ, con nuôi:", $"{children.Count}", 0.5f), ("Số con là liệt sĩ:", $"{martyrs.Length}", 0.5f));
        writer.Space(4);
        writer.Paragraph("**II. CON LÀ LIỆT SĨ**", indent: 0);
        foreach (var (at, child) in martyrs.Index())
        {
            writer.Fields(($"{at + 1}. Liệt sĩ:", child.Name, 0.6f), ("Sinh năm:", $"{child.BirthYear}", 0.4f));
            writer.Fields(("Hy sinh ngày:", MartyrDates.Short(child.DeathDate), 0.5f), ("Mặt trận:", random.Pick("Quảng Trị", "phía Nam", "Tây Nguyên"), 0.5f));
            writer.Fields(($"Bằng “{DemoAwards.MeritOfTheNation}” số:", child.CertificateNo!, 0.56f), ("Quyết định số:", child.DecisionNo!, 0.44f));
        }
        writer.Space(4);
        writer.Paragraph("Tôi xin cam đoan những lời khai trên đây là đúng sự thật, nếu sai tôi xin hoàn toàn chịu trách nhiệm trước pháp luật. Kính đề nghị các cấp có thẩm quyền xem xét./.");
        writer.Columns([], [new($"{commune}, {PaperContext.InWords(date)}", InkStyle.Italic)], 0.4f);
        writer.Signature(
            [new("XÁC NHẬN CỦA UBND XÃ", InkStyle.Bold), new("TM. ỦY BAN NHÂN DÂN", InkStyle.Bold, 12), new("CHỦ TỊCH", InkStyle.Bold, 12), new(signer, InkStyle.Bold, Gap: 68)],
            [new("NGƯỜI KHAI", InkStyle.Bold), new("(Ký hoặc điểm chỉ)", InkStyle.Italic)], mother.Name, null, random);
        return new("Bản khai", null, null, PaperContext.Iso(date), commune, null, summary, mother.Name, null, DemoAwards.HeroicMother, null)
        {
            Kin = [mother, husband, .. martyrs.Select(child => child with { HomePlace = null })],
        };
    }

    /// <summary>Form 03/BMAH: the commune says who her children are, that these are all, and that nothing excludes her.</summary>
    public static DemoFacts Minutes(PaperContext paper, DemoKin mother, DemoKin husband, IReadOnlyList<DemoKin> children)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var commune = DemoPlaces.Commune(random);
        var date = random.Date(new(2014, 6, 1), new(2014, 12, 28));
        var number = $"{random.Between(1, 60):00}";
        var chair = DemoPeople.Man(random);
        var issuer = $"XÃ {commune.ToUpperInvariant()}";
        DemoKin[] martyrs = [.. children.Where(child => child.IsMartyr)];
        paper.Head(["ỦY BAN NHÂN DÂN", issuer], $"Số: {number}/BB-UBND", commune, date, own: 2);
        paper.Title("BIÊN BẢN", TitleOfMinutes);
        writer.Paragraph($"Hội nghị xét duyệt của Ủy ban nhân dân xã {commune} đã thẩm tra hồ sơ và thống nhất như sau:");
        writer.Paragraph($"1. Mẹ {mother.Name}, sinh năm {mother.BirthYear}, quê quán: {mother.HomePlace}, có {martyrs.Length:00} con là liệt sĩ:", after: 2);
        foreach (var (at, child) in martyrs.Index())
        {
            writer.Paragraph(
                $"- Liệt sĩ {child.Name}, sinh năm {child.BirthYear}, hy sinh {MartyrDates.InWords(child.DeathDate)}, Bằng “{DemoAwards.MeritOfTheNation}” số {child.CertificateNo} theo Quyết định số {child.DecisionNo}{(at == martyrs.Length - 1 ? "." : ";")}",
                after: 2);
        }
        writer.Paragraph("**II. XÁC NHẬN**", indent: 0);
        writer.Paragraph($"Bà có tất cả {children.Count:00} người con đẻ, không có con nuôi và con riêng của chồng{(children.Count > martyrs.Length ? $"; người con còn sống là {string.Join(", ", children.Skip(martyrs.Length).Select(child => child.Name))}" : "")}. Danh sách các con trên đây là đủ.");
        writer.Paragraph($"Bà không phản bội, không đầu hàng địch, không phải chấp hành án tù; chồng và các con không tham gia phía địch.{(husband.IsMartyr ? " Sau khi chồng hy sinh bà không tái giá." : "")} Không có đơn thư khiếu nại, tố cáo.");
        writer.Paragraph("Biên bản được lập thành 03 bản, đã đọc lại cho mọi người cùng nghe, nhất trí và ký tên./.");
        writer.Signature(
            [new("THƯ KÝ", InkStyle.Bold)], PaperContext.Authority("CHỦ TRÌ", "CHỦ TỊCH"), chair, $"ỦY BAN NHÂN DÂN {issuer}", random);
        return new(
            "Biên bản", number, "BB-UBND", PaperContext.Iso(date), commune, $"ỦY BAN NHÂN DÂN {issuer}", string.Join(' ', TitleOfMinutes), chair, "CHỦ TỊCH", DemoAwards.HeroicMother, null)
        {
            Kin = [mother, .. martyrs.Select(child => child with { HomePlace = null })],
        };
    }

    /// <summary>Bằng "Tổ quốc ghi công" of the Prime Minister.</summary>
    public static DemoFacts MeritCertificate(PaperContext paper, DemoKin martyr) => Papers.MeritCertificate.Of(
        paper, martyr, MartyrDates.InWords(martyr.DeathDate), paper.Random.Date(new(1993, 1, 10), new(2006, 12, 20)), DemoPeople.Man(paper.Random));

    /// <summary>Giấy chứng nhận thương binh.</summary>
    public static DemoFacts InvalidCertificate(PaperContext paper, DemoKin person, DemoProvince province)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var date = random.Date(new(1995, 1, 10), new(2012, 12, 20));
        var signer = DemoPeople.Man(random);
        const string Issuer = "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI";
        writer.Border();
        writer.Space(14);
        paper.Head(
            [$"UBND TỈNH {province.Name.ToUpperInvariant()}", "SỞ LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI"], $"Số: {person.CertificateNo}", province.Seat, date, own: 2);
        writer.Space(18);
        writer.Centered("GIẤY CHỨNG NHẬN THƯƠNG BINH", InkStyle.Bold, 20);
        writer.Space(20);
        writer.Fields(("Họ và tên:", person.Name, 0.66f), ("Sinh năm:", $"{person.BirthYear}", 0.34f));
        writer.Fields(("Quê quán:", person.HomePlace!, 1));
        writer.Fields(("Bị thương ngày:", $"{random.Between(1, 28):00}/03/1970", 0.5f), ("Tại:", "mặt trận phía Nam", 0.5f));
        writer.Fields(("Tỷ lệ thương tật:", $"{person.InvalidPercent} %", 0.62f), ("Hạng:", "1/4", 0.38f));
        writer.Fields(("Theo Quyết định số:", person.DecisionNo!, 0.56f), ("ngày:", PaperContext.Slashed(date.AddDays(-9)), 0.44f));
        writer.Space(8);
        writer.Paragraph("Được hưởng các chế độ ưu đãi đối với thương binh theo quy định của pháp luật.");
        writer.Space(14);
        writer.Signature([], PaperContext.Authority("GIÁM ĐỐC"), signer, $"{Issuer} TỈNH {province.Name.ToUpperInvariant()}", random);
        return new("Giấy chứng nhận", null, null, PaperContext.Iso(date), province.Seat, Issuer, "THƯƠNG BINH", signer, "GIÁM ĐỐC", null, null)
        {
            Kin = [person with { Relation = KinRelation.Self }],
        };
    }
}
