using AwardArchive.Recognition;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition;

public sealed class DarkEdgesTests : IAsyncDisposable
{
    private const int Dpi = 200;
    private const string MarginNote = "Sao y bản chính";

    private readonly RecognitionBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bars_rims_and_holes_are_no_letters_and_letters_beside_them_are_read(bool isBlackAndWhite)
    {
        using var scan = TestPaper.Scan(Dpi, canvas =>
        {
            TestPaper.Draw(canvas);
            TestPaper.DrawLine(canvas, MarginNote, 24, 800);
            DrawEdges(canvas);
        });
        if (isBlackAndWhite) TestPaper.Binarize(scan);

        var page = await RecognizeAsync(scan);

        Assert.InRange(PageRecognizerTests.WordsMissing(page), 0, 6);
        Assert.Contains(MarginNote, PageText.Of(page).Text, StringComparison.Ordinal);
        Assert.InRange(page.Words.Count, 1, TestPaper.Words.Count + MarginNote.Split(' ').Length + 1);
        Assert.Equal("removed", page.Engine.Parameters["edges"]);
    }

    [Fact]
    public async Task A_blank_page_with_dark_edges_is_blank()
    {
        using var scan = TestPaper.Scan(Dpi, DrawEdges);

        Assert.True((await RecognizeAsync(scan)).IsBlank);
    }

    [Fact]
    public async Task Large_bold_letters_and_a_frame_at_the_edge_are_kept()
    {
        using var scan = TestPaper.Scan(Dpi, canvas =>
        {
            TestPaper.Draw(canvas);
            using var ink = new SKPaint { Color = SKColors.Black, IsStroke = true, StrokeWidth = 4 };
            canvas.DrawRect(2, 2, TestPaper.WidthPoints - 4, TestPaper.HeightPoints - 4, ink);
            TestPaper.DrawLine(canvas, "GHI CÔNG", 180, 730, 40);
        });

        var page = await RecognizeAsync(scan);

        Assert.False(page.Engine.Parameters.ContainsKey("edges"));
        Assert.Contains(page.Words, word => word.Text == "CÔNG");
        Assert.InRange(PageRecognizerTests.WordsMissing(page), 0, 6);
    }

    /// <summary>The lid of the scanner beyond the paper, the fold of a book, two holes for a binder.</summary>
    private static void DrawEdges(SKCanvas canvas)
    {
        using var ink = new SKPaint { Color = new(18, 18, 18), IsAntialias = true };
        canvas.DrawRect(0, 0, 13, TestPaper.HeightPoints, ink);
        canvas.DrawRect(0, 0, TestPaper.WidthPoints, 8, ink);
        foreach (var y in (float[])[310, 540]) canvas.DrawCircle(34, y, 8, ink);
        using var fold = SKShader.CreateLinearGradient(
            new(TestPaper.WidthPoints - 30, 0), new(TestPaper.WidthPoints, 0), [SKColors.Transparent, new(10, 10, 10)], SKShaderTileMode.Clamp);
        using var shade = new SKPaint { Shader = fold };
        canvas.DrawRect(TestPaper.WidthPoints - 30, 0, 30, TestPaper.HeightPoints, shade);
    }

    private async Task<PageWords> RecognizeAsync(SKBitmap scan)
    {
        TestPaper.SavePng(scan, _bench.PathOf("scan.png"));
        return (await _bench.RecognizeAsync(_bench.PathOf("scan.png"), "image/png")).Words;
    }
}
