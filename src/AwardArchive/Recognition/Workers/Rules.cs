using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>The upright lines of tables and frames, which the engine takes for letters: <c>l</c>, <c>I</c>, <c>|</c>.</summary>
internal static class Rules
{
    // In inches: longer than any upright stroke of a letter.
    private const double ShortestRule = 0.4;

    private const uint White = 255;

    /// <param name="gray">8-bit, lines level; painted white where the rules were.</param>
    /// <param name="resolution">Dots per inch.</param>
    /// <returns>Whether there were any.</returns>
    public static bool Remove(PixHandle gray, double resolution)
    {
        _ = GetDimensions(gray, out var width, out var height, out _);
        if (ThresholdByOtsu(gray, width, height, 0, 0, 0.1f, 0, out var ink) != 0) return false;
        using (ink)
        using (var rules = Open(0, ink, 1, (int)(ShortestRule * resolution)))
        {
            if (rules.IsInvalid || IsEmpty(rules, out var none) != 0 || none != 0) return false;
            // The gray edge of a line is not ink yet.
            using var wide = Dilate(0, rules, 3, 3);
            return !wide.IsInvalid && Paint(gray, wide, White) == 0;
        }
    }
}
