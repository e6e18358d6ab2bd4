namespace AwardArchive.Recognition;

/// <summary>Turns one page of an accepted file into words with boxes and an image to look at.</summary>
/// <remarks>May be called for many pages at once; each waits for one of the worker processes.</remarks>
internal interface IPageRecognizer
{
    /// <summary>Recognizes one page once; trying again is for the caller, who counts attempts.</summary>
    /// <param name="originalPath">Local path of the accepted file; only read.</param>
    /// <param name="mediaType"><c>application/pdf</c>, <c>image/tiff</c>, <c>image/jpeg</c> or <c>image/png</c>.</param>
    /// <param name="page">From 1.</param>
    /// <param name="scratchFolder">An empty folder of this page's own, deleted by the caller afterwards.</param>
    /// <param name="request">How, if not as the settings say.</param>
    /// <param name="cancellationToken">Kills the processes that work on the page.</param>
    /// <returns>Zero words for a blank page.</returns>
    /// <exception cref="UnreadablePageException">The page cannot be read, now or later.</exception>
    /// <exception cref="OcrWorkerException">The worker was lost: it died, hung, or talked nonsense. Another attempt may succeed.</exception>
    /// <exception cref="AwardArchive.Archive.StorageFullException">No room in the scratch folder; the page is not at fault.</exception>
    /// <exception cref="RecognitionUnavailableException">This machine lacks Tesseract, its language, or Poppler.</exception>
    Task<RecognizedPage> RecognizeAsync(
        string originalPath, string mediaType, int page, string scratchFolder, PageRequest request, CancellationToken cancellationToken);
}

internal static class PageRecognizerExtensions
{
    /// <summary>As the settings say.</summary>
    public static Task<RecognizedPage> RecognizeAsync(
        this IPageRecognizer recognizer, string originalPath, string mediaType, int page, string scratchFolder, CancellationToken cancellationToken) =>
        recognizer.RecognizeAsync(originalPath, mediaType, page, scratchFolder, new(), cancellationToken);
}

/// <summary>The words of a page and its image.</summary>
/// <param name="Words">Boxes in pixels of the image.</param>
/// <param name="ImagePath">A file in the page's scratch folder; the caller may move it away.</param>
/// <param name="ImageMediaType"><c>image/jpeg</c> or <c>image/png</c>.</param>
internal sealed record RecognizedPage(PageWords Words, string ImagePath, string ImageMediaType)
{
    /// <summary>As <see cref="PageOrigin.Sha256"/> gives it; null when nobody asked, or the page has text of its own.</summary>
    public string? Source { get; init; }

    /// <summary>Taken over from an equal image.</summary>
    public bool IsReused { get; init; }
}
