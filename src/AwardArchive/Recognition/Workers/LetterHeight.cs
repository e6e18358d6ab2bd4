using System.Runtime.InteropServices;
using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>How high the letters of a page are.</summary>
internal static class LetterHeight
{
    // Half the size shows letters well enough and is four times as fast.
    private const float Reduction = 0.5f;

    // In inches: between specks of dirt and drawings.
    private const double Smallest = 0.03;
    private const double Largest = 0.3;

    // Fewer shapes make no page of text.
    private const int MinShapes = 100;

    /// <param name="gray">8-bit.</param>
    /// <param name="resolution">Dots per inch.</param>
    /// <returns>Median height of connected shapes of ink in pixels, close to the x-height; null without enough of them.</returns>
    public static double? Measure(PixHandle gray, int resolution)
    {
        using var reduced = ScaleDown(gray, Reduction, Reduction);
        if (reduced.IsInvalid) return null;
        _ = GetDimensions(reduced, out var width, out var height, out _);
        if (ThresholdByOtsu(reduced, width, height, 0, 0, 0.1f, 0, out var ink) != 0) return null;
        using (ink)
        {
            var shapes = FindShapes(ink, 8);
            if (shapes == 0) return null;
            try
            {
                return MedianHeight(shapes, resolution);
            }
            finally
            {
                DestroyBoxes(ref shapes);
            }
        }
    }

    private static double? MedianHeight(nint shapes, int resolution)
    {
        var (smallest, largest) = (Smallest * resolution * Reduction, Largest * resolution * Reduction);
        var heights = new List<int>();
        for (var i = CountBoxes(shapes) - 1; i >= 0; i--)
        {
            _ = GetBox(shapes, i, out _, out _, out _, out var height);
            if (height >= smallest && height <= largest) heights.Add(height);
        }
        if (heights.Count < MinShapes) return null;
        CollectionsMarshal.AsSpan(heights).Sort();
        return heights[heights.Count / 2] / (double)Reduction;
    }
}
