using AwardArchive.Archive;
using AwardArchive.Recognition.Native;

namespace AwardArchive.Recognition.Workers;

/// <summary>A page as the engine should see it.</summary>
/// <param name="Pixels">1-bit, or 8-bit gray.</param>
/// <param name="Resolution">From top to bottom, dots per inch.</param>
/// <param name="Shape">How these pixels lie on the page.</param>
/// <param name="Page">Whose boxes the words get.</param>
internal sealed record PreparedPage(PixHandle Pixels, int Resolution, PreparedShape Shape, PageImage Page) : IDisposable
{
    /// <summary>Whether there is nothing to be read.</summary>
    public bool IsBlank { get; init; }

    /// <summary>What was found to be no text, in pixels of the page.</summary>
    public IReadOnlyList<PageRegion> Regions { get; init; } = [];

    /// <summary>What was done to the page, for <see cref="EngineInfo.Parameters"/>.</summary>
    public IReadOnlyDictionary<string, string> Steps { get; init; } = new Dictionary<string, string>();

    /// <summary>The upright rectangle on the page around one of these pixels.</summary>
    public Box OnPage(int left, int top, int right, int bottom) => Shape.OnPage(left, top, right, bottom, Page.Width, Page.Height);

    public void Dispose() => Pixels.Dispose();
}

/// <summary>How prepared pixels lie on their page, in the order of what was done.</summary>
/// <param name="ScaleX">Pixels across after scaling for one pixel of the page.</param>
/// <param name="ScaleY">As many from top to bottom.</param>
/// <param name="Skew">Radians clockwise by which the page was turned around its middle after scaling.</param>
/// <param name="Width">Of the image that was turned.</param>
/// <param name="Packing">How its rows were pushed together then; null when they were not.</param>
/// <param name="Narrower">What was left of its width at last, 1 or less.</param>
internal sealed record PreparedShape(double ScaleX, double ScaleY, double Skew, int Width, int Height, RowPacking? Packing, double Narrower)
{
    /// <summary>The upright rectangle on the page around a rectangle of prepared pixels.</summary>
    public Box OnPage(int left, int top, int right, int bottom, int pageWidth, int pageHeight)
    {
        (left, right) = ((int)(left / Narrower), (int)Math.Ceiling(right / Narrower));
        if (Packing is not null) (left, right) = Packing.Unpack(left, top, right, bottom);
        if (Skew == 0) return Scaled(left, top, right, bottom);
        var (sin, cos) = Math.SinCos(Skew);
        // A rectangle around the middle of the box, turned back, reaches this far from there.
        var reachX = ((right - left) * cos + (bottom - top) * Math.Abs(sin)) / 2;
        var reachY = ((bottom - top) * cos + (right - left) * Math.Abs(sin)) / 2;
        // Leptonica turns around whole pixels.
        double middleX = Width / 2, middleY = Height / 2;
        var (fromMiddleX, fromMiddleY) = ((left + right) / 2.0 - middleX, (top + bottom) / 2.0 - middleY);
        var x = middleX + fromMiddleX * cos + fromMiddleY * sin;
        var y = middleY + fromMiddleY * cos - fromMiddleX * sin;
        return Scaled(x - reachX, y - reachY, x + reachX, y + reachY);

        Box Scaled(double fromX, double fromY, double toX, double toY) =>
            PixelBox.Clip(fromX / ScaleX, fromY / ScaleY, toX / ScaleX, toY / ScaleY, 1, pageWidth, pageHeight);
    }
}
