using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>A page upright, level and of the size that the engine needs, while it is cleaned of what is no text.</summary>
/// <param name="Gray">8-bit.</param>
/// <param name="Ink">1-bit, the same size.</param>
/// <param name="Paper">The gray of the paper.</param>
/// <param name="Resolution">Dots per inch.</param>
/// <param name="LetterHeight">In pixels, close to the x-height; null when the page has too few letters to tell.</param>
/// <param name="Narrowing">What is left of the width of letters, 1 or less.</param>
internal sealed record LevelPage(PixHandle Gray, PixHandle Ink, byte Paper, double Resolution, double? LetterHeight, double Narrowing) : IDisposable
{
    /// <param name="gray">Stays its owner's.</param>
    public static LevelPage Of(PixHandle gray, double resolution, double? letterHeight, double narrowing)
    {
        var levels = new GrayLevels(gray);
        return new(gray, ThresholdAt(gray, levels.Threshold()), levels.Paper, resolution, letterHeight, narrowing);
    }

    /// <summary>Makes paper of what is under the mask.</summary>
    public bool Erase(PixHandle mask)
    {
        // The gray edge of a stroke is not ink yet.
        using var wide = Dilate(0, mask, 3, 3);
        return !wide.IsInvalid && Paint(Gray, wide, Paper) == 0 && Paint(Ink, wide, 0) == 0;
    }

    public void Dispose() => Ink.Dispose();
}
