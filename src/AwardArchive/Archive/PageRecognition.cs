using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>
/// One result of recognizing a page. All are kept; <see cref="Page.Recognition"/> says which one counts. A row of the catalog, keyed by
/// document, page and number; its words lie under <see cref="ObjectKey.PageWords(PagePlace, int)"/>.
/// </summary>
public sealed class PageRecognition
{
    public Guid DocumentId { get; init; }

    public int PageNumber { get; init; }

    /// <summary>As <see cref="Page.ScanId"/>.</summary>
    public Guid? ScanId { get; init; }

    /// <summary>As <see cref="Page.ScanPage"/>.</summary>
    public int? ScanPage { get; init; }

    /// <summary>As <see cref="Page.Place"/>.</summary>
    [JsonIgnore]
    public PagePlace Place => new(ScanId ?? DocumentId, ScanPage ?? PageNumber);

    /// <summary>From 1. An attempt that was lost leaves a gap: no number is given twice.</summary>
    public int Number { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public RecognitionOrigin Origin { get; init; }

    /// <summary>Machine and process.</summary>
    public required string MadeBy { get; init; }

    /// <summary><c>tesseract</c>, <c>text-layer</c>; empty for a result of before results were kept, whose words say it.</summary>
    public required string Engine { get; init; }

    public required string EngineVersion { get; init; }

    /// <summary>SHA-256 of the language data; null where there is none.</summary>
    public string? Model { get; init; }

    /// <summary>As given to the engine and to the preparation of the image.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Of the page image that belongs to it, in pixels.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary><c>image/jpeg</c> or <c>image/png</c>.</summary>
    public required string ImageMediaType { get; init; }

    /// <summary>Of the image's bytes, 64 lower-case hexadecimal digits; null for a result of before results were kept.</summary>
    public string? ImageSha256 { get; init; }

    /// <summary>The number of the result whose image it is: equal images of a page are stored once.</summary>
    public int Image { get; init; } = 1;

    /// <summary>Mean confidence of its words, 0 to 1; null without words.</summary>
    public double? Confidence { get; init; }

    public int WordCount { get; init; }

    /// <summary>Letters and digits of its words.</summary>
    public int LetterCount { get; init; }

    public bool IsBlank { get; init; }

    /// <summary>Spent by a worker; null when not noted.</summary>
    public double? Seconds { get; init; }

    /// <summary>SHA-256 of its words, regions and engine: equal results of a page are kept once.</summary>
    public string? WordsSha256 { get; init; }

    /// <summary>SHA-256 of all that determines the result: the image given to the engine, engine, model and parameters. Null when it cannot be reused.</summary>
    public string? Source { get; init; }

    /// <summary>Taken over from an equal page image instead of recognizing it again.</summary>
    public bool IsReused { get; init; }
}

/// <summary>Why a page was recognized, written as <c>ingest</c>.</summary>
[JsonConverter(typeof(CamelCase<RecognitionOrigin>))]
public enum RecognitionOrigin
{
    /// <summary>Its document arrived.</summary>
    Ingest = 0,

    /// <summary>Somebody asked for it again.</summary>
    Again = 1,
}

/// <summary>A wish to recognize a page again; what is null stays as the settings say.</summary>
/// <param name="PageSegmentation">Tesseract's <c>--psm</c>.</param>
/// <param name="Language">Tesseract's names of language data, joined by <c>+</c>.</param>
/// <param name="Choose">What becomes of the new result.</param>
public sealed record RecognitionWish(int? PageSegmentation = null, string? Language = null, WishedChoice Choose = WishedChoice.Better);

/// <summary>When a new result takes the place of the present one; never that of one which a person decided. Written as <c>better</c>.</summary>
[JsonConverter(typeof(CamelCase<WishedChoice>))]
public enum WishedChoice
{
    /// <summary>When the rule finds it better.</summary>
    Better = 0,

    /// <summary>Always: what is newer is wanted.</summary>
    New = 1,

    /// <summary>Never: it is only kept, for a person to compare.</summary>
    None = 2,
}
