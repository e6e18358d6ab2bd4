using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Fixity;

/// <summary>How an object says whether it is whole.</summary>
internal enum ObjectForm
{
    /// <summary>By the SHA-256 of its bytes.</summary>
    Bytes,

    /// <summary>Words of a page: by the SHA-256 of what they say, which the catalog has; the file has times in it, too.</summary>
    Words,

    /// <summary>By the checksum within gzip: the catalog has none.</summary>
    Gzip,
}

/// <summary>An object that the catalog names.</summary>
/// <param name="Sha256">Null where the catalog does not know it: a result of before results were kept, the lists of places.</param>
internal sealed record ExpectedObject(ObjectKey Key, Guid? DocumentId, int? Page, string? Sha256, ObjectForm Form)
{
    public static ExpectedObject OriginalOf(Document document) => new(ObjectKey.Original(document.Sha256), document.Id, null, document.Sha256, ObjectForm.Bytes);

    /// <summary>What a kept result of a page has put into the store.</summary>
    public static IEnumerable<ExpectedObject> Of(PageRecognition result)
    {
        yield return new(StoredResult.WordsKeyOf(result), result.DocumentId, result.PageNumber, result.WordsSha256, ObjectForm.Words);
        if (result.Image != result.Number) yield break; // another result brought it
        yield return new(StoredResult.ImageKeyOf(result), result.DocumentId, result.PageNumber, result.ImageSha256, ObjectForm.Bytes);
    }

    /// <summary>What a report has put into the store.</summary>
    public static IEnumerable<ExpectedObject> Of(DossierReport report) =>
        ObjectKey.OfReport(report).Select(key => new ExpectedObject(key, null, null, key.ReportSha256, ObjectForm.Bytes));

    public static ExpectedObject Gazetteer { get; } = new(ObjectKey.Gazetteer, null, null, null, ObjectForm.Gzip);
}
