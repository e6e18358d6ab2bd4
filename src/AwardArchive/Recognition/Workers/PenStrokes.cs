using AwardArchive.Archive;

namespace AwardArchive.Recognition.Workers;

/// <summary>Large thin strokes of a pen or pencil in color.</summary>
internal static class PenStrokes
{
    // In inches: words of print are lower, single large letters narrower.
    private const double LeastWidth = 0.5;
    private const double LeastHeight = 0.22;

    // In inches. Beside a seal people sign, and it parts their strokes.
    private const double BySeal = 0.5;
    private const double LeastWidthBySeal = 0.3;
    private const double LeastHeightBySeal = 0.15;

    // In inches: where black letters cross a stroke. Wider, it would tie letters of print together.
    private const double Gap = 0.03;

    // Pieces of one note or name.
    private const double Near = 0.1;
    private const double SmallestPiece = 0.08;

    // Of its box: what a pen leaves white.
    private const double MostFill = 0.3;

    // Of its ink: what is as thick as large print.
    private const double MostThick = 0.1;
    private const double Thick = 0.05;

    // In inches. So many shapes of this size are not drops: then the text is of this color.
    private const double SmallestLetter = 0.03;
    private const double LargestLetter = 0.2;
    private const int MostLetters = 100;

    /// <returns>Boxes on the map.</returns>
    public static List<Box> Find(ColorMap map, IReadOnlyList<Box> seals)
    {
        var found = new List<Box>();
        foreach (var color in (ReadOnlySpan<InkColor>)[InkColor.Red, InkColor.Other])
        {
            var shapes = map.Shapes(color, Gap);
            if (shapes.Count(shape => IsLetter(shape, map.PerInch)) > MostLetters) continue;
            var strokes = shapes.FindAll(shape => IsLarge(shape, map, color, seals) && IsDrawnByPen(map, shape, color));
            var pieces = shapes.FindAll(shape => Math.Max(shape.Width, shape.Height) >= SmallestPiece * map.PerInch);
            found.AddRange(strokes.Select(stroke => Grow(stroke, pieces, Near * map.PerInch)));
        }
        return MarkBoxes.Merge(found, Near * map.PerInch);
    }

    private static bool IsLetter(Box shape, double perInch) =>
        Math.Max(shape.Width, shape.Height) >= SmallestLetter * perInch && Math.Max(shape.Width, shape.Height) <= LargestLetter * perInch;

    private static bool IsLarge(Box shape, ColorMap map, InkColor color, IReadOnlyList<Box> seals)
    {
        var (width, height) = color == InkColor.Other && seals.Any(seal => MarkBoxes.Gap(seal, shape) <= BySeal * map.PerInch)
            ? (LeastWidthBySeal, LeastHeightBySeal)
            : (LeastWidth, LeastHeight);
        return shape.Width >= width * map.PerInch && shape.Height >= height * map.PerInch;
    }

    private static bool IsDrawnByPen(ColorMap map, Box box, InkColor color)
    {
        var reach = (int)(Thick * map.PerInch / 2);
        var (ink, thick) = (0, 0);
        for (var y = box.Y; y < box.Y + box.Height; y++)
        {
            for (var x = box.X; x < box.X + box.Width; x++)
            {
                if (map[x, y] != color) continue;
                ink++;
                if (IsThick(map, x, y, reach)) thick++;
            }
        }
        return ink <= MostFill * box.Width * box.Height && thick <= MostThick * ink;
    }

    /// <summary>Whether the color reaches so far in all directions.</summary>
    private static bool IsThick(ColorMap map, int x, int y, int reach)
    {
        if (x < reach || y < reach || x + reach >= map.Width || y + reach >= map.Height) return false;
        for (var dy = -reach; dy <= reach; dy++)
        {
            for (var dx = -reach; dx <= reach; dx++)
            {
                if (map[x + dx, y + dy] != map[x, y]) return false;
            }
        }
        return true;
    }

    /// <summary>With all that it touches, and what that touches.</summary>
    private static Box Grow(Box stroke, List<Box> pieces, double near)
    {
        while (true)
        {
            var grown = pieces.Where(piece => MarkBoxes.Gap(piece, stroke) <= near).Aggregate(stroke, MarkBoxes.Union);
            if (grown == stroke) return grown;
            stroke = grown;
        }
    }
}
