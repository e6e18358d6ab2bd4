using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>Finds the pages of a document that best show why it matches, from the positions in the index alone.</summary>
internal static class PageRanking
{
    /// <summary>Positions over which parts of the query count as standing together.</summary>
    private const int Together = 20;

    /// <param name="reader">The segment that holds the document.</param>
    /// <param name="doc">Its number there.</param>
    /// <param name="limit">Pages at most.</param>
    /// <returns>
    /// Page numbers, best first, without those that have not half as much of the query together as the best one;
    /// empty when the text holds no part of it.
    /// </returns>
    public static IReadOnlyList<int> BestPages(AtomicReader reader, int doc, SearchQuery query, bool ignoreMarks, int limit)
    {
        var hits = new List<(int Position, int Clause)>();
        for (var clause = 0; clause < query.Required.Count; clause++)
        {
            foreach (var position in Positions(reader, doc, query.Required[clause], ignoreMarks)) hits.Add((position, clause));
        }
        if (hits.Count == 0) return [];
        hits.Sort();
        var starts = PageStartsOf(reader, doc);
        var pages = hits.GroupBy(hit => starts.PageAt(hit.Position))
            .Select(page => new RankedPage(page.Key, MostTogether([.. page]), page.Select(hit => hit.Clause).Distinct().Count(), page.Count()))
            .OrderByDescending(page => page.Together).ThenByDescending(page => page.Clauses).ThenByDescending(page => page.Hits).ThenBy(page => page.Number)
            .ToList();
        return [.. pages.TakeWhile(page => page.Together * 2 > pages[0].Together).Take(limit).Select(page => page.Number)];
    }

    private readonly record struct RankedPage(int Number, int Together, int Clauses, int Hits);

    private static PageStarts PageStartsOf(AtomicReader reader, int doc)
    {
        var bytes = new BytesRef();
        reader.GetBinaryDocValues(IndexFields.PageStarts).Get(doc, bytes);
        return PageStarts.FromBytes(bytes.Bytes, bytes.Offset, bytes.Length);
    }

    private static IEnumerable<int> Positions(AtomicReader reader, int doc, SearchClause clause, bool ignoreMarks)
    {
        var found = PositionsOf(reader, doc, clause.Words[0].Term(ignoreMarks));
        for (var i = 1; i < clause.Words.Count && found.Count > 0; i++)
        {
            var next = PositionsOf(reader, doc, clause.Words[i].Term(ignoreMarks));
            var offset = i;
            found = found.FindAll(position => next.BinarySearch(position + offset) >= 0);
        }
        return clause.NumberKey is { } key ? found.Union(PositionsOf(reader, doc, IndexFields.NumberKey(key))) : found;
    }

    private static List<int> PositionsOf(AtomicReader reader, int doc, string term)
    {
        var postings = reader.GetTermPositionsEnum(new Term(IndexFields.Text, term));
        if (postings is null || postings.Advance(doc) != doc) return [];
        var positions = new List<int>(postings.Freq);
        for (var i = 0; i < postings.Freq; i++) positions.Add(postings.NextPosition());
        return positions;
    }

    /// <summary>The most different parts of the query within a few words of each other.</summary>
    private static int MostTogether(List<(int Position, int Clause)> hits)
    {
        var counts = new Dictionary<int, int>();
        var most = 0;
        for (int first = 0, last = 0; last < hits.Count; last++)
        {
            counts[hits[last].Clause] = counts.GetValueOrDefault(hits[last].Clause) + 1;
            for (; hits[last].Position - hits[first].Position > Together; first++)
            {
                if (--counts[hits[first].Clause] == 0) counts.Remove(hits[first].Clause);
            }
            most = Math.Max(most, counts.Count);
        }
        return most;
    }
}
