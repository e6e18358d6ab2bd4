using AwardArchive.Archive;
using AwardArchive.Indexing;
using Microsoft.Extensions.Options;

namespace AwardArchive.Fixity;

/// <summary>How this machine's index differed from the catalog; all of it is mended.</summary>
public sealed record IndexCheckResult(int NotIndexed, int Stale, int Stray);

/// <summary>Compares this machine's index with the catalog, from time to time and when asked, and takes from the catalog again what differs.</summary>
internal sealed partial class IndexCheck(
    IndexComparison comparison, IndexFollower follower, FindingBook findings, IOptions<FixityOptions> options, TimeProvider time, ILogger<IndexCheck> log)
    : BackgroundService
{
    /// <summary>After a start: an index that is new is followed first, and a machine that is restarted every day is compared, too.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    /// <exception cref="IndexUnavailableException">The index is not open, or does not follow the catalog now.</exception>
    public async Task<IndexCheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var differences = await comparison.CompareAsync(cancellationToken);
        if (differences.Count > 0)
        {
            foreach (var (id, difference) in differences) await NoteAsync(id, difference, cancellationToken);
            await follower.PutAgainAsync([.. differences.Keys], cancellationToken);
            var still = await comparison.CompareAsync(cancellationToken);
            await findings.SettleAsync(FindingPlace.Index, [.. differences.Keys.Except(still.Keys).Select(KeyOf)], FindingRemedy.IndexedAgain, cancellationToken);
            Log.Differed(log, differences.Count, still.Count);
        }
        return new(
            differences.Values.Count(d => d == IndexDifference.Missing), differences.Values.Count(d => d == IndexDifference.Stale),
            differences.Values.Count(d => d == IndexDifference.Stray));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled) return;
        var wait = options.Value.IndexCheckInterval < First ? options.Value.IndexCheckInterval : First;
        while (true)
        {
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.Failed(log, e);
            }
            wait = options.Value.IndexCheckInterval;
        }
    }

    private Task NoteAsync(Guid id, IndexDifference difference, CancellationToken cancellationToken) => findings.NoteAsync(
        new()
        {
            Id = findings.NewId(),
            Kind = difference switch
            {
                IndexDifference.Missing => FindingKind.NotIndexed,
                IndexDifference.Stale => FindingKind.StaleInIndex,
                _ => FindingKind.StrayInIndex,
            },
            Place = FindingPlace.Index,
            Key = KeyOf(id),
            DocumentId = id,
            Note = Environment.MachineName,
        },
        cancellationToken);

    private static string KeyOf(Guid id) => $"documents/{id}";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} documents stood in the index other than in the catalog, and were taken from it again; {Still} still do.")]
        public static partial void Differed(ILogger log, int count, int still);

        [LoggerMessage(Level = LogLevel.Error, Message = "The index could not be compared with the catalog; it is tried again.")]
        public static partial void Failed(ILogger log, Exception exception);
    }
}
