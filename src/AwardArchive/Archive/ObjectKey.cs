using System.Globalization;

namespace AwardArchive.Archive;

/// <summary>The name of a stored object: parts of lower-case letters, digits, <c>.</c> and <c>-</c>, divided by <c>/</c>.</summary>
public readonly record struct ObjectKey
{
    private const string Originals = "originals/";
    private const string Quarantine = "quarantine/";
    private const string Reports = "reports/";
    private const string Audit = "audit/";

    private ObjectKey(string value) => Value = value;

    public string Value { get; }

    /// <summary>Null unless it is the key of an original, which says what its bytes must be.</summary>
    public string? OriginalSha256 => Value.StartsWith(Originals, StringComparison.Ordinal) ? Value[Originals.Length..] : null;

    /// <summary>An accepted file, byte for byte.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    public static ObjectKey Original(string sha256) => new(Originals + sha256);

    /// <summary>The page as people see it.</summary>
    /// <param name="documentId">Whose page.</param>
    /// <param name="page">From 1.</param>
    /// <param name="mediaType"><c>image/jpeg</c> or <c>image/png</c>.</param>
    /// <param name="image">The number of the recognition with which it came: <see cref="Page.Image"/>.</param>
    public static ObjectKey PageImage(Guid documentId, int page, string mediaType, int image = 1) =>
        new($"documents/{documentId}/pages/{page}/image{Suffix(image)}.{(mediaType == "image/png" ? "png" : "jpg")}");

    /// <summary>The words of a page with their boxes: JSON, gzip.</summary>
    /// <param name="documentId">Whose page.</param>
    /// <param name="page">From 1.</param>
    /// <param name="recognition">Number of the recognition; <see cref="Page.Recognition"/> is the one that counts.</param>
    public static ObjectKey PageWords(Guid documentId, int page, int recognition = 1) =>
        new($"documents/{documentId}/pages/{page}/words{Suffix(recognition)}.json.gz");

    /// <summary>The image of a page, wherever the page belongs now.</summary>
    public static ObjectKey PageImage(PagePlace place, string mediaType, int image) => PageImage(place.Document, place.Page, mediaType, image);

    /// <summary>The words of a page, wherever the page belongs now.</summary>
    public static ObjectKey PageWords(PagePlace place, int recognition) => PageWords(place.Document, place.Page, recognition);

    /// <summary>The imported lists of places: JSON, gzip. One an archive, replaced as a whole.</summary>
    public static ObjectKey Gazetteer { get; } = new("places/gazetteer.json.gz");

    /// <summary>A kept report on a case, named for its content: it is never replaced by another.</summary>
    /// <param name="sha256">Of these bytes.</param>
    /// <param name="form"><c>pdf</c> or <c>json</c>.</param>
    public static ObjectKey Report(string sha256, string form) => new($"{Reports}{sha256}.{form}");

    /// <summary>What a report has put into the store.</summary>
    public static IReadOnlyList<ObjectKey> OfReport(DossierReport report) => [Report(report.Digest, "json"), Report(report.PdfSha256, "pdf")];

    /// <summary>The SHA-256 in the key of a report, whatever its form; null for other keys.</summary>
    public string? ReportSha256 => Value.StartsWith(Reports, StringComparison.Ordinal) ? Value[Reports.Length..].Split('.')[0] : null;

    /// <summary>Altered bytes that were found in the place of others, kept for whoever wants to know what happened.</summary>
    /// <param name="sha256">Of these bytes.</param>
    public static ObjectKey Quarantined(string sha256) => new(Quarantine + sha256);

    /// <summary>Whether it was set aside by <see cref="Quarantined"/>.</summary>
    public bool IsQuarantined => Value.StartsWith(Quarantine, StringComparison.Ordinal);

    /// <summary>What the audit chain was at one of its entries.</summary>
    public static ObjectKey AuditCheckpoint(long number) => new(Audit + number.ToString("D19", CultureInfo.InvariantCulture));

    /// <summary>The prefix of all checkpoints of the audit chain.</summary>
    public static string AuditCheckpoints => Audit;

    /// <summary>Which entry of the audit chain it is a checkpoint of; null for other keys.</summary>
    public long? AuditNumber =>
        Value.StartsWith(Audit, StringComparison.Ordinal) && long.TryParse(Value.AsSpan(Audit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads a key back from where it was written.</summary>
    /// <exception cref="FormatException">The text is no key.</exception>
    public static ObjectKey Parse(string value) => TryParse(value, out var key) ? key : throw new FormatException($"Not an object key: '{value}'.");

    /// <summary>Reads a key back from a listing.</summary>
    public static bool TryParse(string value, out ObjectKey key)
    {
        var parts = value.Split('/');
        key = new(value);
        return parts.Length > 1 && parts.All(part => part is not ("" or "." or "..")
            && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-'));
    }

    public override string ToString() => Value;

    // Most pages are recognized once.
    private static string Suffix(int number) => number == 1 ? "" : $"-{number.ToString(CultureInfo.InvariantCulture)}";
}
