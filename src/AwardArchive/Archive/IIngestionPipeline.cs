namespace AwardArchive.Archive;

/// <summary>Goes on with a document once its new status is committed. A slice never calls the next one.</summary>
public interface IIngestionPipeline
{
    /// <summary>Queues what follows the status. Losing the call loses nothing: a sweep finds what stands still.</summary>
    Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken);

    /// <summary>Queues one page: it is to be tried once more.</summary>
    void RepeatPage();

    /// <summary>Queues what waits and has no place in the queue; what waits behind a full queue comes with a later call.</summary>
    Task QueueStandingAsync(CancellationToken cancellationToken);
}
