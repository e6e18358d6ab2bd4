using System.Runtime.CompilerServices;
using AwardArchive.Indexing;
using Lucene.Net.Index;

namespace AwardArchive.Search;

/// <summary>Where a hit stands in its order: the greater comes first.</summary>
/// <param name="Key">Bits of the score, or the date; of the oldest-first order negated, the ids too.</param>
internal readonly record struct HitRank(long Key, long IdHigh, long IdLow) : IComparable<HitRank>
{
    public int CompareTo(HitRank other)
    {
        if (Key != other.Key) return Key.CompareTo(other.Key);
        return IdHigh != other.IdHigh ? IdHigh.CompareTo(other.IdHigh) : IdLow.CompareTo(other.IdLow);
    }
}

internal readonly record struct RankedHit(int Doc, float Score, HitRank Rank);

/// <summary>Keeps the best hits, counts all of them and their facets, in one pass.</summary>
/// <remarks>Lucene's collector for several sort fields compares through objects; this one reads the ids of a document only when it may be among the best.</remarks>
internal sealed class HitCollector(HitOrder order, int size, HitRank? after, FacetCounts facets)
{
    private readonly PriorityQueue<RankedHit, HitRank> best = new(size + 1);
    private NumericDocValues? idHigh;
    private NumericDocValues? idLow;
    private NumericDocValues? issuedOn;
    private int docBase;
    private long lowestKey = long.MinValue;

    public int Total { get; private set; }

    /// <summary>A score that is asked about, additions left out; never reached where there are no scores.</summary>
    public float Mark { get; init; } = float.PositiveInfinity;

    /// <summary>Hits of at least that score.</summary>
    public int Marked { get; private set; }

    public bool AsksForScores => order == HitOrder.Relevance;

    public void BeginSegment(AtomicReaderContext context)
    {
        docBase = context.DocBase;
        idHigh = context.AtomicReader.GetNumericDocValues(IndexFields.IdHigh);
        idLow = context.AtomicReader.GetNumericDocValues(IndexFields.IdLow);
        issuedOn = order == HitOrder.Relevance ? null : context.AtomicReader.GetNumericDocValues(IndexFields.IssuedOn);
        facets.BeginSegment(context.AtomicReader);
    }

    /// <summary>Takes what matches.</summary>
    /// <param name="start">First document of the window, in its segment.</param>
    /// <param name="window">With its scores.</param>
    /// <param name="additions">Are asked only where they may bring a document among the best.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Collect(int start, DocWindow window, IReadOnlyList<RareAddition> additions)
    {
        Total += window.Count;
        facets.Count(start, window);
        if (order != HitOrder.Relevance)
        {
            foreach (var inWindow in window) Take(start + inWindow, 0, DateKey(start + inWindow));
            return;
        }
        foreach (var addition in additions) addition.BeginWindow(start, window);
        var scores = window.Scores;
        foreach (var inWindow in window)
        {
            var score = scores[inWindow];
            if (score >= Mark) Marked++;
            if (additions.Count > 0 && !IsRaised(start, inWindow, additions, ref score)) continue;
            Take(start + inWindow, score, BitConverter.SingleToInt32Bits(score));
        }
    }

    /// <returns>False when the document cannot come among the best.</returns>
    private bool IsRaised(int start, int inWindow, IReadOnlyList<RareAddition> additions, ref float score)
    {
        var most = score;
        foreach (var addition in additions) most += addition.MostFor(inWindow);
        // A little more than most, for sums are not exact.
        if (BitConverter.SingleToInt32Bits(most * 1.0001f) < lowestKey) return false;
        foreach (var addition in additions)
        {
            if (addition.MostFor(inWindow) > 0) score += addition.ScoreOf(start + inWindow);
        }
        return true;
    }

    private void Take(int doc, float score, long key)
    {
        if (key < lowestKey || key > after?.Key) return;
        var rank = order == HitOrder.Oldest ? new HitRank(key, ~idHigh!.Get(doc), ~idLow!.Get(doc)) : new HitRank(key, idHigh!.Get(doc), idLow!.Get(doc));
        if (after is { } last && rank.CompareTo(last) >= 0) return;
        if (best.Count < size) best.Enqueue(new(docBase + doc, score, rank), rank);
        else best.EnqueueDequeue(new(docBase + doc, score, rank), rank);
        if (best.Count == size) lowestKey = best.Peek().Rank.Key;
    }

    /// <summary>Best first.</summary>
    public IReadOnlyList<RankedHit> ToHits() => [.. best.UnorderedItems.Select(item => item.Element).OrderByDescending(hit => hit.Rank)];

    /// <summary>Papers without a date come last in either order.</summary>
    private long DateKey(int doc)
    {
        var date = issuedOn?.Get(doc) ?? 0;
        if (date == 0) return long.MinValue;
        return order == HitOrder.Oldest ? -date : date;
    }
}
