namespace AwardArchive.Demo;

/// <summary>A word at its place; points (1/72 inch), origin at the top left of the sheet.</summary>
/// <param name="X">Where its first letter begins.</param>
/// <param name="Baseline">On which its letters stand.</param>
/// <param name="Line">From 0 on each sheet, in reading order.</param>
/// <param name="Block">From 0 on each sheet, in reading order.</param>
internal readonly record struct InkWord(string Text, float X, float Baseline, float Size, InkStyle Style, int Line, int Block);

/// <summary>A ruled or dotted line; points.</summary>
internal readonly record struct InkRule(float X1, float Y1, float X2, float Y2, float Thickness, bool Dotted = false);

/// <summary>A red round seal; points.</summary>
/// <param name="Text">Around its edge.</param>
internal readonly record struct SealMark(float X, float Y, float Radius, string Text);

/// <summary>A scribbled name; points, (X, Y) its middle.</summary>
internal readonly record struct HandMark(float X, float Y, float Width, ulong Seed);

/// <summary>One side of A4, laid out.</summary>
internal sealed class Sheet
{
    public const float Width = 595.28f;
    public const float Height = 841.89f;

    public List<InkWord> Words { get; } = [];

    public List<InkRule> Rules { get; } = [];

    public List<SealMark> Seals { get; } = [];

    public List<HandMark> Hands { get; } = [];
}

/// <summary>A paper laid out, with what it says.</summary>
/// <param name="Slug">For its file name: ASCII letters, digits, <c>-</c>.</param>
internal sealed record Paper(string Slug, DemoFace Face, DemoFacts Facts, IReadOnlyList<Sheet> Sheets);
