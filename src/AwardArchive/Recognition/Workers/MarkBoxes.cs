using AwardArchive.Archive;

namespace AwardArchive.Recognition.Workers;

internal static class MarkBoxes
{
    public static Box Union(Box one, Box other)
    {
        var (x, y) = (Math.Min(one.X, other.X), Math.Min(one.Y, other.Y));
        return new(x, y, Math.Max(one.X + one.Width, other.X + other.Width) - x, Math.Max(one.Y + one.Height, other.Y + other.Height) - y);
    }

    /// <summary>The wider of the gaps beside and above; 0 or less when they touch.</summary>
    public static int Gap(Box one, Box other) => Math.Max(
        Math.Max(one.X, other.X) - Math.Min(one.X + one.Width, other.X + other.Width),
        Math.Max(one.Y, other.Y) - Math.Min(one.Y + one.Height, other.Y + other.Height));

    /// <summary>Pieces that are no farther apart become one box.</summary>
    public static List<Box> Merge(List<Box> boxes, double near)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            var other = boxes.FindIndex(i + 1, box => Gap(boxes[i], box) <= near);
            if (other < 0) continue;
            boxes[i] = Union(boxes[i], boxes[other]);
            boxes.RemoveAt(other);
            // The larger one may touch those before.
            i = -1;
        }
        return boxes;
    }

    /// <summary>Where a box lies after its page was turned.</summary>
    /// <param name="quarters">Turns of 90 degrees clockwise, 0 to 3.</param>
    /// <param name="width">Of the page before.</param>
    public static Box Turn(Box box, int quarters, int width, int height) => quarters switch
    {
        1 => new(height - box.Y - box.Height, box.X, box.Height, box.Width),
        2 => new(width - box.X - box.Width, height - box.Y - box.Height, box.Width, box.Height),
        3 => new(box.Y, width - box.X - box.Width, box.Height, box.Width),
        _ => box,
    };
}
