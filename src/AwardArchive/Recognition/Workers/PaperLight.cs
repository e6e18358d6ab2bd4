using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>How evenly the paper of a page is lit.</summary>
internal static class PaperLight
{
    // In inches: larger than the thickest letter, so that the most of a tile is paper.
    private const double Tile = 0.5;
    private const int RowStep = 3;

    // Tiles of pictures and black edges are darker than any paper, those of glare brighter.
    private const double Darkest = 0.05;
    private const double Brightest = 0.95;

    /// <summary>The share of the light that is lost where the page is darkest: 0 on even paper, 0.2 on one that was photographed.</summary>
    /// <param name="gray">8-bit.</param>
    /// <param name="resolution">Dots per inch.</param>
    public static double Unevenness(PixHandle gray, double resolution)
    {
        var tiles = Tiles(gray, Math.Max(8, (int)(Tile * resolution)));
        if (tiles.Count == 0) return 0;
        tiles.Sort();
        var (darkest, brightest) = (tiles[(int)(Darkest * tiles.Count)], tiles[(int)(Brightest * (tiles.Count - 1))]);
        return brightest == 0 ? 1 : 1 - ((double)darkest / brightest);
    }

    /// <summary>The middle gray of each.</summary>
    private static unsafe List<int> Tiles(PixHandle gray, int side)
    {
        _ = GetDimensions(gray, out var width, out var height, out _);
        var data = (byte*)GetData(gray);
        var bytesPerRow = GetWordsPerRow(gray) * sizeof(uint);
        // Whole words: their order of bytes then says nothing.
        side &= ~3;
        var tiles = new List<int>();
        Span<int> counts = stackalloc int[256];
        for (var top = 0; top + side <= height; top += side)
        {
            for (var left = 0; left + side <= width; left += side)
            {
                counts.Clear();
                for (var y = top; y < top + side; y += RowStep)
                {
                    foreach (var level in new ReadOnlySpan<byte>(data + ((long)y * bytesPerRow) + left, side)) counts[level]++;
                }
                tiles.Add(Median(counts, (side + RowStep - 1) / RowStep * side));
            }
        }
        return tiles;
    }

    private static int Median(ReadOnlySpan<int> counts, int total)
    {
        var level = 0;
        for (var below = counts[0]; below * 2 < total; below += counts[level]) level++;
        return level;
    }
}
