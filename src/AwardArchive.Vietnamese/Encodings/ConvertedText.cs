namespace AwardArchive.Vietnamese;

/// <summary>A text after conversion, and where each piece of it came from.</summary>
public sealed class ConvertedText
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    internal ConvertedText(string text, int[] starts, int[] ends, IReadOnlyList<Unconverted> unconverted) =>
        (Text, _starts, _ends, Unconverted) = (text, starts, ends, unconverted);

    public string Text { get; }

    /// <summary>What the target cannot say, in order; empty when the conversion lost nothing.</summary>
    public IReadOnlyList<Unconverted> Unconverted { get; }

    /// <summary>The part of the source that the letters from <paramref name="start"/> to before <paramref name="end"/> were made of.</summary>
    /// <param name="start">In <see cref="Text"/>; before <paramref name="end"/>.</param>
    /// <param name="end">In <see cref="Text"/>.</param>
    /// <returns>Whole units: asked for half of what one letter pair became, it gives the pair.</returns>
    public (int Start, int End) SourceOf(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        return (_starts[start], _ends[end - 1]);
    }
}

/// <summary>A piece that the conversion could not carry over.</summary>
/// <param name="Start">In the source.</param>
/// <param name="Length">In the source; at least 1.</param>
/// <param name="Source">The piece itself.</param>
/// <param name="Written">What stands for it: the piece itself when decoding; a small letter without its capital, or <c>?</c>, when encoding.</param>
public readonly record struct Unconverted(int Start, int Length, string Source, string Written);
