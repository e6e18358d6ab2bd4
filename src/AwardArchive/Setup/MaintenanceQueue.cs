using AwardArchive.Fixity;
using AwardArchive.People;
using Hangfire;

namespace AwardArchive.Setup;

/// <summary>Hangfire's queue, as those who ask for upkeep see it.</summary>
internal sealed class MaintenanceQueue(IBackgroundJobClient jobs) : IMaintenanceQueue, IMatchQueue
{
    public void VerifyNow() => jobs.Enqueue<MaintenanceJobs>(JobQueue.Maintenance, job => job.VerifyNowAsync(CancellationToken.None));

    public void MatchNow() => jobs.Enqueue<MaintenanceJobs>(JobQueue.Maintenance, job => job.MatchAsync(CancellationToken.None));
}
