using UglyToad.PdfPig.Core;

namespace AwardArchive.Recognition.Workers;

/// <summary>The upright rectangle around one that may be turned, in points, origin at the bottom left.</summary>
internal readonly record struct Extent(double Left, double Bottom, double Right, double Top)
{
    public static Extent Of(PdfRectangle box)
    {
        ReadOnlySpan<PdfPoint> corners = [box.BottomLeft, box.BottomRight, box.TopLeft, box.TopRight];
        var extent = At(corners[0]);
        foreach (var corner in corners) extent = extent.Union(At(corner));
        return extent;
    }

    public Extent Union(Extent other) => new(
        Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));

    private static Extent At(PdfPoint point) => new(point.X, point.Y, point.X, point.Y);
}
