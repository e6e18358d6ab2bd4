using AwardArchive.Demo;

namespace AwardArchive.Tests.Demo;

public sealed class DemoFontsTests
{
    [Fact]
    public void Every_Vietnamese_letter_has_a_glyph_in_every_font()
    {
        var letters = VietnameseLetters();
        Assert.Equal(134, letters.Length);
        using var fonts = new DemoFonts();
        foreach (var face in Enum.GetValues<DemoFace>())
        {
            foreach (var style in Enum.GetValues<InkStyle>())
            {
                using var font = fonts.Font(face, style, 12);
                var missing = letters.Where(letter => !font.ContainsGlyph(letter));
                Assert.True(!missing.Any(), $"{face} {style} lacks {string.Concat(missing)}");
            }
        }
    }

    [Theory]
    [InlineData(DemoFace.Termes, "fonts-texgyre")]
    [InlineData(DemoFace.FreeMono, "fonts-freefont-ttf")]
    internal void A_missing_font_names_the_package_to_install(DemoFace face, string package)
    {
        using var fonts = new DemoFonts([Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())]);
        var missing = Assert.Throws<MissingFontException>(() => fonts[face, InkStyle.Bold]);
        Assert.Equal(package, missing.Package);
        Assert.Contains($"apt-get install {package}", missing.Message, StringComparison.Ordinal);
    }

    /// <summary>The letters with marks, precomposed, of both cases: 12 vowels in 6 tones less the 6 bare ones, and đ.</summary>
    private static char[] VietnameseLetters()
    {
        string[] tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
        var lower = "aăâeêioôơuưy"
            .SelectMany(vowel => tones.Select(tone => (vowel + tone).Normalize()))
            .Append("đ")
            .Select(letter => Assert.Single(letter))
            .Where(letter => letter > 127)
            .ToArray();
        return [.. lower, .. lower.Select(char.ToUpperInvariant)];
    }
}
