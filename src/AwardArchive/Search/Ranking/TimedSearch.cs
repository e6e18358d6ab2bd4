using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>Lucene's search in small steps, with a look at the clock between them.</summary>
internal static class TimedSearch
{
    /// <summary>Documents of a step.</summary>
    private const int Step = 16_384;

    /// <summary>Collects until the end or the deadline. What was collected until then is right, but not all.</summary>
    public static void Run(IndexSearcher searcher, Query query, ICollector collector, Deadline deadline)
    {
        var weight = searcher.CreateNormalizedWeight(query);
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            if (deadline.IsOver()) return;
            collector.SetNextReader(leaf);
            var scorer = weight.GetBulkScorer(leaf, !collector.AcceptsDocsOutOfOrder, leaf.AtomicReader.LiveDocs);
            if (scorer is null) continue;
            for (var end = Step; scorer.Score(collector, end); end += Step)
            {
                if (deadline.IsOver()) return;
            }
        }
    }
}
