using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>How often each gray occurs on an image.</summary>
internal sealed class GrayLevels
{
    // Darker is not paper.
    private const int DarkestPaper = 128;

    // Of Otsu's best score: the lowest valley among the levels that score so well parts ink from paper, as pixOtsuAdaptiveThreshold does.
    // Of a clean page nearly all levels do, and their counts are few: with every fourth row only, thin strokes were lost.
    private const float ScoreFraction = 0.1f;

    private readonly float[] _counts = new float[256];

    /// <param name="gray">8-bit.</param>
    public unsafe GrayLevels(PixHandle gray)
    {
        _ = GetDimensions(gray, out var width, out var height, out _);
        var words = (uint*)GetData(gray);
        var perRow = GetWordsPerRow(gray);
        Span<int> counts = stackalloc int[_counts.Length];
        counts.Clear();
        for (var y = 0; y < height; y++)
        {
            // The order of bytes in a word says nothing here; the last word may hold pixels outside.
            foreach (var level in new ReadOnlySpan<byte>(words + ((long)y * perRow), width & ~3)) counts[level]++;
        }
        for (var level = 0; level < counts.Length; level++) _counts[level] = counts[level];
        Paper = PaperOf(counts);
    }

    /// <summary>The most common bright gray; white when there is none.</summary>
    public byte Paper { get; }

    /// <summary>The gray that this share of all pixels do not exceed.</summary>
    public int Darkest(double share)
    {
        var (level, below, enough) = (0, _counts[0], share * _counts.Sum());
        while (below < enough && level < _counts.Length - 1) below += _counts[++level];
        return level;
    }

    /// <summary>The gray from which on it is paper; what is darker is ink.</summary>
    public int Threshold()
    {
        var counts = CreateNumbers(_counts, _counts.Length, CopyNumbers);
        try
        {
            return SplitDistribution(counts, ScoreFraction, out var split, 0, 0, 0, 0, 0) == 0 ? split : DarkestPaper;
        }
        finally
        {
            DestroyNumbers(ref counts);
        }
    }

    private static byte PaperOf(ReadOnlySpan<int> counts)
    {
        var paper = byte.MaxValue;
        for (var level = DarkestPaper; level < counts.Length; level++)
        {
            if (counts[level] > counts[paper]) paper = (byte)level;
        }
        return paper;
    }
}
