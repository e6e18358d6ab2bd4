using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

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
internal sealed class HitCollector(HitOrder order, int size, HitRank? after, FacetCounts facets) : ICollector
{
    private readonly PriorityQueue<RankedHit, HitRank> best = new(size + 1);
    private Scorer? scorer;
    private NumericDocValues? idHigh;
    private NumericDocValues? idLow;
    private NumericDocValues? issuedOn;
    private int docBase;
    private long lowestKey = long.MinValue;

    public int Total { get; private set; }

    /// <summary>A score that is asked about; never reached where there are no scores.</summary>
    public float Mark { get; init; } = float.PositiveInfinity;

    /// <summary>Hits of at least that score.</summary>
    public int Marked { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        docBase = context.DocBase;
        idHigh = context.AtomicReader.GetNumericDocValues(IndexFields.IdHigh);
        idLow = context.AtomicReader.GetNumericDocValues(IndexFields.IdLow);
        issuedOn = order == HitOrder.Relevance ? null : context.AtomicReader.GetNumericDocValues(IndexFields.IssuedOn);
        facets.SetSegment(context.AtomicReader);
    }

    public void Collect(int doc)
    {
        Total++;
        facets.Count(doc);
        var score = order == HitOrder.Relevance ? scorer!.GetScore() : 0;
        if (score >= Mark) Marked++;
        var key = order == HitOrder.Relevance ? BitConverter.SingleToInt32Bits(score) : DateKey(doc);
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
