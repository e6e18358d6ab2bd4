using AwardArchive.Recognition;
using AwardArchive.Vietnamese;

namespace AwardArchive.Tests.Recognition;

/// <summary>Born-digital pages whose fonts are of before Unicode, or name their letters wrongly.</summary>
public sealed class LegacyPdfTests : IAsyncDisposable
{
    private static readonly string[] Lines =
    [
        "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;",
        "Xét đề nghị của Hội đồng Thi đua - Khen thưởng tỉnh,",
        "Điều 1. Tặng danh hiệu cho các bà mẹ có tên trong danh sách sau đây:",
        "1. Mẹ Nguyễn Thị Hường, sinh năm 1921, quê ở Triệu Phong, Quảng Trị",
        "2. Mẹ Trần Thị Đượm, sinh năm 1918, quê ở Cam Lộ, Quảng Trị",
    ];

    private readonly RecognitionBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(".VnTime", LegacyEncoding.Tcvn3, "TCVN3 (.VnTime)")]
    [InlineData("ABCDEF+VNI-Times", LegacyEncoding.VniWindows, "VNI (VNI-Times)")]
    [InlineData("VPS#20Times", LegacyEncoding.Vps, "VPS (VPS Times)")]
    // The name of the font helps, but is not needed.
    [InlineData("F1", LegacyEncoding.Tcvn3, "TCVN3 (F1)")]
    [InlineData("Arial", LegacyEncoding.VniWindows, "VNI (Arial)")]
    [InlineData("F2", LegacyEncoding.Viscii, "VISCII (F2)")]
    public async Task A_layer_in_an_old_font_is_converted_and_says_so(string font, LegacyEncoding encoding, string said)
    {
        // The capital Ủ is another font in TCVN3.
        string[] lines = [.. Lines.Select(line => encoding == LegacyEncoding.Tcvn3 ? line.Replace('Ủ', 'ủ') : line)];
        var page = await RecognizeAsync(lines.Aggregate(new FontPdf(), (pdf, line) => pdf.Legacy(font, encoding, line)));

        Assert.Equal(("text-layer", said), (page.Engine.Name, page.Engine.Parameters[LegacyNote.Encoding]));
        Assert.DoesNotContain(LegacyNote.Unconverted, page.Engine.Parameters.Keys);
        Assert.Equal(lines.SelectMany(line => line.Split(' ')), page.Words.Select(word => word.Text));
        Assert.Equal(lines.Length, page.Words[^1].Line + 1);
        Assert.Contains(said, LegacyNote.Of(page.Engine), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3)]
    [InlineData(LegacyEncoding.VniWindows)]
    public async Task Old_letters_in_a_font_with_a_map_to_Unicode_are_converted_too(LegacyEncoding encoding)
    {
        // As Skia embeds it, the map says what Windows would show.
        TestPaper.SavePdf(_bench.PathOf("drawn.pdf"), canvas =>
        {
            foreach (var (i, line) in Lines[1..].Index()) TestPaper.DrawLine(canvas, LegacyText.Encode(line, encoding).Text, 60, 100 + (22 * i), 13);
        });

        var page = (await _bench.RecognizeAsync(_bench.PathOf("drawn.pdf"), "application/pdf")).Words;

        Assert.Equal("text-layer", page.Engine.Name);
        Assert.Equal(Lines[1..].SelectMany(line => line.Split(' ')), page.Words.Select(word => word.Text));
    }

    [Fact]
    public async Task Old_fonts_and_Unicode_stand_side_by_side_and_capitals_come_from_the_font()
    {
        var page = await RecognizeAsync(new FontPdf()
            .Legacy(".VnTimeH", LegacyEncoding.Tcvn3, "QUYẾT ĐỊNH", capitals: true)
            .Unicode(Lines[0])
            .Legacy(".VnTime", LegacyEncoding.Tcvn3, Lines[3])
            .Legacy("VNI-Times", LegacyEncoding.VniWindows, Lines[4]));

        Assert.Equal("QUYẾT ĐỊNH " + string.Join(' ', Lines[0], Lines[3], Lines[4]), string.Join(' ', page.Words.Select(word => word.Text)));
        Assert.Equal("TCVN3 (.VnTime, .VnTimeH); VNI (VNI-Times)", page.Engine.Parameters[LegacyNote.Encoding]);
    }

    [Fact]
    public async Task What_cannot_be_converted_is_listed_and_kept()
    {
        // C0 and CD are no letters of TCVN3.
        var page = await RecognizeAsync(new FontPdf()
            .Legacy(".VnTime", LegacyEncoding.Tcvn3, Lines[1]).Legacy(".VnTime", LegacyEncoding.Tcvn3, Lines[2]).Legacy(".VnTime", LegacyEncoding.Tcvn3, Lines[3])
            .LegacyBytes(".VnTime", "À Í À"));

        Assert.Equal("À ×2, Í ×1", page.Engine.Parameters[LegacyNote.Unconverted]);
        Assert.Equal(["À", "Í", "À"], page.Words.TakeLast(3).Select(word => word.Text));
        Assert.EndsWith("Không chuyển được: À ×2, Í ×1.", LegacyNote.Of(page.Engine), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slips_of_fonts_are_repaired()
    {
        var page = await RecognizeAsync(new FontPdf().Unicode("CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Unicode("Ðiều 1. Trƣởng phòng, PHÕNG NỘI VỤ"));

        Assert.Equal("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Điều 1. Trưởng phòng, PHÒNG NỘI VỤ", string.Join(' ', page.Words.Select(word => word.Text)));
        Assert.Null(LegacyNote.Of(page.Engine));
    }

    [Theory]
    [InlineData("private")]
    [InlineData("replacement")]
    [InlineData("shifted")]
    [InlineData("one letter")]
    [InlineData("control")]
    public async Task A_layer_that_names_its_letters_wrongly_is_recognized_from_the_picture(string kind)
    {
        Func<char, string> name = kind switch
        {
            "private" => letter => $"{(char)(0xE000 + letter)}",
            "replacement" => _ => "\uFFFD",
            // As subsets do whose glyph numbers are taken for letters.
            "shifted" => letter => letter < 0x3D ? " " : $"{(char)(letter - 29)}",
            "one letter" => _ => "t",
            _ => letter => $"{(char)(letter % 0x20)}",
        };

        var page = await RecognizeAsync(new FontPdf().Misnamed("Danh sach cac ba me duoc tang danh hieu vinh du Nha nuoc", name));

        Assert.Equal("tesseract", page.Engine.Name);
        Assert.Contains(page.Words, word => word.Text == "danh");
    }

    [Fact]
    public async Task Other_languages_stay_as_they_are()
    {
        const string French = "Le préfet a décidé que les mères des élèves tombés à la guerre seront honorées à l'école.";
        var page = await RecognizeAsync(new FontPdf().Unicode(French).Legacy("Arial", LegacyEncoding.VniWindows, "The mothers were decorated."));

        Assert.Equal(French + " The mothers were decorated.", string.Join(' ', page.Words.Select(word => word.Text)));
        Assert.Empty(page.Engine.Parameters);
    }

    private async Task<PageWords> RecognizeAsync(FontPdf pdf)
    {
        var path = _bench.PathOf("paper.pdf");
        using (pdf) await pdf.SaveAsync(path, TestContext.Current.CancellationToken);
        return (await _bench.RecognizeAsync(path, "application/pdf")).Words;
    }
}
