using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>Words one after another, each of them any of some; ranked as BM25 ranks a phrase.</summary>
/// <remarks>Only for <see cref="SegmentQuery"/>: Lucene's own queries for it look every word up anew, and open all places of all of them.</remarks>
/// <param name="places">At least one.</param>
/// <param name="slop">Words that may stand between one place and the next; where one does, it counts half.</param>
internal sealed class PlacesQuery(IReadOnlyList<PhrasePlace> places, int slop = 0) : Query
{
    public IReadOnlyList<PhrasePlace> Places => places;

    public int Slop => slop;

    public override string ToString(string field) => $"\"{string.Join(" | ", places)}\"~{slop}";
}

/// <summary>What all of some clauses match.</summary>
internal sealed class AllOfClause(WindowClause[] clauses, WindowPool windows) : WindowClause
{
    private readonly WindowClause[] clauses = [.. clauses.OrderBy(clause => clause.Cost)];

    public override long Cost => clauses[0].Cost;

    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        using var rented = windows.Rent();
        for (var i = 0; i < clauses.Length; i++)
        {
            if (!clauses[i].Fill(start, i == 0 ? window : rented.Window, within)) return false;
            if (i > 0) window.And(rented.Window);
        }
        return !window.IsEmpty;
    }
}

/// <summary>Documents that have a word at every place, and in them the places.</summary>
internal sealed class PhraseClause(WindowClause[] havingPlaces, PhraseMatcher matcher, float[] lengths, Bm25 bm25, WindowPool windows) : WindowClause
{
    /// <summary>Places on pages are read: dearer than a list of documents.</summary>
    private const int Dearness = 64;

    private readonly AllOfClause having = new(havingPlaces, windows);

    public override long Cost => having.Cost * Dearness;

    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        if (!having.Fill(start, window, within)) return false;
        if (within is not null) window.And(within);
        foreach (var doc in window)
        {
            var frequency = matcher.FrequencyIn(start + doc);
            window.Scores[doc] = frequency > 0 ? bm25.Score(frequency, lengths[start + doc]) : 0;
            if (frequency == 0) window.Docs[doc >> 6] &= ~(1ul << doc);
        }
        return !window.IsEmpty;
    }
}

/// <summary>How often a phrase stands in one document after the other.</summary>
/// <param name="slop">See <see cref="PlacesQuery"/>.</param>
internal sealed class PhraseMatcher(IReadOnlyList<PhrasePlace> places, int slop, Vocabulary vocabulary, AtomicReaderContext segment)
{
    private readonly DocsAndPositionsEnum[]?[] terms = new DocsAndPositionsEnum[places.Count][];
    private readonly List<int> starts = [];
    private readonly List<int> next = [];

    /// <param name="doc">Greater than at the last call.</param>
    /// <returns>0 when it stands nowhere.</returns>
    public float FrequencyIn(int doc)
    {
        ReadPositions(0, doc, starts);
        if (slop > 0) return SlopFrequency(doc);
        for (var place = 1; place < places.Count && starts.Count > 0; place++)
        {
            ReadPositions(place, doc, next);
            KeepContinued();
        }
        return starts.Count;
    }

    private float SlopFrequency(int doc)
    {
        if (starts.Count == 0) return 0;
        ReadPositions(1, doc, next);
        var frequency = 0f;
        foreach (var start in starts)
        {
            for (var between = 0; between <= slop; between++)
            {
                if (next.BinarySearch(start + between) < 0) continue;
                frequency += 1f / (1 + between);
                break;
            }
        }
        return frequency;
    }

    /// <summary>Both ascend.</summary>
    private void KeepContinued()
    {
        var (kept, at) = (0, 0);
        for (var i = 0; i < starts.Count; i++)
        {
            while (at < next.Count && next[at] < starts[i]) at++;
            if (at == next.Count) break;
            if (next[at] == starts[i]) starts[kept++] = starts[i];
        }
        starts.RemoveRange(kept, starts.Count - kept);
    }

    /// <summary>Where the phrase would begin, ascending, each once.</summary>
    private void ReadPositions(int place, int doc, List<int> positions)
    {
        positions.Clear();
        var having = 0;
        foreach (var term in terms[place] ??= [.. places[place].Terms.Where(term => vocabulary.DocumentsWith(segment, term) > 0).Select(term => vocabulary.PositionsOf(segment, term))])
        {
            if (term.DocID < doc) term.Advance(doc);
            if (term.DocID != doc) continue;
            having++;
            for (var i = 0; i < term.Freq; i++) positions.Add(term.NextPosition() - places[place].Position);
        }
        if (having < 2) return;
        positions.Sort();
        var kept = 1;
        for (var i = 1; i < positions.Count; i++)
        {
            if (positions[i] != positions[i - 1]) positions[kept++] = positions[i];
        }
        positions.RemoveRange(kept, positions.Count - kept);
    }
}
