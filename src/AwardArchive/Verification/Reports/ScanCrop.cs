using AwardArchive.Archive;
using SkiaSharp;

namespace AwardArchive.Verification.Reports;

/// <summary>Cuts what a box shows out of a page image.</summary>
internal static class ScanCrop
{
    /// <summary>Round the box, as a share of its height, so that the letters do not touch the edge.</summary>
    private const double Margin = 0.35;

    private const int LeastMargin = 12, MostPixels = 4_000_000, JpegQuality = 80;

    /// <param name="image">JPEG or PNG.</param>
    /// <param name="box">In its pixels.</param>
    /// <returns>The same for the same image and box; null when the box does not lie on the image or the image cannot be decoded.</returns>
    public static CropImage? Of(SKBitmap image, Box box)
    {
        var margin = Math.Max(LeastMargin, (int)(Math.Min(box.Height, 200) * Margin));
        var area = SKRectI.Intersect(
            new(box.X - margin, box.Y - margin, box.Right + margin, box.Bottom + margin), new(0, 0, image.Width, image.Height));
        if (area.Width <= 0 || area.Height <= 0) return null;
        var scale = Math.Min(1, Math.Sqrt((double)MostPixels / ((long)area.Width * area.Height)));
        var info = new SKImageInfo(Math.Max(1, (int)(area.Width * scale)), Math.Max(1, (int)(area.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var crop = new SKBitmap(info);
        using (var canvas = new SKCanvas(crop))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawBitmap(image, area, new SKRectI(0, 0, info.Width, info.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
        using var jpeg = crop.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return jpeg is null ? null : new(info.Width, info.Height, jpeg.ToArray());
    }
}
