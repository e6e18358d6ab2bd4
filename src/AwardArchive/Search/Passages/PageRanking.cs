using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>Finds the pages of a document that best show why it matches, from the positions in the index alone.</summary>
internal static class PageRanking
{
    /// <summary>Positions over which parts of the query count as standing together.</summary>
    private const int Together = 20;

    /// <summary>Misreadings of a word whose places are looked up.</summary>
    private const int MaxSimilar = 24;

    /// <param name="segment">Holds the document.</param>
    /// <param name="doc">Its number there.</param>
    /// <param name="limit">Pages at most.</param>
    /// <returns>
    /// Page numbers, best first, without those that have not half as much of the query together as the best one;
    /// empty when the text of no page holds a part of it.
    /// </returns>
    public static IReadOnlyList<int> BestPages(AtomicReaderContext segment, int doc, QueryPlan plan, int limit)
    {
        var starts = PageStartsOf(segment.AtomicReader, doc);
        if (starts.Numbers is [var only]) return [only];
        var hits = new List<(int Position, int Part)>();
        for (var part = 0; part < plan.Query.Leaves.Count; part++)
        {
            foreach (var position in Positions(segment, doc, plan, plan.Query.Leaves[part])) hits.Add((position, part));
        }
        AddName(hits, plan.Vocabulary.TermsOf(segment), doc, plan);
        if (hits.Count == 0) return [];
        hits.Sort();
        var pages = hits.GroupBy(hit => starts.PageAt(hit.Position)).Where(page => page.Key > 0)
            .Select(page => new RankedPage(page.Key, MostTogether([.. page]), page.Select(hit => hit.Part).Distinct().Count(), page.Count()))
            .OrderByDescending(page => page.Together).ThenByDescending(page => page.Parts).ThenByDescending(page => page.Hits).ThenBy(page => page.Number)
            .ToList();
        return [.. pages.TakeWhile(page => page.Together * 2 > pages[0].Together).Take(limit).Select(page => page.Number)];
    }

    private readonly record struct RankedPage(int Number, int Together, int Parts, int Hits);

    private static PageStarts PageStartsOf(AtomicReader reader, int doc)
    {
        var bytes = new BytesRef();
        reader.GetBinaryDocValues(IndexFields.PageStarts).Get(doc, bytes);
        return PageStarts.FromBytes(bytes.Bytes, bytes.Offset, bytes.Length);
    }

    private static IEnumerable<int> Positions(AtomicReaderContext segment, int doc, QueryPlan plan, WordsPart part)
    {
        var terms = plan.Vocabulary.TermsOf(segment);
        if (part.Form == WordForm.Prefix) return PositionsOf(terms, doc, Beginnings.TermsOf(segment.AtomicReader, part.Words[0]).Take(Beginnings.MaxShown));
        var found = PositionsOf(terms, doc, TermsOf(plan, part, 0));
        for (var i = 1; i < part.Words.Count && found.Count > 0; i++)
        {
            var next = PositionsOf(terms, doc, TermsOf(plan, part, i));
            var offset = i;
            found = found.FindAll(position => next.BinarySearch(position + offset) >= 0);
        }
        return part.NumberKey is { } key ? found.Union(PositionsOf(terms, doc, [IndexFields.NumberKey(key)])) : found;
    }

    private static IEnumerable<string> TermsOf(QueryPlan plan, WordsPart part, int word)
    {
        var terms = plan.TermsOf(part.Words[word]);
        return part.Form == WordForm.Fuzzy || plan.Mode == MatchMode.Similar
            ? [part.Words[word].Folded, .. plan.SimilarTo(part.Words[word]).Select(similar => similar.Folded)]
            : terms;
    }

    /// <summary>A name that stands together counts by all its words, also where they have other marks or are misread.</summary>
    private static void AddName(List<(int Position, int Part)> hits, SegmentTerms terms, int doc, QueryPlan plan)
    {
        var name = plan.Reading.Running.Name;
        if (name.Count < 2) return;
        var positions = name.Select(word => PositionsOf(terms, doc, [word.Folded])).ToList();
        AddRun(hits, positions, plan.Query.Leaves.Count);
        if (hits.Exists(hit => hit.Part >= plan.Query.Leaves.Count)) return;
        var misread = name.Select(word => PositionsOf(terms, doc, plan.SimilarTo(word).Take(MaxSimilar).Select(similar => similar.Folded))).ToList();
        for (var one = 0; one < name.Count; one++)
        {
            AddRun(hits, [.. positions.Select((own, i) => i == one ? misread[i] : own)], plan.Query.Leaves.Count);
            for (var other = one + 1; other < name.Count && plan.Reading.MostMisreadOf(name) > 1; other++)
                AddRun(hits, [.. positions.Select((own, i) => i == one || i == other ? misread[i] : own)], plan.Query.Leaves.Count);
        }
    }

    /// <summary>Words one after another count like as many parts of the query at one place.</summary>
    private static void AddRun(List<(int Position, int Part)> hits, List<List<int>> words, int firstPart)
    {
        foreach (var start in words[0])
        {
            var whole = true;
            for (var i = 1; i < words.Count && whole; i++) whole = words[i].BinarySearch(start + i) >= 0;
            for (var i = 0; i < words.Count && whole; i++) hits.Add((start + i, firstPart + i));
        }
    }

    private static List<int> PositionsOf(SegmentTerms segment, int doc, IEnumerable<string> terms)
    {
        var positions = new List<int>();
        var several = 0;
        foreach (var term in terms)
        {
            if (segment.PositionsOf(term) is not { } postings || postings.Advance(doc) != doc) continue;
            several++;
            for (var i = 0; i < postings.Freq; i++) positions.Add(postings.NextPosition());
        }
        if (several > 1) positions.Sort();
        return positions;
    }

    /// <summary>The most different parts of the query within a few words of each other.</summary>
    private static int MostTogether(List<(int Position, int Part)> hits)
    {
        var counts = new Dictionary<int, int>();
        var most = 0;
        for (int first = 0, last = 0; last < hits.Count; last++)
        {
            counts[hits[last].Part] = counts.GetValueOrDefault(hits[last].Part) + 1;
            for (; hits[last].Position - hits[first].Position > Together; first++)
            {
                if (--counts[hits[first].Part] == 0) counts.Remove(hits[first].Part);
            }
            most = Math.Max(most, counts.Count);
        }
        return most;
    }
}
