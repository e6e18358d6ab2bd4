namespace AwardArchive.Demo.Papers;

/// <summary>Quyết định that names its few recipients in its articles: one after another, or each in a line with a dash.</summary>
internal static class TextDecision
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.MergedProvince(random);
        var award = random.Pick(DemoAwards.Orders);
        var awardClass = random.Pick(award.Classes);
        var date = random.Date(new(1984, 1, 10), new(1991, 12, 20));
        var number = $"{random.Between(20, 990)}";
        var signer = DemoPeople.Man(random);
        var recipients = new List<DemoRecipient>();

        paper.Head(["HỘI ĐỒNG NHÀ NƯỚC"], $"Số: {number} KT/HĐNN", "Hà Nội", date);
        var summary = $"Về việc tặng thưởng {award.Name} hạng {awardClass}";
        paper.Title("QUYẾT ĐỊNH", summary);
        writer.Centered("HỘI ĐỒNG NHÀ NƯỚC", InkStyle.Bold, 13);
        writer.Centered("NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", InkStyle.Bold, 13);
        writer.Space(6);
        paper.Grounds(
            "Căn cứ vào Điều 100 của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Theo đề nghị của Hội đồng Bộ trưởng");
        writer.Centered("QUYẾT ĐỊNH:", InkStyle.Bold, 14);
        if (random.Chance(0.5f)) InSentences(paper, province, award, awardClass, recipients);
        else InLines(paper, province, award, awardClass, recipients);
        writer.Paragraph("**Điều 2.** Hội đồng Bộ trưởng, Văn phòng Quốc hội và Hội đồng Nhà nước và các ông, bà có tên trên chịu trách nhiệm thi hành Quyết định này.");
        writer.Signature(
            paper.Receivers("- Hội đồng Bộ trưởng;", $"- UBND tỉnh {province.Name};", "- Lưu: VP."),
            PaperContext.Authority("TM. HỘI ĐỒNG NHÀ NƯỚC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), signer, "HỘI ĐỒNG NHÀ NƯỚC NƯỚC CHXHCN VIỆT NAM", random);
        return new(
            "Quyết định", number, "KT/HĐNN", PaperContext.Iso(date), "Hà Nội", "HỘI ĐỒNG NHÀ NƯỚC", summary, signer, "PHÓ CHỦ TỊCH",
            award.Name, awardClass) { Recipients = recipients };
    }

    private static void InSentences(PaperContext paper, DemoProvince province, DemoAward award, string awardClass, List<DemoRecipient> recipients)
    {
        var random = paper.Random;
        var named = new List<string>();
        for (var i = paper.Rows(1, 4); i > 0; i--)
        {
            var (person, title) = Person(province, awardClass, random);
            recipients.Add(person);
            named.Add($"{title.ToLowerInvariant()} {person.Name}, sinh năm {person.BirthYear}, quê quán: {person.Hometown}");
        }
        paper.Writer.Paragraph($"**Điều 1.** Tặng thưởng {award.Printed} hạng {awardClass} cho {string.Join("; ", named)}, {award.Merit}.");
    }

    private static void InLines(PaperContext paper, DemoProvince province, DemoAward award, string awardClass, List<DemoRecipient> recipients)
    {
        var random = paper.Random;
        var rows = paper.Rows(4, 12);
        paper.Writer.Paragraph($"**Điều 1.** Tặng thưởng {award.Printed} hạng {awardClass} cho {rows} ông, bà có tên sau đây {award.Merit}:");
        for (var i = rows; i > 0; i--)
        {
            var (person, title) = Person(province, awardClass, random);
            recipients.Add(person);
            paper.Writer.Paragraph(
                $"- {title} {person.Name} (sinh năm {person.BirthYear}), quê quán {person.Hometown}, {random.Pick("nguyên Bí thư Đảng ủy xã", "nguyên Xã đội trưởng", "cán bộ hoạt động cách mạng")};", after: 2);
        }
    }

    private static (DemoRecipient Person, string Title) Person(DemoProvince province, string awardClass, SplitMix64 random)
    {
        var isWoman = random.Chance(0.4f);
        var name = isWoman ? DemoPeople.Woman(random) : DemoPeople.Man(random);
        var place = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}";
        return (new(name, random.Between(1902, 1948), place, awardClass), isWoman ? "Bà" : "Ông");
    }
}
