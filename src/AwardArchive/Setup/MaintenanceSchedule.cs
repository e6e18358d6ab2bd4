using System.Linq.Expressions;
using AwardArchive.Archive;
using AwardArchive.Fixity;
using AwardArchive.People;
using Hangfire;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup;

/// <summary>Sets the clock of the maintenance, the same for all machines of an archive.</summary>
internal sealed class MaintenanceSchedule(
    IRecurringJobManager jobs, IOptions<FixityOptions> fixity, IOptions<PeopleOptions> people, SecondStore second) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Set("verify", fixity.Value.Enabled, job => job.VerifyAsync(CancellationToken.None), fixity.Value.Schedule, $"{FixityOptions.Section}:{nameof(FixityOptions.Schedule)}");
        Set("match", people.Value.MatchByItself, job => job.MatchAsync(CancellationToken.None), people.Value.Schedule, $"{PeopleOptions.Section}:{nameof(PeopleOptions.Schedule)}");
        Set("match-changes", people.Value.MatchByItself, job => job.MatchIfDueAsync(CancellationToken.None), Cron.Minutely());
        Set("copy-originals", second.Objects is not null, job => job.CopyOriginalsAsync(CancellationToken.None), Cron.Minutely());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <param name="setting">Where the schedule stands in the settings, if it does.</param>
    private void Set(string name, bool isOn, Expression<Func<MaintenanceJobs, Task>> job, string schedule, string? setting = null)
    {
        if (!isOn)
        {
            jobs.RemoveIfExists(name);
            return;
        }
        try
        {
            jobs.AddOrUpdate(name, JobQueue.Maintenance, job, schedule);
        }
        catch (ArgumentException e) when (setting is not null)
        {
            throw new OptionsValidationException(setting, typeof(MaintenanceSchedule), [$"{setting} is no cron expression: {e.Message}"]);
        }
    }
}
