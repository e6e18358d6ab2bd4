using System.Runtime.InteropServices;
using AwardArchive.Recognition.Native;
using AwardArchive.Recognition.Workers;
using CsCheck;

namespace AwardArchive.Tests.Recognition;

public sealed class AreaMapTests
{
    [Fact]
    public void Each_pixel_is_the_mean_of_the_area_that_it_covers() =>
        Gen.Select(Gen.Int[1, 90], Gen.Int[1, 60], Gen.Double[0.2, 0.69], Gen.UInt).Sample((width, height, scale, seed) =>
        {
            using var gray = LeptonicaApi.Create(width, height, 8);
            var random = new Random((int)(seed >> 1));
            var levels = new byte[height, width];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++) Marshal.WriteByte(At(gray, x, y), levels[y, x] = (byte)random.Next(256));
            }

            using var small = AreaMap.Shrink(gray, scale);

            if (small.IsInvalid) return;
            _ = LeptonicaApi.GetDimensions(small, out var newWidth, out var newHeight, out var depth);
            Assert.Equal(8, depth);
            for (var y = 0; y < newHeight; y++)
            {
                for (var x = 0; x < newWidth; x++)
                {
                    var mean = Mean(levels, x * (double)width / newWidth, y * (double)height / newHeight, (x + 1.0) * width / newWidth, (y + 1.0) * height / newHeight);
                    Assert.InRange(Marshal.ReadByte(At(small, x, y)), mean - 2, mean + 2);
                }
            }
        });

    [Fact]
    public void White_stays_white()
    {
        using var gray = LeptonicaApi.Create(97, 61, 8);
        for (var y = 0; y < 61; y++)
        {
            for (var x = 0; x < 97; x++) Marshal.WriteByte(At(gray, x, y), 255);
        }

        using var small = AreaMap.Shrink(gray, 0.57);

        _ = LeptonicaApi.GetDimensions(small, out var width, out var height, out _);
        Assert.Equal((55, 35), (width, height));
        Assert.All(Enumerable.Range(0, width * height), i => Assert.Equal(255, Marshal.ReadByte(At(small, i % width, i / width))));
    }

    /// <summary>In a word of four pixels the leftmost is the last byte.</summary>
    private static nint At(PixHandle gray, int x, int y) => LeptonicaApi.GetData(gray) + (y * LeptonicaApi.GetWordsPerRow(gray) * sizeof(uint)) + (x ^ 3);

    private static double Mean(byte[,] levels, double left, double top, double right, double bottom)
    {
        double sum = 0, area = 0;
        for (var y = (int)top; y < Math.Min(bottom, levels.GetLength(0)); y++)
        {
            for (var x = (int)left; x < Math.Min(right, levels.GetLength(1)); x++)
            {
                var part = (Math.Min(bottom, y + 1) - Math.Max(top, y)) * (Math.Min(right, x + 1) - Math.Max(left, x));
                (sum, area) = (sum + (part * levels[y, x]), area + part);
            }
        }
        return sum / area;
    }
}
