using AwardArchive.Demo;
using AwardArchive.Demo.Papers;
using AwardArchive.Vietnamese;

namespace AwardArchive.Tests.Vietnamese.Encodings;

public sealed class LegacyDetectorTests
{
    private const string Vietnamese =
        "Căn cứ Luật Thi đua, Khen thưởng; xét đề nghị của Ủy ban nhân dân tỉnh, tặng danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng” "
        + "cho các bà mẹ có nhiều cống hiến, hy sinh vì sự nghiệp giải phóng dân tộc, xây dựng và bảo vệ Tổ quốc.";

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3)]
    [InlineData(LegacyEncoding.VniWindows)]
    [InlineData(LegacyEncoding.Vps)]
    [InlineData(LegacyEncoding.Viscii)]
    [InlineData(LegacyEncoding.Utf8AsWindows1252)]
    public void Each_encoding_is_told_by_its_syllables(LegacyEncoding encoding)
    {
        var legacy = LegacyText.Encode(Vietnamese, encoding).Text;

        Assert.Equal(encoding, LegacyDetector.Detect(legacy));
        // Two lines are enough, the beginning as well as the end.
        Assert.Equal(encoding, LegacyDetector.Detect(legacy[..40]));
        Assert.Equal(encoding, LegacyDetector.Detect(legacy[^60..]));
    }

    [Theory]
    [InlineData(Vietnamese)]
    [InlineData("BÀ MẸ VIỆT NAM ANH HÙNG, CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Độc lập - Tự do - Hạnh phúc")]
    [InlineData("Cà và là bà đã á ơ ô ấy í ới lô tô cô bé")]
    [InlineData("The mothers were decorated for their sacrifice – “heroic”, it’s said, in the café of naïve clichés.")]
    [InlineData("L'élève a été reçu à l'école où il a achevé ses études; ça c'était déjà décidé par le préfet de la région, après avoir été consulté.")]
    [InlineData("Die Mütter wurden für ihre größten Opfer geehrt; über hundert Söhne kehrten nicht zurück, so schön die Blüten blühen mögen.")]
    [InlineData("Nguyễn Thị Hường, Ðakrông, lƣơng thực")]
    [InlineData("")]
    [InlineData("26/KH-UBND 1975 \uFFFD\uFFFD ®™")]
    public void Unicode_and_other_languages_are_let_alone(string text)
    {
        Assert.Null(LegacyDetector.Detect(text));
        Assert.Null(LegacyDetector.Detect(text.Normalize(System.Text.NormalizationForm.FormD)));
        // Fonts with such names carry Unicode too.
        Assert.All(Enum.GetValues<LegacyEncoding>(), hint => Assert.Null(LegacyDetector.Detect(text, hint)));
    }

    [Fact]
    public void Ten_words_of_a_paper_are_never_taken_for_another_encoding()
    {
        using var fonts = new DemoFonts();
        var (stretches, told) = (0, 0);
        foreach (var kind in Enum.GetValues<DemoKind>())
        {
            var paper = DemoPapers.LayOut(new(kind, DemoLevel.Clean, DemoContainer.BornDigitalPdf, 7), fonts);
            foreach (var words in paper.Sheets.SelectMany(sheet => sheet.Words).Select(word => word.Text).Chunk(10))
            {
                var text = string.Join(' ', words);
                Assert.Null(LegacyDetector.Detect(text));
                foreach (var encoding in Enum.GetValues<LegacyEncoding>())
                {
                    // In TCVN3 a capital with a tone is a small letter of another font.
                    var legacy = LegacyText.Encode(text, encoding).Text;
                    var detected = LegacyDetector.Detect(legacy);
                    Assert.True(detected is null || detected == encoding, $"{encoding} was taken for {detected}: {legacy}");
                    stretches++;
                    if (detected is not null) told++;
                }
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{told} of {stretches} stretches told.");
        Assert.InRange(told, 0.8 * stretches, stretches);
    }

    [Fact]
    public void A_hint_helps_where_there_is_little_text_but_does_not_decide()
    {
        Assert.Null(LegacyDetector.Detect("QuyÕt ®Þnh"));
        Assert.Equal(LegacyEncoding.Tcvn3, LegacyDetector.Detect("QuyÕt ®Þnh", LegacyEncoding.Tcvn3));
        Assert.Null(LegacyDetector.Detect("Quyết định", LegacyEncoding.Tcvn3));
        Assert.Equal(LegacyEncoding.VniWindows, LegacyDetector.Detect("Quyeát ñònh taëng thöôûng Huaân chöông", LegacyEncoding.Tcvn3));
    }

    [Theory]
    [InlineData("ABCDEF+.VnTime", LegacyEncoding.Tcvn3, false)]
    [InlineData(".VnTimeH", LegacyEncoding.Tcvn3, true)]
    [InlineData("QWERTY+.VnArialH,Bold", LegacyEncoding.Tcvn3, true)]
    [InlineData(".VnTime-Bold", LegacyEncoding.Tcvn3, false)]
    [InlineData(".Vn", LegacyEncoding.Tcvn3, false)]
    [InlineData("VNI-Times", LegacyEncoding.VniWindows, false)]
    [InlineData("VPS Times", LegacyEncoding.Vps, false)]
    [InlineData("TimesNewRomanPSMT", null, false)]
    [InlineData(null, null, false)]
    [InlineData("", null, false)]
    public void Names_of_fonts_are_hints(string? font, LegacyEncoding? hint, bool capitals)
    {
        Assert.Equal(hint, LegacyDetector.HintOf(font, out var areCapitals));
        Assert.Equal(capitals, areCapitals);
    }
}
