using System.Linq.Expressions;
using AwardArchive.Archive;
using Hangfire;

namespace AwardArchive.Setup;

/// <summary>The only list of the steps, in order: for every step that waits, one job.</summary>
internal sealed class IngestionPipeline(IBackgroundJobClient jobs, JobStorage storage, Catalog catalog) : IIngestionPipeline
{
    /// <summary>Jobs with which a queue is filled up; more are queued only by what arrives.</summary>
    private const int FullQueue = 10_000;

    public async Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken)
    {
        switch (reached)
        {
            case DocumentStatus.Received or DocumentStatus.Reading:
                Enqueue(JobQueue.Documents, 1, NextDocument);
                break;
            case DocumentStatus.Recognizing:
                Enqueue(JobQueue.Pages, await catalog.CountWaitingPagesAsync(documentId, cancellationToken), NextPage);
                break;
            default:
                break; // Ready is the end: the index follows the change feed.
        }
    }

    public void RepeatPage() => Enqueue(JobQueue.Pages, 1, NextPage);

    public async Task QueueStandingAsync(CancellationToken cancellationToken)
    {
        // Jobs that run are not counted, and neither are the steps they hold.
        var queued = storage.GetMonitoringApi();
        var (documents, pages, wishes) = await catalog.CountWaitingAsync(FullQueue, cancellationToken);
        Fill(JobQueue.Documents, documents, NextDocument);
        Fill(JobQueue.Pages, pages, NextPage);
        Fill(JobQueue.PagesAgain, wishes, NextWish);

        void Fill(string queue, int waiting, Expression<Func<PipelineJobs, Task>> job) =>
            Enqueue(queue, waiting - queued.EnqueuedCount(queue), job);
    }

    private static readonly Expression<Func<PipelineJobs, Task>> NextDocument = jobs => jobs.NextDocumentAsync(CancellationToken.None);

    private static readonly Expression<Func<PipelineJobs, Task>> NextPage = jobs => jobs.NextPageAsync(CancellationToken.None);

    private static readonly Expression<Func<PipelineJobs, Task>> NextWish = jobs => jobs.NextWishAsync(CancellationToken.None);

    private void Enqueue(string queue, long count, Expression<Func<PipelineJobs, Task>> job)
    {
        for (var i = 0L; i < count; i++) jobs.Enqueue(queue, job);
    }
}
