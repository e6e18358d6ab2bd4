using UglyToad.PdfPig.Core;

namespace AwardArchive.Recognition.Workers;

/// <summary>The upright rectangle around one that may be turned, in points, origin at the bottom left.</summary>
internal readonly record struct Extent(double Left, double Bottom, double Right, double Top)
{
    public static Extent Of(PdfRectangle box)
    {
        ReadOnlySpan<PdfPoint> corners = [box.BottomLeft, box.BottomRight, box.TopLeft, box.TopRight];
        var extent = new Extent(corners[0].X, corners[0].Y, corners[0].X, corners[0].Y);
        foreach (var corner in corners)
        {
            extent = new(
                Math.Min(extent.Left, corner.X), Math.Min(extent.Bottom, corner.Y),
                Math.Max(extent.Right, corner.X), Math.Max(extent.Top, corner.Y));
        }
        return extent;
    }
}
