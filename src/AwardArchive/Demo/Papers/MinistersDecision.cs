namespace AwardArchive.Demo.Papers;

/// <summary>Quyết định of the Council of Ministers (1981-1992): a medal of one class, the names in the text.</summary>
internal static class MinistersDecision
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.MergedProvince(random);
        var award = random.Pick(DemoAwards.Medals);
        var awardClass = random.Pick(award.Classes);
        var date = random.Date(new(1984, 1, 10), new(1989, 6, 20));
        var number = $"{random.Between(20, 490)}";
        var signer = DemoPeople.Man(random);
        var recipients = new List<DemoRecipient>();
        for (var i = paper.Rows(5, 9); i > 0; i--)
            recipients.Add(new(DemoPeople.Man(random), random.Between(1908, 1950), DemoPlaces.Hometown(province, random), awardClass));

        paper.Head(["HỘI ĐỒNG BỘ TRƯỞNG"], $"Số: {number}-KT/HĐBT", "Hà Nội", date);
        var summary = $"Về việc tặng thưởng {award.Name} hạng {awardClass}";
        paper.Title("QUYẾT ĐỊNH", summary);
        writer.Centered("HỘI ĐỒNG BỘ TRƯỞNG", InkStyle.Bold, 13);
        writer.Space(4);
        paper.Grounds(
            "Căn cứ Luật Tổ chức Hội đồng Bộ trưởng ngày 4 tháng 7 năm 1981",
            "Căn cứ Nghị quyết số 47/NQ-HĐNN7 ngày 29 tháng 9 năm 1981 của Hội đồng Nhà nước",
            $"Xét đề nghị của Ủy ban nhân dân tỉnh {province.Name} và Viện Huân chương");
        writer.Centered("QUYẾT ĐỊNH:", InkStyle.Bold, 14);
        writer.Paragraph($"**Điều 1.** Tặng thưởng {award.Printed} hạng {awardClass} cho các ông có tên sau đây {award.Merit}:", after: 3);
        for (var i = 0; i < recipients.Count; i++)
        {
            var person = recipients[i];
            writer.Paragraph($"{i + 1}. Ông {person.Name}, sinh năm {person.BirthYear}, quê quán: {person.Hometown};", after: 2);
        }
        writer.Space(4);
        writer.Paragraph($"**Điều 2.** Viện trưởng Viện Huân chương, Chủ tịch Ủy ban nhân dân tỉnh {province.Name} và các ông có tên trên chịu trách nhiệm thi hành Quyết định này.");
        writer.Signature(
            paper.Receivers("- Như Điều 2;", "- Viện Huân chương;", "- Lưu: VT, VX."),
            PaperContext.Authority("TM. HỘI ĐỒNG BỘ TRƯỞNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), signer, "HỘI ĐỒNG BỘ TRƯỞNG", random);
        return new(
            "Quyết định", number, "KT/HĐBT", PaperContext.Iso(date), "Hà Nội", "HỘI ĐỒNG BỘ TRƯỞNG", summary, signer, "PHÓ CHỦ TỊCH",
            award.Name, awardClass) { Recipients = recipients };
    }
}
