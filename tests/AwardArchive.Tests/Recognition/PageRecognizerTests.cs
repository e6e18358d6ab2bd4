using System.Buffers.Binary;
using System.Runtime.InteropServices;
using AwardArchive.Recognition;
using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition;

public sealed class PageRecognizerTests : IAsyncDisposable
{
    private const string Issuer = "ỦY BAN NHÂN DÂN TỈNH";
    private const string PlaceAndDate = "Đông Hà, ngày 19 tháng 8 năm 1995";

    private readonly RecognitionBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_clean_scan_gives_its_words_in_reading_order()
    {
        var page = (await RecognizePngAsync()).Words;

        Assert.InRange(WordsMissing(page), 0, 5);
        Assert.Equal("tesseract", page.Engine.Name);
        Assert.Equal("4", page.Engine.Parameters["psm"]);
        Assert.Equal(64, page.Engine.Model!.Length);
        Assert.True(Position(page, "QUYẾT") < Position(page, "Hường"));
        Assert.True(Position(page, "Hường") < Position(page, "Tâm"));
    }

    [Fact]
    public async Task Every_word_has_a_box_on_its_letters_a_confidence_and_a_place_in_lines_and_blocks()
    {
        var page = (await RecognizePngAsync()).Words;

        Assert.All(page.Words, word =>
        {
            Assert.InRange(word.X, 0, page.Width - word.Width);
            Assert.InRange(word.Y, 0, page.Height - word.Height);
            Assert.InRange(word.Confidence, 0.0, 1.0);
            Assert.True(word.Text.IsNormalized() && word.Text.Trim().Length > 0);
        });
        Assert.Equal(page.Words.OrderBy(word => word.Line), page.Words);
        Assert.Equal(page.Words.OrderBy(word => word.Block), page.Words);
        AssertStandsAt(page, "Hường", "Nguyễn Thị Hường", 300, wordsBefore: 2);
        AssertStandsAt(page, "Đông", PlaceAndDate, 300);
    }

    [Fact]
    public async Task Noise_does_not_drown_the_letters()
    {
        using var clean = TestPaper.Scan(300);
        using var noisy = new SKBitmap(clean.Width, clean.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        var random = new Random(26);
        var bytes = clean.Bytes;
        var grays = new byte[noisy.ByteCount];
        for (var i = 0; i < clean.Width * clean.Height; i++)
        {
            // Gray ink on gray paper; three dice make a bell with a deviation of 28 levels.
            var noise = (random.Next(-50, 51) + random.Next(-50, 51) + random.Next(-50, 51)) * 9 / 16;
            var level = 70 + (bytes[i * clean.BytesPerPixel] * 140 / 255) + noise;
            grays[(i / clean.Width * noisy.RowBytes) + (i % clean.Width)] = (byte)Math.Clamp(level, 0, 255);
        }
        Marshal.Copy(grays, 0, noisy.GetPixels(), grays.Length);
        TestPaper.SavePng(noisy, _bench.PathOf("noisy.png"));

        var page = await _bench.RecognizeAsync(_bench.PathOf("noisy.png"), "image/png");

        Assert.InRange(WordsMissing(page.Words), 0, 10);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    public async Task A_png_or_jpeg_is_looked_at_as_it_came(string mediaType)
    {
        using var scan = TestPaper.Scan(150);
        var original = _bench.PathOf("scan");
        if (mediaType == "image/png") TestPaper.SavePng(scan, original);
        else TestPaper.SaveJpeg(scan, original);

        var page = await _bench.RecognizeAsync(original, mediaType);

        Assert.Equal(mediaType, page.ImageMediaType);
        Assert.NotEqual(original, page.ImagePath);
        Assert.Equal(await File.ReadAllBytesAsync(original, Stop), await File.ReadAllBytesAsync(page.ImagePath, Stop));
    }

    [Fact]
    public async Task A_blank_page_has_no_words_and_is_no_error()
    {
        using var blank = TestPaper.Scan(100, _ => { });
        TestPaper.SavePng(blank, _bench.PathOf("blank.png"));

        var page = await _bench.RecognizeAsync(_bench.PathOf("blank.png"), "image/png");

        Assert.Empty(page.Words.Words);
        Assert.Null(page.Words.Confidence());
        Assert.Equal(blank.Width, page.Words.Width);
    }

    [Fact]
    public async Task Each_page_of_a_tiff_is_itself_and_black_and_white_is_shown_as_png()
    {
        WriteTiff(_bench.PathOf("many.tif"), ["TRANG MỘT", "TRANG HAI", "TRANG BA"]);

        var second = await _bench.RecognizeAsync(_bench.PathOf("many.tif"), "image/tiff", 2);
        var third = await _bench.RecognizeAsync(_bench.PathOf("many.tif"), "image/tiff", 3);

        Assert.Equal("TRANG HAI", PageText.Of(second.Words).Text);
        Assert.Equal("TRANG BA", PageText.Of(third.Words).Text);
        Assert.Equal((2, "image/png"), (second.Words.Page, second.ImageMediaType));
        using var view = SKBitmap.Decode(second.ImagePath);
        Assert.Equal((second.Words.Width, second.Words.Height), (view.Width, view.Height));
        Assert.Equal(SKColors.White, view.GetPixel(0, 0));
    }

    [Fact]
    public async Task A_page_that_the_tiff_does_not_have_is_unreadable()
    {
        WriteTiff(_bench.PathOf("one.tif"), ["TRANG MỘT"]);

        await Assert.ThrowsAsync<UnreadablePageException>(() => _bench.RecognizeAsync(_bench.PathOf("one.tif"), "image/tiff", 2));
    }

    [Fact]
    public async Task A_photo_taken_sideways_is_turned_upright_for_reading_and_for_looking()
    {
        using var upright = TestPaper.Scan(150);
        using var sideways = new SKBitmap(upright.Height, upright.Width);
        using (var canvas = new SKCanvas(sideways))
        {
            // A quarter turn against the clock; EXIF 6 says: turn it back.
            canvas.Translate(0, upright.Width);
            canvas.RotateDegrees(-90);
            canvas.DrawBitmap(upright, 0, 0, SKSamplingOptions.Default);
        }
        TestPaper.SaveJpeg(sideways, _bench.PathOf("plain.jpg"));
        var bytes = await File.ReadAllBytesAsync(_bench.PathOf("plain.jpg"), Stop);
        await File.WriteAllBytesAsync(_bench.PathOf("photo.jpg"), [.. bytes[..2], .. ExifTests.Block(orientation: 6), .. bytes[2..]], Stop);

        var page = await _bench.RecognizeAsync(_bench.PathOf("photo.jpg"), "image/jpeg");

        Assert.Equal((upright.Width, upright.Height), (page.Words.Width, page.Words.Height));
        Assert.InRange(WordsMissing(page.Words), 0, 15);
        using var view = SKBitmap.Decode(page.ImagePath);
        Assert.Equal((upright.Width, upright.Height), (view.Width, view.Height));
    }

    [Theory]
    [InlineData("image/jpeg", 0.5)]
    [InlineData("image/png", 0.5)]
    [InlineData("image/tiff", 0.5)]
    [InlineData("image/jpeg", 0.001)]
    [InlineData("image/png", 0.0)]
    public async Task A_file_that_was_cut_off_is_unreadable_with_a_reason(string mediaType, double keptShare)
    {
        using var scan = TestPaper.Scan(100);
        var whole = _bench.PathOf("whole");
        if (mediaType == "image/jpeg") TestPaper.SaveJpeg(scan, whole);
        else if (mediaType == "image/png") TestPaper.SavePng(scan, whole);
        else WriteTiff(whole, ["TRANG MỘT"]);
        var bytes = await File.ReadAllBytesAsync(whole, Stop);
        await File.WriteAllBytesAsync(_bench.PathOf("cut"), bytes[..(int)(bytes.Length * keptShare)], Stop);

        var problem = await Assert.ThrowsAsync<UnreadablePageException>(() => _bench.RecognizeAsync(_bench.PathOf("cut"), mediaType));

        Assert.NotEmpty(problem.Reason);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    public async Task An_image_of_too_many_pixels_is_made_smaller_read_and_marked(string mediaType)
    {
        _bench.Options.MaxPagePixels = 3_000_000;
        using var scan = TestPaper.Scan(300);
        if (mediaType == "image/jpeg") TestPaper.SaveJpeg(scan, _bench.PathOf("large"));
        else TestPaper.SavePng(scan, _bench.PathOf("large"));

        var page = await _bench.RecognizeAsync(_bench.PathOf("large"), mediaType);

        Assert.InRange((long)page.Words.Width * page.Words.Height, 2_900_000, 3_000_000);
        Assert.InRange(WordsMissing(page.Words), 0, 8);
        Assert.Equal($"{scan.Width}x{scan.Height}", page.Words.Engine.Parameters["reducedFrom"]);
        Assert.Contains($"{scan.Width} × {scan.Height} điểm ảnh", ReducedNote.Of(page.Words.Engine), StringComparison.Ordinal);
        using var view = SKBitmap.Decode(page.ImagePath);
        Assert.Equal((page.Words.Width, page.Words.Height), (view.Width, view.Height));
        AssertStandsAt(page.Words, "Đông", "Đông Hà, ngày 19 tháng 8 năm 1995", (int)Math.Round(page.Words.Width * 72 / TestPaper.WidthPoints));
    }

    [Fact]
    public async Task A_black_and_white_page_of_too_many_pixels_is_made_smaller_too()
    {
        _bench.Options.MaxPagePixels = 2_000_000;
        WriteTiff(_bench.PathOf("large.tif"), ["TRANG MỘT"]);

        var page = await _bench.RecognizeAsync(_bench.PathOf("large.tif"), "image/tiff");

        Assert.Equal("TRANG MỘT", PageText.Of(page.Words).Text);
        Assert.InRange((long)page.Words.Width * page.Words.Height, 1_900_000, 2_000_000);
    }

    [Fact]
    public async Task An_image_that_cannot_be_decoded_in_the_memory_of_a_worker_is_refused_with_its_size()
    {
        using var dot = new SKBitmap(1, 1);
        TestPaper.SavePng(dot, _bench.PathOf("bomb.png"));
        var bytes = await File.ReadAllBytesAsync(_bench.PathOf("bomb.png"), Stop);
        // Width and height stand first in the header (ISO/IEC 15948, 11.2.2).
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), 40_000);
        await File.WriteAllBytesAsync(_bench.PathOf("bomb.png"), bytes, Stop);

        var problem = await Assert.ThrowsAsync<UnreadablePageException>(() => _bench.RecognizeAsync(_bench.PathOf("bomb.png"), "image/png"));

        Assert.Contains("30000 × 40000 điểm ảnh", problem.Reason, StringComparison.Ordinal);
        Assert.Equal(1, _bench.Pool.IdleCount);
    }

    [Fact]
    public async Task A_broken_file_does_not_cost_the_worker()
    {
        await File.WriteAllTextAsync(_bench.PathOf("broken.png"), "no image", Stop);
        await Assert.ThrowsAsync<UnreadablePageException>(() => _bench.RecognizeAsync(_bench.PathOf("broken.png"), "image/png"));

        Assert.Equal(1, _bench.Pool.IdleCount);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<RecognizedPage> RecognizePngAsync()
    {
        using var scan = TestPaper.Scan(300);
        TestPaper.SavePng(scan, _bench.PathOf("scan.png"));
        return await _bench.RecognizeAsync(_bench.PathOf("scan.png"), "image/png");
    }

    /// <summary>How many of the paper's words were not found, whatever else was.</summary>
    internal static int WordsMissing(PageWords page)
    {
        var found = page.Words.Select(word => word.Text).ToList();
        return TestPaper.Words.Count(word => !found.Remove(word));
    }

    internal static int Position(PageWords page, string text) =>
        page.Words.Select((word, index) => (word, index)).First(pair => pair.word.Text == text).index;

    /// <summary>The word's box begins where the paper has it, and stands on the base line.</summary>
    internal static void AssertStandsAt(PageWords page, string text, string line, int dpi, int wordsBefore = 0)
    {
        var word = page.Words.First(candidate => candidate.Text == text);
        var (x, baseLine) = TestPaper.PlaceOf(line);
        var scale = dpi / 72.0;
        if (wordsBefore == 0) Assert.InRange(word.X, (x - 4) * scale, (x + 4) * scale);
        else Assert.InRange(word.X, x * scale, (x + 120) * scale);
        Assert.InRange(word.Y + word.Height, (baseLine - 4) * scale, (baseLine + 8) * scale);
        Assert.InRange(word.Height, 5 * scale, 20 * scale);
    }

    /// <summary>One page a text, black and white, Group 4.</summary>
    private static void WriteTiff(string path, IReadOnlyList<string> texts)
    {
        using var tiff = Tiff.Open(path, "w");
        foreach (var text in texts)
        {
            using var bitmap = TestPaper.Scan(200, canvas => TestPaper.DrawLine(canvas, text, 100, 200));
            var stride = (bitmap.Width + 7) / 8;
            tiff.SetField(TiffTag.IMAGEWIDTH, bitmap.Width);
            tiff.SetField(TiffTag.IMAGELENGTH, bitmap.Height);
            tiff.SetField(TiffTag.BITSPERSAMPLE, 1);
            tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
            tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISWHITE);
            tiff.SetField(TiffTag.COMPRESSION, Compression.CCITTFAX4);
            tiff.SetField(TiffTag.ROWSPERSTRIP, bitmap.Height);
            tiff.SetField(TiffTag.XRESOLUTION, 200.0);
            tiff.SetField(TiffTag.YRESOLUTION, 200.0);
            tiff.SetField(TiffTag.RESOLUTIONUNIT, ResUnit.INCH);
            var pixels = bitmap.Pixels;
            for (var y = 0; y < bitmap.Height; y++)
            {
                var row = new byte[stride];
                for (var x = 0; x < bitmap.Width; x++)
                {
                    if (pixels[(y * bitmap.Width) + x].Red < 128) row[x / 8] |= (byte)(0x80 >> (x % 8));
                }
                tiff.WriteScanline(row, y);
            }
            tiff.WriteDirectory();
        }
    }
}
