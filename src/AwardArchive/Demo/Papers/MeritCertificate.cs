using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Bằng "Tổ quốc ghi công": the proof that a person is a martyr.</summary>
internal static class MeritCertificate
{
    public static DemoFacts Write(PaperContext paper)
    {
        var random = paper.Random;
        var province = DemoPlaces.Province(random);
        var name = DemoPeople.Man(random);
        var hometown = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}";
        var died = random.Date(new(1966, 1, 10), new(1975, 4, 28));
        var date = random.Date(new(1993, 1, 10), new(2006, 12, 20));
        var number = $"{random.Between(100, 990)}";
        var signer = DemoPeople.Man(random);
        var martyr = new DemoKin(KinRelation.Self, name)
        {
            HomePlace = hometown, DeathDate = PaperContext.Iso(died), DecisionNo = $"{number}/TTg", IsMartyr = true,
            CertificateNo = $"{random.Pick("AB", "BA", "HB")} {random.Between(120, 989)}{random.Pick("b", "m")}",
        };
        return Of(paper, martyr, PaperContext.InWords(died), date, signer) with { Recipients = [new(name, null, hometown, null)] };
    }

    /// <summary>For a martyr with home, certificate and decision.</summary>
    /// <param name="died">When, in words.</param>
    /// <param name="date">Of the decision.</param>
    public static DemoFacts Of(PaperContext paper, DemoKin martyr, string died, DateOnly date, string signer)
    {
        var writer = paper.Writer;
        writer.Border();
        writer.Space(30);
        writer.Centered(PaperContext.Republic, InkStyle.Bold, 13);
        writer.Centered(PaperContext.Motto, InkStyle.Bold, 13.5f, 0.95f);
        writer.Space(36);
        writer.Centered("THỦ TƯỚNG CHÍNH PHỦ", InkStyle.Bold, 15);
        writer.Space(16);
        writer.Centered("TẶNG BẰNG", InkStyle.Bold, 16);
        writer.Space(6);
        writer.Centered("TỔ QUỐC GHI CÔNG", InkStyle.Bold, 30);
        writer.Space(18);
        writer.Centered("Liệt sĩ", InkStyle.Italic, 16);
        writer.Centered(martyr.Name, InkStyle.Bold, 20);
        writer.Space(8);
        writer.Centered($"Quê quán: {martyr.HomePlace}", InkStyle.Regular, 14);
        writer.Centered("Đã hy sinh vì sự nghiệp giải phóng dân tộc", InkStyle.Regular, 14);
        writer.Centered(died, InkStyle.Regular, 14);
        writer.Space(30);
        writer.Columns(
            [new($"Quyết định số: {martyr.DecisionNo}", Size: 12), new(PaperContext.InWords(date), Size: 12), new($"Số bằng: {martyr.CertificateNo}", Size: 12)],
            [new($"Hà Nội, {PaperContext.InWords(date)}", InkStyle.Italic)]);
        writer.Signature([], PaperContext.Authority("THỦ TƯỚNG"), signer, "THỦ TƯỚNG CHÍNH PHỦ NƯỚC CHXHCN VIỆT NAM", paper.Random);
        return new(
            $"Bằng {DemoAwards.MeritOfTheNation}", martyr.DecisionNo!.Split('/')[0], "TTg", PaperContext.Iso(date), "Hà Nội", "THỦ TƯỚNG CHÍNH PHỦ", null, signer, "THỦ TƯỚNG",
            $"Bằng {DemoAwards.MeritOfTheNation}", null)
        {
            Kin = [martyr with { Relation = KinRelation.Self, BirthYear = null }],
        };
    }
}
