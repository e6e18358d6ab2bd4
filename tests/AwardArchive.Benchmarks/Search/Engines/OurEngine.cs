using AwardArchive.Archive;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Indexing;
using AwardArchive.Places;
using AwardArchive.Search;
using AwardArchive.Search.Suggest;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>The service itself without its web server: a catalog, the index that follows it, and the searcher with snippets and facets.</summary>
internal sealed class OurEngine : ISearchEngine
{
    private const int Batch = 200;

    private readonly string folder;
    private readonly bool hides;
    private readonly ServiceProvider services;
    private bool started;

    /// <param name="folder">Of the archive.</param>
    /// <param name="hides">Some papers are not for everybody: see <see cref="HiddenShare"/>.</param>
    public OurEngine(string folder, bool hides = false)
    {
        (this.folder, this.hides) = (folder, hides);
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        collection.AddLogging();
        collection.AddArchive();
        collection.AddPlaces();
        collection.AddIndexing();
        collection.AddSearch();
        collection.AddSingleton(Options.Create(new ArchiveOptions { DataFolder = folder }));
        services = collection.BuildServiceProvider();
    }

    public string Name => "ours";

    public string Version => $"index version {IndexFields.Version}";

    public long IndexBytes => FolderSize.Of(Path.Combine(folder, "index"));

    /// <summary>What whoever acts looks at, each of which costs a search something.</summary>
    public int Segments
    {
        get
        {
            using var lease = services.GetRequiredService<ISearcherSource>().Acquire();
            return lease.Searcher.IndexReader.Leaves.Count;
        }
    }

    public bool Answers(EngineQueryKind kind) => true;

    /// <remarks>The catalog is filled first, which is not timed; then the index follows it, as in a rebuild.</remarks>
    public async Task<BuildTime> BuildAsync(IEnumerable<CorpusDocument> papers, CancellationToken cancellationToken)
    {
        var began = BuildTime.Now;
        await services.GetRequiredService<DataFolder>().OpenAsync(cancellationToken);
        var contexts = services.GetRequiredService<IDbContextFactory<CatalogDbContext>>();
        var isKept = await services.GetRequiredService<ChangeFeed>().LastChangeAsync(cancellationToken) > 0;
        if (hides && !isKept) await HiddenShare.PrepareAsync(contexts, cancellationToken);
        foreach (var some in isKept ? [] : papers.Chunk(Batch))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            db.AddRange(some.Select(paper => hides ? HiddenShare.FormOf(paper) : CatalogForm.Of(paper)));
            db.AddRange(some.SelectMany(CatalogForm.EntriesOf));
            db.AddRange(some.Select(paper => new Change { DocumentId = paper.Id }));
            await db.SaveChangesAsync(cancellationToken);
        }
        PeakMemory.Reset();
        var filled = BuildTime.Now - began;
        started = true;
        foreach (var service in services.GetServices<IHostedService>()) await service.StartAsync(cancellationToken);
        await services.GetRequiredService<IndexFollower>().FlushAsync(cancellationToken);
        await services.GetRequiredService<Suggester>().WarmAsync();
        return filled;
    }

    /// <summary>Commits a document that is read but not Ready, then its step to Ready with the entry of the change feed.</summary>
    public async Task PutReadyAsync(Document document)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync();
        document.Status = DocumentStatus.Reading;
        db.Add(document);
        await db.SaveChangesAsync();
        document.Status = DocumentStatus.Ready;
        db.Add(new Change { DocumentId = document.Id });
        await db.SaveChangesAsync();
    }

    public async Task<EngineAnswer> SearchAsync(EngineQuery query)
    {
        if (query.Kind == EngineQueryKind.Suggestion) return new(services.GetRequiredService<Suggester>().Find(query.Text).Items.Count, []);
        var response = await services.GetRequiredService<DocumentSearcher>().SearchAsync(new SearchRequest(query.Text, Size: 10), CancellationToken.None);
        return new(response.Total, [.. response.Hits.Select(hit => hit.DocumentId)]);
    }

    public async ValueTask DisposeAsync()
    {
        if (started)
        {
            foreach (var service in services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
        }
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
