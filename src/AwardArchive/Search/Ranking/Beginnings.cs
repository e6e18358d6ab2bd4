using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>All words that begin as typed: <c>quyế*</c>.</summary>
internal sealed class Beginnings(SearchWord start, Deadline deadline) : Filter
{
    /// <summary>Words whose places on a page are looked up.</summary>
    public const int MaxShown = 64;

    /// <summary>Terms between two looks at the clock.</summary>
    private const int Stride = 64;

    public static Query Of(SearchWord start, Deadline deadline) => new ConstantScoreQuery(new Beginnings(start, deadline));

    /// <summary>The terms of one segment.</summary>
    public static IEnumerable<string> TermsOf(AtomicReader reader, SearchWord start)
    {
        var (folded, exact) = SegmentVocabulary.Of(reader).BeginningWith(start.Folded);
        if (!start.HasMarks) return folded.Span.Contains(start.Folded) ? folded.ToArray() : [start.Folded, .. folded.Span];
        var terms = new List<string>();
        foreach (var word in exact.Span)
        {
            if (word.Exact.Length >= start.Exact.Length && start.Begins(word.Exact)) terms.Add(IndexFields.Exact(word.Exact));
        }
        return terms;
    }

    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var reader = context.AtomicReader;
        var terms = reader.GetTerms(IndexFields.Text)?.GetEnumerator();
        if (terms is null) return null;
        var found = new FixedBitSet(reader.MaxDoc);
        DocsEnum? docs = null;
        var seen = 0;
        foreach (var term in TermsOf(reader, start))
        {
            if (++seen % Stride == 0 && deadline.IsOver()) break;
            if (!terms.SeekExact(new BytesRef(term))) continue;
            docs = terms.Docs(acceptDocs, docs, DocsFlags.NONE);
            found.Or(docs);
        }
        return found;
    }
}
