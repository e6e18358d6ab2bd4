using System.Text;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class NormalFormTests
{
    [Fact]
    public void The_runtime_decomposes_letters() =>
        Assert.Equal(3, "ệ".Normalize(NormalizationForm.FormD).Length); // not so with invariant globalization

    [Theory]
    [InlineData("e\u0302\u0323", "ệ")]
    [InlineData("e\u0323\u0302", "ệ")]
    [InlineData("a\u0301\u0302", "ấ")] // Unicode keeps this order apart
    [InlineData("á\u0302", "ấ")]
    [InlineData("o\u0301\u031B", "ớ")]
    [InlineData("1502/2005/QÐ-CTN", "1502/2005/QĐ-CTN")]
    [InlineData("ðiều ƣơng ĐƢỜNG", "điều ương ĐƯỜNG")]
    [InlineData("Hoà bình, quý Mỹ", "Hoà bình, quý Mỹ")] // spelling is the writer's
    [InlineData("ＨＵÂＮ ｃｈương ２０", "HUÂN chương 20")]
    [InlineData("ﬁ, ﬀ, Ǆ", "fi, ff, DŽ")]
    [InlineData("Ɖakrông, ɖường", "Đakrông, đường")] // African D
    public void A_text_keeps_its_spelling_and_gets_whole_letters(string text, string expected) => Assert.Equal(expected, NormalForm.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("ả\uFFFDb", NormalForm.Of("ả\uD800b"));

    [Fact]
    public void What_is_no_character_is_replaced() => Assert.Equal("ả\uFFFDb", NormalForm.Of("ả\uFFFEb"));

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("HOÀ", "hòa")]
    [InlineData("thuý", "thúy")]
    [InlineData("uỷ", "ủy")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("hòan", "hoàn")]
    [InlineData("qúy", "quí")]
    [InlineData("quỳnh", "quình")]
    [InlineData("gía", "giá")]
    [InlineData("Mỹ", "mĩ")]
    [InlineData("kỷ", "kỉ")]
    [InlineData("sỹ", "sĩ")]
    [InlineData("nguời", "nguời")] // a lost horn is not for us to guess
    [InlineData("e\u0323\u0302", "ệ")]
    [InlineData("th\u00ADưởng", "thưởng")]
    [InlineData("２３", "23")]
    [InlineData("ｈｕâｎ", "huân")]
    [InlineData("ﬁn", "fin")]
    [InlineData("HÕA", "hòa")]
    [InlineData("PHÕNG", "phòng")]
    [InlineData("võ", "võ")]
    public void A_word_has_one_key(string word, string expected) => Assert.Equal(expected, NormalForm.OfWord(word));

    [Theory]
    [InlineData("hay", "hai")]
    [InlineData("túy", "túi")]
    [InlineData("huy", "hui")]
    [InlineData("tây", "tâi")]
    [InlineData("thy", "thi")]
    [InlineData("y", "i")]
    [InlineData("thương", "thường")]
    [InlineData("huân", "huy")]
    public void Different_words_keep_different_keys(string one, string other) => Assert.NotEqual(NormalForm.OfWord(one), NormalForm.OfWord(other));

    [Theory]
    [InlineData("hòa", "khỏe", "thúy", "của", "mía", "người", "thuở", "khuỷu", "ngoái", "tuyết", "giếng", "gì", "quốc", "quả", "huế", "nước", "huýt", "được")]
    [InlineData("bà", "mẹ", "việt", "anh", "hùng", "khen", "thưởng", "kháng", "chiến", "giải", "phóng", "liệt", "tỉnh", "ủy", "quyết", "định", "truy", "tặng")]
    public void Well_written_words_are_their_own_keys(params string[] words) => Assert.All(words, word => Assert.Equal(word, NormalForm.OfWord(word)));

    [Fact]
    public void All_forms_of_a_text_have_one_normal_form() => Texts.WellFormed.Sample(text =>
    {
        var normal = NormalForm.Of(text);
        Assert.Equal(normal, NormalForm.Of(text.Normalize(NormalizationForm.FormD)));
        Assert.Equal(normal, NormalForm.Of(text.Normalize(NormalizationForm.FormC)));
        Assert.True(normal.IsNormalized(NormalizationForm.FormC));
    });

    [Fact]
    public void A_joiner_behind_a_ligature_goes_at_once() => Assert.Equal("fi\n", NormalForm.Of("\uFB01\u200D\n"));

    [Fact]
    public void Normalizing_twice_changes_nothing() => Texts.Any.Sample(text =>
    {
        var normal = NormalForm.Of(text);
        Assert.Equal(normal, NormalForm.Of(normal));
        foreach (var key in Tokenizer.Tokenize(text).Select(token => token.Normal())) Assert.Equal(key, NormalForm.OfWord(key));
    });
}
