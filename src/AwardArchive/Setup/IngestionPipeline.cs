using System.Collections.Concurrent;
using AwardArchive.Archive;
using Hangfire;

namespace AwardArchive.Setup;

/// <summary>The only list of the steps, in order.</summary>
/// <remarks>The queue lives in this process's memory, and so does the note of what waits in it: it keeps the sweep from queueing
/// again what only waits for its turn.</remarks>
internal sealed class IngestionPipeline(IBackgroundJobClient jobs, Catalog catalog) : IIngestionPipeline
{
    private const int WishesAtATime = 1000;

    private readonly ConcurrentDictionary<PipelineStep, byte> waiting = [];

    public async Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken)
    {
        switch (reached)
        {
            case DocumentStatus.Received:
                if (Note(new(documentId, reached, null)))
                    jobs.Enqueue<PipelineJobs>(JobQueue.Documents, job => job.LayOutPagesAsync(documentId, CancellationToken.None));
                break;
            case DocumentStatus.Recognizing:
                foreach (var page in await catalog.FindWaitingPagesAsync(documentId, cancellationToken))
                {
                    if (Note(new(documentId, reached, page)))
                        jobs.Enqueue<PipelineJobs>(JobQueue.Pages, job => job.RecognizePageAsync(documentId, page, CancellationToken.None));
                }
                break;
            case DocumentStatus.Reading:
                if (Note(new(documentId, reached, null)))
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
            if (Note(new(documentId, DocumentStatus.Ready, page)))
                jobs.Enqueue<PipelineJobs>(JobQueue.PagesAgain, job => job.RecognizeAgainAsync(documentId, page, CancellationToken.None));
        }
    }

    /// <summary>Called as a job starts: from now on its lease, not its place in the queue, keeps others away.</summary>
    public void Started(PipelineStep step) => waiting.TryRemove(step, out _);

    private bool Note(PipelineStep step) => waiting.TryAdd(step, 0);
}

/// <summary>One job: a step of a document, or of one of its pages. A page of a document at rest is recognized again.</summary>
internal readonly record struct PipelineStep(Guid DocumentId, DocumentStatus Status, int? Page);
