using System.Text.Json;
using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>How far a document has come: <c>Received → Recognizing → Reading → Ready</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentStatus>))]
public enum DocumentStatus
{
    /// <summary>The original is stored and the row committed; pages are not laid out yet.</summary>
    Received = 0,

    /// <summary>Its pages wait for recognition or are being recognized.</summary>
    Recognizing = 1,

    /// <summary>Every page is recognized or parked; facts are being read from the words.</summary>
    Reading = 2,

    /// <summary>Text, facts and pages are kept; the index follows the change feed.</summary>
    Ready = 3,

    /// <summary>A step failed for good; the reason is for a person, the original is kept.</summary>
    NeedsAttention = 4,

    /// <summary>Taken out of sight by a person, with a reason. The original is kept.</summary>
    Withdrawn = 5,

    /// <summary>A scan of several papers that were made documents of their own: its pages are theirs, it keeps the original. Not found itself.</summary>
    Split = 6,
}

internal static class DocumentsInSight
{
    /// <summary>Those that count for people: neither withdrawn, nor scans whose papers count in their place.</summary>
    public static IQueryable<Document> InSight(this IQueryable<Document> documents) =>
        documents.Where(d => d.Status != DocumentStatus.Withdrawn && d.Status != DocumentStatus.Split);
}

/// <summary>How far one page has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PageStatus>))]
public enum PageStatus
{
    Waiting = 0,
    Recognized = 1,
    NeedsAttention = 2,
}

/// <summary>Who may see a document: thường, mật, tối mật, tuyệt mật.</summary>
[JsonConverter(typeof(CamelCase<Confidentiality>))]
public enum Confidentiality
{
    Open = 0,
    Secret = 1,
    TopSecret = 2,
    UltraSecret = 3,
}

/// <summary>Written as <c>topSecret</c>.</summary>
internal sealed class CamelCase<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
