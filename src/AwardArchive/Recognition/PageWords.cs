using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.Recognition;

/// <summary>One word as the engine, or a born-digital file, gave it, or corrected.</summary>
/// <param name="Text">NFC, without white space, never empty.</param>
/// <param name="X">Left edge in pixels of the stored page image.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Line">From 0, counted through the page in reading order.</param>
/// <param name="Block">From 0, counted through the page in reading order.</param>
public sealed record Word(string Text, int X, int Y, int Width, int Height, double Confidence, int Line, int Block)
{
    /// <summary>Other readings, best first; empty when there are none.</summary>
    public IReadOnlyList<AlternativeReading> Alternatives { get; init; } = [];

    /// <summary>Whether the text is not what the engine read: that is then the first of the other readings.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCorrected { get; init; }

    [JsonIgnore]
    public Box Box => new(X, Y, Width, Height);
}

/// <summary>What the word may be instead.</summary>
/// <param name="Score">0 to 1.</param>
public sealed record AlternativeReading(string Text, double Score);

/// <summary>Who made the words, so that they can be told apart and made again.</summary>
/// <param name="Name"><c>tesseract</c> or <c>text-layer</c>.</param>
/// <param name="Version">Of the engine.</param>
/// <param name="Model">SHA-256 of the language data; null for a text layer.</param>
/// <param name="Parameters">As given to the engine: page segmentation mode, resolution.</param>
public sealed record EngineInfo(string Name, string Version, string? Model, IReadOnlyDictionary<string, string> Parameters);

/// <summary>The words of one page in reading order; the content of <c>words.json.gz</c>.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Width">Of the stored page image, in pixels; every box lies inside.</param>
public sealed record PageWords(int Page, int Width, int Height, IReadOnlyList<Word> Words, EngineInfo Engine)
{
    /// <summary>Of the page image, in dots per inch: as the file says, or as the size of the page makes likely. Null when not noted.</summary>
    public int? Resolution { get; init; }

    /// <summary>Parts of the page that were not turned into letters; empty when there are none, or none were looked for.</summary>
    public IReadOnlyList<PageRegion> Regions { get; init; } = [];

    /// <summary>Whether the page bears no more ink than dirt: nothing was to be read.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Seconds that a worker spent on the page; null when not noted.</summary>
    public double? Seconds { get; init; }

    /// <summary>When the words were made; null when not noted.</summary>
    public DateTimeOffset? RecognizedAt { get; init; }

    /// <summary>Mean of the words' confidences, 0 to 1; null without words.</summary>
    public double? Confidence() => Words.Count == 0 ? null : Words.Average(word => word.Confidence);
}

/// <summary>A part of a page that people look at and no engine reads.</summary>
/// <param name="X">Left edge in pixels of the stored page image.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Confidence">0 to 1: how sure it is of this kind.</param>
public sealed record PageRegion(PageRegionKind Kind, int X, int Y, int Width, int Height, double Confidence)
{
    [JsonIgnore]
    public Box Box => new(X, Y, Width, Height);
}

/// <summary>What a part of a page is, written as <c>seal</c>, <c>signature</c>, <c>handwriting</c>.</summary>
[JsonConverter(typeof(CamelCase<PageRegionKind>))]
public enum PageRegionKind
{
    Seal,
    Signature,
    Handwriting,
}
