using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>What is ink on a page, small enough to be measured in little time.</summary>
/// <param name="Pixels">1-bit.</param>
/// <param name="Reduction">Pixels here for one pixel of the page, 1 or less.</param>
/// <param name="Resolution">Here, dots per inch.</param>
internal sealed record PageInk(PixHandle Pixels, double Reduction, double Resolution) : IDisposable
{
    // Enough to tell ascenders from letters without.
    private const double LargestResolution = 150;

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
        _ = GetDimensions(flat, out var width, out var height, out _);
        return ThresholdByOtsu(flat, width, height, 0, 0, 0.1f, 0, out var ink) == 0 ? new(ink, reduction, resolution * reduction) : null;
    }

    public void Dispose() => Pixels.Dispose();
}
