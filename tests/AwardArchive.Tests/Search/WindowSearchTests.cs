using AwardArchive.Indexing;
using AwardArchive.Search;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace AwardArchive.Tests.Search;

/// <summary>Windows of documents against Lucene's own search, one document at a time: the same hits, scores and counts.</summary>
public sealed class WindowSearchTests : IDisposable
{
    private const int Documents = 3 * DocWindow.Size / 2;

    private static readonly string[] Words = "quyết định về việc tặng thưởng huân chương kháng chiến nguyễn thị hoa lan cúc mai đào".Split(' ');

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public WindowSearchTests()
    {
        var random = new Random(4);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new PageGapAnalyzer()) { MergePolicy = NoMergePolicy.COMPOUND_FILES }))
        {
            for (var i = 0; i < Documents; i++)
            {
                var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ => AnyWord(random)));
                writer.AddDocument([
                    new TextField(IndexFields.Text, new TermStream(AnalyzedText.Of(text))), new NumericDocValuesField(IndexFields.IdHigh, i), new NumericDocValuesField(IndexFields.IdLow, i),
                    new StringField(IndexFields.Id, $"{i}", Field.Store.NO), new Int32Field(IndexFields.Year, 1950 + (i % 60), Field.Store.NO),
                ]);
                if (i == Documents / 5) writer.Commit(); // two segments
            }
            for (var i = 0; i < Documents; i += 37) writer.DeleteDocuments(new Term(IndexFields.Id, $"{i}"));
            writer.Commit();
        }
        reader = DirectoryReader.Open(directory);
        searcher = IndexGeneration.NewSearcher(reader);
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void Any_query_finds_what_Lucene_finds_with_the_same_scores()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var query = AnyQuery(random, depth: 3);
            var expected = new TotalHitCountCollector();
            searcher.Search(query, expected);
            var (collector, hits) = Run(query, Documents);
            Assert.True(expected.TotalHits == collector.Total, $"{query}: {expected.TotalHits} and {collector.Total}");
            for (var i = 0; i < 10 && hits.Count > 0; i++)
            {
                var hit = hits[random.Next(hits.Count)];
                var score = searcher.Explain(query, hit.Doc);
                if (!score.IsMatch || Math.Abs(score.Value - hit.Score) > 1e-4f * Math.Max(1, hit.Score)) Assert.Fail($"{query}, document {hit.Doc}: {hit.Score} and {score}");
            }
        }
    }

    /// <summary>Additions are left unasked where they cannot bring a document among the best.</summary>
    [Fact]
    public void The_best_are_the_best_of_all()
    {
        var random = new Random(6);
        for (var round = 0; round < 300; round++)
        {
            var query = AnyQuery(random, depth: 3);
            var all = Run(query, Documents).Hits;
            Assert.Equal(all.Take(10), Run(query, 10).Hits);
        }
    }

    [Fact]
    public void Words_with_one_between_count_less_than_side_by_side()
    {
        var phrase = new PlacesQuery([new(0, ["nguyen"]), new(1, ["thi"])], slop: 1);
        var near = new PhraseQuery { Slop = 1 };
        foreach (var place in phrase.Places) near.Add(new Term(IndexFields.Text, place.Terms[0]));
        var expected = searcher.Search(near, Documents);
        var (collector, hits) = Run(phrase, Documents);
        Assert.InRange(collector.Total, 100, Documents / 2);
        Assert.Equal(expected.ScoreDocs.Select(hit => hit.Doc).Order(), hits.Select(hit => hit.Doc).Order());
        Assert.Equal(expected.ScoreDocs[0].Score, hits[0].Score, 1e-3f);
    }

    private (HitCollector Collector, IReadOnlyList<RankedHit> Hits) Run(Query query, int size)
    {
        var collector = new HitCollector(HitOrder.Relevance, size, after: null, new FacetCounts());
        TimedSearch.Run(searcher, OfOurs(query), new Vocabulary(reader), collector, new Deadline(TimeProvider.System, TimeSpan.FromMinutes(1)));
        return (collector, collector.ToHits());
    }

    private Query AnyQuery(Random random, int depth)
    {
        Query query = random.Next(depth == 0 ? 5 : 10) switch
        {
            0 => new MatchAllDocsQuery(),
            1 => PhraseOf(random),
            2 => NumericRangeQuery.NewInt32Range(IndexFields.Year, 1960, 1960 + random.Next(30), true, true),
            3 => new ConstantScoreQuery(new AnyTermFilter([AnyTerm(random).Text, AnyTerm(random).Text], new Vocabulary(reader), new Deadline(TimeProvider.System, TimeSpan.FromMinutes(1)))),
            4 => new TermQuery(AnyTerm(random)),
            5 => new ConstantScoreQuery(AnyQuery(random, depth - 1)),
            6 => BestOf(random, depth - 1),
            _ => JoinedOf(random, depth - 1),
        };
        query.Boost = 1 + (random.Next(4) / 2f);
        return query;
    }

    private Lucene.Net.Search.BooleanQuery JoinedOf(Random random, int depth)
    {
        var joined = new Lucene.Net.Search.BooleanQuery(disableCoord: true);
        var any = random.Next(3) == 0;
        for (var i = random.Next(1, 6); i > 0; i--) joined.Add(AnyQuery(random, depth), any ? Occur.SHOULD : random.Next(5) switch { 0 => Occur.MUST_NOT, 1 or 2 => Occur.SHOULD, _ => Occur.MUST });
        if (any) joined.MinimumNumberShouldMatch = random.Next(joined.Clauses.Count + 1);
        return joined;
    }

    private DisjunctionMaxQuery BestOf(Random random, int depth)
    {
        var best = new DisjunctionMaxQuery(random.Next(2) * 0.1f);
        for (var i = random.Next(1, 4); i > 0; i--) best.Add(AnyQuery(random, depth));
        return best;
    }

    private static Query PhraseOf(Random random)
    {
        var phrase = new MultiPhraseQuery();
        for (var i = random.Next(2, 4); i > 0; i--) phrase.Add([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => AnyTerm(random)).DistinctBy(term => term.Text)]);
        return phrase;
    }

    /// <summary>The same with phrases as our searches write them.</summary>
    private static Query OfOurs(Query query)
    {
        Query ours = query switch
        {
            MultiPhraseQuery phrase => new PlacesQuery([.. phrase.GetTermArrays().Select((terms, i) => new PhrasePlace(i, [.. terms.Select(term => term.Text)]))]),
            ConstantScoreQuery { Query: { } inner } => new ConstantScoreQuery(OfOurs(inner)),
            DisjunctionMaxQuery best => new DisjunctionMaxQuery([.. best.Disjuncts.Select(OfOurs)], best.TieBreakerMultiplier),
            Lucene.Net.Search.BooleanQuery joined => JoinedOf(joined),
            _ => query,
        };
        ours.Boost = query.Boost;
        return ours;

        static Lucene.Net.Search.BooleanQuery JoinedOf(Lucene.Net.Search.BooleanQuery joined)
        {
            var ours = new Lucene.Net.Search.BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = joined.MinimumNumberShouldMatch };
            foreach (var clause in joined.Clauses) ours.Add(OfOurs(clause.Query), clause.Occur);
            return ours;
        }
    }

    private static Term AnyTerm(Random random)
    {
        var forms = AnalyzedText.Of(AnyWord(random)).Words[0].Forms;
        return new(IndexFields.Text, random.Next(2) == 0 ? forms.Folded : forms.ExactTerm);
    }

    /// <summary>The first ones often, the last ones seldom.</summary>
    private static string AnyWord(Random random) => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 3))];
}
