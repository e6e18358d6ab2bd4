using AwardArchive.Archive;

namespace AwardArchive.Tests.Archive;

public sealed class ObjectKeyTests
{
    [Theory]
    [InlineData("../secret")]
    [InlineData("originals/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("originals//x")]
    [InlineData("originals/UPPER")]
    [InlineData("originals/a b")]
    [InlineData("")]
    public void What_could_leave_the_store_is_no_key(string text) => Assert.Throws<FormatException>(() => ObjectKey.Parse(text));

    [Fact]
    public void Keys_have_the_published_form()
    {
        var id = Guid.Parse("019aa000-0000-7000-8000-00000000002a");
        Assert.Equal("originals/ab12", ObjectKey.Original("ab12").Value);
        Assert.Equal("documents/019aa000-0000-7000-8000-00000000002a/pages/7/image.jpg", ObjectKey.PageImage(id, 7, "image/jpeg").Value);
        Assert.Equal("documents/019aa000-0000-7000-8000-00000000002a/pages/7/image.png", ObjectKey.PageImage(id, 7, "image/png").Value);
        Assert.Equal("documents/019aa000-0000-7000-8000-00000000002a/pages/7/words.json.gz", ObjectKey.PageWords(id, 7).Value);
        Assert.Equal(ObjectKey.PageWords(id, 7), ObjectKey.Parse(ObjectKey.PageWords(id, 7).Value));
    }
}
