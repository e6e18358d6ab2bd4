using System.Text;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese.Encodings;

public sealed class LegacyTextTests
{
    private const string Small = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";

    private static readonly Gen<LegacyEncoding> Encoding = Gen.Int[0, 4].Select(encoding => (LegacyEncoding)encoding);

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3, "Bµ mÑ ViÖt Nam anh hïng", "Bà mẹ Việt Nam anh hùng")]
    [InlineData(LegacyEncoding.VniWindows, "Baø meï Vieät Nam anh huøng", "Bà mẹ Việt Nam anh hùng")]
    [InlineData(LegacyEncoding.Tcvn3, "Tæ quèc ghi c«ng", "Tổ quốc ghi công")]
    [InlineData(LegacyEncoding.VniWindows, "Toå quoác ghi coâng", "Tổ quốc ghi công")]
    [InlineData(LegacyEncoding.Tcvn3, "liÖt sÜ", "liệt sĩ")]
    [InlineData(LegacyEncoding.VniWindows, "lieät só", "liệt sĩ")]
    [InlineData(LegacyEncoding.Tcvn3, "QuyÕt ®Þnh khen th\u00ADëng", "Quyết định khen thưởng")]
    [InlineData(LegacyEncoding.VniWindows, "Quyeát ñònh khen thöôûng", "Quyết định khen thưởng")]
    [InlineData(LegacyEncoding.VniWindows, "Huaân chöông Khaùng chieán haïng Nhì", "Huân chương Kháng chiến hạng Nhì")]
    [InlineData(LegacyEncoding.Tcvn3, "Uû ban nh©n d©n", "Uỷ ban nhân dân")]
    [InlineData(LegacyEncoding.Viscii, "Vi®t Nam, Quyªt ð¸nh", "Việt Nam, Quyết định")]
    [InlineData(LegacyEncoding.Utf8AsWindows1252, "Viá»‡t Nam", "Việt Nam")]
    public void Known_texts_convert_both_ways(LegacyEncoding encoding, string legacy, string unicode)
    {
        var decoded = LegacyText.Decode(legacy, encoding);
        Assert.Equal((unicode, 0), (decoded.Text, decoded.Unconverted.Count));

        var encoded = LegacyText.Encode(unicode.Normalize(NormalizationForm.FormD), encoding);
        Assert.Equal((legacy, 0), (encoded.Text, encoded.Unconverted.Count));
    }

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3, "TCVN5712-1", false)]
    [InlineData(LegacyEncoding.Viscii, "VISCII", true)]
    public async Task Every_letter_is_where_the_c_library_has_it(LegacyEncoding encoding, string charmap, bool capitals)
    {
        var letters = Small + "ĂÂÊÔƠƯĐ" + (capitals ? Small.ToUpperInvariant() : "");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("letters"), letters, TestContext.Current.CancellationToken);
        await ExternalProgram.RunAsync("iconv", "-f", "UTF-8", "-t", charmap, "-o", folder.File("bytes"), folder.File("letters"));
        var legacy = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(folder.File("bytes"), TestContext.Current.CancellationToken));

        Assert.Equal(letters, LegacyText.Decode(legacy, encoding).Text);
    }

    [Fact]
    public void Every_letter_of_vps_is_where_gnu_recode_has_it()
    {
        // recode u8..VPS of the letters; it lacks Ỗ.
        var legacy = Bytes(
            "61E0E4E3E1E5E6A2A3A4A1A5E2C0C4C5C3C665E8C8EBE9CBEA8A8BCD898C69ECCCEFEDCE6FF2D5F5F386F4D2B087D3B6D6A9AAABA7AE75F9FBDBFAF8DCD8BABBD9BF79FF9BCF9A9CC7"
            + "41808182C102888E8FF08D04C284851C830345D7DEFEC905CA939495900649B5B7B8B4104FBCBDBEB911D497989612F79E9FA69D1355A8D1ACDA14D0AFB11DAD1559B2FDB3DD19F1");

        Assert.Equal(Small + Small.ToUpperInvariant().Replace("Ỗ", "", StringComparison.Ordinal), LegacyText.Decode(legacy, LegacyEncoding.Vps).Text);
    }

    [Fact]
    public void What_is_written_without_loss_is_read_back_as_it_was() =>
        Gen.Select(Texts.Any, Encoding).Sample((text, encoding) =>
        {
            var encoded = LegacyText.Encode(text, encoding);
            if (encoded.Unconverted.Count == 0) Assert.Equal(text.Normalize(NormalizationForm.FormC), LegacyText.Decode(encoded.Text, encoding).Text);
        });

    [Fact]
    public void Vietnamese_is_written_without_loss_in_all_but_the_capitals_of_TCVN3() =>
        Gen.Select(Gen.Char[Small + Small.ToUpperInvariant() + " bcgh–,.1"].Array[0, 40].Select(letters => new string(letters)), Encoding)
            .Sample((text, encoding) =>
            {
                if (encoding == LegacyEncoding.Tcvn3) text = text.ToLowerInvariant();
                // VISCII and VPS have letters where Windows has the dash.
                if (encoding is LegacyEncoding.Viscii or LegacyEncoding.Vps) text = text.Replace('–', '-');
                var encoded = LegacyText.Encode(text, encoding);
                Assert.Empty(encoded.Unconverted);
                var decoded = LegacyText.Decode(encoded.Text, encoding);
                Assert.Equal((text, 0), (decoded.Text, decoded.Unconverted.Count));
            });

    [Fact]
    public void Each_letter_knows_the_letters_it_came_from() =>
        Gen.Select(Texts.Any, Encoding).Sample((text, encoding) =>
        {
            foreach (var converted in (ConvertedText[])[LegacyText.Decode(text, encoding), LegacyText.Encode(text, encoding)])
            {
                var end = 0;
                for (var i = 0; i < converted.Text.Length; i++)
                {
                    var source = converted.SourceOf(i, i + 1);
                    Assert.True(source.Start == end || (i > 0 && source == converted.SourceOf(i - 1, i)), "Every source letter belongs to a letter, in order.");
                    end = source.End;
                }
                Assert.Equal(text.Length, end);
                Assert.All(converted.Unconverted, lost => Assert.Equal(text.Substring(lost.Start, lost.Length), lost.Source));
            }
        });

    [Fact]
    public void A_cut_of_the_source_decodes_to_the_letters_it_was_cut_for()
    {
        const string Source = "Quyeát ñònh khen thöôûng";
        var converted = LegacyText.Decode(Source, LegacyEncoding.VniWindows);

        var (start, end) = converted.SourceOf(converted.Text.IndexOf("thưởng", StringComparison.Ordinal), converted.Text.Length);

        Assert.Equal("thöôûng", Source[start..end]);
    }

    [Fact]
    public void Case_lies_in_the_font_of_TCVN3_capitals()
    {
        Assert.Equal("QUYẾT ĐỊNH", LegacyText.Decode("QuyÕt ®Þnh", LegacyEncoding.Tcvn3, capitals: true).Text);
        Assert.Equal("quyÕt ®Þnh", LegacyText.Encode("QUYẾT ĐỊNH", LegacyEncoding.Tcvn3, capitals: true).Text);
        Assert.Equal([new(1, 1, "u", "u")], LegacyText.Encode("QuYẾT", LegacyEncoding.Tcvn3, capitals: true).Unconverted);
    }

    [Fact]
    public void What_an_encoding_lacks_is_listed_with_its_place()
    {
        var encoded = LegacyText.Encode("Mẹ ẤM 한 \uD800", LegacyEncoding.Tcvn3);

        Assert.Equal("MÑ ÊM ? ?", encoded.Text);
        Assert.Equal([new(3, 1, "Ấ", "Ê"), new(6, 1, "한", "?"), new(8, 1, "\uD800", "?")], encoded.Unconverted);

        var decoded = LegacyText.Decode("mÑ ễ ï\uFFFDï", LegacyEncoding.Tcvn3);

        Assert.Equal("mẹ ễ ù\uFFFDù", decoded.Text);
        Assert.Equal([new(3, 1, "ễ", "ễ"), new(6, 1, "\uFFFD", "\uFFFD")], decoded.Unconverted);
    }

    [Fact]
    public void Bytes_may_stand_as_Latin1_or_as_symbol_fonts_have_them()
    {
        Assert.Equal("ẾẬ", LegacyText.Decode("\u0090\u0003", LegacyEncoding.Vps).Text);
        Assert.Equal("mẹ", LegacyText.Decode("\uF06D\uF0D1", LegacyEncoding.Tcvn3).Text);
        Assert.Equal("mẹ", LegacyText.Decode("\uF06D\uF065\uF0EF", LegacyEncoding.VniWindows).Text);
        Assert.Equal("“hai”", LegacyText.Decode("\u0093hai\u0094", LegacyEncoding.Tcvn3).Text);
    }

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3, "khen th-ëng, t- liÖu; Thi ®ua-Khen th-ëng Q§-UBND - 1-2 -", "khen thưởng, tư liệu; Thi đua-Khen thưởng QĐ-UBND - 1-2 -")]
    [InlineData(LegacyEncoding.Viscii, "Nguy-n Tài-Nam", "Nguyễn Tài-Nam")]
    [InlineData(LegacyEncoding.Vps, "QUY•T HAI", "QUYẾT HAI")]
    [InlineData(LegacyEncoding.VniWindows, "Thi ñua-Khen", "Thi đua-Khen")]
    public void Letters_that_came_out_as_hyphen_or_bullet_are_put_back_where_they_make_a_syllable(LegacyEncoding encoding, string shown, string unicode) =>
        Assert.Equal(unicode, LegacyText.Decode(HiddenCodes.Restore(shown, encoding), encoding).Text);

    [Fact]
    public void Marks_of_VNI_may_be_typed_in_the_wrong_case() =>
        Assert.Equal("Bà MẸ", LegacyText.Decode("BaØ MEï", LegacyEncoding.VniWindows).Text);

    private static string Bytes(string hex) => System.Text.Encoding.Latin1.GetString(Convert.FromHexString(hex));
}
