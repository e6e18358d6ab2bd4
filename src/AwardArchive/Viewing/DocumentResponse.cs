using AwardArchive.Archive;

namespace AwardArchive.Viewing;

/// <summary>A document as REST shows it.</summary>
/// <param name="Batch">The bulk load it came with; null when it came by itself.</param>
public sealed record DocumentResponse(
    Guid Id, string FileName, string MediaType, long ByteSize, string Sha256, DocumentStatus Status, string? Reason,
    DateTimeOffset ReceivedAt, int PageCount, IReadOnlyList<PageResponse> Pages, DocumentFacts Facts, Guid? DossierId,
    string? SourceReference, Confidentiality Confidentiality, int Version, string? Batch)
{
    /// <param name="pages">Their text is not needed.</param>
    internal static DocumentResponse Of(Document document, IEnumerable<PageResponse> pages) => new(
        document.Id, document.FileName, document.MediaType, document.ByteSize, document.Sha256, document.Status, document.Reason,
        document.ReceivedAt, document.PageCount, [.. pages], document.Facts ?? DocumentFacts.None, document.DossierId,
        document.SourceReference, document.Confidentiality, document.Version, document.Batch);
}

/// <summary>A page as REST shows it; width and height in pixels of the stored image, 0 until there is one.</summary>
/// <param name="Review">Why a person should look at it; null when nobody need.</param>
public sealed record PageResponse(
    int Number, PageStatus Status, string? Reason, int Width, int Height, double? Confidence, bool IsBlank, PageReview? Review);

/// <summary>A page that a person should look at.</summary>
internal sealed record PageForReview(Guid DocumentId, string FileName, int Number, PageReview Review, double? Confidence);

/// <summary>One stretch of a list; <see cref="NextCursor"/> is null at its end.</summary>
public sealed record ListResponse<T>(IReadOnlyList<T> Items, string? NextCursor);
