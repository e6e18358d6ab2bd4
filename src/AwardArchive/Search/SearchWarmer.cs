using AwardArchive.Indexing;
using AwardArchive.Search.Suggest;

namespace AwardArchive.Search;

/// <summary>Reads what searches keep of each segment before the first search needs it: words, facets, the most frequent suggestions.</summary>
internal sealed partial class SearchWarmer(ISearcherSource index, Suggester suggester, TimeProvider time, ILogger<SearchWarmer> log) : BackgroundService
{
    /// <summary>Between looks for new segments; what is known already costs a look-up each.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                WarmSegments();
                await suggester.WarmAsync();
            }
            catch (IndexUnavailableException)
            {
                // It is opened or built anew: a later look finds it.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.Failed(log, e);
            }
        }
    }

    private void WarmSegments()
    {
        using var lease = index.Acquire();
        foreach (var leaf in lease.Searcher.IndexReader.Leaves)
        {
            SegmentVocabulary.Of(leaf.AtomicReader);
            FacetColumns.Of(leaf.AtomicReader);
            SegmentFrequencies.Of(leaf.AtomicReader);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The index could not be read ahead; searches read what they need themselves.")]
        public static partial void Failed(ILogger log, Exception exception);
    }
}
