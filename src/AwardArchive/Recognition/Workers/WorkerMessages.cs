using System.Text.Json.Serialization;

namespace AwardArchive.Recognition.Workers;

/// <summary>What the service asks of a worker; each gets exactly one reply.</summary>
[JsonDerivedType(typeof(RecognizeImage), "recognizeImage")]
[JsonDerivedType(typeof(InspectPdfPage), "inspectPdfPage")]
[JsonDerivedType(typeof(DescribeEngine), "describeEngine")]
internal abstract record WorkerRequest
{
    /// <summary>Counted by the service through the life of a worker, from 0.</summary>
    public int Number { get; init; }
}

/// <param name="Path">JPEG, PNG, TIFF or PNM.</param>
/// <param name="Frame">From 0; more than 0 only for TIFF.</param>
/// <param name="Resolution">Dots per inch, if known better than the file knows.</param>
/// <param name="ViewFolder">Where to make an image for viewing, when the file itself will not do; it is sent back.</param>
internal sealed record RecognizeImage(string Path, int Frame, int? Resolution, string ViewFolder) : WorkerRequest;

/// <param name="Page">From 1.</param>
internal sealed record InspectPdfPage(string Path, int Page, int RenderDpi, int ViewDpi) : WorkerRequest;

/// <summary>With which engine it would recognize.</summary>
internal sealed record DescribeEngine : WorkerRequest;

[JsonDerivedType(typeof(ImageRecognized), "imageRecognized")]
[JsonDerivedType(typeof(PdfPageInspected), "pdfPageInspected")]
[JsonDerivedType(typeof(EngineDescribed), "engineDescribed")]
[JsonDerivedType(typeof(RequestFailed), "requestFailed")]
internal abstract record WorkerReply
{
    /// <summary>Of the request that is answered: a reply that comes too late must not become another page's words.</summary>
    public int Number { get; init; }
}

/// <param name="Width">Of the view, in pixels; the words' boxes lie inside.</param>
/// <param name="ViewPath">The image to look at: the requested file itself, or one whose bytes come behind this reply.</param>
/// <param name="ViewMediaType"><c>image/jpeg</c> or <c>image/png</c>.</param>
internal sealed record ImageRecognized(
    int Width, int Height, IReadOnlyList<Word> Words, EngineInfo Engine, string ViewPath, string ViewMediaType) : WorkerReply
{
    /// <summary>How many bytes of the image for viewing come behind this reply; 0 when it is the requested file.</summary>
    public long ViewBytes { get; init; }

    /// <summary>Dots per inch.</summary>
    public int? Resolution { get; init; }

    /// <summary>Whether the page bears no more ink than dirt.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Parts of the page that are no text, in pixels of the view.</summary>
    public IReadOnlyList<PageRegion> Regions { get; init; } = [];

    /// <summary>From reading the image to the last word.</summary>
    public double? Seconds { get; init; }
}

/// <param name="Content">How to go on with the page.</param>
/// <param name="Dpi">At which to draw it, or which its image has; null when the size of the page is not known.</param>
/// <param name="Words">Of a text layer: boxes in pixels of the page drawn at <paramref name="Dpi"/>.</param>
/// <param name="Engine">Of a text layer.</param>
internal sealed record PdfPageInspected(PdfPageContent Content, int? Dpi, IReadOnlyList<Word> Words, EngineInfo? Engine) : WorkerReply
{
    /// <summary>The size it has, in pixels, when it is too large to be drawn with all of them; else null.</summary>
    public string? ReducedFrom { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<PdfPageContent>))]
internal enum PdfPageContent
{
    /// <summary>Must be drawn and recognized.</summary>
    Drawing,

    /// <summary>One upright image that fills the page, and nothing else to be seen.</summary>
    Scan,

    /// <summary>Sound text of its own.</summary>
    Text,
}

/// <param name="Build">Which build of the program this worker is.</param>
internal sealed record EngineDescribed(EngineInfo Engine, string Build) : WorkerReply;

internal sealed record RequestFailed(FailureKind Kind, string Reason, string Message) : WorkerReply;

[JsonConverter(typeof(JsonStringEnumConverter<FailureKind>))]
internal enum FailureKind
{
    /// <summary>A fault of the worker.</summary>
    Internal,

    /// <summary>A fault of the page.</summary>
    Unreadable,

    /// <summary>A library or the language data is missing.</summary>
    Unavailable,
}

/// <summary>What a worker is told at its start, as its one argument.</summary>
internal sealed record WorkerSettings(string Language, string? TessdataFolder, int PageSegmentation, long MemoryBytes, int MaxPagePixels)
{
    public bool IsVietnamese => Language.Split('+').Contains("vie");

    /// <summary>Whether the worker gives way to everything else on the machine.</summary>
    public bool YieldToOthers { get; init; }

    /// <summary>As <see cref="RecognitionOptions.RetryBudget"/>.</summary>
    public TimeSpan RetryBudget { get; init; }
}

// What is missing or null where it may not be is no message.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerReply))]
[JsonSerializable(typeof(WorkerSettings))]
internal sealed partial class WorkerJson : JsonSerializerContext;
