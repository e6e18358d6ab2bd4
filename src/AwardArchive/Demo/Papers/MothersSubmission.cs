using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Tờ trình of a commune (form 04/BMAH) for a mother or two: it tells in its text who they and their martyrs are.</summary>
internal static class MothersSubmission
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
        var issuer = $"XÃ {commune.ToUpperInvariant()}";
        string[] summary = ["Về việc đề nghị truy tặng danh hiệu vinh dự Nhà nước", $"“{DemoAwards.HeroicMother}”"];

        paper.Head(["ỦY BAN NHÂN DÂN", issuer], $"Số: {number}/TTr-UBND", commune, date, own: 2);
        paper.Title("TỜ TRÌNH", summary);
        writer.Centered($"Kính gửi: Ủy ban nhân dân huyện {district}", InkStyle.Regular, 14);
        writer.Space(8);
        writer.Paragraph("Căn cứ Nghị định số 56/2013/NĐ-CP ngày 22 tháng 5 năm 2013 của Chính phủ;", InkStyle.Italic);
        writer.Paragraph($"Ủy ban nhân dân xã {commune} đề nghị truy tặng danh hiệu “{DemoAwards.HeroicMother}” cho các trường hợp sau đây:");
        var kin = new List<DemoKin>();
        var mothers = random.Between(1, 3);
        for (var i = 1; i <= mothers; i++) kin.AddRange(WriteFamily(writer, random, i, province));
        writer.Paragraph($"Hồ sơ gồm bản khai của thân nhân, giấy ủy quyền, bản sao Bằng “{DemoAwards.MeritOfTheNation}” và biên bản xét duyệt. Kính đề nghị Ủy ban nhân dân huyện {district} xem xét, trình cấp có thẩm quyền quyết định./.");
        writer.Signature(
            paper.Receivers("- Như trên;", "- Phòng LĐTBXH huyện;", "- Đảng ủy, HĐND xã;", "- Lưu: VT."),
            PaperContext.Authority("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), signer, $"ỦY BAN NHÂN DÂN {issuer}", random);
        return new(
            "Tờ trình", number, "TTr-UBND", PaperContext.Iso(date), commune, $"ỦY BAN NHÂN DÂN {issuer}", string.Join(' ', summary), signer, "CHỦ TỊCH",
            DemoAwards.HeroicMother, null)
        {
            Recipients = [.. kin.Where(person => person.Relation is KinRelation.Self).Select(mother => new DemoRecipient(mother.Name, mother.BirthYear, mother.HomePlace, null))],
            Kin = kin,
        };
    }

    private static List<DemoKin> WriteFamily(PaperWriter writer, SplitMix64 random, int ordinal, DemoProvince province)
    {
        var born = random.Between(1890, 1924);
        var mother = new DemoKin(KinRelation.Self, DemoPeople.Woman(random))
        {
            BirthYear = born,
            HomePlace = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}",
            DeathDate = MartyrDates.Draw(random, new(1976, 1, 2), new(2012, 12, 20)),
        };
        var father = DemoPeople.Man(random);
        var family = new List<DemoKin> { mother };
        var martyrs = random.Between(1, 3);
        writer.Paragraph(
            $"{ordinal}. Mẹ {mother.Name}, sinh năm {born}, quê quán: {mother.HomePlace}, đã từ trần {MartyrDates.InWords(mother.DeathDate)}, có {martyrs:00} con là liệt sĩ:", after: 2);
        for (var i = 0; i < martyrs; i++)
        {
            var birth = born + 18 + (i * 3) + random.Between(0, 2);
            var child = new DemoKin(KinRelation.Child, DemoPeople.Son(father, random))
            {
                BirthYear = birth,
                DeathDate = MartyrDates.Draw(random, new(Math.Max(1950, birth + 17), 1, 2), new(1975, 4, 20)),
                CertificateNo = $"{random.Pick("AB", "BA", "HB", "QT")} {random.Between(120, 989)}{random.Pick("b", "m", "t")}",
                DecisionNo = $"{random.Between(100, 990)}/TTg",
                IsMartyr = true,
            };
            family.Add(child);
            writer.Paragraph(
                $"- Liệt sĩ {child.Name}, sinh năm {birth}, hy sinh {MartyrDates.InWords(child.DeathDate)}, Bằng “{DemoAwards.MeritOfTheNation}” số {child.CertificateNo} theo Quyết định số {child.DecisionNo}{(i == martyrs - 1 ? "." : ";")}",
                after: 2);
        }
        return family;
    }
}
