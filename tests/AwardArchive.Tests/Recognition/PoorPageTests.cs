using AwardArchive.Recognition;
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
