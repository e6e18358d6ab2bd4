using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>Strokes that a fax has torn: black and white pages whose letters are few pixels high.</summary>
internal static class BrokenStrokes
{
    // In pixels of the page: finer scans have strokes that a lost row or column does not tear.
    private const double LargestLetterHeight = 20;

    // Pixels: gaps smaller than this are closed. With 2 half of the gain is missing, with 4 counters close as well.
    private const int Gap = 3;

    // Neither ink nor paper: a torn stroke and the eye of an e look alike, and the engine, which sees gray, may tell. With black nothing was won.
    private const byte Half = 128;

    /// <summary>Fills gaps within strokes with gray.</summary>
    /// <param name="gray">8-bit, of a 1-bit page.</param>
    /// <param name="letterHeight">In pixels, close to the x-height; null when there are too few letters to tell.</param>
    /// <returns>Whether it is a page for it.</returns>
    public static bool Join(PixHandle gray, double? letterHeight)
    {
        if (letterHeight is not <= LargestLetterHeight) return false;
        using var ink = ThresholdAt(gray, Half);
        using var closed = Close(0, ink, Gap, Gap);
        if (closed.IsInvalid) return false;
        using var gaps = Subtract(0, closed, ink);
        return !gaps.IsInvalid && Paint(gray, gaps, Half) == 0;
    }
}
