using AwardArchive.Archive;
using AwardArchive.Viewing.Corrections;

namespace AwardArchive.Tests.Viewing;

public sealed class BoxLinkTests
{
    [Fact]
    public void What_is_written_into_an_address_is_read_from_it()
    {
        var id = Guid.NewGuid();
        Assert.Equal($"/documents/{id}?page=3&box=10,20,30,40", BoxLink.Of(id, 3, new Box(10, 20, 30, 40)));
        Assert.Equal(new Box(10, 20, 30, 40), BoxLink.Read("10,20,30,40"));
        Assert.Equal($"/documents/{id}?page=3", BoxLink.Of(id, 3, default(Box)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1,2,3")]
    [InlineData("1,2,3,4,5")]
    [InlineData("-1,2,3,4")]
    [InlineData("1,2,0,4")]
    [InlineData("1,2,99999999999,4")]
    [InlineData("1,2,3,\"><script>")]
    public void What_is_no_box_marks_nothing(string? text) => Assert.Null(BoxLink.Read(text));
}
