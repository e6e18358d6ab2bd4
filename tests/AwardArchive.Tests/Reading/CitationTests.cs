using AwardArchive.Archive;
using AwardArchive.Reading;

namespace AwardArchive.Tests.Reading;

public sealed class CitationTests
{
    /// <summary>Numbers met on real papers, from the Republic's first decrees to today.</summary>
    private const string Met = """
        26/KH-UBND|26 /KH-UBND|26-CT/TU|145/2013/NĐ-CP|56/2013/NĐ-CP|07/CT-TTg|922/QĐ-BNV|83/2025/NĐ-CP|05/2012/UBTVQH13|26/2005/PL-UBTVQH11|06/2022/QH15|01/2011/QH13
        30/2026/QH16|06/VBHN-VPQH|13/VBHN-BQP|03/2014/TTLT-BNV-BQP-BLĐTBXH|20/2012/L-CTN|36-L/CTN|1502/2005/QÐ-CTN|205/2005/QĐ/CTN|803/QĐ-CTN|2207/QĐ-CTN
        2458/QĐ-CTN|572-NQ/HĐNN7|12NQ/HĐNN8|6-NQ/TVQ|43-SL|50-SL|52/SL|54-SL|129/SL|216/SL|216/SL-SL|5-LCT|62-CP|176/CP|10-HĐNN|1088/CSTBLSV|1088/CSTBLS|163/QĐ-VTLTNN
        283/VTLTNN-NVTW|11-HD/VPTW|31-QĐ/TW|36-HD/VPTW|38-TT/TƯ|25/NV|1906 /SGDĐT-CTrTT|4869/UBND-SYT|119/QĐ-UBND|1680/NQ-UBTVQH15|237/NQ-UBTVQH16
        19/2025/QĐ-TTg|128/2025/QĐ-UBND|1818/TTr-VP|4836/SNV-TCBC|148/TTr-SLĐTBXH|43/HD-SNV|15/QĐ-BNV|05/BNV-VP|12/UBND-VX|89/2009/QĐ-TTg
        19/2002/QĐ-BTCCBCP|367 - QĐ/TWĐTN-VP|84 QĐ/TWĐTN|5115/LĐTBXH-KHTC|862/NQ-UBTVQH|285/CTTHC|352 KT/HĐNN|345a/QĐ-UB
        """;

    public static TheoryData<string> Numbers => [.. Met.Split('|', '\n').Select(number => number.Trim())];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_met_on_paper_is_read_in_the_head_and_in_the_text(string written)
    {
        var facts = Read(new Paper().Left(100, $"Số: {written}").Centered(200, "QUYẾT ĐỊNH").Left(300, "Căn cứ Nghị định số 999/2031/NĐ-CP;"));
        var digits = new string([.. written.TakeWhile(char.IsAsciiDigit)]);
        var symbol = written[digits.Length..].TrimStart(' ', '-', '/').Replace('\u00D0', 'Đ').Replace(" ", "", StringComparison.Ordinal);
        if (written.StartsWith("345a", StringComparison.Ordinal)) (digits, symbol) = ("345a", "QĐ-UB");
        Assert.Equal((digits, symbol), (facts.Number?.Value, facts.Symbol?.Value));
        Assert.Equal("999/2031/NĐ-CP", Assert.Single(facts.Citations).Value);

        var cited = Read(new Paper().Left(100, "Số: 999/QĐ-XYZ").Centered(200, "QUYẾT ĐỊNH").Left(300, $"Căn cứ văn bản số {written} ngày 2 tháng 9 năm 1990 của cơ quan;"));
        Assert.Equal($"{digits}/{symbol}", Assert.Single(cited.Citations).Value);
    }

    [Fact]
    public void Citations_go_on_over_lines_and_pages_and_stand_once_each_in_order()
    {
        var facts = MachineReader.Read([
            new Paper().Left(100, "Số: 26/KH-UBND").Centered(200, "KẾ HOẠCH")
                .Left(300, "Thực hiện Chỉ thị số 26-CT/TU ngày 17/10/2014 của Ban Thường vụ Tỉnh ủy; Nghị định số")
                .Left(345, "145/2013/NĐ-CP ngày 29/10/2013 của Chính phủ; Kế hoạch số 26/KH-UBND; Chỉ thị 26-CT/TU.").Page(1),
            new Paper().Left(100, "theo Nghị định 56/2013/NĐ-CP ngày 22/5/2013 của Chính phủ và Chỉ thị 26-CT/TU").Page(2)]).Facts;
        Assert.Equal([("26/CT/TU", 1), ("145/2013/NĐ-CP", 1), ("56/2013/NĐ-CP", 2)], facts.Citations.Select(fact => (fact.Value, fact.Page)));
        Assert.Equal("145/2013/NĐ-CP", facts.Citations[1].AsWritten);
        Assert.Empty(facts.Warnings);
    }

    [Theory]
    [InlineData("Mẫu số 01a/BMAH")]
    [InlineData("Mẫu số: 01b/BMAH")]
    [InlineData("Mau so 02/BMAH")]
    [InlineData("số 03/BMAH")]
    [InlineData("(Mẫu số 1.1/TĐKT)")]
    [InlineData("Biểu mẫu số 12/TĐKT-HC")]
    public void The_number_of_a_form_is_no_citation(string head)
    {
        var facts = Read(new Paper().Left(60, head).Centered(200, "BẢN KHAI CÁ NHÂN").Left(300, "Theo Nghị định số 56/2013/NĐ-CP, Quyết định số 345/TTg và mẫu kèm theo công văn số 12/BM-TĐKT;"));
        Assert.Equal(["56/2013/NĐ-CP", "345/TTg", "12/BM-TĐKT"], facts.Citations.Select(fact => fact.Value));
    }

    [Fact]
    public void A_paper_cited_with_two_dates_is_flagged_and_not_repaired()
    {
        // Of the real plan of a district.
        var facts = Read(new Paper().Left(100, "Số: 26/KH-UBND").Centered(200, "KẾ HOẠCH")
            .Left(300, "theo tinh thần Chỉ thị số 07/CT-TTg ngày 19/3/2014 của Thủ tướng Chính phủ về việc đẩy mạnh")
            .Left(345, "triển khai thực hiện Chỉ thị số 07/CT-TTg ngày 19/02/2014 của Thủ tướng Chính phủ"));
        Assert.Equal("07/CT-TTg", Assert.Single(facts.Citations).Value);
        var warning = Assert.Single(facts.Warnings);
        Assert.Equal("citationDatesDiffer", warning.Kind);
        Assert.Contains("2014-03-19", warning.Message, StringComparison.Ordinal);
        Assert.Contains("2014-02-19", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1/ Lan, sinh năm 1930")]
    [InlineData("ngày 22/5/2013")]
    [InlineData("145/2013 và 12 Trần Phú")]
    [InlineData("Đại đội 14/Tiểu đoàn 3")]
    [InlineData("100 % đề nghị")]
    public void What_is_no_number_of_a_paper_is_no_citation(string text) =>
        Assert.Empty(Read(new Paper().Centered(200, "QUYẾT ĐỊNH").Left(300, "Điều 1. " + text)).Citations);

    [Fact]
    public void A_list_of_its_own_says_whose_list_it_is()
    {
        var facts = Read(new Paper().Centered(100, "DANH SÁCH").Centered(145, "Các bà mẹ được phong tặng danh hiệu")
            .Centered(190, "(Kèm theo Quyết định số 458/QĐ-CTN ngày 12 tháng 5 năm 2014 của Chủ tịch nước)"));
        Assert.Equal(("Danh sách", "458/QĐ-CTN", null), (facts.Kind?.Value, facts.AnnexTo?.Value, facts.Number?.Value));
        Assert.Empty(facts.Citations);
    }

    [Fact]
    public void A_list_behind_its_decision_makes_number_and_day_surer_or_less_sure()
    {
        var alone = Read(Decision());
        var confirmed = With("(Kèm theo Quyết định số 458/QĐ-CTN ngày 12 tháng 5 năm 2014");
        var doubted = With("(Kèm theo Quyết định số 459/QĐ-CTN ngày 13 tháng 5 năm 2014");
        Assert.All([alone, confirmed, doubted], facts => Assert.Equal(("458", "QĐ-CTN", "2014-05-12", null), (facts.Number?.Value, facts.Symbol?.Value, facts.IssuedOn?.Value, facts.AnnexTo)));
        Assert.True(confirmed.Number!.Confidence > alone.Number!.Confidence && confirmed.IssuedOn!.Confidence > alone.IssuedOn!.Confidence);
        Assert.True(doubted.Number!.Confidence < 0.9 && doubted.IssuedOn!.Confidence < 0.9);
        Assert.Empty(confirmed.Citations);

        static Paper Decision() => new Paper().Left(100, "CHỦ TỊCH NƯỚC").Left(150, "Số: 458/QĐ-CTN").At(1050, 150, "Hà Nội, ngày 12 tháng 5 năm 2014").Centered(250, "QUYẾT ĐỊNH");
        static DocumentFacts With(string line) => MachineReader.Read([
            Decision().Page(1), new Paper().Centered(100, "DANH SÁCH").Centered(145, line).Centered(190, "của Chủ tịch nước)").Page(2)]).Facts;
    }

    [Fact]
    public void A_number_written_by_hand_is_taken_from_the_annexed_list()
    {
        var facts = MachineReader.Read([
            new Paper().Left(100, "CHỦ TỊCH NƯỚC").Left(150, "Số:        /QĐ-CTN").Centered(250, "QUYẾT ĐỊNH").Page(1),
            new Paper().Centered(100, "DANH SÁCH").Centered(145, "(Kèm theo Quyết định số 458/QĐ-CTN ngày 12 tháng 5 năm 2014)").Page(2)]).Facts;
        Assert.Equal(("458", "QĐ-CTN", "2014-05-12"), (facts.Number?.Value, facts.Symbol?.Value, facts.IssuedOn?.Value));
        Assert.True(facts.Number!.Confidence < 0.9);
    }

    private static DocumentFacts Read(Paper paper) => MachineReader.Read([paper.Page()]).Facts;
}
