using AwardArchive.Archive;
using Hangfire;

namespace AwardArchive.Setup;

/// <summary>The only list of the steps, in order.</summary>
internal sealed class IngestionPipeline(IBackgroundJobClient jobs, Catalog catalog, IQueuedSteps queued) : IIngestionPipeline
{
    private const int WishesAtATime = 1000;

    public async Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken)
    {
        switch (reached)
        {
            case DocumentStatus.Received:
                if (queued.Note(new(documentId, reached, null)))
                    jobs.Enqueue<PipelineJobs>(JobQueue.Documents, job => job.LayOutPagesAsync(documentId, CancellationToken.None));
                break;
            case DocumentStatus.Recognizing:
                foreach (var page in await catalog.FindWaitingPagesAsync(documentId, cancellationToken))
                {
                    if (queued.Note(new(documentId, reached, page)))
                        jobs.Enqueue<PipelineJobs>(JobQueue.Pages, job => job.RecognizePageAsync(documentId, page, CancellationToken.None));
                }
                break;
            case DocumentStatus.Reading:
                if (queued.Note(new(documentId, reached, null)))
                    jobs.Enqueue<PipelineJobs>(JobQueue.Documents, job => job.ReadFactsAsync(documentId, CancellationToken.None));
                break;
            default:
                break; // Ready is the end: the index follows the change feed.
        }
    }

    public async Task FulfillWishesAsync(CancellationToken cancellationToken)
    {
        foreach (var (documentId, page) in await catalog.FindWishesAsync(WishesAtATime, cancellationToken))
        {
            if (queued.Note(new(documentId, DocumentStatus.Ready, page)))
                jobs.Enqueue<PipelineJobs>(JobQueue.PagesAgain, job => job.RecognizeAgainAsync(documentId, page, CancellationToken.None));
        }
    }
}

/// <summary>One job: a step of a document, or of one of its pages. A page of a document at rest is recognized again.</summary>
internal readonly record struct PipelineStep(Guid DocumentId, DocumentStatus Status, int? Page);
