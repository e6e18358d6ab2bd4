using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>All words that begin as typed: <c>quyế*</c>.</summary>
internal static class Beginnings
{
    /// <summary>Words whose places on a page are looked up.</summary>
    public const int MaxShown = 64;

    public static Query Of(SearchWord start, Vocabulary vocabulary, Deadline deadline) =>
        new ConstantScoreQuery(new AnyTermFilter(segment => TermsOf(segment, start), vocabulary, deadline));

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
}
