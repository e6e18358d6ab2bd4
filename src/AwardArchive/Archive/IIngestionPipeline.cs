namespace AwardArchive.Archive;

/// <summary>Goes on with a document once its new status is committed. A slice never calls the next one.</summary>
public interface IIngestionPipeline
{
    /// <summary>Queues what follows the status. Losing the call loses nothing: a sweep finds what stands still.</summary>
    Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken);

    /// <summary>Queues pages that are wished to be recognized again; those that wait behind them come with the next sweep.</summary>
    Task FulfillWishesAsync(CancellationToken cancellationToken);
}
