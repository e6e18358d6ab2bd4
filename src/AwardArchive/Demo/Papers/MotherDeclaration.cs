using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Bản khai cá nhân, form 01a/BMAH: a mother names her children who are martyrs, in lines to be filled or in a table.</summary>
internal static class MotherDeclaration
{
    public static DemoFacts Write(PaperContext paper) => Write(paper, MartyrFields);

    public static DemoFacts WriteWithTable(PaperContext paper) => Write(paper, MartyrTable.Write);

    private static DemoFacts Write(PaperContext paper, Func<PaperContext, IReadOnlyList<DemoKin>, IReadOnlyList<DemoKin>> writeMartyrs)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var district = random.Pick(province.Districts);
        var commune = DemoPlaces.Commune(random);
        var mother = DemoPeople.Woman(random);
        var husband = DemoPeople.Man(random);
        var born = random.Between(1912, 1928);
        var date = random.Date(new(2013, 8, 1), new(2016, 12, 20));
        var signer = DemoPeople.Man(random);
        var hometown = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}";
        var summary = $"Đề nghị tặng danh hiệu vinh dự Nhà nước “{DemoAwards.HeroicMother}”";

        paper.FormHead("01a/BMAH", 10, "BẢN KHAI CÁ NHÂN", summary);
        writer.Paragraph("**I. SƠ YẾU LÝ LỊCH**", indent: 0);
        writer.Fields(("1. Họ và tên:", mother, 0.66f), ("Bí danh:", "không", 0.34f));
        writer.Fields(("2. Năm sinh:", $"{born}", 0.34f), ("Dân tộc:", mother.StartsWith("Hồ ", StringComparison.Ordinal) ? "Vân Kiều" : "Kinh", 0.33f), ("Tôn giáo:", "không", 0.33f));
        writer.Fields(("3. Nguyên quán:", hometown, 1));
        writer.Fields(("4. Nơi ở hiện nay:", $"xã {commune}, huyện {district}, tỉnh {province.Name}", 1));
        var husbandBorn = born - random.Between(0, 6);
        writer.Fields(("5. Họ và tên chồng:", husband, 0.66f), ("Năm sinh:", $"{husbandBorn}", 0.34f));

        var births = random.Between(3, 6);
        var children = new List<DemoKin>();
        var martyrs = random.Between(2, 3);
        for (var i = 0; i < martyrs; i++)
        {
            var birth = born + 18 + (i * 3) + random.Between(0, 2);
            var death = random.Date(new(Math.Max(1965, birth + 18), 1, 2), new(1975, 4, 20));
            children.Add(new(KinRelation.Child, DemoPeople.Son(husband, random))
            {
                BirthYear = birth,
                DeathDate = PaperContext.Iso(death),
                CertificateNo = $"{random.Pick("AB", "BA", "HB", "QT")} {random.Between(120, 989)}{random.Pick("b", "m", "t")}",
                IsMartyr = true,
            });
        }
        writer.Fields(("6. Tổng số con đẻ, con nuôi:", $"{births}", 0.5f), ("Số con là liệt sĩ:", $"{children.Count}", 0.5f));
        writer.Space(4);
        writer.Paragraph("**II. CON LÀ LIỆT SĨ**", indent: 0);
        var written = writeMartyrs(paper, children);
        writer.Space(4);
        writer.Paragraph("Tôi xin cam đoan những lời khai trên đây là đúng sự thật, nếu sai tôi xin hoàn toàn chịu trách nhiệm trước pháp luật. Kính đề nghị các cấp có thẩm quyền xem xét./.");
        writer.Columns([], [new($"{commune}, {PaperContext.InWords(date)}", InkStyle.Italic)], 0.4f);
        writer.Signature(
            [new("XÁC NHẬN CỦA UBND XÃ", InkStyle.Bold), new("TM. ỦY BAN NHÂN DÂN", InkStyle.Bold, 12), new("CHỦ TỊCH", InkStyle.Bold, 12), new(signer, InkStyle.Bold, Gap: 68)],
            [new("NGƯỜI KHAI", InkStyle.Bold), new("(Ký hoặc điểm chỉ)", InkStyle.Italic)], mother, null, random);
        return new(
            "Bản khai", null, null, PaperContext.Iso(date), commune, null, summary, mother, null, DemoAwards.HeroicMother, null)
        {
            Recipients = [new(mother, born, hometown, null)],
            Kin =
            [
                new(KinRelation.Self, mother) { BirthYear = born, HomePlace = hometown },
                new(KinRelation.Husband, husband) { BirthYear = husbandBorn },
                .. written,
            ],
        };
    }

    private static IReadOnlyList<DemoKin> MartyrFields(PaperContext paper, IReadOnlyList<DemoKin> children)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var written = new List<DemoKin>();
        foreach (var child in children)
        {
            var died = DateOnly.Parse(child.DeathDate!, System.Globalization.CultureInfo.InvariantCulture);
            writer.Fields(($"{written.Count + 1}. Liệt sĩ:", child.Name, 0.6f), ("Sinh năm:", $"{child.BirthYear}", 0.4f));
            writer.Fields(("Hy sinh ngày:", PaperContext.Slashed(died), 0.5f), ("Mặt trận:", random.Pick("Quảng Trị", "phía Nam", "Thừa Thiên", "Tây Nguyên"), 0.5f));
            var decision = $"{random.Between(100, 990)}/TTg";
            writer.Fields(
                ($"Bằng “{DemoAwards.MeritOfTheNation}” số:", child.CertificateNo!, 0.56f),
                ("Quyết định số:", decision, 0.44f));
            written.Add(child with { DecisionNo = decision });
        }
        return written;
    }
}
