using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Giấy ủy quyền, form 02/BMAH: the relatives of a dead mother leave the declaration to one of them.</summary>
internal static class PowerOfAttorney
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var commune = DemoPlaces.Commune(random);
        var here = $"xã {commune}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}";
        var date = random.Date(new(2013, 8, 1), new(2016, 12, 20));
        var father = DemoPeople.Man(random);
        var born = random.Between(1890, 1924);
        var mother = new DemoKin(KinRelation.Self, DemoPeople.Woman(random))
        {
            BirthYear = born,
            HomePlace = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}",
            DeathDate = MartyrDates.Draw(random, new(1976, 1, 2), new(2012, 12, 20)),
        };
        var relatives = Enumerable.Range(0, random.Between(1, 3)).Select(_ => Relative(KinRelation.Relative, random, father, born)).ToList();
        var declarant = Relative(KinRelation.Declarant, random, father, born);
        var signer = DemoPeople.Man(random);
        string[] summary = ["Về việc lập hồ sơ đề nghị truy tặng danh hiệu vinh dự Nhà nước", $"“{DemoAwards.HeroicMother}”"];
        var person = random.Pick("Ông (bà):", "Họ và tên:");

        writer.Columns([], [new("Mẫu số 02/BMAH", InkStyle.Bold, 12)], 0.6f);
        writer.Centered(PaperContext.Republic, InkStyle.Bold, 13);
        writer.Centered(PaperContext.Motto, InkStyle.Bold, 13.5f, 0.95f);
        writer.Space(8);
        paper.Title("GIẤY ỦY QUYỀN", summary);
        writer.Paragraph($"Hôm nay, {PaperContext.InWords(date)}, tại Ủy ban nhân dân xã {commune}, chúng tôi là thân nhân của bà mẹ có tên dưới đây, gồm có:");
        writer.Paragraph("**I. NGƯỜI ỦY QUYỀN**", indent: 0);
        for (var i = 0; i < relatives.Count; i++) WritePerson(writer, random, $"{i + 1}. {person}", relatives[i], here);
        writer.Paragraph("**II. NGƯỜI ĐƯỢC ỦY QUYỀN**", indent: 0);
        WritePerson(writer, random, person, declarant, here);
        writer.Fields(("Số CMND:", $"{random.Between(190_000_000, 197_999_999)}", 0.5f), ("Cấp tại:", "Công an tỉnh", 0.5f));
        writer.Paragraph("**III. BÀ MẸ ĐƯỢC ĐỀ NGHỊ TRUY TẶNG**", indent: 0);
        writer.Fields(("Họ và tên:", mother.Name, 0.64f), ("Sinh năm:", $"{mother.BirthYear}", 0.36f));
        writer.Fields(("Nguyên quán:", mother.HomePlace!, 1));
        writer.Fields(("Từ trần ngày:", MartyrDates.Short(mother.DeathDate), 0.6f), ("Số con là liệt sĩ:", $"{random.Between(2, 4)}", 0.4f));
        writer.Paragraph("**IV. NỘI DUNG ỦY QUYỀN**", indent: 0);
        writer.Paragraph($"Chúng tôi thống nhất ủy quyền cho người có tên ở mục II đứng tên lập hồ sơ, kê khai và nhận các chế độ liên quan đến danh hiệu “{DemoAwards.HeroicMother}” của mẹ. Chúng tôi cam kết không khiếu nại về việc ủy quyền này./.");
        writer.Columns([], [new($"{commune}, {PaperContext.InWords(date)}", InkStyle.Italic)], 0.4f);
        writer.Signature(
            [new("XÁC NHẬN CỦA UBND XÃ", InkStyle.Bold), new("TM. ỦY BAN NHÂN DÂN", InkStyle.Bold, 12), new("CHỦ TỊCH", InkStyle.Bold, 12), new(signer, InkStyle.Bold, Gap: 68)],
            [new("NGƯỜI ỦY QUYỀN", InkStyle.Bold), new("(Ký, ghi rõ họ tên)", InkStyle.Italic)], relatives[0].Name, null, random);
        return new(
            "Giấy ủy quyền", null, null, PaperContext.Iso(date), commune, null, string.Join(' ', summary), relatives[0].Name, null, DemoAwards.HeroicMother, null)
        {
            Recipients = [new(mother.Name, mother.BirthYear, mother.HomePlace, null)],
            Kin = [.. relatives, declarant, mother],
        };
    }

    private static DemoKin Relative(KinRelation relation, SplitMix64 random, string father, int motherBorn) =>
        new(relation, random.Chance(0.3f) ? DemoPeople.Woman(random) : DemoPeople.Son(father, random)) { BirthYear = motherBorn + random.Between(18, 45) };

    private static void WritePerson(PaperWriter writer, SplitMix64 random, string label, DemoKin person, string here)
    {
        writer.Fields((label, person.Name, 0.64f), ("Sinh năm:", $"{person.BirthYear}", 0.36f));
        writer.Fields(("Nơi ở hiện nay:", here, 1));
        writer.Fields(("Quan hệ với bà mẹ:", random.Pick("con", "cháu nội", "con dâu"), 1));
    }
}
