using SkiaSharp;

namespace AwardArchive.Viewing;

internal static class PageImage
{
    private const int JpegQuality = 82;

    /// <summary>Makes a smaller copy for the screen.</summary>
    /// <param name="image">JPEG or PNG, at least <paramref name="width"/> pixels wide.</param>
    /// <returns>JPEG of that width, at its start.</returns>
    /// <exception cref="InvalidDataException">The stored image cannot be decoded.</exception>
    public static Stream Shrink(Stream image, int width)
    {
        using var codec = SKCodec.Create(image) ?? throw new InvalidDataException("The stored page image cannot be decoded.");
        // A JPEG is decoded at an eighth to the whole of its size, which keeps the time and memory of a thumbnail small.
        var decoded = codec.GetScaledDimensions((float)width / codec.Info.Width);
        using var bitmap = SKBitmap.Decode(codec, new SKImageInfo(decoded.Width, decoded.Height))
            ?? throw new InvalidDataException("The stored page image cannot be decoded.");
        var height = Math.Max(1, (int)Math.Round((double)codec.Info.Height * width / codec.Info.Width));
        using var small = bitmap.Resize(new SKImageInfo(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return small.Encode(SKEncodedImageFormat.Jpeg, JpegQuality).AsStream(streamDisposesData: true);
    }
}
