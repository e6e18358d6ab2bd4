using AwardArchive.Archive;

namespace AwardArchive.Demo.Papers;

/// <summary>Quyết định of the President for families with many martyrs and for the people of communes and units.</summary>
internal static class GroupDecision
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var award = random.Pick(DemoAwards.Orders);
        var date = random.Date(new(1993, 1, 10), new(2008, 12, 20));
        var number = $"{random.Between(105, 1890)}";
        var signer = DemoPeople.Man(random);
        var recipients = Enumerable.Range(0, paper.Rows(8, 24)).Select(_ => Group(province, award, random)).ToList();

        paper.Head(["CHỦ TỊCH NƯỚC"], $"Số: {number}/QĐ-CTN", "Hà Nội", date);
        string[] summary = [$"Về việc tặng thưởng {award.Name}"];
        paper.Title("QUYẾT ĐỊNH", summary);
        writer.Centered("CHỦ TỊCH", InkStyle.Bold, 14);
        writer.Centered("NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", InkStyle.Bold, 14);
        writer.Space(6);
        paper.Grounds(
            "Căn cứ Điều 103 và Điều 106 Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            $"Xét đề nghị của Thủ tướng Chính phủ tại Tờ trình số {random.Between(210, 1400)}/TTr-TTg {PaperContext.InWords(date.AddDays(-random.Between(10, 30)))}");
        writer.Centered("QUYẾT ĐỊNH:", InkStyle.Bold, 14);
        writer.Paragraph($"**Điều 1.** Tặng thưởng {award.Printed} cho {recipients.Count} tập thể, gia đình thuộc tỉnh {province.Name} (có danh sách kèm theo) {award.Merit}.");
        writer.Paragraph("**Điều 2.** Thủ tướng Chính phủ, Chủ nhiệm Văn phòng Chủ tịch nước và các tập thể, gia đình có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.");
        writer.Signature(
            paper.Receivers("- Thủ tướng Chính phủ;", $"- UBND tỉnh {province.Name};", "- Lưu: VT, VPCTN."),
            PaperContext.Authority("CHỦ TỊCH"), signer, "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", random);

        writer.TurnSheet();
        paper.Title("DANH SÁCH", $"Các tập thể, gia đình được tặng thưởng {award.Name}");
        writer.Centered($"(Kèm theo Quyết định số {number}/QĐ-CTN {PaperContext.InWords(date)} của Chủ tịch nước)", InkStyle.Italic, 13);
        writer.Space(8);
        var i = 0;
        writer.Table(
            [new("STT", 0.08f, true), new("Tên tập thể, gia đình", 0.32f), new("Địa chỉ", 0.34f), new("Hình thức\nkhen thưởng", 0.26f)],
            recipients.Select(group => new[] { $"{++i}", group.Name, group.Hometown!, $"{award.Name} hạng {group.Class}" }),
            new TableStyle(random.Chance(0.6f), RepeatsHeader: random.Chance(0.5f), IsMiddle: random.Chance(0.4f)));
        return new(
            "Quyết định", number, "QĐ-CTN", PaperContext.Iso(date), "Hà Nội", "CHỦ TỊCH NƯỚC", string.Join(' ', summary), signer, "CHỦ TỊCH",
            award.Name, null) { Recipients = recipients };
    }

    private static DemoRecipient Group(DemoProvince province, DemoAward award, SplitMix64 random)
    {
        var (commune, district) = (DemoPlaces.Commune(random), random.Pick(province.Districts));
        var (name, kind) = random.Between(0, 3) switch
        {
            0 => ($"Gia đình ông {DemoPeople.Man(random)}", RecipientKind.Family),
            1 => ($"Gia đình bà {DemoPeople.Woman(random)}", RecipientKind.Family),
            2 => ($"Nhân dân và cán bộ xã {commune}", RecipientKind.Collective),
            _ => ($"Đại đội {random.Between(2, 30)}, Tỉnh đội {province.Name}", RecipientKind.Collective),
        };
        return new(name, null, $"xã {commune}, huyện {district}", random.Pick(award.Classes)) { Kind = kind };
    }
}
