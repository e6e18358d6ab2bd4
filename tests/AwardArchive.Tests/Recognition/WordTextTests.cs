using AwardArchive.Recognition.Workers;

namespace AwardArchive.Tests.Recognition;

public sealed class WordTextTests
{
    [Theory]
    [InlineData("me\u0323", "mẹ")]
    [InlineData(" a\tb\n", "ab")]
    [InlineData("05\u20442012", "05/2012")]
    [InlineData("\u0001 \u2003", "")]
    public void A_word_is_kept_in_one_form(string read, string kept) => Assert.Equal(kept, WordText.Clean(read));

    [Fact] // not inline: attributes are kept in UTF-8, which has no half pairs
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("\ufffdx", WordText.Clean("\ud800x"));

    [Fact]
    public void What_is_no_character_is_replaced() => Assert.Equal("\ufffdx", WordText.Clean("\ufffex"));
}
