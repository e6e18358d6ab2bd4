using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>What is ink on a page, small enough to be measured in little time.</summary>
/// <param name="Pixels">1-bit.</param>
/// <param name="Reduction">Pixels here for one pixel of the page, 1 or less.</param>
/// <param name="Resolution">Here, dots per inch.</param>
internal sealed record PageInk(PixHandle Pixels, double Reduction, double Resolution) : IDisposable
{
    // Of 255, where flattened paper has about 200: print through a page and the grain of paper are brighter, faded ink is darker.
    private const int DarkestPaper = 160;

    // In inches: smaller is dirt.
    private const double SmallestLetter = 0.03;

    private const int EitherSide = 5;
    private const int LargerOrEqual = 4;

    // Enough to tell ascenders from letters without.
    private const double LargestResolution = 150;

    /// <summary>Whether nothing on the page is larger than dirt and darker than paper.</summary>
    public required bool IsBlank { get; init; }

    /// <param name="gray">8-bit.</param>
    /// <param name="resolution">Dots per inch.</param>
    /// <returns>Null for a page that is too small to have ink told from paper.</returns>
    public static PageInk? Of(PixHandle gray, int resolution)
    {
        var reduction = Math.Min(1, LargestResolution / resolution);
        using var reduced = ScaleDown(gray, (float)reduction, (float)reduction);
        if (reduced.IsInvalid) return null;
        // Else the one threshold takes the darker half of a yellowed page for ink.
        using var flat = FlattenBackground(reduced, 0, 0);
        if (flat.IsInvalid) return null;
        var ink = Threshold(flat);
        return ink.IsInvalid ? null : new(ink, reduction, resolution * reduction) { IsBlank = HasNoInk(flat, resolution * reduction) };
    }

    /// <summary>1-bit, by one threshold for the whole page.</summary>
    public static PixHandle Threshold(PixHandle gray)
    {
        _ = GetDimensions(gray, out var width, out var height, out _);
        _ = ThresholdByOtsu(gray, width, height, 0, 0, 0.1f, 0, out var ink);
        return ink;
    }

    private static bool HasNoInk(PixHandle flat, double resolution)
    {
        using var dark = ThresholdAt(flat, DarkestPaper);
        var side = (int)(SmallestLetter * resolution);
        using var shapes = SelectShapes(dark, side, side, 8, EitherSide, LargerOrEqual, 0);
        return !shapes.IsInvalid && IsEmpty(shapes, out var none) == 0 && none != 0;
    }

    public void Dispose() => Pixels.Dispose();
}
