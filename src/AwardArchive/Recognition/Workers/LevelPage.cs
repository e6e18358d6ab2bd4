using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>A page upright, level and of the size that the engine needs, while it is cleaned of what is no text.</summary>
/// <param name="Gray">8-bit.</param>
/// <param name="Ink">1-bit, the same size.</param>
/// <param name="Resolution">Dots per inch.</param>
/// <param name="LetterHeight">In pixels, close to the x-height; null when the page has too few letters to tell.</param>
internal sealed record LevelPage(PixHandle Gray, PixHandle Ink, double Resolution, double? LetterHeight)
{
    // Darker is not paper; and every fourth row tells as much as all of them.
    private const int DarkestPaper = 128;
    private const int RowStep = 4;

    /// <summary>The most common bright gray.</summary>
    public byte Paper { get; } = PaperOf(Gray);

    /// <summary>Makes paper of what is under the mask.</summary>
    public bool Erase(PixHandle mask)
    {
        // The gray edge of a stroke is not ink yet.
        using var wide = Dilate(0, mask, 3, 3);
        return !wide.IsInvalid && Paint(Gray, wide, Paper) == 0 && Paint(Ink, wide, 0) == 0;
    }

    private static unsafe byte PaperOf(PixHandle gray)
    {
        _ = GetDimensions(gray, out var width, out var height, out _);
        var words = (uint*)GetData(gray);
        var perRow = GetWordsPerRow(gray);
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var y = 0; y < height; y += RowStep)
        {
            // The order of bytes in a word says nothing here; the last word may hold pixels outside.
            foreach (var level in new ReadOnlySpan<byte>(words + ((long)y * perRow), width & ~3)) counts[level]++;
        }
        var paper = byte.MaxValue;
        for (var level = DarkestPaper; level < counts.Length; level++)
        {
            if (counts[level] > counts[paper]) paper = (byte)level;
        }
        return paper;
    }
}
