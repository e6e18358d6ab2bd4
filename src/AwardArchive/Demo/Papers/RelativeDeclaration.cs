using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Bản khai thân nhân, form 01b/BMAH: a relative declares for a mother who is dead, and names her husband and children who are martyrs.</summary>
internal static class RelativeDeclaration
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var commune = DemoPlaces.Commune(random);
        var here = $"xã {commune}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}";
        var date = random.Date(new(2013, 8, 1), new(2016, 12, 20));
        var born = random.Between(1890, 1924);
        var husband = Husband(random, born);
        var mother = new DemoKin(KinRelation.Self, DemoPeople.Woman(random))
        {
            BirthYear = born,
            HomePlace = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}",
            DeathDate = MartyrDates.Draw(random, new(1976, 1, 2), new(2012, 12, 20)),
        };
        var declarant = new DemoKin(KinRelation.Declarant, DemoPeople.Son(husband.Name, random)) { BirthYear = born + random.Between(18, 40) };
        var children = Enumerable.Range(0, random.Between(1, 3)).Select(i => Martyr(random, husband.Name, born + 18 + (i * 3), province)).ToList();
        var signer = DemoPeople.Man(random);
        var summary = $"Đề nghị truy tặng danh hiệu vinh dự Nhà nước “{DemoAwards.HeroicMother}”";

        paper.FormHead("01b/BMAH", 8, "BẢN KHAI THÂN NHÂN", summary);
        writer.Paragraph("**I. PHẦN KHAI VỀ NGƯỜI KHAI**", indent: 0);
        writer.Fields(("1. Họ và tên:", declarant.Name, 0.66f), ("Sinh năm:", $"{declarant.BirthYear}", 0.34f));
        writer.Fields(("2. Nơi đăng ký hộ khẩu thường trú:", here, 1));
        writer.Fields(("3. Quan hệ với bà mẹ:", random.Pick("con trai", "con dâu", "cháu nội, được ủy quyền"), 1));
        writer.Paragraph("**II. PHẦN KHAI VỀ BÀ MẸ**", indent: 0);
        writer.Fields(("1. Họ và tên:", mother.Name, 0.66f), ("Năm sinh:", $"{mother.BirthYear}", 0.34f));
        writer.Fields(("2. Nguyên quán:", mother.HomePlace!, 1));
        writer.Fields(("3. Đã từ trần:", MartyrDates.InWords(mother.DeathDate), 0.6f), ("Dân tộc:", "Kinh", 0.4f));
        WriteHusband(writer, husband);
        writer.Fields(("5. Tổng số con:", $"{children.Count + random.Between(0, 4)}", 0.5f), ("Số con là liệt sĩ:", $"{children.Count}", 0.5f));
        writer.Paragraph("**III. CON LÀ LIỆT SĨ**", indent: 0);
        for (var i = 0; i < children.Count; i++) WriteMartyr(writer, random, i + 1, children[i]);
        writer.Paragraph("Tôi xin cam đoan những lời khai trên đây là đúng sự thật, nếu sai tôi xin hoàn toàn chịu trách nhiệm trước pháp luật./.");
        writer.Columns([], [new($"{commune}, {PaperContext.InWords(date)}", InkStyle.Italic)], 0.4f);
        writer.Signature(
            [new("XÁC NHẬN CỦA UBND XÃ", InkStyle.Bold), new("TM. ỦY BAN NHÂN DÂN", InkStyle.Bold, 12), new("CHỦ TỊCH", InkStyle.Bold, 12), new(signer, InkStyle.Bold, Gap: 68)],
            [new("NGƯỜI KHAI", InkStyle.Bold), new("(Ký, ghi rõ họ tên)", InkStyle.Italic)], declarant.Name, null, random);
        return new("Bản khai", null, null, PaperContext.Iso(date), commune, null, summary, declarant.Name, null, DemoAwards.HeroicMother, null)
        {
            Recipients = [new(mother.Name, mother.BirthYear, mother.HomePlace, null)],
            Kin = [declarant, mother, husband, .. children],
        };
    }

    private static DemoKin Husband(SplitMix64 random, int wifeBorn)
    {
        var husband = new DemoKin(KinRelation.Husband, DemoPeople.Man(random)) { BirthYear = wifeBorn - random.Between(0, 6) };
        return random.Chance(0.7f)
            ? husband
            : husband with { DeathDate = MartyrDates.Draw(random, new(1946, 12, 19), new(1954, 7, 20)), CertificateNo = Certificate(random), IsMartyr = true };
    }

    private static DemoKin Martyr(SplitMix64 random, string father, int born, DemoProvince province)
    {
        var birth = born + random.Between(0, 2);
        return new(KinRelation.Child, DemoPeople.Son(father, random))
        {
            BirthYear = random.Chance(0.9f) ? birth : null,
            HomePlace = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}",
            DeathDate = MartyrDates.Draw(random, new(Math.Max(1950, birth + 17), 1, 2), new(1975, 4, 20)),
            CertificateNo = random.Chance(0.85f) ? Certificate(random) : null,
            DecisionNo = random.Chance(0.85f) ? $"{random.Between(100, 990)}/{random.Pick("TTg", "QĐ-TTg")}" : null,
            IsMartyr = true,
        };
    }

    private static string Certificate(SplitMix64 random) => $"{random.Pick("AB", "BA", "HB", "QT", "ĐA")} {random.Between(120, 9890)}{random.Pick("b", "m", "t", "bm")}";

    private static void WriteHusband(PaperWriter writer, DemoKin husband)
    {
        writer.Fields(($"4. Họ và tên chồng{(husband.IsMartyr ? " (liệt sĩ)" : "")}:", husband.Name, 0.66f), ("Sinh năm:", $"{husband.BirthYear}", 0.34f));
        if (!husband.IsMartyr) return;
        writer.Fields(("Hy sinh ngày:", MartyrDates.Short(husband.DeathDate), 0.5f), ("Số bằng TQGC:", husband.CertificateNo!, 0.5f));
    }

    /// <summary>Communes had the form typed anew, each in its own words.</summary>
    private static void WriteMartyr(PaperWriter writer, SplitMix64 random, int ordinal, DemoKin child)
    {
        writer.Fields(($"{ordinal}. {random.Pick("Họ và tên liệt sĩ:", "Liệt sĩ:", "Họ tên liệt sĩ:")}", child.Name, 0.64f), (random.Pick("Sinh năm:", "Năm sinh:"), $"{child.BirthYear}", 0.36f));
        writer.Fields((random.Pick("Nguyên quán:", "Quê quán:"), child.HomePlace!, 1));
        if (random.Chance(0.5f)) writer.Fields(("Hy sinh:", MartyrDates.InWords(child.DeathDate), 0.55f), ("Tại:", random.Pick("mặt trận phía Nam", "Quảng Trị", "Khe Sanh"), 0.45f));
        else writer.Fields((random.Pick("Hy sinh ngày:", "Ngày hy sinh:"), MartyrDates.Short(child.DeathDate), 0.5f), ("Đơn vị khi hy sinh:", $"Đại đội {random.Between(1, 18)}", 0.5f));
        writer.Fields(
            (random.Pick($"Bằng “{DemoAwards.MeritOfTheNation}” số:", "Bằng TQGC số:", "Số bằng TQGC:"), child.CertificateNo ?? "", 0.56f),
            (random.Pick("Quyết định số:", "theo QĐ số:"), child.DecisionNo ?? "", 0.44f));
    }
}
