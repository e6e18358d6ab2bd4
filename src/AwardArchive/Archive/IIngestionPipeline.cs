namespace AwardArchive.Archive;

/// <summary>Goes on with a document once its new status is committed. A slice never calls the next one.</summary>
public interface IIngestionPipeline
{
    /// <summary>Calls workers to what follows the status. Losing the call loses nothing: a sweep finds what stands still.</summary>
    Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken);

    /// <summary>Calls workers to everything that waits.</summary>
    Task QueueStandingAsync(CancellationToken cancellationToken);
}
