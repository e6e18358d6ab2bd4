namespace AwardArchive.Demo.Papers;

/// <summary>Công văn: a department asks districts for what the dossiers still lack.</summary>
internal static class Letter
{
    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var capitals = province.Name.ToUpperInvariant();
        var date = random.Date(new(2013, 8, 1), new(2019, 12, 20));
        var number = $"{random.Between(45, 1980)}";
        var signer = DemoPeople.Man(random);
        string[] about = ["V/v bổ sung hồ sơ đề nghị tặng", "danh hiệu Bà mẹ Việt Nam anh hùng"];

        paper.Head([$"UBND TỈNH {capitals}", "SỞ NỘI VỤ"], $"Số: {number}/SNV-TĐKT", province.Name, date, underNumber: about);
        writer.Centered("Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố", InkStyle.Regular, 14);
        writer.Space(8);
        writer.Paragraph($"Thực hiện Nghị định số 56/2013/NĐ-CP ngày 22 tháng 5 năm 2013 của Chính phủ, thời gian qua Ban Thi đua - Khen thưởng thuộc Sở Nội vụ đã tiếp nhận {random.Between(40, 180)} hồ sơ đề nghị tặng, truy tặng danh hiệu vinh dự Nhà nước “{DemoAwards.HeroicMother}”. Qua thẩm định, còn một số hồ sơ chưa đủ giấy tờ theo quy định.");
        writer.Paragraph("Để kịp thời trình cấp có thẩm quyền, Sở Nội vụ đề nghị Ủy ban nhân dân các huyện, thị xã, thành phố chỉ đạo các xã, phường, thị trấn thực hiện các nội dung sau:");
        writer.Paragraph($"1. Rà soát, bổ sung bản sao có chứng thực Bằng “{DemoAwards.MeritOfTheNation}” đối với từng liệt sĩ; trường hợp bị mất, hư hỏng thì có văn bản đề nghị Sở Lao động - Thương binh và Xã hội xác nhận.");
        writer.Paragraph("2. Đối chiếu họ, tên, năm sinh, quê quán của bà mẹ và liệt sĩ trong bản khai với hồ sơ gốc; nếu có sai lệch phải có xác nhận của cơ quan có thẩm quyền, không tự ý sửa chữa.");
        writer.Paragraph("3. Lập danh sách các bà mẹ còn sống, tuổi cao, sức yếu để ưu tiên xét trước.");
        writer.Paragraph($"Hồ sơ bổ sung gửi về Sở Nội vụ trước {PaperContext.InWords(date.AddDays(30))}. Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Ban Thi đua - Khen thưởng để được hướng dẫn./.");
        writer.Signature(
            paper.Receivers("- Như trên;", "- UBND tỉnh (b/c);", "- Giám đốc, các PGĐ Sở;", "- Lưu: VT, TĐKT."),
            PaperContext.Authority("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), signer, $"SỞ NỘI VỤ TỈNH {capitals}", random);
        return new(
            "Công văn", number, "SNV-TĐKT", PaperContext.Iso(date), province.Name, "SỞ NỘI VỤ", string.Join(' ', about)[4..], signer, "PHÓ GIÁM ĐỐC",
            DemoAwards.HeroicMother, null);
    }
}
