using AwardArchive.Archive;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Benchmarks.Search.Judged;
using AwardArchive.Search;
using AwardArchive.Tests.Indexing;

namespace AwardArchive.Tests.Search;

/// <summary>The benchmark's papers with judged queries, and what our search finds of them.</summary>
public sealed class JudgedCorpus : IAsyncLifetime
{
    private readonly Dictionary<QueryClass, Measures> measures = [];

    internal SearchableArchive Archive { get; private set; } = null!;

    internal JudgedSet Set { get; } = JudgedSet.Create(JudgedSet.ReportingSeed);

    internal IReadOnlyDictionary<QueryClass, Measures> Measured => measures;

    public async ValueTask InitializeAsync()
    {
        Archive = await SearchableArchive.OpenAsync(follow: false);
        await using (var db = await Archive.OpenCatalogAsync())
        {
            db.AddRange(Set.Papers.Select(CatalogForm.Of));
            db.AddRange(Set.Papers.Select(paper => new Change { DocumentId = paper.Id }));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await Archive.StartAsync();
        foreach (var queries in Set.Queries.GroupBy(query => query.Class))
        {
            var all = new List<Measures>();
            foreach (var query in queries)
            {
                var response = await Archive.Searcher.SearchAsync(new SearchRequest(query.Text, Size: 10), TestContext.Current.CancellationToken);
                all.Add(Measures.Of([.. response.Hits.Select(hit => hit.DocumentId)], query.Grades));
            }
            measures[queries.Key] = Measures.Mean(all);
        }
    }

    public ValueTask DisposeAsync() => Archive.DisposeAsync();
}
