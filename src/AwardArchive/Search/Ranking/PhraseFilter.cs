using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>A place of a phrase and what may stand there.</summary>
/// <param name="Position">Words from the beginning of the phrase.</param>
/// <param name="Terms">Any of them will do.</param>
internal readonly record struct PhrasePlace(int Position, IReadOnlyList<string> Terms)
{
    public override string ToString() => $"{Position} {string.Join('\t', Terms)}";
}

/// <summary>Documents in which words stand one after another, each of them any of many.</summary>
/// <remarks>
/// Lucene's own query for it opens the positions of every term at once, kilobytes each. Here the documents that have a term of each place come first; only
/// in them are positions read, term by term.
/// </remarks>
internal sealed class PhraseFilter(IReadOnlyList<PhrasePlace> places, Vocabulary vocabulary, Deadline deadline) : Filter
{
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
        vocabulary.KeptDocs(context, string.Join('\n', places), () => Find(context, acceptDocs));

    private FixedBitSet? Find(AtomicReaderContext context, IBits acceptDocs)
    {
        var terms = vocabulary.TermsOf(context);
        FixedBitSet? docs = null;
        var rarestFirst = new List<(PhrasePlace Place, int Documents)>(places.Count);
        foreach (var place in places)
        {
            if (deadline.IsOver()) return null;
            var alternatives = place.Terms;
            if (vocabulary.KeptDocs(context, string.Join('\t', alternatives), () => terms.DocsWithAny(alternatives, acceptDocs, context.AtomicReader.MaxDoc, deadline)) is not { } having) return null;
            rarestFirst.Add((place, having.Cardinality));
            if (docs is null) docs = having.Clone();
            else docs.And(having);
        }
        if (docs is null || places.Count == 1) return docs;
        // Where few of a phrase's beginnings are left, even the places of the commonest word are cheap.
        rarestFirst.Sort((one, other) => one.Documents.CompareTo(other.Documents));
        var runs = Runs.Begin(terms, docs, rarestFirst[0].Place);
        for (var next = 1; next < places.Count && !runs.IsEmpty; next++)
        {
            if (deadline.IsOver()) return null;
            runs = runs.Continue(terms, rarestFirst[next].Place);
        }
        return runs.ToDocs(context.AtomicReader.MaxDoc);
    }

    /// <summary>Where the phrase may still begin, ascending: the document in the upper half, the position in the lower.</summary>
    private readonly record struct Runs(List<long> Starts)
    {
        public bool IsEmpty => Starts.Count == 0;

        public static Runs Begin(SegmentTerms terms, FixedBitSet docs, PhrasePlace place)
        {
            var starts = new List<long>();
            var having = 0;
            foreach (var term in place.Terms)
            {
                if (terms.PositionsOf(term) is not { } positions) continue;
                having++;
                for (var doc = docs.NextSetBit(0); doc >= 0; doc = doc + 1 < docs.Length ? docs.NextSetBit(doc + 1) : -1)
                {
                    if (positions.DocID < doc && positions.Advance(doc) == DocIdSetIterator.NO_MORE_DOCS) break;
                    if (positions.DocID > doc)
                    {
                        doc = positions.DocID - 1; // the next of both
                        continue;
                    }
                    for (var i = 0; i < positions.Freq; i++) starts.Add(Of(doc, positions.NextPosition() - place.Position));
                }
            }
            if (having > 1) starts.Sort();
            return new(starts);
        }

        public Runs Continue(SegmentTerms terms, PhrasePlace place)
        {
            var isMet = new bool[Starts.Count];
            var starts = CollectionsMarshal.AsSpan(Starts);
            foreach (var term in place.Terms)
            {
                if (terms.PositionsOf(term) is { } positions) Meet(starts, isMet, positions, place.Position);
            }
            var met = new List<long>();
            for (var i = 0; i < isMet.Length; i++)
            {
                if (isMet[i]) met.Add(starts[i]);
            }
            return new(met);
        }

        public FixedBitSet? ToDocs(int maxDoc)
        {
            if (IsEmpty) return null;
            var docs = new FixedBitSet(maxDoc);
            foreach (var start in Starts) docs.Set(DocOf(start));
            return docs;
        }

        private static void Meet(Span<long> starts, bool[] isMet, DocsAndPositionsEnum positions, int offset)
        {
            for (var first = 0; first < starts.Length;)
            {
                var doc = DocOf(starts[first]);
                if (positions.DocID < doc && positions.Advance(doc) == DocIdSetIterator.NO_MORE_DOCS) return;
                if (positions.DocID > doc)
                {
                    first = FirstOf(starts, first, positions.DocID);
                    continue;
                }
                for (var i = 0; i < positions.Freq && first < starts.Length; i++)
                {
                    var start = Of(doc, positions.NextPosition() - offset);
                    while (first < starts.Length && starts[first] < start) first++;
                    for (var same = first; same < starts.Length && starts[same] == start; same++) isMet[same] = true;
                }
                while (first < starts.Length && DocOf(starts[first]) == doc) first++;
            }
        }

        /// <summary>The first start in that document or after it: in wider and wider steps, then between the last two.</summary>
        private static int FirstOf(Span<long> starts, int from, int doc)
        {
            var (low, step) = (from, 1);
            while (low + step < starts.Length && DocOf(starts[low + step]) < doc)
            {
                low += step;
                step *= 2;
            }
            var high = Math.Min(low + step, starts.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (DocOf(starts[middle]) < doc) low = middle + 1;
                else high = middle;
            }
            return low;
        }

        /// <summary>A phrase that begins before its document is none, but may be written down.</summary>
        private static long Of(int doc, int start) => ((long)doc << 32) + start + (1 << 16);

        private static int DocOf(long start) => (int)(start >> 32);
    }
}
