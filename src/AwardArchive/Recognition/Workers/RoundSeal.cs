using AwardArchive.Archive;

namespace AwardArchive.Recognition.Workers;

/// <summary>The red round seal of an office.</summary>
internal static class RoundSeal
{
    // In inches: 20 to 45 mm.
    private const double Smallest = 20 / 25.4;
    private const double Largest = 45 / 25.4;

    private const double MostAspect = 1.33;

    // Inches: black letters that cross the ring, and where the pad was dry.
    private const double Gap = 0.06;

    // Of the radius.
    private const double InsideOfRing = 0.86;

    private const int Directions = 72;
    private const double LeastOfRing = 0.6;

    /// <returns>Boxes on the map, each with the share of its ring that is there.</returns>
    public static List<(Box Box, double Ring)> Find(ColorMap map)
    {
        var found = new List<(Box Box, double Ring)>();
        // The inner of two rings is no seal of its own.
        foreach (var box in map.Shapes(InkColor.Red, Gap).OrderByDescending(box => box.Width))
        {
            if (IsSealSized(box, map.PerInch) && !found.Exists(seal => MarkBoxes.Gap(seal.Box, box) < 0) && Ring(map, box) is >= LeastOfRing and var ring)
                found.Add((box, ring));
        }
        return found;
    }

    private static bool IsSealSized(Box box, double perInch)
    {
        var (across, other) = (Math.Max(box.Width, box.Height), Math.Min(box.Width, box.Height));
        return across >= Smallest * perInch && across <= Largest * perInch && across <= MostAspect * other;
    }

    /// <summary>In how many directions from its middle a shape has ink where a ring would be.</summary>
    private static double Ring(ColorMap map, Box box)
    {
        var (radiusX, radiusY) = ((box.Width - 1) / 2.0, (box.Height - 1) / 2.0);
        var step = 0.5 / Math.Max(radiusX, radiusY);
        var there = 0;
        for (var direction = 0; direction < Directions; direction++)
        {
            var (sin, cos) = Math.SinCos(direction * Math.Tau / Directions);
            for (var reach = 1.0; reach >= InsideOfRing; reach -= step)
            {
                var (x, y) = (box.X + radiusX + (reach * radiusX * cos), box.Y + radiusY + (reach * radiusY * sin));
                if (map[(int)Math.Round(x), (int)Math.Round(y)] != InkColor.Red) continue;
                there++;
                break;
            }
        }
        return (double)there / Directions;
    }
}
