using AwardArchive.Archive;

namespace AwardArchive.Reading;

/// <summary>Facts once more from the words that are kept, without recognizing: after an upgrade brought better rules.</summary>
internal sealed class ReadAgain(Catalog catalog, IIngestionPipeline pipeline)
{
    /// <param name="documentId">Null: all documents.</param>
    /// <returns>How many documents are read again; they stay as they are until then.</returns>
    public async Task<int> DemandAsync(Guid? documentId, CancellationToken cancellationToken)
    {
        var documents = await catalog.DemandReadingsAsync(documentId, cancellationToken);
        await pipeline.QueueStandingAsync(cancellationToken);
        return documents;
    }
}
