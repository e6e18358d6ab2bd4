using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>What is ink on a page, small enough to be measured in little time.</summary>
/// <param name="Pixels">1-bit.</param>
/// <param name="Reduction">Pixels here for one pixel of the page, 1 or less.</param>
/// <param name="Resolution">Here, dots per inch.</param>
/// <param name="Edges">What <see cref="DarkEdges"/> found, and is no ink; else null.</param>
/// <param name="Paper">The gray of the paper.</param>
internal sealed record PageInk(PixHandle Pixels, double Reduction, double Resolution, PixHandle? Edges, byte Paper) : IDisposable
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

    /// <summary>As <see cref="PaperLight"/> measures it.</summary>
    public required double Unevenness { get; init; }

    /// <param name="gray">8-bit.</param>
    /// <param name="resolution">Dots per inch.</param>
    /// <returns>Null for a page that is too small to have ink told from paper.</returns>
    public static PageInk? Of(PixHandle gray, double resolution)
    {
        var reduction = Math.Min(1, LargestResolution / resolution);
        using var reduced = reduction < 1 ? ScaleDown(gray, (float)reduction, (float)reduction) : Copy(0, gray);
        if (reduced.IsInvalid) return null;
        resolution *= reduction;
        var paper = new GrayLevels(reduced).Paper;
        var edges = DarkEdges.Find(reduced, paper, resolution);
        if (edges is not null) DarkEdges.Erase(reduced, edges, paper);
        // Else the one threshold takes the darker half of a yellowed page for ink.
        using var flat = FlattenBackground(reduced, 0, 0);
        var ink = flat.IsInvalid ? flat : ThresholdAt(flat, new GrayLevels(flat).Threshold());
        if (ink.IsInvalid)
        {
            edges?.Dispose();
            return null;
        }
        return new(ink, reduction, resolution, edges, paper)
        {
            IsBlank = HasNoInk(flat, resolution, edges),
            Unevenness = PaperLight.Unevenness(reduced, resolution),
        };
    }

    private static bool HasNoInk(PixHandle flat, double resolution, PixHandle? edges)
    {
        using var dark = ThresholdAt(flat, DarkestPaper);
        // The shade beside a dark edge is no ink; only here, since there may be letters in it.
        if (edges is not null) DarkEdges.EraseWithShade(dark, edges, resolution);
        var side = (int)(SmallestLetter * resolution);
        using var shapes = SelectShapes(dark, side, side, 8, EitherSide, LargerOrEqual, 0);
        return !shapes.IsInvalid && IsEmpty(shapes, out var none) == 0 && none != 0;
    }

    public void Dispose()
    {
        Pixels.Dispose();
        Edges?.Dispose();
    }
}
