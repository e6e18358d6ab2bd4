using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Bằng "Tổ quốc ghi công": the proof that a person is a martyr.</summary>
internal static class MeritCertificate
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var martyr = DemoPeople.Man(random);
        var hometown = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}";
        var died = random.Date(new(1966, 1, 10), new(1975, 4, 28));
        var date = random.Date(new(1993, 1, 10), new(2006, 12, 20));
        var number = $"{random.Between(100, 990)}";
        var signer = DemoPeople.Man(random);

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
        writer.Centered(martyr, InkStyle.Bold, 20);
        writer.Space(8);
        writer.Centered($"Quê quán: {hometown}", InkStyle.Regular, 14);
        writer.Centered("Đã hy sinh vì sự nghiệp giải phóng dân tộc", InkStyle.Regular, 14);
        writer.Centered(PaperContext.InWords(died), InkStyle.Regular, 14);
        writer.Space(30);
        var certificate = $"{random.Pick("AB", "BA", "HB")} {random.Between(120, 989)}{random.Pick("b", "m")}";
        writer.Columns(
            [new($"Quyết định số: {number}/TTg", Size: 12), new(PaperContext.InWords(date), Size: 12), new($"Số bằng: {certificate}", Size: 12)],
            [new($"Hà Nội, {PaperContext.InWords(date)}", InkStyle.Italic)]);
        writer.Signature([], PaperContext.Authority("THỦ TƯỚNG"), signer, "THỦ TƯỚNG CHÍNH PHỦ NƯỚC CHXHCN VIỆT NAM", random);
        return new(
            $"Bằng {DemoAwards.MeritOfTheNation}", number, "TTg", PaperContext.Iso(date), "Hà Nội", "THỦ TƯỚNG CHÍNH PHỦ", null, signer, "THỦ TƯỚNG",
            $"Bằng {DemoAwards.MeritOfTheNation}", null)
        {
            Recipients = [new(martyr, null, hometown, null)],
            Kin =
            [
                new(KinRelation.Self, martyr)
                {
                    HomePlace = hometown, DeathDate = PaperContext.Iso(died), CertificateNo = certificate, DecisionNo = $"{number}/TTg", IsMartyr = true,
                },
            ],
        };
    }
}
