using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Fixity;

/// <summary>What a run is asked for.</summary>
/// <param name="Now">Begins a pass though none is due.</param>
/// <param name="Whole">Goes on until the pass is done, whatever the limits of a run say.</param>
internal readonly record struct RunRequest(bool Now, bool Whole);

/// <summary>How a run ended.</summary>
internal enum RunOutcome
{
    /// <summary>No pass is due.</summary>
    NotDue,

    /// <summary>Another machine is at it.</summary>
    Busy,

    /// <summary>The run has done its share; the pass goes on with the next one.</summary>
    GoesOn,

    /// <summary>A store or the catalog is away; the next run goes on there.</summary>
    Paused,

    /// <summary>The pass is done.</summary>
    Done,
}

/// <summary>One stretch of a pass: documents in the order of their ids, then what else lies in the stores. Killed at any moment, the next run goes on.</summary>
internal sealed partial class VerificationRun(
    FixityPasses passes, StorePresence stores, IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, SecondStore second, OriginalCheck originals,
    DerivativeCheck derivatives, ReportCheck reports, OrphanCheck orphans, IIngestionPipeline pipeline, IOptions<FixityOptions> options, IOptions<PipelineOptions> steps,
    TimeProvider time, ILogger<VerificationRun> log)
{
    private const int DocumentsAtATime = 64;

    /// <summary>Damaged documents that a run looks at first.</summary>
    private const int LookedAtAgain = 200;

    /// <summary>A finding that waits for nothing is not read again by every run.</summary>
    private static readonly TimeSpan AgainAfter = TimeSpan.FromHours(1);

    public async Task<RunOutcome> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (await passes.TryLeaseAsync(request.Now, cancellationToken) is not { } pass)
            return await passes.FindLastAsync(cancellationToken) is { IsOpen: true } ? RunOutcome.Busy : RunOutcome.NotDue;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewAsync(pass, lost, ended.Token);
        try
        {
            var outcome = await GoOnAsync(pass, request, lost.Token);
            if (outcome == RunOutcome.Done) await passes.EndAsync(pass, cancellationToken);
            else await passes.ReleaseAsync(pass, null, cancellationToken);
            return outcome;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await passes.ReleaseAsync(pass, null, CancellationToken.None);
            throw;
        }
        catch (Exception e) when (e is PassLostException or OperationCanceledException)
        {
            return RunOutcome.Busy;
        }
        catch (Exception e) when (Away.Is(e) || Posix.IsStorageFull(e))
        {
            Log.Paused(log, e.Message);
            await TryReleaseAsync(pass, e.Message);
            return RunOutcome.Paused;
        }
        catch
        {
            await TryReleaseAsync(pass, null);
            throw;
        }
        finally
        {
            await ended.CancelAsync();
            await renewal;
        }
    }

    private async Task<RunOutcome> GoOnAsync(FixityPass pass, RunRequest request, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var pace = new Pace(
            settings.BytesPerSecond, request.Whole ? long.MaxValue : settings.ObjectsPerRun, request.Whole ? TimeSpan.MaxValue : settings.RunTime, time);
        var meter = new RunMeter(pass, pace);
        await stores.RequireAsync(cancellationToken);
        var isWished = await LookAgainAsync(request.Whole, meter, cancellationToken);
        while (pass.Stage == FixityStage.Documents)
        {
            var documents = await NextAsync(pass, cancellationToken);
            foreach (var document in documents)
            {
                isWished |= await CheckAsync(document, meter, cancellationToken);
                pass.Cursor = document.Id;
                await passes.SaveAsync(pass, cancellationToken);
                if (!meter.IsSpent) continue;
                if (isWished) await pipeline.QueueStandingAsync(cancellationToken);
                return RunOutcome.GoesOn;
            }
            if (documents.Count == 0) pass.Stage = FixityStage.Objects;
        }
        if (isWished) await pipeline.QueueStandingAsync(cancellationToken);
        if (pass.Stage == FixityStage.Objects)
        {
            await reports.CheckAsync(meter, cancellationToken);
            await orphans.CheckAsync(FindingPlace.Objects, objects, meter, cancellationToken);
            pass.Stage = FixityStage.Second;
            await passes.SaveAsync(pass, cancellationToken);
        }
        if (second.Objects is { } copies) await orphans.CheckAsync(FindingPlace.Second, copies, meter, cancellationToken);
        await passes.SaveAsync(pass, cancellationToken);
        return RunOutcome.Done;
    }

    private async Task<bool> CheckAsync(Document document, RunMeter meter, CancellationToken cancellationToken)
    {
        var isWhole = await originals.CheckAsync(document, meter, cancellationToken);
        return await derivatives.CheckAsync(document.Id, isWhole, meter, cancellationToken);
    }

    /// <summary>Documents with open findings first: what was made again or put back by hand is settled soon.</summary>
    private async Task<bool> LookAgainAsync(bool all, RunMeter meter, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - AgainAfter;
        List<Document> documents;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var open = db.Findings.Where(f => f.State == FindingState.Open && f.Place != FindingPlace.Index && f.Kind != FindingKind.Orphaned
                && (all || f.Remedy == FindingRemedy.MadeAgain || f.LastSeenAt < before));
            documents = await db.Documents.AsNoTracking().Where(d => open.Any(f => f.DocumentId == d.Id))
                .OrderBy(d => d.Id).Take(LookedAtAgain).ToListAsync(cancellationToken);
        }
        var isWished = false;
        foreach (var document in documents) isWished |= await CheckAsync(document, meter, cancellationToken);
        return isWished;
    }

    /// <summary>What came after the pass began is for the next one: under a load that never ends, this one does.</summary>
    private async Task<List<Document>> NextAsync(FixityPass pass, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.AsNoTracking().Where(d => d.Id.CompareTo(pass.Cursor) > 0 && d.ReceivedAt <= pass.StartedAt)
            .OrderBy(d => d.Id).Take(DocumentsAtATime).ToListAsync(cancellationToken);
    }

    private async Task TryReleaseAsync(FixityPass pass, string? why)
    {
        try
        {
            await passes.ReleaseAsync(pass, why, CancellationToken.None);
        }
        catch (Exception e) when (Away.Is(e) || Posix.IsStorageFull(e))
        {
            // Its lease runs out by itself.
        }
    }

    private Task RenewAsync(FixityPass pass, CancellationTokenSource lost, CancellationToken ended) => LeaseRenewal.RunAsync(
        steps.Value.LeaseDuration, time,
        async token =>
        {
            try
            {
                await passes.RenewAsync(pass, token);
                return true;
            }
            catch (PassLostException)
            {
                await lost.CancelAsync();
                return false;
            }
        },
        e => Log.NotRenewed(log, e.Message),
        ended);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The verification waits: {Why}")]
        public static partial void Paused(ILogger log, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The verification could not be held for longer: {Why}")]
        public static partial void NotRenewed(ILogger log, string why);
    }
}
