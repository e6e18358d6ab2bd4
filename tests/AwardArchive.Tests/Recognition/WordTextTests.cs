using AwardArchive.Recognition.Workers;

namespace AwardArchive.Tests.Recognition;

public sealed class WordTextTests
{
    [Theory]
    [InlineData("me\u0323", "mẹ")]
    [InlineData(" a\tb\n", "ab")]
    [InlineData("05\u20442012", "05/2012")]
    [InlineData("\ud800x", "\ufffdx")]
    [InlineData("\u0001 \u2003", "")]
    public void A_word_is_kept_in_one_form(string read, string kept) => Assert.Equal(kept, WordText.Clean(read));
}
