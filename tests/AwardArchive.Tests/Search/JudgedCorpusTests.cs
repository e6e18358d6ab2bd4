using AwardArchive.Benchmarks.Search.Judged;

namespace AwardArchive.Tests.Search;

/// <summary>Floors under the quality of search, class by class, on the benchmark's reporting set: what was measured, less a hundredth.</summary>
public sealed class JudgedCorpusTests(JudgedCorpus corpus) : IClassFixture<JudgedCorpus>
{
    [Theory]
    [InlineData(nameof(QueryClass.Marks), 0.74, 0.84)]
    [InlineData(nameof(QueryClass.NoMarks), 0.69, 0.89)]
    [InlineData(nameof(QueryClass.MixedMarks), 0.72, 0.86)]
    [InlineData(nameof(QueryClass.Decomposed), 0.74, 0.84)]
    [InlineData(nameof(QueryClass.TonePlacement), 0.73, 0.84)]
    [InlineData(nameof(QueryClass.Damaged), 0.73, 0.83)]
    [InlineData(nameof(QueryClass.Numbers), 0.99, 0.99)]
    [InlineData(nameof(QueryClass.ListNames), 0.76, 0.87)]
    [InlineData(nameof(QueryClass.NoMiddleName), 0.98, 0.99)]
    [InlineData(nameof(QueryClass.MisreadMark), 0.46, 0.49)]
    [InlineData(nameof(QueryClass.MisreadLetter), 0.40, 0.51)]
    [InlineData(nameof(QueryClass.OldPlaces), 0.60, 0.65)]
    [InlineData(nameof(QueryClass.Abbreviations), 0.45, 0.61)]
    [InlineData(nameof(QueryClass.Questions), 0.64, 0.66)]
    [InlineData(nameof(QueryClass.Phrases), 0.95, 0.99)]
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
}
