using SkiaSharp;

namespace AwardArchive.Capture.FileWorkers;

internal static class FlatImage
{
    /// <summary>Draws an image on white and codes it as a PNG that PDF can hold as it is.</summary>
    /// <exception cref="InvalidDataException">The image cannot be decoded.</exception>
    public static EncodedImage Make(string path)
    {
        using var image = SKBitmap.Decode(path) ?? throw new InvalidDataException("The page image cannot be decoded.");
        using var flat = new SKBitmap(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(flat))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawBitmap(image, 0, 0, SKSamplingOptions.Default);
        }
        using var pixels = flat.PeekPixels();
        var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 6))
            ?? throw new InvalidDataException("The page image cannot be written as PNG.");
        return new(flat.Width, flat.Height, png);
    }
}
