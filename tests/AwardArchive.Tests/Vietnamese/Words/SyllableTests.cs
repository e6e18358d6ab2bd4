using AwardArchive.Demo;
using AwardArchive.Demo.Papers;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class SyllableTests
{
    private static readonly string[] Tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

    private static readonly Gen<string> Onset = Gen.OneOf("b", "c", "đ", "h", "l", "m", "n", "nh", "t", "th", "tr", "x");

    [Theory]
    [InlineData("quyết", "định", "khen", "thưởng", "huân", "chương", "kháng", "chiến", "nghiêng", "giải", "gì", "gìn", "giếng", "giết", "giêng")]
    [InlineData("quốc", "quỳnh", "quý", "quy", "quân", "quê", "quít", "khuya", "khuỷu", "ngoẻo", "thuở", "yêu", "yên", "y", "ỷ", "ỉa", "ý", "kỷ", "lý")]
    [InlineData("hoà", "hòa", "thuý", "thúy", "Đảng", "ỦY", "Nghị", "ghi", "xoong", "buýt", "noãn", "loắt", "choắt", "tuyên", "ươm", "Ấn")]
    public void What_is_written_in_Vietnamese_is_possible(params string[] words) =>
        Assert.All(words, word => Assert.True(Syllable.IsPossible(word), word));

    [Theory]
    [InlineData("")]
    [InlineData("ka")]
    [InlineData("ce")]
    [InlineData("ghà")]
    [InlineData("nge")]
    [InlineData("qa")]
    [InlineData("quu")]
    [InlineData("các1")]
    [InlineData("cạt2")]
    [InlineData("cac")] // a stop without sắc or nặng
    [InlineData("thich")]
    [InlineData("hệc")]
    [InlineData("thường̣")]
    [InlineData("thưởngg")]
    [InlineData("đưng1")]
    [InlineData("bl")]
    [InlineData("Krông")]
    [InlineData("strong")]
    [InlineData("moa")]
    [InlineData("cuyên")]
    [InlineData("iên")]
    [InlineData("phuỷnh")]
    [InlineData("hóà")]
    [InlineData("nghiêngh")]
    [InlineData("\uD800")]
    public void What_Vietnamese_cannot_have_is_not(string word) => Assert.False(Syllable.IsPossible(word), word);

    [Fact]
    public void Case_and_the_place_of_the_tone_make_no_difference() => Texts.Any.Sample(text =>
    {
        foreach (var key in Tokenizer.Tokenize(text).Select(token => token.Normal()))
        {
            Assert.Equal(Syllable.IsPossible(key), Syllable.IsPossible(key.ToUpperInvariant()));
        }
    });

    [Fact]
    public void A_stop_takes_two_of_the_six_tones_and_other_rimes_all() => Gen.Select(Onset, Gen.OneOf("a", "ă", "â", "ươ", "uô"), Gen.OneOf("n", "ng", "m", "t", "c"))
        .Sample((onset, vowel, coda) =>
        {
            var possible = Tones.Where(tone => Syllable.IsPossible(string.Concat(onset, vowel, tone, coda).Normalize()));
            Assert.Equal(coda is "t" or "c" ? Tones[4..] : Tones, possible);
        });

    [Fact]
    public void The_small_words_of_award_papers_are_possible()
    {
        using var fonts = new DemoFonts();
        var words = Enum.GetValues<DemoKind>()
            .Select(kind => DemoPapers.LayOut(DemoSet.One(kind, DemoLevel.Clean, DemoContainer.PdfGray).Documents[0], fonts))
            .SelectMany(paper => paper.Sheets).SelectMany(sheet => sheet.Words)
            .Where(word => !word.Text.Any(char.IsDigit)) // numbers of certificates end in letters
            .SelectMany(word => Tokenizer.Tokenize(word.Text))
            .Where(token => char.IsLower(token.Source[token.Start])).Select(token => token.Normal()).Where(word => word.Length > 1).Distinct().ToList();
        Assert.True(words.Count > 300, $"{words.Count} words");
        Assert.DoesNotContain(words, word => !Syllable.IsPossible(word));
    }

    [Fact]
    public void Any_text_is_answered() => Texts.Any.Sample(text => { _ = Syllable.IsPossible(text); });
}
