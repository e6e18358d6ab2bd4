using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;
using BitMiracle.LibTiff.Classic;
using CsCheck;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition;

/// <summary>Pages that are read poorly as pages are usually prepared.</summary>
public sealed class PoorPageTests : IAsyncDisposable
{
    private const int Dpi = 200;

    private readonly RecognitionBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Strong_print_of_the_other_side_is_dropped_in_another_attempt_that_is_kept_and_named()
    {
        var page = (await RecognizeAsync(ShinesThrough())).Words;

        Assert.InRange(PageRecognizerTests.WordsMissing(page), 0, 8);
        Assert.InRange(page.Words.Count, TestPaper.Words.Count - 8, TestPaper.Words.Count + 20);
        Assert.Equal("front", page.Engine.Parameters["kept"]);
        Assert.Matches("^usual 0[.][0-9]{2}, .*front 0[.][0-9]{2}$", page.Engine.Parameters["attempts"]);
        PageRecognizerTests.AssertStandsAt(page, "Đông", "Đông Hà, ngày 19 tháng 8 năm 1995", Dpi);
    }

    /// <remarks>What the other attempt is worth.</remarks>
    [Fact]
    public async Task Without_a_budget_such_a_page_stays_poor()
    {
        _bench.Options.RetryBudget = TimeSpan.Zero;

        var page = (await RecognizeAsync(ShinesThrough())).Words;

        Assert.InRange(PageRecognizerTests.WordsMissing(page), 15, TestPaper.Words.Count);
        Assert.False(page.Engine.Parameters.ContainsKey("attempts"));
    }

    [Fact]
    public async Task A_page_that_reads_well_is_read_once()
    {
        var page = (await RecognizeAsync(TestPaper.Scan(Dpi))).Words;

        Assert.False(page.Engine.Parameters.ContainsKey("attempts"));
        Assert.False(page.Engine.Parameters.ContainsKey("kept"));
    }

    /// <remarks>As it came, two words in five are misread.</remarks>
    [Fact]
    public async Task Letters_too_small_to_be_read_are_made_larger_and_their_boxes_stay_where_they_stand()
    {
        const int coarse = 60;

        var page = (await RecognizeAsync(TestPaper.Scan(coarse))).Words;

        Assert.InRange(PageRecognizerTests.WordsMissing(page), 0, 30);
        Assert.Equal("large", page.Engine.Parameters["kept"]);
        Assert.True(page.Engine.Parameters.ContainsKey("scale"));
        PageRecognizerTests.AssertStandsAt(page, "Căn", "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;", coarse);
    }

    /// <remarks>Its letters are half as high as wide; browsers would show it as squat.</remarks>
    [Fact]
    public async Task A_fax_of_standard_resolution_is_read_and_looked_at_in_its_true_shape()
    {
        const int across = 204, down = 98;
        using var scan = TestPaper.Scan(across);
        SaveFax(scan, across, down, _bench.PathOf("fax.tif"));

        var page = await _bench.RecognizeAsync(_bench.PathOf("fax.tif"), "image/tiff");

        Assert.InRange(page.Words.Height, scan.Height - 4, scan.Height + 4);
        Assert.Equal(across, page.Words.Resolution);
        using var view = SKBitmap.Decode(page.ImagePath);
        Assert.Equal((page.Words.Width, page.Words.Height), (view.Width, view.Height));
        Assert.Null(page.Words.Engine.Parameters.GetValueOrDefault(ReducedNote.Size));
        Assert.InRange(PageRecognizerTests.WordsMissing(page.Words), 0, 25);
        PageRecognizerTests.AssertStandsAt(page.Words, "Đông", "Đông Hà, ngày 19 tháng 8 năm 1995", across);
    }

    [Theory]
    [InlineData(204, "joined")]
    [InlineData(300, null)]
    public async Task Torn_strokes_of_a_fax_are_joined_and_finer_scans_are_left_as_they_are(int dpi, string? strokes)
    {
        using var scan = TestPaper.Scan(dpi);
        Tear(scan);
        SaveFax(scan, dpi, dpi, _bench.PathOf("torn.tif"));

        var page = (await _bench.RecognizeAsync(_bench.PathOf("torn.tif"), "image/tiff")).Words;

        Assert.Equal(strokes, page.Engine.Parameters.GetValueOrDefault("strokes"));
        Assert.InRange(PageRecognizerTests.WordsMissing(page), 0, 20);
    }

    /// <summary>Where the words' boxes come to lie when pixels were made smaller more across than down, turned, and made narrower.</summary>
    [Fact]
    public void A_box_of_prepared_pixels_lies_around_the_same_place_of_the_page() => Gen.Select(
        Gen.Double[0.3, 1], Gen.Double[0.7, 1], Gen.Double[-0.05, 0.05], Gen.Double[0.7, 1], Gen.Int[300, 1300], Gen.Int[300, 1700])
        .Sample((scale, narrowing, skew, narrower, x, y) =>
        {
            const int width = 1654, height = 2339;
            var (columns, rows) = ((int)(width * scale * narrowing), (int)(height * scale));
            var shape = new PreparedShape(scale * narrowing, scale, skew, columns, rows, null, narrower);
            var (sin, cos) = Math.SinCos(skew);
            var (fromMiddleX, fromMiddleY) = ((x * scale * narrowing) - (columns / 2), (y * scale) - (rows / 2));
            var preparedX = ((columns / 2) + (fromMiddleX * cos) - (fromMiddleY * sin)) * narrower;
            var preparedY = (rows / 2) + (fromMiddleX * sin) + (fromMiddleY * cos);

            var box = shape.OnPage((int)preparedX - 9, (int)preparedY - 9, (int)preparedX + 10, (int)preparedY + 10, width, height);

            var (middleX, middleY) = (box.X + (box.Width / 2.0), box.Y + (box.Height / 2.0));
            // Whole prepared pixels, on both sides.
            Assert.InRange(middleX, x - (2 / (scale * narrowing * narrower)) - 1, x + (2 / (scale * narrowing * narrower)) + 1);
            Assert.InRange(middleY, y - (2 / scale) - 1, y + (2 / scale) + 1);
            Assert.InRange(box.Width, 19 / (scale * narrowing * narrower), (24 / (scale * narrowing * narrower)) + 2);
            Assert.InRange(box.Height, 19 / scale, (24 / scale) + 2);
        });

    /// <summary>White dots and short dashes all over, wherever there is ink.</summary>
    private static void Tear(SKBitmap scan)
    {
        var random = new Random(1975);
        var pixels = scan.Pixels;
        for (var y = 0; y < scan.Height; y++)
        {
            for (var x = 0; x + 2 < scan.Width; x++)
            {
                if (random.Next(12) > 0) continue;
                pixels[(y * scan.Width) + x] = SKColors.White;
                pixels[(y * scan.Width) + x + random.Next(2)] = SKColors.White;
            }
        }
        scan.Pixels = pixels;
    }

    /// <summary>Black and white, rows left out.</summary>
    private static void SaveFax(SKBitmap scan, int across, int down, string path)
    {
        using var tiff = Tiff.Open(path, "w");
        var rows = scan.Height * down / across;
        tiff.SetField(TiffTag.IMAGEWIDTH, scan.Width);
        tiff.SetField(TiffTag.IMAGELENGTH, rows);
        tiff.SetField(TiffTag.BITSPERSAMPLE, 1);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
        tiff.SetField(TiffTag.ROWSPERSTRIP, rows);
        tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISWHITE);
        tiff.SetField(TiffTag.COMPRESSION, Compression.CCITTFAX4);
        tiff.SetField(TiffTag.RESOLUTIONUNIT, ResUnit.INCH);
        tiff.SetField(TiffTag.XRESOLUTION, (double)across);
        tiff.SetField(TiffTag.YRESOLUTION, (double)down);
        var pixels = scan.Pixels;
        var row = new byte[(scan.Width + 7) / 8];
        for (var y = 0; y < rows; y++)
        {
            Array.Clear(row);
            for (var x = 0; x < scan.Width; x++)
            {
                if (pixels[(y * across / down * scan.Width) + x].Red < 128) row[x / 8] |= (byte)(128 >> (x % 8));
            }
            tiff.WriteScanline(row, y);
        }
    }

    /// <summary>The back of the sheet takes two thirds of the light that the front's ink takes.</summary>
    private static SKBitmap ShinesThrough() => TestPaper.Scan(Dpi, canvas =>
    {
        PagePreparationTests.DrawBack(canvas, 0.65f);
        TestPaper.Draw(canvas);
    });

    private async Task<RecognizedPage> RecognizeAsync(SKBitmap scan)
    {
        using (scan) TestPaper.SavePng(scan, _bench.PathOf("page.png"));
        return await _bench.RecognizeAsync(_bench.PathOf("page.png"), "image/png");
    }
}
