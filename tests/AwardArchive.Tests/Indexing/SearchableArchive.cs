using AwardArchive.Archive;
using AwardArchive.Fixity;
using AwardArchive.Indexing;
using AwardArchive.Places;
using AwardArchive.Search;
using AwardArchive.Search.Similar;
using AwardArchive.Search.Suggest;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Indexing;

/// <summary>A real catalog and a real index in a folder of the test's own.</summary>
internal sealed class SearchableArchive : IAsyncDisposable
{
    private readonly bool ownsFolder;
    private readonly ServiceProvider services;
    private bool started;

    private SearchableArchive(TemporaryFolder? folder)
    {
        ownsFolder = folder is null;
        Folder = folder ?? new TemporaryFolder();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddLogging();
        collection.AddArchive();
        collection.AddPlaces();
        collection.AddIndexing();
        collection.AddSearch();
        collection.AddFixity().AddIndexCheck();
        collection.AddSingleton(Options.Create(new ArchiveOptions { DataFolder = Folder.Path }));
        collection.AddSingleton(Options.Create(new IndexingOptions
        {
            PollInterval = TimeSpan.FromMilliseconds(20),
            RetryInterval = TimeSpan.FromMilliseconds(20),
        }));
        services = collection.BuildServiceProvider();
    }

    public TemporaryFolder Folder { get; }

    public string IndexPath => Folder.File("index");

    public IndexFollower Follower => services.GetRequiredService<IndexFollower>();

    public DocumentSearcher Searcher => services.GetRequiredService<DocumentSearcher>();

    public DocumentSearcher SearcherBy(TimeProvider time) => ActivatorUtilities.CreateInstance<DocumentSearcher>(services, time);

    public DocumentHits Hits => services.GetRequiredService<DocumentHits>();

    public SimilarDocuments Similar => services.GetRequiredService<SimilarDocuments>();

    public IndexCheck IndexCheck => services.GetRequiredService<IndexCheck>();

    public FindingBook Findings => services.GetRequiredService<FindingBook>();

    public Suggester Suggester => services.GetRequiredService<Suggester>();

    public Catalog Catalog => services.GetRequiredService<Catalog>();

    public IObjectStore Objects => services.GetRequiredService<IObjectStore>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="folder">Another archive's; null makes one that goes with this archive.</param>
    public static async Task<SearchableArchive> OpenAsync(TemporaryFolder? folder = null, bool follow = true)
    {
        var archive = new SearchableArchive(folder);
        await archive.services.GetRequiredService<DataFolder>().OpenAsync(Stop);
        if (follow) await archive.StartAsync();
        return archive;
    }

    public async Task StartAsync()
    {
        started = true;
        foreach (var service in services.GetServices<IHostedService>()) await service.StartAsync(Stop);
        await Follower.FlushAsync(Stop);
    }

    /// <summary>Adds a finished document with its entry in the change feed.</summary>
    public async Task<Guid> AddAsync(string[] pages, Action<Document>? change = null)
    {
        var document = NewDocument(pages);
        change?.Invoke(document);
        await Catalog.AddDocumentAsync(document, Stop);
        return document.Id;
    }

    /// <summary>A document that is ready, with the text of its pages.</summary>
    public static Document NewDocument(params string[] pages)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(),
            FileName = "scan.pdf",
            MediaType = "application/pdf",
            Sha256 = Guid.NewGuid().ToString("N"),
            Status = DocumentStatus.Ready,
            PageCount = pages.Length,
        };
        document.Pages.AddRange(pages.Select((text, i) => new Page { DocumentId = document.Id, Number = i + 1, Status = PageStatus.Recognized, Text = text }));
        return document;
    }

    /// <summary>Waits until all that is in the catalog is searchable, then searches.</summary>
    public async Task<SearchResponse> SearchAsync(SearchRequest request)
    {
        await Follower.WaitUntilAsync(await Catalog.LastChangeAsync(Stop), Stop);
        return await Searcher.SearchAsync(request, Stop);
    }

    public Task<SearchResponse> SearchAsync(string q) => SearchAsync(new SearchRequest(q));

    public async Task<CatalogDbContext> OpenCatalogAsync() =>
        await services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        if (started)
        {
            foreach (var service in services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
        }
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (ownsFolder) Folder.Dispose();
    }
}
