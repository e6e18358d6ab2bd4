using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>How a page lay on the scanner.</summary>
/// <param name="Quarters">Turns of 90 degrees clockwise that make it upright, 0 to 3.</param>
/// <param name="Skew">Radians clockwise that then make its lines level.</param>
internal readonly record struct PagePosition(int Quarters, double Skew)
{
    private const float SureOfSkew = 3;

    // Standard deviations of ascenders against descenders: pages with little text stray to -1, pages upside down lie below -10.
    private const float SureOfUpsideDown = -3;
    private const float SureOfUpright = 4;
    private const int MinAscenders = 20;

    // In inches: larger shapes are rules, frames and seals, which have no rows.
    private const double LargestLetter = 0.27;

    private const int Binary = 3;
    private const int White = 1;
    private const int BothSides = 6;
    private const int Smaller = 1;

    /// <summary>
    /// Level lines alternate between ink and paper from row to row, upright columns do not. Which way up they stand is told by ascenders,
    /// among which the marks of Vietnamese count: there are many more of them than of descenders.
    /// </summary>
    public static PagePosition Detect(PageInk ink)
    {
        var skew = SkewOf(ink.Pixels);
        using var level = RotateBinary(ink.Pixels, (float)skew, Binary, White, 0, 0);
        var largest = (int)(LargestLetter * ink.Resolution);
        using var letters = SelectShapes(level, largest, largest, 8, BothSides, Smaller, 0);
        // A quarter of the size: the letters of a line run together, and the strokes of letters, which are upright, no longer count.
        using var lines = Reduce(letters, 1, 1, 0, 0);
        using var columns = Rotate(lines, 1);
        if (letters.IsInvalid || columns.IsInvalid) return new(0, skew);
        if (RowContrast(columns) > RowContrast(lines))
        {
            // A picture or a blank page has columns as well as rows; without letters to tell the way up it stays as it lies.
            using var turned = Rotate(letters, 1);
            return new(Ascent(turned) switch { > 0 => 1, < 0 => 3, _ => 0 }, skew);
        }
        return new(IsUpsideDown(letters) ? 2 : 0, skew);
    }

    /// <summary>Nearly every page is upright, and half of its letters say so as surely, in half the time.</summary>
    private static bool IsUpsideDown(PixHandle letters)
    {
        _ = GetDimensions(letters, out var width, out var height, out _);
        using var upperHalf = Create(width, height / 2, 1);
        if (upperHalf.IsInvalid) return false;
        _ = Combine(upperHalf, 0, 0, width, height / 2, Replace, letters, 0, 0);
        return Ascent(upperHalf) < SureOfUpright && Ascent(letters) < SureOfUpsideDown;
    }

    /// <summary>The rules of a table are sure when its letters are not, and they may run either way.</summary>
    private static double SkewOf(PixHandle ink)
    {
        using var turned = Rotate(ink, 1);
        var across = FindSkew(ink, out var degrees, out var confidence) == 0 ? confidence : 0;
        var along = FindSkew(turned, out var turnedDegrees, out confidence) == 0 ? confidence : 0;
        if (Math.Max(across, along) < SureOfSkew) return 0;
        return double.DegreesToRadians(across >= along ? degrees : turnedDegrees);
    }

    private static float RowContrast(PixHandle letters) => MeasureRowContrast(letters, out var sum) == 0 ? sum : 0;

    private static float Ascent(PixHandle letters) => DetectUpsideDown(letters, out var confidence, MinAscenders, 0) == 0 ? confidence : 0;
}
