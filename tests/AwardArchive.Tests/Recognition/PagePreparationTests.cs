using System.Globalization;
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
        Assert.True(page.Words.IsBlank);
        Assert.Equal((blank.Width, blank.Height), (page.Words.Width, page.Words.Height));
    }

    [Fact]
    public async Task Paper_with_dirt_on_it_is_blank()
    {
        using var dirty = TestPaper.Scan(Dpi, canvas =>
        {
            using var dirt = new SKPaint { Color = SKColors.Black };
            for (var i = 0; i < 200; i++) canvas.DrawRect(i * 131 % 590, i * 577 % 840, 0.8f, 0.8f, dirt);
        });

        var page = await RecognizeAsync(dirty);

        Assert.True(page.Words.IsBlank);
        Assert.Empty(page.Words.Words);
    }

    [Fact]
    public async Task A_page_of_one_short_line_is_not_blank_and_its_time_is_noted()
    {
        using var scan = TestPaper.Scan(Dpi, canvas => TestPaper.DrawLine(canvas, "Phụ lục số 2", 250, 60));

        var page = await RecognizeAsync(scan);

        Assert.False(page.Words.IsBlank);
        Assert.Contains(page.Words.Words, word => word.Text == "lục");
        Assert.True(page.Words.Seconds > 0);
    }

    [Theory]
    [InlineData(0xFF7C7C90U)]
    [InlineData(0xFF9696A8U)]
    [InlineData(0xFFA8A8B6U)]
    public async Task A_pale_carbon_copy_is_not_taken_for_blank_and_is_read(uint ink)
    {
        using var scan = TestPaper.Scan(Dpi, canvas =>
        {
            canvas.Clear(new(226, 220, 203));
            using var layer = new SKPaint
            {
                ColorFilter = SKColorFilter.CreateBlendMode(new SKColor(ink), SKBlendMode.SrcIn), ImageFilter = SKImageFilter.CreateBlur(0.25f, 0.25f),
            };
            canvas.SaveLayer(layer);
            TestPaper.Draw(canvas);
            canvas.Restore();
        });

        var page = await RecognizeAsync(scan);

        Assert.False(page.Words.IsBlank);
        Assert.InRange(PageRecognizerTests.WordsMissing(page.Words), 0, 15);
    }

    [Fact]
    public async Task A_back_through_which_the_front_shines_is_blank()
    {
        using var scan = TestPaper.Scan(Dpi, canvas => DrawBack(canvas, 0.07f));

        Assert.True((await RecognizeAsync(scan)).Words.IsBlank);
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.2f)]
    public async Task Print_of_the_other_side_that_shines_through_is_not_read(float strength)
    {
        using var scan = TestPaper.Scan(Dpi, canvas =>
        {
            DrawBack(canvas, strength);
            TestPaper.Draw(canvas);
        });

        var page = await RecognizeAsync(scan);

        Assert.InRange(PageRecognizerTests.WordsMissing(page.Words), 0, 8);
        Assert.InRange(page.Words.Words.Count, 1, TestPaper.Words.Count + 4);
    }

    [Fact]
    public async Task A_page_that_is_lit_from_one_side_is_read_and_lies_as_it_should()
    {
        using var scan = TestPaper.Scan(Dpi, canvas =>
        {
            TestPaper.Draw(canvas);
            using var light = SKShader.CreateLinearGradient(new(0, 0), new(TestPaper.WidthPoints, 300), [SKColors.White, new(120, 120, 120)], SKShaderTileMode.Clamp);
            using var shade = new SKPaint { Shader = light, BlendMode = SKBlendMode.Multiply };
            canvas.DrawRect(0, 0, TestPaper.WidthPoints, TestPaper.HeightPoints, shade);
        });
        using var turned = Turned(scan, 180);

        var page = await RecognizeAsync(turned);

        Assert.Equal("180", page.Words.Engine.Parameters["turned"]);
        Assert.InRange(PageRecognizerTests.WordsMissing(page.Words), 0, 10);
    }

    [Fact]
    public async Task Leaders_of_a_form_are_not_read_as_letters()
    {
        using var scan = TestPaper.Scan(Dpi, canvas =>
        {
            TestPaper.Draw(canvas);
            for (var line = 0; line < 6; line++)
            {
                TestPaper.DrawLine(canvas, "Quê quán: xã Triệu Phong", 60, 640 + (28 * line));
                TestPaper.DrawLine(canvas, new string('.', 70), 225, 640 + (28 * line));
            }
        });

        var page = await RecognizeAsync(scan);

        var below = page.Words.Words.Where(word => word.Y > 620 * Dpi / 72);
        Assert.All(below, word => Assert.Contains(word.Text.TrimEnd('.'), (string[])["Quê", "quán:", "xã", "Triệu", "Phong"]));
        Assert.Equal(6, below.Count(word => word.Text.TrimEnd('.') == "Phong"));
        Assert.Equal("removed", page.Words.Engine.Parameters["leaders"]);
    }

    [Theory]
    [InlineData(0xFFFFFFFF)]
    [InlineData(0xFFC8B88CU)]
    public async Task The_cells_of_a_list_are_all_read_and_have_their_boxes_where_they_stand(uint paper)
    {
        using var scan = List(new SKColor(paper));

        var page = await RecognizeAsync(scan);

        var words = page.Words.Words;
        Assert.Equal(24, words.Count(word => word.Text == "Nhất"));
        Assert.All(words.Where(word => word.Text == "Nhất"), word => Assert.InRange(word.X, 495 * Dpi / 72, 505 * Dpi / 72));
        // A 1 of this face may be read as an l; that four figures stand where they should is what packing could spoil.
        Assert.Equal(24, words.Count(word => word.Text.TrimEnd('.').Length == 4 && word.X >= 325 * Dpi / 72 && word.X <= 335 * Dpi / 72));
        Assert.Equal(24, words.Count(word => word.Text.Length == 2 && word.X >= 55 * Dpi / 72 && word.X <= 65 * Dpi / 72));
        Assert.Equal("packed", page.Words.Engine.Parameters["rows"]);
    }

    /// <remarks>Its ink says that it lies sideways, since its cells stand in columns.</remarks>
    [Fact]
    public async Task A_page_that_its_ink_turned_the_wrong_way_is_tried_the_other_ways()
    {
        using var scan = List(SKColors.White);

        var page = await RecognizeAsync(scan);

        Assert.True(int.Parse(page.Words.Engine.Parameters["tries"], CultureInfo.InvariantCulture) > 1);
        Assert.False(page.Words.Engine.Parameters.ContainsKey("turned"));
        Assert.Equal((scan.Width, scan.Height), (page.Words.Width, page.Words.Height));
        using var view = SKBitmap.Decode(page.ImagePath);
        Assert.Equal((scan.Width, scan.Height), (view.Width, view.Height));
    }

    [Fact]
    public async Task Without_a_budget_a_page_is_tried_once()
    {
        _bench.Options.RetryBudget = TimeSpan.Zero;
        using var scan = List(SKColors.White);

        var page = await RecognizeAsync(scan);

        Assert.False(page.Words.Engine.Parameters.ContainsKey("tries"));
    }

    /// <summary>The test paper seen through the sheet.</summary>
    /// <param name="strength">Share of the light that its ink takes.</param>
    internal static void DrawBack(SKCanvas canvas, float strength)
    {
        canvas.Save();
        canvas.Scale(-1, 1, TestPaper.WidthPoints / 2, 0);
        canvas.Translate(0, 9);
        using var layer = new SKPaint { Color = SKColors.White.WithAlpha((byte)(255 * strength)), ImageFilter = SKImageFilter.CreateBlur(0.5f, 0.5f) };
        canvas.SaveLayer(layer);
        TestPaper.Draw(canvas);
        canvas.Restore();
        canvas.Restore();
    }

    private static SKBitmap List(SKColor paper) => TestPaper.Scan(Dpi, canvas =>
    {
        canvas.Clear(paper);
        for (var row = 1; row <= 24; row++)
        {
            TestPaper.DrawLine(canvas, $"{row + 10}", 60, 60 + (30 * row));
            TestPaper.DrawLine(canvas, "Nguyễn Thị Hường", 110, 60 + (30 * row));
            TestPaper.DrawLine(canvas, $"{1900 + row}", 330, 60 + (30 * row));
            TestPaper.DrawLine(canvas, "Nhất", 500, 60 + (30 * row));
        }
    });

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
