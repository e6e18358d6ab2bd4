using System.Text;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Bà mẹ Việt Nam anh hùng", "ba me viet nam anh hung")]
    [InlineData("ĐƯỜNG Ðakrông", "duong dakrong")]
    [InlineData("26/KH-UBND", "26/kh-ubnd")]
    public void Marks_and_capitals_fall(string text, string expected)
    {
        Assert.Equal(expected, Folding.Fold(text));
        Assert.Equal(expected, Folding.Fold(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Composed_and_decomposed_text_fold_alike() => Texts.WellFormed.Sample(text =>
        Assert.Equal(Folding.Fold(text.Normalize(NormalizationForm.FormC)), Folding.Fold(text.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void Any_text_folds_and_a_folded_text_stays() => Texts.Any.Sample(text =>
    {
        var folded = Folding.Fold(text);
        Assert.Equal(folded, Folding.Fold(folded));
    });

    [Fact]
    public void Every_letter_of_the_alphabet_folds_to_ascii()
    {
        foreach (var letter in "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ")
        {
            Assert.True(Ascii.IsValid(Folding.Fold(letter.ToString())), $"{letter}");
            Assert.Equal(Folding.Fold(letter.ToString()), Folding.Fold(char.ToUpperInvariant(letter).ToString()));
        }
    }
}
