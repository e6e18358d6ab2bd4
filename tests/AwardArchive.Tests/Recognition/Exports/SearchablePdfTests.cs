using System.Globalization;
using System.Xml.Linq;
using AwardArchive.Recognition.Exports;
using SkiaSharp;
using UglyToad.PdfPig;

namespace AwardArchive.Tests.Recognition.Exports;

/// <summary>Searchable PDFs, read back by Poppler and PdfPig, which know nothing of who wrote them.</summary>
public sealed class SearchablePdfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_letter_of_vietnamese_comes_back_in_words_lines_and_pages()
    {
        var pdf = await WriteAsync(Page(1, ExportBench.AllLetters), Page(2, ["Bà", "mẹ", "Việt", "Nam", "anh", "hùng"]));

        var text = await ExternalProgram.RunAsync("pdftotext", "-enc", "UTF-8", pdf, "-");

        var pages = text.Split('\f');
        Assert.Equal(ExportBench.AllLetters, pages[0].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["Bà mẹ Việt Nam", "anh hùng"], pages[1].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Each_word_stands_in_its_box()
    {
        var page = Page(1, ExportBench.AllLetters);
        var pdf = await WriteAsync(page);

        var found = XDocument.Parse(await ExternalProgram.RunAsync("pdftotext", "-bbox", "-enc", "UTF-8", pdf, "-"))
            .Descendants().Where(e => e.Name.LocalName == "word").ToList();

        const double Pixels = ExportBench.Dpi / 72.0;
        Assert.Equal(page.Words!.Words.Select(w => w.Text), found.Select(e => e.Value));
        Assert.All(page.Words.Words.Zip(found), pair =>
        {
            var (word, element) = pair;
            Assert.Equal(word.X, At(element, "xMin") * Pixels, 0.5);
            Assert.Equal(word.Box.Right, At(element, "xMax") * Pixels, 0.5);
            // Height and base line are the line's, so that a reader sees one line.
            Assert.Equal(word.Box.Bottom, At(element, "yMax") * Pixels, 6.0);
            Assert.Equal(word.Y, At(element, "yMin") * Pixels, 6.0);
        });
        Assert.Equal((595.2, 841.92), Size(await ExternalProgram.RunAsync("pdfinfo", pdf)));
    }

    [Theory]
    [InlineData(0.008)]
    [InlineData(-0.008)]
    [InlineData(0.04)]
    public async Task On_a_skewed_page_words_stay_in_place_and_in_order(double skew)
    {
        var straight = ExportBench.Page(1, [.. Enumerable.Range(0, 40).Select(i => $"chữ{i}")]);
        var words = straight.Words.Select(word => word with { Y = word.Y + (int)(skew * word.X) }).ToList();
        var pdf = await WriteAsync(Page(1, []) with { Words = straight with { Words = words } });

        var found = XDocument.Parse(await ExternalProgram.RunAsync("pdftotext", "-bbox", "-raw", "-enc", "UTF-8", pdf, "-"))
            .Descendants().Where(e => e.Name.LocalName == "word").ToList();
        Assert.Equal(words.Select(word => word.Text), found.Select(e => e.Value));
        Assert.All(words.Zip(found), pair => Assert.Equal(pair.First.Box.Bottom, At(pair.Second, "yMax") * ExportBench.Dpi / 72.0, 9.0));
        // Beyond a degree Poppler no longer takes a line for one, whoever wrote it.
        if (Math.Abs(skew) > 0.017) return;
        Assert.Equal(
            words.GroupBy(word => word.Line).Select(line => string.Join(' ', line.Select(word => word.Text))),
            (await ExternalProgram.RunAsync("pdftotext", "-enc", "UTF-8", pdf, "-")).Trim('\f').Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Letters_beyond_two_bytes_come_back_too()
    {
        var pdf = await WriteAsync(Page(1, ["😀a", "𠀋", "😀"]));

        using var read = PdfDocument.Open(pdf);
        Assert.Equal(["😀a", "𠀋", "😀"], read.GetPage(1).GetWords().Select(word => word.Text));
        Assert.Equal("😀a 𠀋 😀", (await ExternalProgram.RunAsync("pdftotext", "-enc", "UTF-8", pdf, "-")).Trim('\n', '\f'));
    }

    [Fact]
    public async Task A_jpeg_goes_in_byte_for_byte_and_stays_what_is_seen()
    {
        var jpeg = ExportBench.SaveImage(_folder.File("page.jpg"), SKEncodedImageFormat.Jpeg, SKColorType.Rgba8888);
        var pdf = await WriteAsync(Page(1, ["chữ"], jpeg));

        Assert.Contains("jpeg", await ExternalProgram.RunAsync("pdfimages", "-list", pdf), StringComparison.Ordinal);
        await ExternalProgram.RunAsync("pdfimages", "-j", pdf, _folder.File("out"));
        Assert.Equal(await File.ReadAllBytesAsync(jpeg, Stop), await File.ReadAllBytesAsync(_folder.File("out-000.jpg"), Stop));
        await AssertLooksLikeAsync(jpeg, pdf);
    }

    [Theory]
    [InlineData("gray")]
    [InlineData("color")]
    [InlineData("transparent")]
    public async Task A_png_looks_the_same_in_the_pdf(string kind)
    {
        var png = kind switch
        {
            "gray" => ExportBench.SaveImage(_folder.File("page.png"), SKEncodedImageFormat.Png),
            "color" => ExportBench.SaveImage(_folder.File("page.png"), SKEncodedImageFormat.Png, SKColorType.Rgba8888),
            _ => ExportBench.SaveImage(_folder.File("page.png"), SKEncodedImageFormat.Png, SKColorType.Rgba8888, SKAlphaType.Premul),
        };
        Assert.Equal(kind != "transparent", PdfImage.Find(png) is not null);

        var pdf = await WriteAsync(Page(1, ["chữ"], png));

        await AssertLooksLikeAsync(png, pdf);
    }

    [Fact]
    public async Task The_text_is_not_seen()
    {
        var jpeg = ExportBench.SaveImage(_folder.File("page.jpg"), SKEncodedImageFormat.Jpeg);
        var without = await WriteAsync(Page(1, [], jpeg));
        var with = await WriteAsync(Page(1, ExportBench.AllLetters, jpeg));

        Assert.Equal(await DrawAsync(without, "a"), await DrawAsync(with, "b"));
    }

    [Fact]
    public async Task A_page_that_failed_keeps_its_place_with_a_note()
    {
        var pdf = await WriteAsync(Page(1, ["một"]), ExportPage.NotRecognized(2, "Trang bị hỏng."), Page(3, ["ba"]));

        Assert.Equal(["một", "", "ba", ""], (await ExternalProgram.RunAsync("pdftotext", pdf, "-")).Split('\f').Select(page => page.Trim()));
        using var read = PdfDocument.Open(pdf);
        Assert.Equal("Trang bị hỏng.", Assert.Single(read.GetPage(2).GetAnnotations()).Content);
        Assert.Equal("quyết định \"số 1\" & <2>.tif", read.Information.Title);
    }

    [Fact]
    public async Task The_font_is_embedded_and_known_by_its_unicode()
    {
        var fonts = await ExternalProgram.RunAsync("pdffonts", await WriteAsync(Page(1, ["chữ"])));

        var font = fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.Matches("GlyphLess +CID TrueType +Identity-H +yes +no +yes", font);
    }

    [Fact]
    public async Task Without_a_known_resolution_a_page_is_as_long_as_A4()
    {
        var words = ExportBench.Page(1, ["chữ"]) with { Resolution = null };
        var pdf = await WriteAsync(Page(1, ["chữ"]) with { Words = words });

        Assert.Equal(842, Size(await ExternalProgram.RunAsync("pdfinfo", pdf)).Height, 1.0);
    }

    [Fact]
    public async Task The_same_pages_give_the_same_bytes()
    {
        var first = await File.ReadAllBytesAsync(await WriteAsync(Page(1, ExportBench.AllLetters)), Stop);
        Assert.Equal(first, await File.ReadAllBytesAsync(await WriteAsync(Page(1, ExportBench.AllLetters)), Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ExportPage Page(int number, IReadOnlyList<string> words, string? image = null) => new(
        number, ExportBench.Page(number, words), null,
        image ?? ExportBench.SaveImage(_folder.File($"{number}.jpg"), SKEncodedImageFormat.Jpeg));

    private async Task<string> WriteAsync(params ExportPage[] pages)
    {
        var path = _folder.File($"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(path, await ExportBench.WriteAsync(ExportFormat.Pdf, pages), Stop);
        return path;
    }

    private async Task AssertLooksLikeAsync(string image, string pdf)
    {
        using var drawn = SKBitmap.Decode(await DrawAsync(pdf, "drawn"));
        using var original = SKBitmap.Decode(image);
        Assert.Equal((original.Width, original.Height), (drawn.Width, drawn.Height));
        foreach (var (x, y) in ((int X, int Y)[])[(5, 5), (600, 600), (320, 1180), (1000, 1000), (1000, 200), (20, 1700)])
        {
            // What is transparent is seen on white.
            var pixel = original.GetPixel(x, y);
            var expected = pixel.Red + (255 - pixel.Alpha);
            Assert.InRange(drawn.GetPixel(x, y).Red, expected - 12, expected + 12);
        }
    }

    private async Task<byte[]> DrawAsync(string pdf, string name)
    {
        await ExternalProgram.RunAsync("pdftoppm", "-png", "-r", $"{ExportBench.Dpi}", "-singlefile", pdf, _folder.File(name));
        return await File.ReadAllBytesAsync(_folder.File(name + ".png"), Stop);
    }

    private static double At(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);

    private static (double Width, double Height) Size(string info)
    {
        var parts = info.Split('\n').Single(line => line.StartsWith("Page size:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (double.Parse(parts[2], CultureInfo.InvariantCulture), double.Parse(parts[4], CultureInfo.InvariantCulture));
    }
}
