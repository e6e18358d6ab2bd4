using AwardArchive.Benchmarks.Search.Judged;
using AwardArchive.Demo;
using AwardArchive.Search;

namespace AwardArchive.Tests.Search;

/// <summary>Floors under the quality of search, class by class, on the benchmark's reporting set: what was measured, less a hundredth.</summary>
public sealed class JudgedCorpusTests(JudgedCorpus corpus) : IClassFixture<JudgedCorpus>
{
    [Theory]
    [InlineData(nameof(QueryClass.Marks), 0.89, 0.97)]
    [InlineData(nameof(QueryClass.NoMarks), 0.86, 0.97)]
    [InlineData(nameof(QueryClass.MixedMarks), 0.88, 0.97)]
    [InlineData(nameof(QueryClass.Decomposed), 0.89, 0.97)]
    [InlineData(nameof(QueryClass.TonePlacement), 0.86, 0.96)]
    [InlineData(nameof(QueryClass.Damaged), 0.80, 0.94)]
    [InlineData(nameof(QueryClass.Numbers), 0.98, 0.99)]
    [InlineData(nameof(QueryClass.ListNames), 0.98, 0.97)]
    [InlineData(nameof(QueryClass.NoMiddleName), 0.97, 0.99)]
    [InlineData(nameof(QueryClass.MisreadMark), 0.99, 0.99)]
    [InlineData(nameof(QueryClass.MisreadLetter), 0.88, 0.95)]
    [InlineData(nameof(QueryClass.TwoMisread), 0.76, 0.88)]
    [InlineData(nameof(QueryClass.Torn), 0.92, 0.98)]
    [InlineData(nameof(QueryClass.OldPlaces), 0.67, 0.90)]
    [InlineData(nameof(QueryClass.Abbreviations), 0.81, 0.86)]
    [InlineData(nameof(QueryClass.Questions), 0.69, 0.74)]
    [InlineData(nameof(QueryClass.Phrases), 0.92, 0.99)]
    public void No_class_of_queries_is_answered_worse_than_before(string name, double ndcg, double recall)
    {
        var measured = corpus.Measured[Enum.Parse<QueryClass>(name)];
        Assert.InRange(measured.Ndcg, ndcg, 1);
        Assert.InRange(measured.Recall, recall, 1);
    }

    [Fact]
    public void There_are_enough_papers_and_queries_of_every_class()
    {
        Assert.InRange(corpus.Set.Papers.Count, 500, int.MaxValue);
        Assert.InRange(corpus.Set.Queries.Count, 200, int.MaxValue);
        Assert.All(Enum.GetValues<QueryClass>(), @class => Assert.InRange(corpus.Set.Queries.Count(query => query.Class == @class), 15, int.MaxValue));
    }

    [Fact]
    public void The_same_seed_gives_the_same_set()
    {
        var again = JudgedSet.Create(JudgedSet.ReportingSeed);
        Assert.Equal(corpus.Set.Papers.Select(paper => paper.Text), again.Papers.Select(paper => paper.Text));
        Assert.Equal(corpus.Set.Queries.Select(query => query.Text), again.Queries.Select(query => query.Text));
    }

    [Fact]
    public async Task What_is_found_with_marks_is_found_without_them()
    {
        var strict = 0;
        foreach (var query in Stretches(count: 60))
        {
            var with = await AllHitsAsync(query);
            // Nothing had those marks: that the marks were let go is another test's.
            if (with.Understood.Mode != default) continue;
            strict++;
            var without = await AllHitsAsync(WordForms.WithoutMarks(query));
            Assert.InRange(without.Complete, with.Complete, int.MaxValue);
            if (without.Complete <= without.Hits.Count) Assert.Subset(Ids(without, without.Complete).ToHashSet(), Ids(with, with.Complete).ToHashSet());
        }
        Assert.InRange(strict, 40, 60);
    }

    [Fact]
    public async Task A_paper_that_has_none_of_the_words_takes_no_hit_away()
    {
        var queries = Stretches(count: 20).Concat(corpus.Set.Queries.Where(query => query.Class is QueryClass.MisreadLetter or QueryClass.Questions).Take(20).Select(query => query.Text)).ToList();
        var before = new List<SearchResponse>();
        foreach (var query in queries) before.Add(await AllHitsAsync(query));
        await corpus.Archive.AddAsync(["qwqwqw zxzxzx 000111000", "jfjfjf"]);
        for (var i = 0; i < queries.Count; i++)
        {
            var after = await AllHitsAsync(queries[i]);
            Assert.InRange(after.Total, before[i].Total, int.MaxValue);
            if (after.Total <= after.Hits.Count) Assert.Subset(Ids(after), Ids(before[i]));
        }
    }

    private Task<SearchResponse> AllHitsAsync(string query) => corpus.Archive.SearchAsync(new SearchRequest(query, Size: 100));

    private static IEnumerable<Guid> Ids(SearchResponse response, int count) => response.Hits.Take(count).Select(hit => hit.DocumentId);

    private static HashSet<Guid> Ids(SearchResponse response) => [.. response.Hits.Select(hit => hit.DocumentId)];

    /// <summary>One to three words as they stand side by side in some paper.</summary>
    private IEnumerable<string> Stretches(int count)
    {
        var random = new SplitMix64(4);
        for (var i = 0; i < count; i++)
        {
            var words = random.Pick(corpus.Set.Papers.ToArray()).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var first = random.Between(0, words.Length - 3);
            yield return string.Join(' ', words[first..(first + random.Between(1, 3))]).Replace("\"", "", StringComparison.Ordinal);
        }
    }
}
