using AwardArchive.Archive;
using AwardArchive.Fixity;
using Hangfire;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup;

/// <summary>Sets the clock of the maintenance, the same for all machines of an archive.</summary>
internal sealed class MaintenanceSchedule(IRecurringJobManager jobs, IOptions<FixityOptions> options, SecondStore second) : IHostedService
{
    private const string Verify = "verify", CopyOriginals = "copy-originals";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Enabled)
        {
            try
            {
                jobs.AddOrUpdate<MaintenanceJobs>(Verify, JobQueue.Maintenance, job => job.VerifyAsync(CancellationToken.None), options.Value.Schedule);
            }
            catch (ArgumentException e)
            {
                throw new OptionsValidationException(
                    FixityOptions.Section, typeof(FixityOptions), [$"{FixityOptions.Section}:{nameof(FixityOptions.Schedule)} is no cron expression: {e.Message}"]);
            }
        }
        else
        {
            jobs.RemoveIfExists(Verify);
        }
        if (second.Objects is not null)
            jobs.AddOrUpdate<MaintenanceJobs>(CopyOriginals, JobQueue.Maintenance, job => job.CopyOriginalsAsync(CancellationToken.None), Cron.Minutely());
        else
            jobs.RemoveIfExists(CopyOriginals);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
