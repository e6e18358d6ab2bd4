using System.Text;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class MarkPatternTests
{
    private static readonly Gen<string> Syllable = Gen.Select(
            Gen.OneOf("", "b", "c", "d", "đ", "gi", "h", "kh", "l", "m", "ng", "ngh", "nh", "ph", "qu", "s", "t", "th", "tr", "v"),
            Gen.OneOf("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "iê", "yê", "uô", "ươ", "uơ", "oa", "oă", "uy", "ia", "ua", "ưa", "ai", "ay", "uyê", "oai", "ươi"),
            Gen.OneOf("", "c", "ch", "m", "n", "ng", "nh", "p", "t"),
            Gen.OneOf("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"))
        .Select((onset, vowels, coda, tone) => NormalForm.OfWord((onset + vowels + tone + coda).Normalize()));

    [Theory]
    [InlineData("viêt", "viết việt viêt", "viẹt viet")]
    [InlineData("viẹt", "việt viẹt", "viêt viết viẻt")]
    [InlineData("việt", "việt", "viêt viẹt viết viet vịệt")]
    [InlineData("thuong", "thuong thương thường thưởng thuông", "thuon thuongs")]
    [InlineData("thuơng", "thương thường thuơng", "thuông thưong")]
    [InlineData("nguyên", "nguyên nguyễn nguyện", "nguyen nguyễm")]
    [InlineData("NGUYỄN", "nguyễn", "nguyên nguyện")]
    [InlineData("e\u0302", "ê ế ề ể ễ ệ", "e é")]
    [InlineData("ế", "ế", "ê é ề e")]
    [InlineData("dan", "dan dân đàn đan", "đang")]
    [InlineData("đan", "đan đàn đần", "dan dàn")]
    [InlineData("Ðan", "đan đàn", "dan")] // eth
    [InlineData("hoà", "hòa", "hóa hoa")]
    [InlineData("thuỏ", "thuở thủo", "thuờ")]
    [InlineData("my", "mi mĩ", "mai")]
    [InlineData("đakrong", "đakrông đakrong", "dakrông")]
    [InlineData("2015", "2015", "2016 201")]
    public void Typed_marks_must_be_there_and_others_may(string typed, string matching, string other)
    {
        var pattern = MarkPattern.Of(typed);
        Assert.All(matching.Split(' '), word => Assert.True(pattern.Matches(NormalForm.OfWord(word)), word));
        Assert.All(other.Split(' '), word => Assert.False(pattern.Matches(NormalForm.OfWord(word)), word));
    }

    [Theory]
    [InlineData("việt", true, false)]
    [InlineData("viêt", false, false)]
    [InlineData("viet", false, true)]
    [InlineData("mẹ", false, false)] // could be mệ
    [InlineData("kỷ", true, false)]
    [InlineData("ký", true, false)]
    [InlineData("đường", true, false)]
    [InlineData("dường", false, false)]
    [InlineData("1945", true, true)]
    [InlineData("tltk", true, true)]
    public void A_pattern_knows_whether_it_is_open(string typed, bool exact, bool bare)
    {
        var pattern = MarkPattern.Of(typed);
        Assert.Equal((exact, bare), (pattern.IsExact, pattern.IsBare));
    }

    [Fact]
    public void A_word_matches_whichever_of_its_marks_are_left_off() =>
        Gen.Select(Syllable, Gen.Int[0, 63]).Sample((word, drop) =>
        {
            var typed = Without(word, drop);
            Assert.True(MarkPattern.Of(typed).Matches(word), $"{typed} {word}");
            Assert.Equal(Folding.Fold(word), MarkPattern.Of(typed).Folded);
        });

    [Fact]
    public void What_matches_folds_alike_and_an_exact_pattern_matches_itself_only() =>
        Gen.Select(Syllable, Syllable, Gen.Int[0, 63], Gen.Int[0, 63]).Sample((one, other, dropOne, dropOther) =>
        {
            // Alike half the time: words of the same letters.
            var word = NormalForm.OfWord(Without(dropOne % 2 == 0 ? one : other, dropOther));
            var pattern = MarkPattern.Of(Without(one, dropOne));
            if (pattern.Matches(word)) Assert.Equal(pattern.Folded, Folding.Fold(word));
            if (pattern.IsBare) Assert.Equal(Folding.Fold(word) == pattern.Folded, pattern.Matches(word));
            if (pattern.IsExact) Assert.Equal(word == pattern.Word, pattern.Matches(word));
        });

    [Fact]
    public void Any_word_of_any_text_matches_itself_and_its_folded_form_matches_it() => Texts.Any.Sample(text =>
    {
        foreach (var token in Tokenizer.Tokenize(text))
        {
            var exact = token.Normal();
            Assert.True(MarkPattern.Of(exact).Matches(exact));
            Assert.True(MarkPattern.Of(text.AsSpan(token.Start..token.End)).Matches(exact));
        }
    });

    /// <summary>Takes the marks off whose bits are set, in the order in which they stand.</summary>
    private static string Without(string word, int drop)
    {
        var kept = new StringBuilder();
        var mark = 0;
        foreach (var character in word.Replace("đ", "d\u0335", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(character) || (drop >> mark++ & 1) == 0) kept.Append(character);
        }
        return kept.ToString().Replace("d\u0335", "đ", StringComparison.Ordinal).Normalize();
    }
}
