using AwardArchive.Archive;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using AwardArchive.Setup;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.Server;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Setup;

/// <summary>How many steps a job does and how many jobs are queued, with an engine that reads what it is told.</summary>
public sealed class PipelineJobsTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly InMemoryStorage queue = NewQueue();
    private readonly CountingRecognizer engine = new();
    private readonly ServiceProvider services;

    public PipelineJobsTests()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddLogging().AddArchive().AddRecognition().AddReading();
        collection.AddSingleton(Options.Create(new ArchiveOptions { DataFolder = folder.Path, MinFreeBytes = 0 }));
        collection.AddSingleton<IPageRecognizer>(engine);
        collection.AddSingleton<JobStorage>(queue);
        collection.AddSingleton<IBackgroundJobClient>(new BackgroundJobClient(queue));
        collection.AddSingleton<IIngestionPipeline, IngestionPipeline>();
        collection.AddTransient<PipelineJobs>();
        services = collection.BuildServiceProvider();
    }

    /// <summary>Hangfire logs to the last host of the process, which another test may have disposed.</summary>
    private static InMemoryStorage NewQueue()
    {
        Hangfire.Logging.LogProvider.SetCurrentLogProvider(null);
        return new();
    }

    private Catalog Catalog => services.GetRequiredService<Catalog>();

    private PipelineJobs Jobs => services.GetRequiredService<PipelineJobs>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_job_does_all_that_is_due_and_reads_what_it_has_recognized()
    {
        var ids = new[] { await AddAsync(pages: 1), await AddAsync(pages: 3) };
        await Jobs.NextDocumentAsync(Stop);
        foreach (var id in ids) Assert.Equal(DocumentStatus.Recognizing, (await Catalog.FindAsync(id, Stop))!.Status);
        await Jobs.NextPageAsync(Stop);
        foreach (var id in ids) Assert.Equal(DocumentStatus.Ready, (await Catalog.FindAsync(id, Stop))!.Status);
        Assert.Equal(4, engine.Pages);
    }

    [Fact]
    public async Task What_is_away_ends_the_job_and_no_failure_is_counted()
    {
        var id = await AddAsync(pages: 3);
        await Jobs.NextDocumentAsync(Stop);
        engine.Failure = new RecognitionUnavailableException("Thiếu dữ liệu tiếng Việt.", "no vie.traineddata");
        await Jobs.NextPageAsync(Stop);
        Assert.Equal(1, engine.Pages);
        Assert.Equal(3, await Catalog.CountWaitingPagesAsync(id, Stop));
        engine.Failure = null;
        await Jobs.NextPageAsync(Stop);
        Assert.Equal(DocumentStatus.Ready, (await Catalog.FindAsync(id, Stop))!.Status);
    }

    [Fact]
    public async Task A_page_that_always_fails_is_parked_by_the_same_job_and_the_others_are_done()
    {
        var id = await AddAsync(pages: 2);
        await Jobs.NextDocumentAsync(Stop);
        engine.FailingPage = 1;
        await Jobs.NextPageAsync(Stop);
        Assert.Equal(DocumentStatus.NeedsAttention, (await Catalog.FindAsync(id, Stop))!.Status);
        Assert.Equal(PageStatus.Recognized, (await Catalog.FindPageAsync(id, 2, Stop))!.Status);
        Assert.Equal(1 + new PipelineOptions().MaxAttempts, engine.Pages);
    }

    [Theory]
    [InlineData(0, 10, 1)] // who comes first finds one waiting
    [InlineData(2, 10, 2)]
    [InlineData(16, 10, 10)]
    public async Task No_more_are_called_than_can_come(int workers, int pages, int called)
    {
        if (workers > 0) queue.GetConnection().AnnounceServer("work", new ServerContext { Queues = [JobQueue.Pages], WorkerCount = workers });
        await AddAsync(pages);
        await Jobs.NextDocumentAsync(Stop);
        Assert.Equal(called, queue.GetMonitoringApi().EnqueuedCount(JobQueue.Pages));
        await services.GetRequiredService<IIngestionPipeline>().QueueStandingAsync(Stop);
        Assert.Equal(called, queue.GetMonitoringApi().EnqueuedCount(JobQueue.Pages));
    }

    public async ValueTask InitializeAsync() => await services.GetRequiredService<DataFolder>().OpenAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        queue.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private async Task<Guid> AddAsync(int pages)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(), FileName = "a.png", MediaType = "image/png", Sha256 = Guid.NewGuid().ToString("N"), PageCount = pages,
        };
        await File.WriteAllTextAsync(folder.File("original"), "original", Stop);
        await services.GetRequiredService<IObjectStore>().PutFileAsync(ObjectKey.Original(document.Sha256), folder.File("original"), Stop);
        await Catalog.AddDocumentAsync(document, Stop);
        return document.Id;
    }

    private sealed class CountingRecognizer : IPageRecognizer
    {
        public int Pages { get; private set; }

        public RecognitionException? Failure { get; set; }

        public int FailingPage { get; set; }

        public async Task<RecognizedPage> RecognizeAsync(
            string originalPath, string mediaType, int page, string scratchFolder, PageRequest request, CancellationToken cancellationToken)
        {
            Pages++;
            if (Failure is not null) throw Failure;
            if (page == FailingPage) throw new InvalidOperationException("Killed.");
            var path = Path.Combine(scratchFolder, "view");
            await File.WriteAllTextAsync(path, $"image {page}", cancellationToken);
            return new(new(page, 100, 100, [new Word("Huân", 0, 0, 1, 1, 0.9, 0, 0)], new("counting", "1", null, new Dictionary<string, string>())), path, "image/png");
        }
    }
}
