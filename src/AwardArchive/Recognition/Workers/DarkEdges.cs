using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>What a scanner sees around and through the paper: black bars along the edges, the rim of a book, the holes of a binder.</summary>
internal static class DarkEdges
{
    // Of the paper's brightness: what lies beyond the paper is darker than any shade on it.
    private const double Darkest = 0.45;

    // Halved twice, each time dark where two of four pixels are.
    private const int Reduction = 4;
    private const int Half = 2;

    // In inches: thicker than the strokes of letters up to 36 points.
    private const double Solid = 0.08;

    // In inches: the gray edge.
    private const double Edge = 0.04;

    // In inches: how far the shade of a fold or a lid reaches.
    private const double Shade = 0.4;

    // In inches: 4 to 9 mm across, and no farther from a side of the page than binders reach.
    private const double SmallestHole = 0.15;
    private const double LargestHole = 0.36;
    private const double FarthestHole = 1;
    private const double MostAspect = 1.25;

    // Of the page: more is a picture, or a page white on black.
    private const double Most = 0.3;

    /// <param name="gray">8-bit.</param>
    /// <param name="paper">Its gray.</param>
    /// <param name="resolution">Dots per inch.</param>
    /// <returns>1-bit, of a quarter of the size and more; null when there is none.</returns>
    public static PixHandle? Find(PixHandle gray, byte paper, double resolution)
    {
        using var dark = ThresholdAt(gray, (int)(Darkest * paper));
        using var small = Reduce(dark, Half, Half, 0, 0);
        var perInch = resolution / Reduction;
        var brick = Math.Max(2, (int)Math.Round(Solid * perInch));
        using var solid = Open(0, small, brick, brick);
        if (solid.IsInvalid || IsEmpty(solid, out var none) != 0 || none != 0) return null;
        using var inside = RemoveBorderShapes(solid, 8);
        if (inside.IsInvalid) return null;
        var edges = Subtract(0, solid, inside);
        AddHoles(inside, edges, perInch);
        var spread = (2 * (int)Math.Ceiling(Edge * perInch)) + 1;
        var mask = Dilate(0, edges, spread, spread);
        edges.Dispose();
        _ = GetDimensions(mask, out var width, out var height, out _);
        if (CountPixels(mask, out var count, 0) == 0 && count > 0 && count <= Most * width * height) return mask;
        mask.Dispose();
        return null;
    }

    /// <summary>Makes paper of it on an image of the same page.</summary>
    public static void Erase(PixHandle gray, PixHandle mask, byte paper)
    {
        using var large = Enlarge(mask, gray);
        _ = Paint(gray, large, paper);
    }

    /// <summary>Takes it, and what is near it, off a 1-bit image of the same page.</summary>
    /// <param name="resolution">Of the image, dots per inch.</param>
    public static void EraseWithShade(PixHandle binary, PixHandle mask, double resolution)
    {
        using var large = Enlarge(mask, binary);
        var spread = (2 * (int)(Shade * resolution)) + 1;
        using var wide = Dilate(0, large, spread, spread);
        _ = Paint(binary, wide, 0);
    }

    private static PixHandle Enlarge(PixHandle mask, PixHandle page)
    {
        _ = GetDimensions(page, out var width, out var height, out _);
        _ = GetDimensions(mask, out var maskWidth, out var maskHeight, out _);
        return ScaleBinary(mask, (float)width / maskWidth, (float)height / maskHeight);
    }

    private static void AddHoles(PixHandle inside, PixHandle edges, double perInch)
    {
        _ = GetDimensions(inside, out var width, out _, out _);
        var shapes = FindShapes(inside, 8);
        if (shapes == 0) return;
        for (var i = CountBoxes(shapes) - 1; i >= 0; i--)
        {
            _ = GetBox(shapes, i, out var x, out var y, out var across, out var down);
            var isAtSide = x + across <= FarthestHole * perInch || width - x <= FarthestHole * perInch;
            var (longer, shorter) = (Math.Max(across, down), Math.Min(across, down));
            if (isAtSide && shorter >= SmallestHole * perInch && longer <= LargestHole * perInch && longer <= MostAspect * shorter)
                _ = Combine(edges, x, y, across, down, Replace, inside, x, y);
        }
        DestroyBoxes(ref shapes);
    }
}
