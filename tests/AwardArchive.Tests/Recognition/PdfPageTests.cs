using AwardArchive.Recognition;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition;

public sealed class PdfPageTests : IAsyncDisposable
{
    private const string Place = "Đông Hà, ngày 19 tháng 8 năm 1995";

    private readonly RecognitionBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_born_digital_page_gives_its_own_text_with_boxes_on_the_drawn_page()
    {
        TestPaper.SavePdf(Pdf, _ => { }, TestPaper.Draw);

        var page = await RecognizeAsync(2);

        Assert.Equal("text-layer", page.Words.Engine.Name);
        Assert.Equal(0, PageRecognizerTests.WordsMissing(page.Words));
        Assert.Equal(TestPaper.Words.Count, page.Words.Words.Count);
        PageRecognizerTests.AssertStandsAt(page.Words, "Hường", "Nguyễn Thị Hường", _bench.Options.ViewDpi, wordsBefore: 2);
        PageRecognizerTests.AssertStandsAt(page.Words, "Đông", Place, _bench.Options.ViewDpi);
        Assert.Equal("image/jpeg", page.ImageMediaType);
        AssertInkInEveryBox(page);
    }

    [Theory]
    [InlineData("Rotate 90")]
    [InlineData("CropBox [60 100 560 800]")]
    public async Task Boxes_fit_the_drawn_page_also_when_it_is_turned_or_cropped(string pageEntry)
    {
        await RawPdf.SaveTextAsync(Pdf, pageEntry, "Danh sach cac ba me duoc tang danh hieu", Stop);

        var page = await RecognizeAsync();

        Assert.Equal("text-layer", page.Words.Engine.Name);
        Assert.Equal(9, page.Words.Words.Count);
        AssertInkInEveryBox(page);
    }

    [Fact]
    public async Task A_scanned_page_is_taken_out_as_it_is_and_recognized()
    {
        using var scan = TestPaper.Scan(200);
        TestPaper.SaveJpeg(scan, _bench.PathOf("scan.jpg"));
        await RawPdf.SaveScanAsync(Pdf, _bench.PathOf("scan.jpg"), scan.Width, scan.Height, "", Stop);

        var page = await RecognizeAsync();

        Assert.Equal("image/jpeg", page.ImageMediaType);
        Assert.Equal(await File.ReadAllBytesAsync(_bench.PathOf("scan.jpg"), Stop), await File.ReadAllBytesAsync(page.ImagePath, Stop));
        Assert.Equal((scan.Width, scan.Height), (page.Words.Width, page.Words.Height));
        Assert.InRange(PageRecognizerTests.WordsMissing(page.Words), 0, 5);
        PageRecognizerTests.AssertStandsAt(page.Words, "Đông", Place, 200);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_black_and_white_scan_is_black_on_white_however_its_bits_are_meant(bool inverted)
    {
        using var scan = TestPaper.Scan(200);
        await RawPdf.SaveBilevelAsync(Pdf, scan, inverted, Stop);

        var page = await RecognizeAsync();

        Assert.InRange(PageRecognizerTests.WordsMissing(page.Words), 0, 10);
        using var view = SKBitmap.Decode(page.ImagePath);
        Assert.Equal(SKColors.White, view.GetPixel(1, 1));
        if (!inverted) Assert.Equal(("image/png", scan.Width), (page.ImageMediaType, view.Width));
    }

    [Theory]
    // A page turned by the viewer, a page with its image upside down, a page with a stamp in letters over the image.
    [InlineData("/Rotate 180", "")]
    [InlineData("", "-1 0 0 -1 1 1 cm")]
    [InlineData("", "", "BT /F1 12 Tf 400 800 Td (SAO Y) Tj ET")]
    public async Task A_scan_that_is_shown_otherwise_than_it_lies_in_the_file_is_drawn(string pageEntry, string placing, string after = "")
    {
        using var scan = TestPaper.Scan(100);
        TestPaper.SaveJpeg(scan, _bench.PathOf("scan.jpg"));
        await RawPdf.SaveScanAsync(Pdf, _bench.PathOf("scan.jpg"), scan.Width, scan.Height, pageEntry, Stop, placing, after);

        var page = await RecognizeAsync();

        // Drawn at 300 dpi instead of the 100 that the image has.
        Assert.InRange(page.Words.Width, 2470, 2490);
    }

    [Fact]
    public async Task Text_behind_a_scan_is_another_programs_guess_and_not_taken_over()
    {
        using var scan = TestPaper.Scan(200);
        TestPaper.SaveJpeg(scan, _bench.PathOf("scan.jpg"));
        const string Hidden = "BT 3 Tr /F1 12 Tf 60 700 Td (this is what some other engine believed to read here) Tj ET";
        await RawPdf.SaveScanAsync(Pdf, _bench.PathOf("scan.jpg"), scan.Width, scan.Height, "", Stop, after: Hidden);

        var page = await RecognizeAsync();

        Assert.Equal("tesseract", page.Words.Engine.Name);
        Assert.DoesNotContain(page.Words.Words, word => word.Text == "believed");
        Assert.Equal(scan.Width, page.Words.Width);
    }

    [Fact]
    public async Task A_page_of_enormous_size_is_drawn_smaller()
    {
        _bench.Options.MaxPagePixels = 2_000_000;
        await RawPdf.SaveTextAsync(Pdf, "MediaBox [0 0 14400 14400]", "Danh sach cac ba me duoc tang danh hieu", Stop);

        var page = await RecognizeAsync();

        Assert.InRange((long)page.Words.Width * page.Words.Height, 1, 2_000_000);
        Assert.Equal("text-layer", page.Words.Engine.Name);
    }

    [Fact]
    public async Task A_scan_of_too_many_pixels_in_a_file_is_drawn_smaller_and_marked()
    {
        _bench.Options.MaxPagePixels = 2_000_000;
        using var scan = TestPaper.Scan(200);
        TestPaper.SaveJpeg(scan, _bench.PathOf("scan.jpg"));
        await RawPdf.SaveScanAsync(Pdf, _bench.PathOf("scan.jpg"), scan.Width, scan.Height, "", Stop);

        var page = await RecognizeAsync();

        Assert.InRange((long)page.Words.Width * page.Words.Height, 1, 2_000_000);
        Assert.Equal($"{scan.Width}x{scan.Height}", page.Words.Engine.Parameters["reducedFrom"]);
    }

    [Fact]
    public async Task A_file_that_is_no_pdf_inside_is_unreadable_with_a_reason()
    {
        await File.WriteAllTextAsync(Pdf, "%PDF-1.7\nnothing of the kind", Stop);

        var problem = await Assert.ThrowsAsync<UnreadablePageException>(() => RecognizeAsync());

        Assert.Contains("trang 1", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_the_file_does_not_have_is_unreadable()
    {
        TestPaper.SavePdf(Pdf, TestPaper.Draw);

        await Assert.ThrowsAsync<UnreadablePageException>(() => RecognizeAsync(2));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Pdf => _bench.PathOf("paper.pdf");

    private Task<RecognizedPage> RecognizeAsync(int page = 1) => _bench.RecognizeAsync(Pdf, "application/pdf", page);

    /// <summary>Boxes that were shifted, mirrored or turned would lie on white paper.</summary>
    private static void AssertInkInEveryBox(RecognizedPage page)
    {
        using var view = SKBitmap.Decode(page.ImagePath);
        Assert.Equal((page.Words.Width, page.Words.Height), (view.Width, view.Height));
        Assert.All(page.Words.Words, word =>
        {
            var pixels =
                from y in Enumerable.Range(word.Y, word.Height)
                from x in Enumerable.Range(word.X, word.Width)
                select view.GetPixel(x, y).Red;
            Assert.Contains(pixels, red => red < 240);
        });
    }
}
