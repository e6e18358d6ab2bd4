using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>The kept results of all pages are the memory of what was recognized before; nothing else is stored for it.</summary>
internal sealed partial class KnownPages(Catalog catalog, IObjectStore objects, IOptions<RecognitionOptions> options, ILogger<KnownPages> log)
{
    /// <summary>For a page of this document; null when results are not to be reused.</summary>
    public KnownImages? For(Document document) => options.Value.ReuseResults ? new(new Before(this, document.Id), document.Sha256) : null;

    private async Task<RecognizedPage?> FindAsync(Guid documentId, string source, int page, string scratchFolder, CancellationToken cancellationToken)
    {
        if (await catalog.FindRecognitionBySourceAsync(source, documentId, cancellationToken) is not { ImageSha256: not null } known) return null;
        var copy = Path.Combine(scratchFolder, "known");
        if (await StoredResult.TryCopyImageAsync(objects, known, copy, cancellationToken)
            && await StoredResult.TryReadWordsAsync(objects, known, cancellationToken) is { } read)
        {
            return new(read with { Page = page }, copy, known.ImageMediaType) { Source = source, IsReused = true };
        }
        // Recognizing once more mends this page; that one needs a person.
        Log.Damaged(log, known.DocumentId, known.PageNumber);
        return null;
    }

    /// <summary>What may be reused in a document.</summary>
    private sealed class Before(KnownPages known, Guid documentId) : IKnownPages
    {
        public Task<RecognizedPage?> FindAsync(string source, int page, string scratchFolder, CancellationToken cancellationToken) =>
            known.FindAsync(documentId, source, page, scratchFolder, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What is kept of document {DocumentId}, page {Page}, is not whole and was not reused.")]
        public static partial void Damaged(ILogger log, Guid documentId, int page);
    }
}
