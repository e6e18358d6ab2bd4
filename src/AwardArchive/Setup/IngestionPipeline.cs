using System.Linq.Expressions;
using AwardArchive.Archive;
using Hangfire;
using Hangfire.Storage.Monitoring;

namespace AwardArchive.Setup;

/// <summary>The only list of the steps, in order: what each of them needs is a worker that looks into the catalog.</summary>
/// <remarks>A worker goes on while steps are due, so no more jobs are queued than there are workers to wake. Nothing is forgotten: a job that is
/// counted here as queued has not looked yet, and will see what was committed before it was counted.</remarks>
internal sealed class IngestionPipeline(IBackgroundJobClient jobs, JobStorage storage, Catalog catalog) : IIngestionPipeline
{
    public async Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken)
    {
        switch (reached)
        {
            case DocumentStatus.Received or DocumentStatus.Reading:
                Wake(Servers(), JobQueue.Documents, 1, NextDocument);
                break;
            case DocumentStatus.Recognizing:
                Wake(Servers(), JobQueue.Pages, await catalog.CountWaitingPagesAsync(documentId, cancellationToken), NextPage);
                break;
            default:
                break; // Ready is the end: the index follows the change feed.
        }
    }

    public async Task QueueStandingAsync(CancellationToken cancellationToken)
    {
        var servers = Servers();
        var most = servers.Sum(server => server.WorkersCount);
        var (documents, pages, wishes) = await catalog.CountWaitingAsync(Math.Max(1, most), cancellationToken);
        Wake(servers, JobQueue.Documents, documents, NextDocument);
        Wake(servers, JobQueue.Pages, pages, NextPage);
        Wake(servers, JobQueue.PagesAgain, wishes, NextWish);
    }

    private static readonly Expression<Func<PipelineJobs, Task>> NextDocument = jobs => jobs.NextDocumentAsync(CancellationToken.None);

    private static readonly Expression<Func<PipelineJobs, Task>> NextPage = jobs => jobs.NextPageAsync(CancellationToken.None);

    private static readonly Expression<Func<PipelineJobs, Task>> NextWish = jobs => jobs.NextWishAsync(CancellationToken.None);

    private IList<ServerDto> Servers() => storage.GetMonitoringApi().Servers();

    /// <param name="servers">All there are.</param>
    /// <param name="queue">Whose workers.</param>
    /// <param name="steps">That wait; as many workers at most have something to do.</param>
    /// <param name="job">What they are to do.</param>
    private void Wake(IList<ServerDto> servers, string queue, int steps, Expression<Func<PipelineJobs, Task>> job)
    {
        if (steps == 0) return;
        var workers = servers.Where(server => server.Queues.Contains(queue)).Sum(server => server.WorkersCount);
        // Where none works yet, one waits for the first.
        var missing = Math.Min(steps, Math.Max(1, workers)) - storage.GetMonitoringApi().EnqueuedCount(queue);
        for (var i = 0L; i < missing; i++) jobs.Enqueue(queue, job);
    }
}
