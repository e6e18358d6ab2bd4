using AwardArchive.Recognition.Native;
using AwardArchive.Recognition.Workers;

namespace AwardArchive.Tests.Recognition;

public sealed class BrokenStrokesTests
{
    private const int Side = 64, Gray = 128, Paper = 255;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_gap_of_a_pixel_or_two_within_a_stroke_becomes_gray(int gap)
    {
        using var page = Stroke(gap);

        Assert.True(BrokenStrokes.Join(page, letterHeight: 15));

        for (var x = 30; x < 30 + gap; x++) Assert.Equal(Gray, At(page, x, 31));
        Assert.Equal(0, At(page, 29, 31));
        Assert.Equal(0, At(page, 30 + gap, 31));
        Assert.Equal(Paper, At(page, 30, 27));
    }

    [Fact]
    public void What_lies_three_pixels_apart_stays_apart()
    {
        using var page = Stroke(gap: 3);

        BrokenStrokes.Join(page, letterHeight: 15);

        for (var x = 30; x < 33; x++) Assert.Equal(Paper, At(page, x, 31));
    }

    [Theory]
    [InlineData(24.0)]
    [InlineData(null)]
    public void A_page_of_higher_letters_or_of_none_is_left_as_it_is(double? letterHeight)
    {
        using var page = Stroke(gap: 1);

        Assert.False(BrokenStrokes.Join(page, letterHeight));

        Assert.Equal(Paper, At(page, 30, 31));
    }

    /// <summary>A black stroke from left to right, three pixels high, torn at 30.</summary>
    private static PixHandle Stroke(int gap)
    {
        var page = LeptonicaApi.Create(Side, Side, 8);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var isInk = y is >= 30 and <= 32 && x is >= 10 and < 54 && !(x >= 30 && x < 30 + gap);
                Pixel(page, x, y) = (byte)(isInk ? 0 : Paper);
            }
        }
        return page;
    }

    private static int At(PixHandle page, int x, int y) => Pixel(page, x, y);

    /// <summary>Leptonica keeps four pixels in a word, the first in its highest byte.</summary>
    private static unsafe ref byte Pixel(PixHandle page, int x, int y) =>
        ref ((byte*)LeptonicaApi.GetData(page))[(y * LeptonicaApi.GetWordsPerRow(page) * 4) + (x ^ 3)];
}
