using SkiaSharp;

namespace AwardArchive.Demo;

/// <summary>Paper, light, worn ink and noise, pixel by pixel.</summary>
internal static class ScanTexture
{
    /// <summary>Gauss's blur by repeated [k, 1 - 2k, k], across and down.</summary>
    /// <param name="deviation">In pixels.</param>
    public static void Blur(SKBitmap image, float deviation)
    {
        // One pass of the kernel has the variance 2k; k up to 1/4 keeps it smooth.
        var passes = (int)MathF.Ceiling(deviation * deviation * 2);
        var side = (int)(deviation * deviation / 2 / passes * 256);
        var channels = image.BytesPerPixel;
        var pixels = image.GetPixelSpan();
        var stride = image.RowBytes;
        var used = image.Width * channels;
        var before = new byte[used];
        var current = new byte[used];
        for (; passes > 0; passes--)
        {
            for (var y = 0; y < image.Height; y++)
            {
                var row = pixels.Slice(y * stride, used);
                row.CopyTo(current);
                for (var i = channels; i < used - channels; i++)
                    row[i] = (byte)(((side * (current[i - channels] + current[i + channels])) + ((256 - (2 * side)) * current[i]) + 128) >> 8);
            }

            pixels[..used].CopyTo(before);
            for (var y = 1; y < image.Height - 1; y++)
            {
                var row = pixels.Slice(y * stride, used);
                var below = pixels.Slice((y + 1) * stride, used);
                row.CopyTo(current);
                for (var i = 0; i < used; i++)
                    row[i] = (byte)(((side * (before[i] + below[i])) + ((256 - (2 * side)) * current[i]) + 128) >> 8);
                (before, current) = (current, before);
            }
        }
    }

    /// <summary>Lays the drawing, dark on white, on the paper of <paramref name="damage"/>.</summary>
    public static void Apply(SKBitmap image, ScanDamage damage, bool bilevel, SplitMix64 random)
    {
        if (damage.IsNone && !bilevel) return;
        var (width, height) = (image.Width, image.Height);
        var resolution = Math.Max(width, height) / 2339f;
        var light = new SmoothField(width, height, 700 * resolution, random);
        var fade = new SmoothField(width, height, 160 * resolution, random);
        var grain = new SmoothField(width, height, 2.2f, random);
        var (lights, fades, grains) = (new float[width], new float[width], new float[width]);

        var channels = image.BytesPerPixel;
        ReadOnlySpan<float> paper = channels == 1
            ? [Luma(damage.Paper)]
            : [damage.Paper.Blue, damage.Paper.Green, damage.Paper.Red];
        var black = Luma(damage.Paper) * damage.Threshold;
        // Two bytes make a triangle, whose deviation is 104.
        var noise = damage.Noise / 104;
        var pixels = image.GetPixelSpan();
        ulong dice = 0;
        for (var y = 0; y < height; y++)
        {
            var row = pixels.Slice(y * image.RowBytes, width * channels);
            if (damage.Shade > 0) light.Row(y, lights);
            if (damage.Fade > 0) fade.Row(y, fades);
            if (damage.Grain > 0) grain.Row(y, grains);
            for (var x = 0; x < width; x++)
            {
                dice = (x & 3) == 0 ? random.Next() : dice >> 16;
                var speck = ((int)(dice & 0xFF) + (int)((dice >> 8) & 0xFF) - 255) * noise;
                var lit = 1 - (damage.Shade * lights[x]);
                var eaten = Math.Max(0, grains[x] - 0.55f) * 2.2f * damage.Grain;
                var strength = (1 - (damage.Fade * fades[x])) * (1 - eaten);
                for (var c = 0; c < paper.Length; c++)
                {
                    ref var pixel = ref row[(x * channels) + c];
                    var value = (paper[c] * lit * (1 - ((255 - pixel) / 255f * strength))) + speck;
                    if (bilevel) value = value < black * lit ? 0 : 255;
                    pixel = (byte)Math.Clamp(value + 0.5f, 0, 255);
                }
            }
        }
        if (bilevel) Speckle(image, damage.Specks, random);
    }

    private static void Speckle(SKBitmap image, int specks, SplitMix64 random)
    {
        var pixels = image.GetPixelSpan();
        for (; specks > 0; specks--)
        {
            var (x, y) = (random.Between(0, image.Width - 3), random.Between(0, image.Height - 3));
            var (across, down) = (random.Between(1, 2), random.Between(1, 2));
            var shade = (byte)(random.Chance(0.7f) ? 0 : 255);
            for (var j = 0; j < down; j++) pixels.Slice(((y + j) * image.RowBytes) + x, across).Fill(shade);
        }
    }

    private static float Luma(SKColor color) => (0.299f * color.Red) + (0.587f * color.Green) + (0.114f * color.Blue);
}
