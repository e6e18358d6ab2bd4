using AwardArchive.Archive;

namespace AwardArchive.Recognition.Workers;

/// <summary>Boxes in whole pixels that lie inside their page.</summary>
internal static class PixelBox
{
    /// <summary>Scales and rounds outwards; at least one pixel wide and high.</summary>
    /// <param name="scale">Pixels of the page for one unit of the four sides.</param>
    public static Box Clip(double left, double top, double right, double bottom, double scale, int pageWidth, int pageHeight)
    {
        var x = Math.Clamp((int)Math.Floor(left * scale), 0, pageWidth - 1);
        var y = Math.Clamp((int)Math.Floor(top * scale), 0, pageHeight - 1);
        return new(x, y,
            Math.Clamp((int)Math.Ceiling(right * scale) - x, 1, pageWidth - x),
            Math.Clamp((int)Math.Ceiling(bottom * scale) - y, 1, pageHeight - y));
    }
}
