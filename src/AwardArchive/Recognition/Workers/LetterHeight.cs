using System.Runtime.InteropServices;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>How high the letters of a page are.</summary>
internal static class LetterHeight
{
    // In inches: between specks of dirt and drawings.
    private const double Smallest = 0.03;
    private const double Largest = 0.3;

    // Fewer shapes make no page of text.
    private const int MinShapes = 100;

    /// <returns>Median height of connected shapes of ink in pixels of the page, close to the x-height; null without enough of them.</returns>
    public static double? Measure(PageInk ink)
    {
        var shapes = FindShapes(ink.Pixels, 8);
        if (shapes == 0) return null;
        try
        {
            return MedianHeight(shapes, ink.Resolution) / ink.Reduction;
        }
        finally
        {
            DestroyBoxes(ref shapes);
        }
    }

    private static double? MedianHeight(nint shapes, double resolution)
    {
        var (smallest, largest) = (Smallest * resolution, Largest * resolution);
        var heights = new List<int>();
        for (var i = CountBoxes(shapes) - 1; i >= 0; i--)
        {
            _ = GetBox(shapes, i, out _, out _, out _, out var height);
            if (height >= smallest && height <= largest) heights.Add(height);
        }
        if (heights.Count < MinShapes) return null;
        CollectionsMarshal.AsSpan(heights).Sort();
        return heights[heights.Count / 2];
    }
}
