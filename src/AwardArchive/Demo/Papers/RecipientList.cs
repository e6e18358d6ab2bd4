namespace AwardArchive.Demo.Papers;

/// <summary>Danh sách by itself: a commune's or district's list of people proposed for an order or a medal.</summary>
internal static class RecipientList
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var district = random.Pick(province.Districts);
        var award = random.Pick(random.Chance(0.5f) ? DemoAwards.Orders : DemoAwards.Medals);
        var date = random.Date(new(1997, 2, 1), new(2002, 12, 20));
        var signer = DemoPeople.Man(random);
        var issuer = $"HUYỆN {district.ToUpperInvariant()}";

        paper.Head(["ỦY BAN NHÂN DÂN", issuer], "", district, date, own: 2);
        string[] summary = [$"Đề nghị tặng thưởng {award.Printed}", $"huyện {district}, tỉnh {province.Name}"];
        paper.Title("DANH SÁCH", summary);
        var recipients = RecipientTable.Write(
            paper, paper.Rows(16, 60), province, women: false, award.Classes, (1905, 1952), ruled: random.Chance(0.5f));
        writer.Paragraph($"Tổng số: {recipients.Count} người.", InkStyle.Bold);
        writer.Signature(
            [new("NGƯỜI LẬP BIỂU", InkStyle.Bold), new(DemoPeople.Man(random), InkStyle.Bold, Gap: PaperWriter.SigningSpace + (writer.Size * 1.3f))],
            PaperContext.Authority("TM. ỦY BAN NHÂN DÂN HUYỆN", "CHỦ TỊCH"), signer, $"ỦY BAN NHÂN DÂN {issuer}", random);
        return new(
            "Danh sách", null, null, PaperContext.Iso(date), district, $"ỦY BAN NHÂN DÂN {issuer}", string.Join(' ', summary), signer, "CHỦ TỊCH",
            award.Name, null) { Recipients = recipients };
    }
}
