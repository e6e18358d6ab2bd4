using AwardArchive.Archive;
using AwardArchive.Recognition.Native;

namespace AwardArchive.Recognition.Workers;

/// <summary>Seals, signatures and notes in color: no text, found by their color and shape.</summary>
internal sealed class ColorMarks
{
    // In inches. Names are signed beside and under the seal.
    private const double NearSeal = 0.5;

    private const double SureSignature = 0.9;
    private const double LikelySignature = 0.7;
    private const double LikelyHandwriting = 0.6;

    // The gray edge of a stroke, in pixels of the map.
    private const int Margin = 2;

    private const int ColorDepth = 32;

    private readonly List<(Box Box, double Ring)> _seals = [];
    private readonly List<Box> _strokes = [];
    private readonly int _width;
    private readonly int _height;
    private readonly int _resolution;

    private ColorMarks(PageImage page) => (_width, _height, _resolution) = (page.Width, page.Height, page.Resolution);

    public bool Any => _seals.Count + _strokes.Count > 0;

    /// <summary>Finds them and makes them paper in the text image; black letters under them stay.</summary>
    /// <param name="gray">Of the page as it lies, 8-bit.</param>
    public static ColorMarks TakeFrom(PixHandle gray, PageImage page)
    {
        var marks = new ColorMarks(page);
        if (page.Depth != ColorDepth) return marks;
        var pixels = new PagePixels(page.Pixels);
        if (ColorInk.Measure(pixels) is not { } ink || ColorMap.Of(pixels, ink, page.Resolution) is not { } map) return marks;
        var seals = RoundSeal.Find(map);
        foreach (var (box, ring) in seals)
        {
            marks._seals.Add((map.OnPage(box), Math.Round(ring, 2)));
            TakeColor(gray, pixels, ink, map, box);
        }
        // What remains of a seal's letters would look like print.
        foreach (var (box, _) in seals) map.ClearRed(box);
        foreach (var box in PenStrokes.Find(map, seals.ConvertAll(seal => seal.Box)))
        {
            marks._strokes.Add(map.OnPage(box));
            TakeColor(gray, pixels, ink, map, box);
        }
        return marks;
    }

    /// <summary>In pixels of the page as it was turned.</summary>
    /// <param name="blackStrokes">Strokes of a pen without color, on the page as it was turned.</param>
    public List<PageRegion> Regions(int quarters, IReadOnlyList<Box> blackStrokes)
    {
        var seals = _seals.ConvertAll(seal => (Box: MarkBoxes.Turn(seal.Box, quarters, _width, _height), seal.Ring));
        var regions = seals.ConvertAll(seal => Region(PageRegionKind.Seal, seal.Box, seal.Ring));
        var height = quarters % 2 == 0 ? _height : _width;
        foreach (var box in (List<Box>)[.. _strokes.Select(stroke => MarkBoxes.Turn(stroke, quarters, _width, _height)), .. blackStrokes])
        {
            var isBySeal = seals.Exists(seal => MarkBoxes.Gap(seal.Box, box) <= NearSeal * _resolution);
            var isLow = box.Y + (box.Height / 2) > height / 2;
            regions.Add(isBySeal || isLow
                ? Region(PageRegionKind.Signature, box, isBySeal ? SureSignature : LikelySignature)
                : Region(PageRegionKind.Handwriting, box, LikelyHandwriting));
        }
        return regions;
    }

    private static PageRegion Region(PageRegionKind kind, Box box, double confidence) => new(kind, box.X, box.Y, box.Width, box.Height, confidence);

    private static unsafe void TakeColor(PixHandle gray, PagePixels page, ColorInk ink, ColorMap map, Box box)
    {
        var data = (byte*)LeptonicaApi.GetData(gray);
        var bytesPerRow = (long)LeptonicaApi.GetWordsPerRow(gray) * sizeof(uint);
        var paper = PaperAround(gray, map, box);
        var (left, right) = (Math.Max(0, (box.X - Margin) * map.Step), Math.Min(page.Width, (box.X + box.Width + Margin) * map.Step));
        var (top, bottom) = (Math.Max(0, (box.Y - Margin) * map.Step), Math.Min(page.Height, (box.Y + box.Height + Margin) * map.Step));
        for (var y = top; y < bottom; y++)
        {
            var colors = page.Row(y);
            var row = data + (y * bytesPerRow);
            for (var x = left; x < right; x++)
            {
                // In a word of four pixels the leftmost is the last byte.
                if (ink.WithoutColor(colors[x]) is { } rest) row[x ^ 3] = Math.Max(row[x ^ 3], (byte)(paper * rest / 255));
            }
        }
    }

    /// <summary>The most common gray in the box.</summary>
    private static unsafe int PaperAround(PixHandle gray, ColorMap map, Box box)
    {
        var data = (byte*)LeptonicaApi.GetData(gray);
        var bytesPerRow = (long)LeptonicaApi.GetWordsPerRow(gray) * sizeof(uint);
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var y = box.Y; y < box.Y + box.Height; y++)
        {
            for (var x = box.X; x < box.X + box.Width; x++)
            {
                if (map[x, y] == InkColor.None) counts[data[(y * map.Step * bytesPerRow) + (x * map.Step ^ 3)]]++;
            }
        }
        var paper = 255;
        for (var level = 128; level < counts.Length; level++)
        {
            if (counts[level] > counts[paper]) paper = level;
        }
        return paper;
    }
}
