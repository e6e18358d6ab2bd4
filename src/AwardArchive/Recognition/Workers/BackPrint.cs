using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>Print of the other side that shines through: strokes that are nowhere as dark as those of this side.</summary>
internal static class BackPrint
{
    // Of the way from the darkest ink to the paper: no letter of the front is as pale all over.
    private const double PalestCore = 0.45;

    // Of all pixels: as dark as the ink gets.
    private const double Darkest = 0.005;

    // Around a stroke: its gray edge.
    private const int Edge = 5;

    /// <summary>Makes paper of everything that is not a stroke with a dark core.</summary>
    /// <returns>Whether anything was.</returns>
    public static bool Remove(LevelPage page)
    {
        var levels = new GrayLevels(page.Gray);
        var darkest = levels.Darkest(Darkest);
        if (darkest >= page.Paper) return false;
        using var cores = ThresholdAt(page.Gray, (int)(darkest + (PalestCore * (page.Paper - darkest))));
        using var front = Fill(0, cores, page.Ink, 8);
        if (front.IsInvalid) return false;
        using var back = Subtract(0, page.Ink, front);
        if (back.IsInvalid || IsEmpty(back, out var none) != 0) return false;
        using var kept = Dilate(0, front, Edge, Edge);
        using var rest = Invert(0, kept);
        return !rest.IsInvalid && Paint(page.Gray, rest, page.Paper) == 0 && Paint(page.Ink, back, 0) == 0;
    }
}
