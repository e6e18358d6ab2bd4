using AwardArchive.Archive;
using SkiaSharp;

namespace AwardArchive.Capture.FileWorkers;

/// <summary>Cuts what a box shows out of a page image.</summary>
internal static class ImageCrop
{
    /// <summary>Pages of more pixels are no paper.</summary>
    private const long MostDecoded = 400_000_000;

    /// <summary>Round the box, as a share of its height, so that the letters do not touch the edge.</summary>
    private const double Margin = 0.35;

    private const int LeastMargin = 12, MostPixels = 4_000_000, JpegQuality = 80;

    /// <summary>Cuts all boxes out of one page.</summary>
    /// <param name="path">JPEG or PNG.</param>
    /// <returns>In the order of the boxes; null for each that cannot be had.</returns>
    public static IReadOnlyList<EncodedImage?> Cut(string path, IReadOnlyList<Box> boxes)
    {
        using var codec = SKCodec.Create(path);
        using var image = codec is null || (long)codec.Info.Width * codec.Info.Height > MostDecoded ? null : SKBitmap.Decode(codec);
        return [.. boxes.Select(box => image is null ? null : Of(image, box))];
    }

    /// <param name="image">The page.</param>
    /// <param name="box">In its pixels.</param>
    /// <returns>The same for the same image and box; null when the box does not lie on the image or the image cannot be decoded.</returns>
    public static EncodedImage? Of(SKBitmap image, Box box)
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
        return crop.Encode(SKEncodedImageFormat.Jpeg, JpegQuality) is { } jpeg ? new(info.Width, info.Height, jpeg) : null;
    }
}
