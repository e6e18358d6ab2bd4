using AwardArchive.Recognition.Native;

namespace AwardArchive.Recognition.Workers;

/// <summary>The rows of a 32-bit image: red in the highest bits, then green and blue.</summary>
internal readonly unsafe struct PagePixels
{
    private readonly uint* _words;

    /// <param name="pixels">Must outlive this.</param>
    public PagePixels(PixHandle pixels)
    {
        _ = LeptonicaApi.GetDimensions(pixels, out var width, out var height, out _);
        (Width, Height) = (width, height);
        _words = (uint*)LeptonicaApi.GetData(pixels);
    }

    public int Width { get; }

    public int Height { get; }

    public ReadOnlySpan<uint> Row(int y) => new(_words + ((long)y * Width), Width);
}
