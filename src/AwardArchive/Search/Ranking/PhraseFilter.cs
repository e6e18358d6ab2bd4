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
        var rarest = (Place: 0, Documents: int.MaxValue);
        for (var place = 0; place < places.Count; place++)
        {
            if (deadline.IsOver()) return null;
            var alternatives = places[place].Terms;
            if (vocabulary.KeptDocs(context, string.Join('\t', alternatives), () => terms.DocsWithAny(alternatives, acceptDocs, context.AtomicReader.MaxDoc, deadline)) is not { } having) return null;
            var count = having.Cardinality;
            if (count < rarest.Documents) rarest = (place, count);
            if (docs is null) docs = having.Clone();
            else docs.And(having);
        }
        if (docs is null || places.Count == 1) return docs;
        var runs = Runs.Begin(terms, docs, places[rarest.Place]);
        for (var place = 0; place < places.Count && !runs.IsEmpty; place++)
        {
            if (deadline.IsOver()) return null;
            if (place != rarest.Place) runs = runs.Continue(terms, places[place]);
        }
        return runs.ToDocs(context.AtomicReader.MaxDoc);
    }

    /// <summary>Where the phrase may still begin: a document and a position, ascending.</summary>
    private readonly record struct Runs(List<(int Doc, int Start)> Starts)
    {
        public bool IsEmpty => Starts.Count == 0;

        public static Runs Begin(SegmentTerms terms, FixedBitSet docs, PhrasePlace place)
        {
            var starts = new List<(int, int)>();
            foreach (var term in place.Terms)
            {
                if (terms.PositionsOf(term) is not { } positions) continue;
                for (var doc = docs.NextSetBit(0); doc >= 0; doc = doc + 1 < docs.Length ? docs.NextSetBit(doc + 1) : -1)
                {
                    if (positions.DocID < doc && positions.Advance(doc) == DocIdSetIterator.NO_MORE_DOCS) break;
                    if (positions.DocID > doc)
                    {
                        doc = positions.DocID - 1; // the next of both
                        continue;
                    }
                    for (var i = 0; i < positions.Freq; i++) starts.Add((doc, positions.NextPosition() - place.Position));
                }
            }
            starts.Sort();
            return new(starts);
        }

        public Runs Continue(SegmentTerms terms, PhrasePlace place)
        {
            var isMet = new bool[Starts.Count];
            foreach (var term in place.Terms)
            {
                if (terms.PositionsOf(term) is { } positions) Meet(isMet, positions, place.Position);
            }
            var met = new List<(int, int)>();
            for (var i = 0; i < isMet.Length; i++)
            {
                if (isMet[i]) met.Add(Starts[i]);
            }
            return new(met);
        }

        public FixedBitSet? ToDocs(int maxDoc)
        {
            if (IsEmpty) return null;
            var docs = new FixedBitSet(maxDoc);
            foreach (var (doc, _) in Starts) docs.Set(doc);
            return docs;
        }

        private void Meet(bool[] isMet, DocsAndPositionsEnum positions, int offset)
        {
            for (var first = 0; first < Starts.Count;)
            {
                var doc = Starts[first].Doc;
                if (positions.DocID < doc && positions.Advance(doc) == DocIdSetIterator.NO_MORE_DOCS) return;
                if (positions.DocID > doc)
                {
                    while (first < Starts.Count && Starts[first].Doc < positions.DocID) first++;
                    continue;
                }
                var at = first;
                for (var i = 0; i < positions.Freq; i++)
                {
                    var start = positions.NextPosition() - offset;
                    while (at < Starts.Count && Starts[at].Doc == doc && Starts[at].Start < start) at++;
                    for (var same = at; same < Starts.Count && Starts[same] == (doc, start); same++) isMet[same] = true;
                }
                while (first < Starts.Count && Starts[first].Doc == doc) first++;
            }
        }
    }
}
