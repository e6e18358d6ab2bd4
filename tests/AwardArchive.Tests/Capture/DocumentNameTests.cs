using AwardArchive.Capture;

namespace AwardArchive.Tests.Capture;

public sealed class DocumentNameTests
{
    [Theory]
    [InlineData("quyết định 345.pdf", "quyết định 345.pdf")]
    [InlineData(@"C:\scans\hop 12\a.tif", "a.tif")]
    [InlineData("/home/lan/a.tif", "a.tif")]
    [InlineData("a\u0007b\r\nc.pdf", "abc.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("  a.pdf ", "a.pdf")]
    [InlineData("qu\u0079\u0065\u0302\u0301t.pdf", "quyết.pdf")]
    [InlineData("...", "...")]
    public void A_name_is_made_fit_to_be_shown(string name, string shown) => Assert.Equal(shown, DocumentName.Clean(name));

    [Fact]
    public void A_lone_surrogate_is_replaced() => Assert.Equal("a\uFFFD.pdf", DocumentName.Clean("a\uD800.pdf"));

    [Fact]
    public void What_is_no_character_is_replaced() => Assert.Equal("a\uFFFD.pdf", DocumentName.Clean("a\uFFFE.pdf"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("scans/")]
    [InlineData("../../etc/passwd")]
    [InlineData(@"..\a.pdf")]
    [InlineData("a\0.pdf")]
    public void A_name_that_no_honest_sender_writes_is_refused(string name) =>
        Assert.Equal(CaptureProblem.BadFileName, Assert.Throws<CaptureRefusedException>(() => DocumentName.Clean(name)).Problem);

    [Fact]
    public void A_name_of_300_characters_is_refused()
    {
        Assert.Equal(255, DocumentName.Clean(new string('ệ', 255)).Length);
        Assert.Throws<CaptureRefusedException>(() => DocumentName.Clean(new string('a', 296) + ".pdf"));
    }
}
