using AwardArchive.Recognition;
using CsCheck;

namespace AwardArchive.Tests.Recognition;

public sealed class WordDifferenceTests
{
    private static readonly EngineInfo Engine = new("test", "1", null, new Dictionary<string, string>());

    [Fact]
    public void Words_in_the_place_of_others_are_told_apart_from_what_is_alike()
    {
        var found = WordDifference.Between(Page("Tặng", "Huấn", "chương", "Kháng", "chiến"), Page("Tặng", "Huân", "chương", "Kháng", "chiến", "hạng", "Nhì"));
        Assert.Equal(
            [(true, "Tặng", "Tặng"), (false, "Huấn", "Huân"), (true, "chương Kháng chiến", "chương Kháng chiến"), (false, "", "hạng Nhì")],
            found.Select(stretch => (stretch.Same, TextOf(stretch.A), TextOf(stretch.B))));
    }

    [Fact]
    public void A_page_without_words_differs_as_a_whole()
    {
        Assert.Empty(WordDifference.Between(Page(), Page()));
        Assert.Equal("mẹ", TextOf(Assert.Single(WordDifference.Between(Page(), Page("mẹ"))).B));
        Assert.Equal("mẹ", TextOf(Assert.Single(WordDifference.Between(Page("mẹ"), Page())).A));
    }

    [Fact]
    public void The_stretches_take_up_all_words_of_both_in_order()
    {
        string[] known = ["mẹ", "anh", "hùng", "1945", "a\u0085b"];
        var words = Gen.Int[0, known.Length - 1].Select(i => known[i]).Array[0, 30];
        Gen.Select(words, words).Sample((one, other) =>
        {
            var found = WordDifference.Between(Page(one), Page(other));
            Assert.Equal(one, found.SelectMany(stretch => stretch.A).Select(word => word.Text));
            Assert.Equal(other, found.SelectMany(stretch => stretch.B).Select(word => word.Text));
            Assert.All(found, stretch => Assert.Equal(stretch.Same, stretch.A.Select(w => w.Text).SequenceEqual(stretch.B.Select(w => w.Text))));
        }, iter: 1000);
    }

    private static PageWords Page(params string[] words) => new(1, 100, 100, [.. words.Select((text, i) => new Word(text, i, 0, 1, 1, 1, 0, 0))], Engine);

    private static string TextOf(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Text));
}
