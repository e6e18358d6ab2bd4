using AwardArchive.Recognition.Exports;

namespace AwardArchive.Tests.Recognition.Exports;

public sealed class ExportNamesTests
{
    [Theory]
    [InlineData("/in/scan.tif", "scan.txt")]
    [InlineData("/in/scan", "scan.txt")]
    [InlineData("/in/a.b.pdf", "a.b.txt")]
    [InlineData("/in/scan.tif /in/scan.pdf", "scan.tif.txt scan.pdf.txt")]
    [InlineData("/in/scan.tif /in/other.tif", "scan.txt other.txt")]
    [InlineData("/a/scan.tif /b/scan.tif /c/scan.tif", "scan.tif.txt scan.tif.2.txt scan.tif.3.txt")]
    [InlineData("/in/scan.tif /in/scan.pdf /in/scan.tif.png", "scan.tif.2.txt scan.pdf.txt scan.tif.txt")]
    public void Names_are_short_where_they_meet_nothing(string files, string names) =>
        Assert.Equal(names.Split(' ').Select(name => $"/out/{name}"), ExportNames.Of(files.Split(' '), "/out", ".txt"));

    [Theory]
    [InlineData("/in/scan.pdf", "scan.pdf.pdf")]
    [InlineData("/in/scan.pdf /in/scan.pdf.pdf", "scan.pdf.2.pdf scan.pdf.pdf.pdf")]
    public void An_original_is_never_written_over(string files, string names) =>
        Assert.Equal(names.Split(' ').Select(name => $"/in/{name}"), ExportNames.Of(files.Split(' '), "/in", ".pdf"));
}
