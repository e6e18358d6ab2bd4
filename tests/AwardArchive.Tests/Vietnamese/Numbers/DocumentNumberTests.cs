using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class DocumentNumberTests
{
    /// <summary>Numbers met on real papers, from the Republic's first decrees to today.</summary>
    private const string Met = """
        26/KH-UBND|26-CT/TU|145/2013/NĐ-CP|56/2013/NĐ-CP|07/CT-TTg|922/QĐ-BNV|83/2025/NĐ-CP|05/2012/UBTVQH13|26/2005/PL-UBTVQH11|06/2022/QH15|01/2011/QH13
        30/2026/QH16|06/VBHN-VPQH|13/VBHN-BQP|03/2014/TTLT-BNV-BQP-BLĐTBXH|20/2012/L-CTN|36-L/CTN|1502/2005/QÐ-CTN|205/2005/QĐ/CTN|803/QĐ-CTN|2207/QĐ-CTN
        2458/QĐ-CTN|572-NQ/HĐNN7|12NQ/HĐNN8|6-NQ/TVQ|43-SL|50-SL|52/SL|54-SL|129/SL|216/SL|216/SL-SL|5-LCT|62-CP|176/CP|10-HĐNN|1088/CSTBLSV|1088/CSTBLS|163/QĐ-VTLTNN
        283/VTLTNN-NVTW|11-HD/VPTW|31-QĐ/TW|36-HD/VPTW|38-TT/TƯ|25/NV|1906 /SGDĐT-CTrTT|4869/UBND-SYT|119/QĐ-UBND|1680/NQ-UBTVQH15|237/NQ-UBTVQH16
        19/2025/QĐ-TTg|128/2025/QĐ-UBND|1818/TTr-VP|4836/SNV-TCBC|148/TTr-SLĐTBXH|43/HD-SNV|15/QĐ-BNV|05/BNV-VP|12/UBND-VX|89/2009/QĐ-TTg
        19/2002/QĐ-BTCCBCP|367 - QĐ/TWĐTN-VP|84 QĐ/TWĐTN|5115/LĐTBXH-KHTC|862/NQ-UBTVQH|285/CTTHC|352 KT/HĐNN|345a/QĐ-UB
        """;

    public static TheoryData<string> Numbers => [.. Met.Split('|', '\n').Select(number => number.Trim())];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_met_on_paper_is_read_whole(string written)
    {
        Assert.True(DocumentNumber.TryParse(written, out var number));
        var digits = written.TakeWhile(char.IsAsciiDigit).Count();
        Assert.StartsWith(written[..digits], number.Number, StringComparison.Ordinal);
        Assert.Equal(
            written[number.Number.Length..].TrimStart(' ', '-', '/').Replace('\u00D0', 'Đ').Replace(" ", "", StringComparison.Ordinal),
            number.Symbol);
        Assert.Equal(number.Key, DocumentNumber.TryParse(number.ToString(), out var again) ? again.Key : null);
        Assert.Equal(written.Length, DocumentNumber.ReadStart(written + ", ngày 2")!.Value.End);
    }

    [Theory]
    [InlineData("26 /KH-UBND", "26", "KH-UBND", "26khubnd", null)]
    [InlineData("**26** /KH-UBND", "26", "KH-UBND", "26khubnd", null)]
    [InlineData("26;KH-UBND", "26", "KH-UBND", "26khubnd", null)]
    [InlineData("07/CT–TTg", "07", "CT-TTg", "7ctttg", null)]
    [InlineData("145/2013/NÐ-CP", "145", "2013/NĐ-CP", "1452013ndcp", 2013)]
    [InlineData("367 - QĐ / TWĐTN - VP", "367", "QĐ/TWĐTN-VP", "367qdtwdtnvp", null)]
    [InlineData("352 KT/HĐNN", "352", "KT/HĐNN", "352kthdnn", null)]
    [InlineData("345a/QĐ-UB", "345a", "QĐ-UB", "345aqdub", null)]
    [InlineData("I18/QĐ-UB", "118", "QĐ-UB", "118qdub", null)]
    public void A_number_has_digits_symbol_year_and_key(string written, string digits, string symbol, string key, int? year)
    {
        Assert.True(DocumentNumber.TryParse(written, out var number));
        Assert.Equal((digits, symbol, key, year), (number.Number, number.Symbol, number.Key, number.Year));
    }

    [Theory]
    [InlineData("26/KH-UBND", "KH", "UBND")]
    [InlineData("26-CT/TU", "CT", "TU")]
    [InlineData("03/2014/TTLT-BNV-BQP-BLĐTBXH", "TTLT", "BNV BQP BLĐTBXH")]
    [InlineData("1502/2005/QÐ-CTN", "QĐ", "CTN")]
    [InlineData("12NQ/HĐNN8", "NQ", "HĐNN8")]
    [InlineData("216/SL-SL", "SL", "SL")]
    [InlineData("43-SL", "SL", "")]
    [InlineData("62-CP", null, "CP")]
    [InlineData("06/2022/QH15", null, "QH15")]
    [InlineData("1906 /SGDĐT-CTrTT", null, "SGDĐT CTrTT")]
    public void A_symbol_has_a_type_and_bodies(string written, string? type, string bodies)
    {
        Assert.True(DocumentNumber.TryParse(written, out var number));
        Assert.Equal((type, bodies), (number.Type, string.Join(' ', number.Bodies)));
    }

    [Theory]
    [InlineData("145/2013")]
    [InlineData("17/10/2014")]
    [InlineData("12 Trần Phú")]
    [InlineData("26/kh-ubnd")]
    [InlineData("KH-UBND")]
    [InlineData("2025")]
    [InlineData("26/KH-UBND và")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_number_is_not_made_one(string? text) => Assert.False(DocumentNumber.TryParse(text, out _));

    [Fact]
    public void A_number_ends_where_the_other_column_begins()
    {
        var found = DocumentNumber.ReadStart("26 /KH-UBND Đakrông, ngày 10 tháng 02")!.Value;
        Assert.Equal(("26", "KH-UBND", 2, 4, 11), (found.Value.Number, found.Value.Symbol, found.DigitsEnd, found.SymbolStart, found.End));
    }

    [Fact]
    public void No_text_makes_it_fail() => Gen.String.Sample(text =>
    {
        _ = DocumentNumber.TryParse(text, out _);
        _ = DocumentNumber.ReadStart(text);
        _ = DateLine.TryFind(text, out _);
        _ = DocumentTypes.Match(text);
    });
}
