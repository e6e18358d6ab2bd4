using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>The rows of dots on which a form is filled in, which the engine takes long to read and reads as <c>222</c> and <c>rre</c>.</summary>
internal static class Leaders
{
    // In letter heights.
    private const double LargestDot = 0.42;
    private const double WidestGap = 0.9;
    private const double ShortestLeader = 3.5;

    private const int BothSides = 6;
    private const int Smaller = 1;
    private const int LargerOrEqual = 4;
    private const int Width = 1;
    private const int Height = 2;

    /// <returns>Whether there were any.</returns>
    public static bool Remove(LevelPage page)
    {
        if (page.LetterHeight is not { } letterHeight) return false;
        var dot = (int)Math.Ceiling(LargestDot * letterHeight);
        using var dots = SelectShapes(page.Ink, dot + 1, dot + 1, 8, BothSides, Smaller, 0);
        if (dots.IsInvalid || IsEmpty(dots, out var none) != 0 || none != 0) return false;
        using var rows = Close(0, dots, (int)Math.Ceiling(WidestGap * letterHeight), 1);
        // Marks over letters stand in rows too, but not so many and not so level. Dark grain of paper joins up and down as well.
        using var level = SelectShapes(rows, 1, dot + 1, 8, Height, Smaller, 0);
        using var flat = SelectShapes(level, (int)(ShortestLeader * letterHeight), 1, 8, Width, LargerOrEqual, 0);
        if (flat.IsInvalid || IsEmpty(flat, out none) != 0 || none != 0) return false;
        return page.Erase(flat);
    }
}
