using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

/// <summary>A step failed for a reason that a person can be told.</summary>
/// <param name="reason">In Vietnamese.</param>
/// <param name="permanent">Another try would fail alike: it is parked at once.</param>
internal sealed class StepFailedException(string reason, bool permanent, Exception inner) : Exception(inner.Message, inner)
{
    public string Reason { get; } = reason;

    public bool Permanent { get; } = permanent;
}

/// <summary>What a step needs is away for now; it waits without counting a failure.</summary>
internal sealed class StepPostponedException(Exception inner) : Exception(inner.Message, inner);

/// <summary>What became of a step for whoever wanted to do it.</summary>
internal enum StepEnd
{
    /// <summary>It is done already, or somebody else is at it.</summary>
    NotFree,

    /// <summary>It was tried, and how that ended is noted.</summary>
    Tried,

    /// <summary>What it needs is away: it was given back, and so would be the next one.</summary>
    Postponed,
}

/// <param name="End">Whether it was tried.</param>
/// <param name="Reached">The status the document has now and did not have before, or stands at for another try.</param>
internal readonly record struct StepResult(StepEnd End, DocumentStatus? Reached = null);

/// <summary>Runs one leased step and notes how it ended: done, to be tried again, parked, or given back.</summary>
internal sealed partial class StepRunner(
    Catalog catalog, IOptions<ArchiveOptions> archive, IOptions<PipelineOptions> options, TimeProvider time,
    ILogger<StepRunner> log)
{
    /// <param name="lease">Gives the lease, or null when there is nothing to do.</param>
    /// <param name="step">Does the work and keeps its result under the lease; gives the status the document has reached by it, if any.</param>
    /// <param name="current">The status at which the step is tried again.</param>
    /// <param name="failureReason">For a person, in Vietnamese, when the failure itself tells none.</param>
    public async Task<StepResult> RunAsync(
        Func<TimeSpan, Task<StepLease?>> lease, Func<StepLease, Task<DocumentStatus?>> step,
        DocumentStatus current, string failureReason, CancellationToken cancellationToken)
    {
        if (await lease(options.Value.LeaseDuration) is not { } held) return new(StepEnd.NotFree);
        DocumentStatus? next;
        try
        {
            next = await HoldAsync(held, step, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await catalog.ReleaseAsync(held, "Stopped.", CancellationToken.None);
            throw;
        }
        catch (Exception e) when (e is StepPostponedException || Away.Is(e) || Posix.IsStorageFull(e) || IsDiskNearlyFull())
        {
            // Also an unclear failure of an outside program counts as "no room" while there is none.
            Log.Postponed(log, held.Step, held.DocumentId, held.PageNumber, e.Message);
            await catalog.ReleaseAsync(held, e.Message, cancellationToken);
            return new(StepEnd.Postponed);
        }
        catch (Exception e)
        {
            var known = e as StepFailedException;
            var maxAttempts = known is { Permanent: true } ? 1 : options.Value.MaxAttempts;
            Log.Failed(log, e, held.Step, held.DocumentId, held.PageNumber);
            var (failure, advanced) = await catalog.FailAsync(held, known?.Reason ?? failureReason, e.Message, maxAttempts, cancellationToken);
            next = advanced ? DocumentStatus.Reading : failure is StepFailure.WillRetry ? current : null;
        }
        return new(StepEnd.Tried, next);
    }

    private async Task<DocumentStatus?> HoldAsync(StepLease held, Func<StepLease, Task<DocumentStatus?>> step, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewAsync(held, done.Token);
        try
        {
            return await step(held);
        }
        finally
        {
            await done.CancelAsync();
            await renewal;
        }
    }

    // Whether its result still counts is decided when it is written.
    private Task RenewAsync(StepLease held, CancellationToken done) => LeaseRenewal.RunAsync(
        options.Value.LeaseDuration, time,
        async token =>
        {
            await catalog.RenewAsync(held, options.Value.LeaseDuration, token);
            return true;
        },
        e => Log.NotRenewed(log, held.Step, held.DocumentId, held.PageNumber, e.Message),
        done);

    private bool IsDiskNearlyFull() => new DriveInfo(archive.Value.ScratchFolder).AvailableFreeSpace < archive.Value.MinFreeBytes;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Step {Step} of document {DocumentId}, page {Page}, waits: {Why}")]
        public static partial void Postponed(ILogger log, string step, Guid documentId, int? page, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Step {Step} of document {DocumentId}, page {Page}, could not be held for longer: {Why}")]
        public static partial void NotRenewed(ILogger log, string step, Guid documentId, int? page, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Step {Step} of document {DocumentId}, page {Page}, failed.")]
        public static partial void Failed(ILogger log, Exception exception, string step, Guid documentId, int? page);
    }
}
