using AwardArchive.Archive;
using AwardArchive.Fixity;
using AwardArchive.People;
using Hangfire;

namespace AwardArchive.Setup;

/// <summary>What keeps the archive whole, as Hangfire runs it. A run that failed is made again by the next turn of the clock, or the sweep.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class MaintenanceJobs(VerificationRun verification, OriginalCopies copies, MatchRun matching, MatchTurns turns)
{
    /// <summary>Goes on with the verification, if it is due.</summary>
    public Task VerifyAsync(CancellationToken cancellationToken) => verification.RunAsync(new(Now: false, Whole: false), cancellationToken);

    /// <summary>Somebody asked for it.</summary>
    public Task VerifyNowAsync(CancellationToken cancellationToken) => verification.RunAsync(new(Now: true, Whole: false), cancellationToken);

    /// <summary>Proposes which rows are of one person: every night, and when somebody asked for it.</summary>
    public Task MatchAsync(CancellationToken cancellationToken) => matching.RunAsync(null, cancellationToken);

    /// <summary>The same, a while after something changed.</summary>
    public async Task MatchIfDueAsync(CancellationToken cancellationToken)
    {
        if (await turns.IsDueAsync(cancellationToken)) await matching.RunAsync(null, cancellationToken);
    }

    public async Task CopyOriginalsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await copies.RunAsync(whole: false, cancellationToken);
        }
        catch (Exception e) when (Away.Is(e) || Posix.IsStorageFull(e))
        {
            // What is copied counts; the lag is told by the metrics.
        }
    }
}
