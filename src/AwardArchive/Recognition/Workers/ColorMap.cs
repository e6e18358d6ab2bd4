using AwardArchive.Archive;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>Where a page bears ink of a color, at about 100 dots per inch.</summary>
internal sealed class ColorMap
{
    private const int Resolution = 100;

    private readonly InkColor[] _colors;

    private ColorMap(int width, int height, int step, double perInch)
    {
        (Width, Height, Step, PerInch) = (width, height, step, perInch);
        _colors = new InkColor[width * height];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels of the page for one here.</summary>
    public int Step { get; }

    /// <summary>Pixels here for an inch.</summary>
    public double PerInch { get; }

    public InkColor this[int x, int y]
    {
        get => _colors[(y * Width) + x];
        set => _colors[(y * Width) + x] = value;
    }

    /// <returns>Null when nothing on the page has a color.</returns>
    public static ColorMap? Of(PagePixels page, ColorInk ink, int resolution)
    {
        var step = Math.Max(1, (int)Math.Round((double)resolution / Resolution));
        var map = new ColorMap(page.Width / step, page.Height / step, step, (double)resolution / step);
        var any = false;
        for (var y = 0; y < map.Height; y++)
        {
            var row = page.Row(y * step);
            for (var x = 0; x < map.Width; x++)
            {
                var color = ink.Of(row[x * step]);
                if (color == InkColor.None) continue;
                map[x, y] = color;
                any = true;
            }
        }
        return any ? map : null;
    }

    /// <summary>The boxes of connected shapes of a color.</summary>
    /// <param name="gap">In inches: narrower gaps are closed.</param>
    public unsafe List<Box> Shapes(InkColor color, double gap)
    {
        using var mask = Create(Width, Height, 1);
        if (mask.IsInvalid) return [];
        var words = (uint*)GetData(mask);
        var perRow = GetWordsPerRow(mask);
        for (var y = 0; y < Height; y++)
        {
            var row = words + ((long)y * perRow);
            for (var x = 0; x < Width; x++)
            {
                if (this[x, y] == color) row[x >> 5] |= 0x8000_0000u >> (x & 31);
            }
        }
        var brick = (int)Math.Round(gap * PerInch);
        using var closed = Close(0, mask, brick, brick);
        var shapes = closed.IsInvalid ? 0 : FindShapes(closed, 8);
        if (shapes == 0) return [];
        try
        {
            var boxes = new List<Box>();
            for (var i = 0; i < CountBoxes(shapes); i++)
            {
                if (GetBox(shapes, i, out var x, out var y, out var width, out var height) == 0) boxes.Add(new(x, y, width, height));
            }
            return boxes;
        }
        finally
        {
            DestroyBoxes(ref shapes);
        }
    }

    public void ClearRed(Box box)
    {
        for (var y = box.Y; y < box.Y + box.Height; y++)
            _colors.AsSpan((y * Width) + box.X, box.Width).Replace(InkColor.Red, InkColor.None);
    }

    public Box OnPage(Box box) => new(box.X * Step, box.Y * Step, box.Width * Step, box.Height * Step);
}
