using System.Text;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Số: **26** /KH-UBND", "số 26 kh ubnd")]
    [InlineData("12NQ/HĐNN8 ngày 26tháng 7", "12 nq hđnn 8 ngày 26 tháng 7")]
    [InlineData("Thi đua - Khen thưởng; TĐ,KT", "thi đua khen thưởng tđ kt")]
    [InlineData(" \t./. — ", "")]
    public void Words_and_numbers_are_found(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Normal())));

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void Offsets_point_into_the_text_as_given(NormalizationForm form)
    {
        var text = "Ủy ban: Hoà Đức Thuý".Normalize(form);
        var cut = Tokenizer.Tokenize(text).Select(token => text[token.Start..token.End].Normalize());
        Assert.Equal(["Ủy", "ban", "Hoà", "Đức", "Thuý"], cut);
    }

    [Fact]
    public void A_token_is_the_normal_form_of_what_its_offsets_cut() => Texts.Any.Sample(text =>
    {
        var end = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            Assert.InRange(token.Start, end, token.End - 1);
            end = token.End;
            var cut = text[token.Start..token.End];
            var again = Assert.Single(Tokenizer.Tokenize(cut));
            Assert.Equal((0, cut.Length), (again.Start, again.End));
            Assert.Equal(token.Normal(), again.Normal());
            Assert.NotEqual("", token.Normal());
        }
        Assert.True(end <= text.Length);
    });

    [Fact]
    public void Composed_and_decomposed_text_give_the_same_tokens() => Texts.WellFormed.Sample(text =>
        Assert.Equal(Normals(text.Normalize(NormalizationForm.FormC)), Normals(text.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void Nothing_is_lost_between_tokens() => Texts.Any.Sample(text =>
    {
        var at = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            Assert.DoesNotContain(text[at..token.Start].EnumerateRunes(), Rune.IsLetterOrDigit);
            at = token.End;
        }
        Assert.DoesNotContain(text[at..].EnumerateRunes(), Rune.IsLetterOrDigit);
    });

    [Fact]
    public void Endless_words_are_cut_and_endless_marks_cost_nothing()
    {
        var tokens = Tokenizer.Tokenize(new string('a', 1000)).ToList();
        Assert.Equal(16, tokens.Count);
        Assert.All(tokens, token => Assert.InRange(token.Normal().Length, 1, Tokenizer.MaxLength));

        var marked = Assert.Single(Tokenizer.Tokenize("e" + new string('\u0301', 100_000)));
        Assert.Equal("é", marked.Normal());
    }

    private static IEnumerable<string> Normals(string text) => Tokenizer.Tokenize(text).Select(token => token.Normal());
}
