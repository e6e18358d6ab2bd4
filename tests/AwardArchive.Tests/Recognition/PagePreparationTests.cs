using AwardArchive.Recognition;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition;

public sealed class PagePreparationTests : IAsyncDisposable
{
    private const int Dpi = 200;
    private const string PlaceAndDate = "Đông Hà, ngày 19 tháng 8 năm 1995";

    private readonly RecognitionBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task A_page_that_lies_turned_comes_out_upright_with_boxes_on_its_words(int degrees)
    {
        using var upright = TestPaper.Scan(Dpi);
        using var turned = Turned(upright, degrees);

        var page = await RecognizeAsync(turned);

        Assert.Equal((upright.Width, upright.Height), (page.Words.Width, page.Words.Height));
        using var view = SKBitmap.Decode(page.ImagePath);
        Assert.Equal((upright.Width, upright.Height), (view.Width, view.Height));
        Assert.InRange(PageRecognizerTests.WordsMissing(page.Words), 0, 8);
        PageRecognizerTests.AssertStandsAt(page.Words, "Đông", PlaceAndDate, Dpi);
        Assert.True(IsInkAt(view, page.Words.Words.First(word => word.Text == "Đông")));
    }

    [Fact]
    public async Task A_turned_page_of_little_text_comes_out_upright_too()
    {
        using var upright = TestPaper.Scan(Dpi, canvas =>
        {
            TestPaper.DrawLine(canvas, "Tặng Huân chương Độc lập hạng Nhất cho bà mẹ Nguyễn Thị Thứ", 80, 120);
            TestPaper.DrawLine(canvas, "đã có nhiều đóng góp trong sự nghiệp giải phóng dân tộc", 80, 150);
        });
        using var turned = Turned(upright, 90);

        var page = await RecognizeAsync(turned);

        Assert.Equal((upright.Width, upright.Height), (page.Words.Width, page.Words.Height));
        Assert.Contains(page.Words.Words, word => word.Text == "Huân");
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task The_words_of_a_skewed_page_have_their_boxes_on_the_page_as_it_was_scanned(float degrees)
    {
        using var straight = TestPaper.Scan(Dpi);
        using var skewed = new SKBitmap(straight.Width, straight.Height);
        using (var canvas = new SKCanvas(skewed))
        {
            canvas.Clear(SKColors.White);
            canvas.RotateDegrees(degrees, straight.Width / 2f, straight.Height / 2f);
            canvas.DrawBitmap(straight, 0, 0, new SKSamplingOptions(SKFilterMode.Linear));
        }

        var page = await RecognizeAsync(skewed);

        Assert.InRange(PageRecognizerTests.WordsMissing(page.Words), 0, 8);
        var word = page.Words.Words.First(candidate => candidate.Text == "Đông");
        var (x, baseLine) = TestPaper.PlaceOf(PlaceAndDate);
        // The middle of the word's first letters, a little above the base line.
        var middle = SKMatrix.CreateRotationDegrees(degrees, straight.Width / 2f, straight.Height / 2f)
            .MapPoint((x + 15) * Dpi / 72f, (baseLine - 4) * Dpi / 72f);
        Assert.InRange(middle.X, word.X, word.X + word.Width);
        Assert.InRange(middle.Y, word.Y, word.Y + word.Height);
        Assert.InRange(word.Height, 20, 60);
    }

    [Fact]
    public async Task The_row_numbers_of_a_ruled_table_survive_on_a_skewed_and_turned_page()
    {
        using var straight = TestPaper.Scan(Dpi);
        using var turned = Turned(straight, 271);

        var page = await RecognizeAsync(turned);

        Assert.All((string[])["Hường", "Đượm", "Ngữ", "Kêm"], (name, row) =>
        {
            var person = page.Words.Words.First(word => word.Text == name);
            var number = page.Words.Words.Where(word => word.Line == person.Line).MinBy(word => word.X)!;
            // A lone 1 looks like an l in this face; that it stands there, and alone, is what the rules and the skew could spoil.
            Assert.Equal($"{row + 1}", number.Text == "l" ? "1" : number.Text);
        });
    }

    [Fact]
    public async Task A_blank_page_stays_as_it_lies()
    {
        using var blank = TestPaper.Scan(100, _ => { });

        var page = await RecognizeAsync(blank);

        Assert.Empty(page.Words.Words);
        Assert.Equal((blank.Width, blank.Height), (page.Words.Width, page.Words.Height));
    }

    private Task<RecognizedPage> RecognizeAsync(SKBitmap scan)
    {
        TestPaper.SavePng(scan, _bench.PathOf("scan.png"));
        return _bench.RecognizeAsync(_bench.PathOf("scan.png"), "image/png");
    }

    /// <summary>Clockwise, about a quarter, a half or three quarters; what a scanner would give of it.</summary>
    private static SKBitmap Turned(SKBitmap upright, float degrees)
    {
        var sideways = (int)Math.Round(degrees / 90) % 2 != 0;
        var turned = sideways ? new SKBitmap(upright.Height, upright.Width) : new SKBitmap(upright.Width, upright.Height);
        using var canvas = new SKCanvas(turned);
        canvas.Clear(SKColors.White);
        canvas.Translate(turned.Width / 2f, turned.Height / 2f);
        canvas.RotateDegrees(degrees);
        canvas.DrawBitmap(upright, -upright.Width / 2f, -upright.Height / 2f, new SKSamplingOptions(SKFilterMode.Linear));
        return turned;
    }

    private static bool IsInkAt(SKBitmap view, Word word)
    {
        for (var y = word.Y; y < word.Y + word.Height; y++)
        {
            for (var x = word.X; x < word.X + word.Width; x++)
            {
                if (view.GetPixel(x, y).Red < 100) return true;
            }
        }
        return false;
    }
}
