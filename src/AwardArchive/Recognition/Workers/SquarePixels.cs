using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>
/// Faxes of standard resolution have half as many rows as columns to the inch (204 by 98: ITU-T T.4): their letters are half as high as they
/// should be, for the engine and for people.
/// </summary>
internal static class SquarePixels
{
    // Coarser than this, and in another relation, a resolution is nonsense.
    private const int Coarsest = 50;
    private const float LeastStretch = 1.3f;
    private const float MostStretch = 3;

    /// <param name="maxPixels">Not stretched beyond.</param>
    /// <param name="resolution">Across, in dots per inch, as the file has it; comes out as that of the square pixels.</param>
    /// <returns>A new image with the coarser side stretched; null when the pixels are square.</returns>
    public static PixHandle? Of(PixHandle pixels, int maxPixels, ref int resolution)
    {
        var (across, down) = (GetResolution(pixels), GetResolutionDown(pixels));
        if (Math.Min(across, down) < Coarsest) return null;
        var finer = Math.Max(across, down);
        var (stretchX, stretchY) = ((float)finer / across, (float)finer / down);
        _ = GetDimensions(pixels, out var width, out var height, out var depth);
        if (stretchX * stretchY is < LeastStretch or > MostStretch || width * stretchX * height * stretchY > maxPixels) return null;
        resolution = finer;
        return depth == 1 ? ScaleBinary(pixels, stretchX, stretchY) : ScaleUp(pixels, stretchX, stretchY);
    }
}
