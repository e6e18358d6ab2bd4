using SkiaSharp;

namespace AwardArchive.Capture.FileWorkers;

internal static class SmallImage
{
    private const int JpegQuality = 82;

    /// <summary>Makes a smaller copy for the screen.</summary>
    /// <param name="path">JPEG or PNG, at least <paramref name="width"/> pixels wide.</param>
    /// <returns>JPEG of that width.</returns>
    /// <exception cref="InvalidDataException">The image cannot be decoded.</exception>
    public static EncodedImage Make(string path, int width)
    {
        using var codec = SKCodec.Create(path) ?? throw new InvalidDataException("The page image cannot be decoded.");
        // A JPEG is decoded at an eighth to the whole of its size, which keeps the time and memory of a thumbnail small.
        var decoded = codec.GetScaledDimensions((float)width / codec.Info.Width);
        using var bitmap = SKBitmap.Decode(codec, new SKImageInfo(decoded.Width, decoded.Height))
            ?? throw new InvalidDataException("The page image cannot be decoded.");
        var height = Math.Max(1, (int)Math.Round((double)codec.Info.Height * width / codec.Info.Width));
        using var small = bitmap.Resize(new SKImageInfo(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return new(width, height, small.Encode(SKEncodedImageFormat.Jpeg, JpegQuality));
    }
}
