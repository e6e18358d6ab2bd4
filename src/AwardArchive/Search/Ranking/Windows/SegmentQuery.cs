using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>A query of Lucene's over one segment, to be asked window by window.</summary>
/// <remarks>
/// Lucene asks every clause about one document after the other; where nearly all words of a query stand in nearly all papers, that is most of a search.
/// Here each clause answers for thousands of documents at once. Counts and scores are Lucene's, but for the last digits of sums.
/// </remarks>
internal sealed class SegmentQuery
{
    private readonly IndexSearcher searcher;
    private readonly AtomicReaderContext segment;
    private readonly Vocabulary vocabulary;
    private readonly SegmentFrequencies frequencies;
    private readonly WindowPool windows;
    private readonly bool asksForScores;
    private readonly List<RareAddition> additions = [];

    private SegmentQuery(IndexSearcher searcher, AtomicReaderContext segment, Vocabulary vocabulary, WindowPool windows, bool asksForScores)
    {
        (this.searcher, this.segment, this.vocabulary, this.windows, this.asksForScores) = (searcher, segment, vocabulary, windows, asksForScores);
        frequencies = SegmentFrequencies.Of(segment.AtomicReader);
    }

    /// <summary>Null when nothing of the segment matches.</summary>
    public WindowClause? Root { get; private set; }

    /// <summary>What raises the score of few documents and is dear to find out: asked only about those that it may bring among the best.</summary>
    public IReadOnlyList<RareAddition> Additions => additions;

    public static SegmentQuery Of(Query query, IndexSearcher searcher, AtomicReaderContext segment, Vocabulary vocabulary, WindowPool windows, bool asksForScores)
    {
        var made = new SegmentQuery(searcher, segment, vocabulary, windows, asksForScores);
        made.Root = made.ClauseOf(query, boost: 1, asksForScores ? [] : null);
        return made;
    }

    /// <param name="boost">Of what stands around it.</param>
    /// <param name="around">The boolean clauses around it, whose scores are added up; null where scores are not, or do not count.</param>
    private WindowClause? ClauseOf(Query query, float boost, IReadOnlyList<ulong[]>? around) => query switch
    {
        TermQuery { Term.Field: Indexing.IndexFields.Text } term => OfTerm(term.Term.Text, boost * query.Boost),
        ConstantScoreQuery { Filter: { } filter } => OfFilter(filter, boost * query.Boost),
        ConstantScoreQuery constant => ClauseOf(constant.Query, 1, null) is { } clause ? new ConstantClause(clause, boost * query.Boost) : null,
        Lucene.Net.Search.BooleanQuery joined => OfBoolean(joined, boost * query.Boost, around),
        PlacesQuery phrase => OfPhrase(phrase, boost * query.Boost),
        DisjunctionMaxQuery best => OfBest(best, boost * query.Boost),
        MatchAllDocsQuery => new AllClause(segment.AtomicReader.MaxDoc, boost * query.Boost),
        _ => ScorerOf(query, boost) is { } scorer ? new ScorerClause(scorer, asksForScores) : null,
    };

    private WindowClause? OfTerm(string term, float boost)
    {
        var documents = vocabulary.DocumentsWith(segment, term);
        if (documents == 0) return null;
        var bm25 = Bm25.Of(vocabulary.IdfOf(term), boost, vocabulary.AverageLength);
        return frequencies.TableOf(term, documents, vocabulary.Documents, List) is { } table
            ? new TabledTermClause(table, frequencies.Lengths, bm25)
            : new ListedTermClause(List(), documents, frequencies.Lengths, bm25);

        DocsEnum List() => vocabulary.DocsOf(segment, term);
    }

    private SetClause? OfFilter(Filter filter, float score)
    {
        // Deleted documents are taken out at the end.
        var docs = filter.GetDocIdSet(segment, null);
        return docs is Lucene.Net.Util.FixedBitSet bits ? new(bits, score) : null;
    }

    private BooleanClause? OfBoolean(Lucene.Net.Search.BooleanQuery query, float boost, IReadOnlyList<ulong[]>? around)
    {
        var matched = around is null ? null : new ulong[DocWindow.Size / 64];
        IReadOnlyList<ulong[]>? inside = around is null ? null : [.. around, matched!];
        var (must, should, mustNot) = (new List<WindowClause>(), new List<WindowClause>(), new List<WindowClause>());
        var before = additions.Count;
        var hasMust = query.Clauses.Any(clause => clause.Occur == Occur.MUST);
        foreach (var clause in query.Clauses)
        {
            if (clause.Occur == Occur.MUST_NOT)
            {
                if (ClauseOf(clause.Query, 1, null) is { } excluded) mustNot.Add(excluded);
            }
            else if (clause.Occur == Occur.MUST)
            {
                if (ClauseOf(clause.Query, boost, inside) is not { } required)
                {
                    additions.RemoveRange(before, additions.Count - before);
                    return null;
                }
                must.Add(required);
            }
            else if (!hasMust || query.MinimumNumberShouldMatch > 0)
            {
                if (ClauseOf(clause.Query, boost, inside) is { } either) should.Add(either);
            }
            else if (!asksForScores)
            {
                continue;
            }
            else if (inside is not null && AsAddition(clause.Query, boost) is var (phrase, constant))
            {
                AddAddition(phrase, constant, boost, inside);
            }
            else if (ClauseOf(clause.Query, boost, inside) is { } raise)
            {
                should.Add(raise);
            }
        }
        var least = hasMust ? query.MinimumNumberShouldMatch : Math.Max(1, query.MinimumNumberShouldMatch);
        if ((must.Count == 0 && should.Count == 0) || should.Count < least)
        {
            additions.RemoveRange(before, additions.Count - before);
            return null;
        }
        return new([.. must], [.. should], [.. mustNot], least, windows) { Matched = additions.Count > before ? matched : null };
    }

    private WindowClause? OfBest(DisjunctionMaxQuery query, float boost)
    {
        var clauses = query.Disjuncts.Select(clause => ClauseOf(clause, boost, null)).OfType<WindowClause>().ToArray();
        return clauses.Length switch
        {
            0 => null,
            1 => clauses[0],
            _ => new BestClause(clauses, query.TieBreakerMultiplier, windows),
        };
    }

    private PhraseClause? OfPhrase(PlacesQuery query, float boost) =>
        HavingPlaces(query) is { } having ? new(having, MatcherOf(query), frequencies.Lengths, RankOf(query, boost), windows) : null;

    /// <summary>Phrases that need not be there; null for everything else.</summary>
    private static (PlacesQuery Phrase, float? Constant)? AsAddition(Query query, float boost) => query switch
    {
        PlacesQuery phrase => (phrase, null),
        ConstantScoreQuery { Query: PlacesQuery phrase } => (phrase, boost * query.Boost),
        _ => null,
    };

    private void AddAddition(PlacesQuery phrase, float? constant, float boost, IReadOnlyList<ulong[]> inside)
    {
        if (HavingPlaces(phrase) is { } having)
            additions.Add(new(new AllOfClause(having, windows), MatcherOf(phrase), frequencies.Lengths, RankOf(phrase, boost * phrase.Boost), constant, inside));
    }

    /// <summary>For each place what has a word for it; null when the segment has none for one of them.</summary>
    private WindowClause[]? HavingPlaces(PlacesQuery query)
    {
        var places = new List<WindowClause>();
        foreach (var place in query.Places)
        {
            var terms = place.Terms.Select(term => OfTerm(term, 1)).OfType<WindowClause>().ToArray();
            if (terms.Length == 0) return null;
            places.Add(terms.Length == 1 ? terms[0] : new BooleanClause([], terms, [], least: 1, windows));
        }
        return [.. places];
    }

    private PhraseMatcher MatcherOf(PlacesQuery query) => new(query.Places, query.Slop, vocabulary, segment);

    /// <summary>A phrase is as telling as its words are together.</summary>
    private Bm25 RankOf(PlacesQuery phrase, float boost) =>
        Bm25.Of(phrase.Places.SelectMany(place => place.Terms).Sum(vocabulary.IdfOf), boost, vocabulary.AverageLength);

    private Scorer? ScorerOf(Query query, float boost)
    {
        var weight = searcher.Rewrite(query).CreateWeight(searcher);
        weight.GetValueForNormalization();
        weight.Normalize(1, boost);
        return weight.GetScorer(segment, null);
    }
}
