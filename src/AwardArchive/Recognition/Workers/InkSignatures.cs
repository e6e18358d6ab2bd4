using AwardArchive.Archive;
using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>Names and notes by a pen whose ink is as black as print, found by their shape: large, thin, and with far fewer strokes than letters have.</summary>
internal static class InkSignatures
{
    // In letter heights. Letters of print that touch, even of two lines, are narrower or full of strokes; on faxes some were 9 wide.
    private const double LeastWidth = 10;
    private const double LeastHeight = 3;
    private const double MostWidth = 45;
    private const double MostHeight = 22;

    // In letter heights: pieces of one name.
    private const double Near = 1;

    // Strokes that a row of pixels crosses, for a letter height of width: print has one and a half and more.
    private const double MostStrokes = 0.75;

    // Of the rows of the shape: the others may be crossed by print beside the pen's strokes.
    private const double RowsOfPen = 0.7;

    // Of the box: what a pen leaves white.
    private const double MostFill = 0.3;

    // Of the width: a straight run is a rule, or the frame of a cell. Made thick first, since skew and fax break it.
    private const double Straight = 0.3;
    private const int Thicker = 3;

    // The ring of a seal is as high as wide.
    private const double LeastAspect = 1.3;

    private const int BothSides = 6;
    private const int LargerOrEqual = 4;

    /// <returns>Boxes on the level page.</returns>
    public static List<Box> Find(LevelPage page)
    {
        if (page.LetterHeight is not { } letterHeight) return [];
        using var large = SelectShapes(page.Ink, (int)(LeastWidth * letterHeight), (int)(LeastHeight * letterHeight), 8, BothSides, LargerOrEqual, 0);
        if (large.IsInvalid || IsEmpty(large, out var none) != 0 || none != 0) return [];
        var ink = new InkRows(page.Ink);
        var found = Boxes(large).FindAll(box => IsDrawnByPen(box, large, ink, letterHeight));
        return MarkBoxes.Merge(found, Near * letterHeight);
    }

    private static bool IsDrawnByPen(Box box, PixHandle large, InkRows ink, double letterHeight)
    {
        if (box.Width > MostWidth * letterHeight || box.Height > MostHeight * letterHeight || box.Width < LeastAspect * box.Height) return false;
        using var shape = Create(box.Width, box.Height, 1);
        if (shape.IsInvalid || Combine(shape, 0, 0, box.Width, box.Height, Replace, large, box.X, box.Y) != 0) return false;
        if (CountPixels(shape, out var count, 0) != 0 || count > MostFill * box.Width * box.Height) return false;
        using var thick = Dilate(0, shape, Thicker, Thicker);
        using var straight = Open(0, thick, (int)(Straight * box.Width), 1);
        if (straight.IsInvalid || IsEmpty(straight, out var none) != 0 || none == 0) return false;
        var strokes = Enumerable.Range(box.Y, box.Height).Select(y => ink.CountRuns(y, box.X, box.X + box.Width)).Order().ToList();
        return strokes[(int)(RowsOfPen * strokes.Count)] * letterHeight <= MostStrokes * box.Width;
    }

    private static List<Box> Boxes(PixHandle binary)
    {
        var shapes = FindShapes(binary, 8);
        if (shapes == 0) return [];
        var boxes = new List<Box>();
        for (var i = 0; i < CountBoxes(shapes); i++)
        {
            if (GetBox(shapes, i, out var x, out var y, out var width, out var height) == 0) boxes.Add(new(x, y, width, height));
        }
        DestroyBoxes(ref shapes);
        return boxes;
    }
}
