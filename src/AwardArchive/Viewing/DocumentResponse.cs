using AwardArchive.Archive;

namespace AwardArchive.Viewing;

/// <summary>A document as REST shows it.</summary>
/// <param name="Sha256">Of the original; a part of a scan has that of the scan's.</param>
/// <param name="Batch">The bulk load it came with; null when it came by itself.</param>
/// <param name="PartOf">The scan of several papers it was cut from; null for what arrived by itself, and where the scan is not to be seen.</param>
/// <param name="Parts">Of a scan that was split its papers, in order; empty in lists of documents.</param>
/// <param name="Original">Address of the file it arrived in; null where that is not to be seen.</param>
/// <param name="SameBytes">Other documents that arrived as the same bytes; empty in lists of documents.</param>
public sealed record DocumentResponse(
    Guid Id, string FileName, string MediaType, long ByteSize, string Sha256, DocumentStatus Status, string? Reason,
    DateTimeOffset ReceivedAt, int PageCount, IReadOnlyList<PageResponse> Pages, DocumentFacts Facts, Guid? DossierId,
    string? SourceReference, Confidentiality Confidentiality, int Version, string? Batch,
    PartOfResponse? PartOf, IReadOnlyList<PartResponse> Parts, string? Original, IReadOnlyList<Guid> SameBytes)
{
    /// <param name="pages">Their text is not needed.</param>
    /// <param name="seesScan">Whether the scan that it is a part of, if it is one, is to be seen.</param>
    /// <param name="parts">Of a scan that was split.</param>
    internal static DocumentResponse Of(
        Document document, IEnumerable<PageResponse> pages, bool seesScan, IEnumerable<PartResponse>? parts = null, IEnumerable<Guid>? sameBytes = null) => new(
        document.Id, document.FileName, document.MediaType, document.ByteSize, document.Sha256, document.Status, document.Reason,
        document.ReceivedAt, document.PageCount, [.. pages], document.Facts ?? DocumentFacts.None, document.DossierId,
        document.SourceReference, document.Confidentiality, document.Version, document.Batch,
        document.PartOf is { } scan && seesScan ? new(scan, document.FirstPage!.Value, document.FirstPage.Value + document.PageCount - 1) : null, [.. parts ?? []],
        document.PartOf is null || seesScan ? $"/api/v1/documents/{document.Id}/original" : null, [.. sameBytes ?? []]);
}

/// <summary>Which pages of a scan a document is, from 1.</summary>
public sealed record PartOfResponse(Guid Id, int FirstPage, int LastPage)
{
    /// <summary>As people write it: <c>3</c>, <c>3–5</c>.</summary>
    internal string Text => new PageRange(FirstPage, LastPage - FirstPage + 1).Text;
}

/// <summary>A paper of a scan that was split.</summary>
/// <param name="Head">Kind and number, as far as read; empty where nothing is.</param>
public sealed record PartResponse(Guid Id, string FileName, int FirstPage, int LastPage, DocumentStatus Status, string Head)
{
    internal static PartResponse Of(Document part) => new(
        part.Id, part.FileName, part.FirstPage!.Value, part.FirstPage.Value + part.PageCount - 1, part.Status, HeadOf(part.Facts));

    private static string HeadOf(DocumentFacts? facts)
    {
        var number = facts?.Number is { } found ? $"số {found.Value}/{facts.Symbol?.Value}".TrimEnd('/') : null;
        return string.Join(' ', new[] { facts?.Kind?.Value, number }.OfType<string>());
    }
}

/// <summary>A page as REST shows it; width and height in pixels of the stored image, 0 until there is one.</summary>
/// <param name="Review">Why a person should look at it; null when nobody need.</param>
public sealed record PageResponse(
    int Number, PageStatus Status, string? Reason, int Width, int Height, double? Confidence, bool IsBlank, PageReview? Review);

/// <summary>A document that a person should look at.</summary>
/// <param name="Warnings">What does not add up.</param>
internal sealed record DocumentForReview(Guid DocumentId, string FileName, int PageCount, IReadOnlyList<ReadingWarning> Warnings);

/// <summary>A page that a person should look at.</summary>
internal sealed record PageForReview(Guid DocumentId, string FileName, int Number, PageReview Review, double? Confidence);
