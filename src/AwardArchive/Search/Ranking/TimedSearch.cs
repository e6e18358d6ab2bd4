using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>A search window by window, with a look at the clock between them.</summary>
internal static class TimedSearch
{
    /// <summary>Collects until the end or the deadline. What was collected until then is right, but not all.</summary>
    public static void Run(IndexSearcher searcher, Query query, Vocabulary vocabulary, HitCollector collector, Deadline deadline)
    {
        var windows = new WindowPool();
        using var rented = windows.Rent();
        foreach (var segment in searcher.IndexReader.Leaves)
        {
            if (deadline.IsOver()) return;
            var asked = SegmentQuery.Of(query, searcher, segment, vocabulary, windows, collector.AsksForScores);
            if (asked.Root is null) continue;
            collector.BeginSegment(segment);
            for (var start = 0; start < segment.AtomicReader.MaxDoc; start += DocWindow.Size)
            {
                if (deadline.IsOver()) return;
                if (!asked.Root.Fill(start, rented.Window, within: null)) continue;
                TakeOutDeleted(segment.AtomicReader, start, rented.Window);
                collector.Collect(start, rented.Window, asked.Additions);
            }
        }
    }

    private static void TakeOutDeleted(AtomicReader reader, int start, DocWindow window)
    {
        if (reader.LiveDocs is not { } live) return;
        foreach (var doc in window)
        {
            if (!live.Get(start + doc)) window.Docs[doc >> 6] &= ~(1ul << doc);
        }
    }
}
