using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>A query in Lucene's words: what must match, and what ranks a match higher.</summary>
/// <remarks>
/// BM25 over the fields, the best field of a part counts (disjunction maximum). Weights are held by the judged queries of the tests:
/// the document's own number and title above its body, the marks as typed above other marks, words side by side above scattered ones.
/// </remarks>
internal static class Ranking
{
    private const float TitleWeight = 3f;
    private const float NumberWeight = 6f;
    private const float SameMarksWeight = 1.5f;
    private const float OtherFields = 0.1f;
    private const float NearnessWeight = 2f;

    /// <summary>Words that may stand between two neighbours of the query.</summary>
    private const int NearnessSlop = 2;

    /// <summary>Pairs of neighbours that are looked for; each costs a phrase query.</summary>
    private const int MaxPairs = 15;

    /// <param name="query">At least one part.</param>
    /// <param name="mode">How strict to be.</param>
    public static Query Build(SearchQuery query, MatchMode mode)
    {
        var ignoreMarks = mode != MatchMode.All;
        var all = new BooleanQuery(disableCoord: true);
        var wanted = new BooleanQuery(disableCoord: mode != MatchMode.Most);
        foreach (var clause in query.Required) wanted.Add(AnyField(clause, ignoreMarks), mode == MatchMode.Most ? Occur.SHOULD : Occur.MUST);
        if (mode == MatchMode.Most) wanted.MinimumNumberShouldMatch = Math.Max(1, query.Required.Count * 2 / 3);

        if (query.Required.Count == 0) all.Add(new MatchAllDocsQuery(), Occur.MUST);
        else all.Add(wanted, Occur.MUST);
        foreach (var near in Nearness(query, ignoreMarks)) all.Add(near, Occur.SHOULD);
        foreach (var clause in query.Excluded) all.Add(AnyField(clause, ignoreMarks: false), Occur.MUST_NOT);
        return all;
    }

    private static DisjunctionMaxQuery AnyField(SearchClause clause, bool ignoreMarks)
    {
        var any = new DisjunctionMaxQuery(OtherFields);
        AddForms(any, clause, IndexFields.Text, 1f, ignoreMarks);
        AddForms(any, clause, IndexFields.Title, TitleWeight, ignoreMarks);
        AddForms(any, clause, IndexFields.Number, clause.Words.Count > 1 ? NumberWeight : 1f, ignoreMarks);
        return any;
    }

    private static void AddForms(DisjunctionMaxQuery any, SearchClause clause, string field, float weight, bool ignoreMarks)
    {
        any.Add(Phrase(field, clause.Words.Select(word => word.Term(ignoreMarks)), weight));
        // The same marks as typed, none included, rank first among those that are let in.
        if (clause.Words.Any(word => word.Term(ignoreMarks) != IndexFields.Exact(word.Exact)))
            any.Add(Phrase(field, clause.Words.Select(word => IndexFields.Exact(word.Exact)), weight * SameMarksWeight));
        if (clause.NumberKey is { } key) any.Add(new TermQuery(new Term(field, IndexFields.NumberKey(key))) { Boost = weight });
    }

    private static IEnumerable<Query> Nearness(SearchQuery query, bool ignoreMarks)
    {
        var words = query.Required.SelectMany(clause => clause.Words).ToList();
        for (var i = 0; i + 1 < words.Count && i < MaxPairs; i++)
        {
            var terms = words.Skip(i).Take(2).Select(word => word.Term(ignoreMarks)).ToList();
            yield return Phrase(IndexFields.Text, terms, NearnessWeight, NearnessSlop);
            yield return Phrase(IndexFields.Title, terms, NearnessWeight, NearnessSlop);
        }
    }

    private static Query Phrase(string field, IEnumerable<string> terms, float weight, int slop = 0)
    {
        var all = terms.ToList();
        if (all.Count == 1) return new TermQuery(new Term(field, all[0])) { Boost = weight };
        var phrase = new PhraseQuery { Boost = weight, Slop = slop };
        foreach (var term in all) phrase.Add(new Term(field, term));
        return phrase;
    }
}
