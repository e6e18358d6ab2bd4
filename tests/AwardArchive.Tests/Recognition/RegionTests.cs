using AwardArchive.Recognition;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition;

public sealed class RegionTests : IAsyncDisposable
{
    private const int Dpi = 200;

    private static readonly SKColor Red = new(205, 45, 55);
    private static readonly SKColor Blue = new(40, 60, 150);
    private static readonly SKColor Yellowed = new(232, 214, 172);

    private readonly RecognitionBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    public async Task A_red_seal_is_marked_and_the_letters_under_it_are_read(int turned)
    {
        var page = await RecognizeAsync(Yellowed, canvas =>
        {
            TestPaper.Draw(canvas);
            Seal(canvas, 360, 500, Red);
        }, turned);

        var seal = Assert.Single(page.Regions);
        Assert.Equal(PageRegionKind.Seal, seal.Kind);
        Assert.InRange(seal.Confidence, 0.8, 1);
        AssertAround(seal, 320, 460, 400, 540);
        Assert.Equal(2, page.Words.Count(word => word.Text == "TỊCH"));
        Assert.InRange(PageRecognizerTests.WordsMissing(page), 0, 4);
        Assert.Equal("dropped", page.Engine.Parameters["color"]);
    }

    [Fact]
    public async Task A_note_in_blue_pencil_beside_the_text_is_marked_as_handwriting_and_the_text_is_read()
    {
        var page = await RecognizeAsync(SKColors.White, canvas =>
        {
            TestPaper.Draw(canvas);
            Scribble(canvas, 440, 245, Blue);
        });

        var note = Assert.Single(page.Regions);
        Assert.Equal(PageRegionKind.Handwriting, note.Kind);
        AssertAround(note, 440, 230, 544, 260);
        Assert.InRange(PageRecognizerTests.WordsMissing(page), 0, 4);
    }

    [Fact]
    public async Task A_signature_under_an_office_is_marked_and_not_read()
    {
        var unsigned = await RecognizeAsync(SKColors.White, TestPaper.Draw);
        var page = await RecognizeAsync(SKColors.White, canvas =>
        {
            TestPaper.Draw(canvas);
            Scribble(canvas, 330, 550, Blue);
        });

        var signature = Assert.Single(page.Regions);
        Assert.Equal(PageRegionKind.Signature, signature.Kind);
        AssertAround(signature, 330, 535, 434, 565);
        Assert.Equal(unsigned.Words.Select(word => word.Text), page.Words.Select(word => word.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    public async Task A_signature_on_a_black_and_white_page_is_marked_and_the_name_below_it_is_read(int turned)
    {
        using var scan = Draw(SKColors.White, canvas =>
        {
            TestPaper.Draw(canvas);
            Scribble(canvas, 330, 550, SKColors.Black);
        }, turned);
        TestPaper.Binarize(scan);

        var page = await RecognizeAsync(scan);

        var signature = Assert.Single(page.Regions);
        Assert.Equal(PageRegionKind.Signature, signature.Kind);
        AssertAround(signature, 330, 535, 434, 565);
        Assert.InRange(PageRecognizerTests.WordsMissing(page), 0, 6);
        Assert.Contains("Nguyễn Văn Tâm", PageText.Of(page).Text, StringComparison.Ordinal);
        Assert.InRange(page.Words.Count, 1, TestPaper.Words.Count);
    }

    [Fact]
    public async Task Print_that_a_black_signature_crosses_is_still_read()
    {
        using var scan = Draw(SKColors.White, canvas =>
        {
            TestPaper.Draw(canvas);
            Scribble(canvas, 345, 572, SKColors.Black);
        });
        TestPaper.Binarize(scan);

        Assert.Contains(await WordsOfAsync(scan), word => word.Text == "Văn");
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(100, 2)]
    [InlineData(75, 3)]
    public async Task Lines_of_print_whose_letters_run_together_are_never_marked(int dpi, int copies)
    {
        using var small = TestPaper.Scan(dpi, canvas =>
        {
            // Printed over itself a little aside, so that letters touch.
            for (var i = 0; i < copies; i++)
            {
                canvas.Translate(0.9f * i, 0.5f * i);
                TestPaper.Draw(canvas);
            }
        });
        using var scan = small.Resize(new SKImageInfo(1654, 2339), new SKSamplingOptions(SKFilterMode.Linear));
        TestPaper.Binarize(scan);

        Assert.Empty((await RecognizeAsync(scan)).Regions);
    }

    [Fact]
    public async Task A_sheet_with_nothing_but_a_seal_is_not_blank()
    {
        var page = await RecognizeAsync(SKColors.White, canvas => Seal(canvas, 300, 300, Red));

        Assert.False(page.IsBlank);
        Assert.Equal(PageRegionKind.Seal, Assert.Single(page.Regions).Kind);
    }

    [Fact]
    public async Task A_page_typed_in_blue_and_headed_in_red_is_read()
    {
        var page = await RecognizeAsync(Yellowed, canvas =>
        {
            using var layer = new SKPaint { ColorFilter = SKColorFilter.CreateBlendMode(Blue, SKBlendMode.SrcIn) };
            canvas.SaveLayer(layer);
            TestPaper.Draw(canvas);
            canvas.Restore();
            using var heading = new SKPaint { ColorFilter = SKColorFilter.CreateBlendMode(Red, SKBlendMode.SrcIn) };
            canvas.SaveLayer(heading);
            TestPaper.DrawLine(canvas, "TỔ QUỐC GHI CÔNG", 120, 50, 30);
            canvas.Restore();
        });

        Assert.Empty(page.Regions);
        Assert.InRange(PageRecognizerTests.WordsMissing(page), 0, 8);
        Assert.Contains(page.Words, word => word.Text == "QUỐC");
    }

    [Fact]
    public async Task A_page_of_print_on_yellowed_and_stained_paper_has_no_regions()
    {
        var page = await RecognizeAsync(Yellowed, canvas =>
        {
            using var stain = new SKPaint { Color = new(190, 160, 100, 110), BlendMode = SKBlendMode.Multiply };
            canvas.DrawCircle(400, 300, 40, stain);
            TestPaper.Draw(canvas);
        });

        Assert.Empty(page.Regions);
        Assert.False(page.Engine.Parameters.ContainsKey("color"));
    }

    [Fact]
    public async Task A_black_and_white_page_has_no_regions()
    {
        using var scan = Draw(SKColors.White, canvas =>
        {
            TestPaper.Draw(canvas);
            Seal(canvas, 360, 500, Red);
        });
        TestPaper.Binarize(scan);

        Assert.Empty((await RecognizeAsync(scan)).Regions);
    }

    private async Task<IReadOnlyList<Word>> WordsOfAsync(SKBitmap scan) => (await RecognizeAsync(scan)).Words;

    private Task<PageWords> RecognizeAsync(SKColor paper, Action<SKCanvas> draw, int turned = 0)
    {
        using var scan = Draw(paper, draw, turned);
        return RecognizeAsync(scan);
    }

    private async Task<PageWords> RecognizeAsync(SKBitmap scan)
    {
        TestPaper.SaveJpeg(scan, _bench.PathOf("scan.jpg"));
        return (await _bench.RecognizeAsync(_bench.PathOf("scan.jpg"), "image/jpeg")).Words;
    }

    private static SKBitmap Draw(SKColor paper, Action<SKCanvas> draw, int turned = 0) => TestPaper.Scan(Dpi, canvas =>
    {
        canvas.Clear(paper);
        canvas.RotateDegrees(turned, TestPaper.WidthPoints / 2, TestPaper.HeightPoints / 2);
        draw(canvas);
    });

    /// <summary>28 mm across: two rings and a star.</summary>
    private static void Seal(SKCanvas canvas, float x, float y, SKColor color)
    {
        using var ink = new SKPaint { Color = color, IsStroke = true, StrokeWidth = 2, IsAntialias = true, BlendMode = SKBlendMode.Multiply };
        canvas.DrawCircle(x, y, 40, ink);
        canvas.DrawCircle(x, y, 30, ink);
        ink.IsStroke = false;
        canvas.DrawCircle(x, y, 12, ink);
    }

    /// <summary>104 points wide, 30 high, (x, y) its left middle.</summary>
    private static void Scribble(SKCanvas canvas, float x, float y, SKColor color)
    {
        using var ink = new SKPaint { Color = color, IsStroke = true, StrokeWidth = 1.3f, IsAntialias = true, BlendMode = SKBlendMode.Multiply };
        using var path = new SKPathBuilder();
        path.MoveTo(x, y);
        for (var i = 0; i < 104; i++) path.LineTo(x + i, y + (15 * MathF.Sin(i / 5f)));
        using var line = path.Detach();
        canvas.DrawPath(line, ink);
    }

    /// <summary>In points.</summary>
    private static void AssertAround(PageRegion region, float left, float top, float right, float bottom)
    {
        const float scale = 72f / Dpi;
        Assert.InRange(region.X * scale, left - 6, left + 6);
        Assert.InRange(region.Y * scale, top - 6, top + 6);
        Assert.InRange((region.X + region.Width) * scale, right - 6, right + 6);
        Assert.InRange((region.Y + region.Height) * scale, bottom - 6, bottom + 6);
    }
}
