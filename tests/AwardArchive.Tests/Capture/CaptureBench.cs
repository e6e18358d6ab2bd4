using System.Collections.Concurrent;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Capture.VirusScan;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwardArchive.Tests.Capture;

/// <summary>A real catalog and object store in a folder of their own, with this slice on top.</summary>
internal sealed class CaptureBench : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private CaptureBench(Dictionary<string, string?> settings)
    {
        settings["Archive:DataFolder"] = Folder.File("data");
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IIngestionPipeline>(Pipeline)
            .AddArchive()
            .AddCapture()
            .AddSingleton<WatchedFolder>()
            .BuildServiceProvider();
    }

    public TemporaryFolder Folder { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public NotedPipeline Pipeline { get; } = new();

    public DocumentCapture Capture => services.GetRequiredService<DocumentCapture>();

    public Triage Triage => services.GetRequiredService<Triage>();

    public VirusScanner Viruses => services.GetRequiredService<VirusScanner>();

    public WatchedFolder Watched => services.GetRequiredService<WatchedFolder>();

    public Catalog Catalog => services.GetRequiredService<Catalog>();

    public IObjectStore Objects => services.GetRequiredService<IObjectStore>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CaptureBench> OpenAsync(params (string Key, string Value)[] settings)
    {
        var bench = new CaptureBench(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        await bench.services.GetRequiredService<DataFolder>().OpenAsync(Stop);
        return bench;
    }

    public Task<CaptureResult> CaptureAsync(byte[] content, string name = "scan.pdf") =>
        Capture.CaptureAsync(new MemoryStream(content), new(name), Stop);

    /// <summary>Refused with this code, and nothing kept: no row, no object, no scratch file.</summary>
    public async Task<CaptureRefusedException> RefusesAsync(byte[] content, CaptureProblem problem, string name = "scan.pdf")
    {
        var refused = await Assert.ThrowsAsync<CaptureRefusedException>(() => CaptureAsync(content, name));
        Assert.Equal(problem, refused.Problem);
        await IsEmptyAsync();
        return refused;
    }

    public async Task IsEmptyAsync()
    {
        Assert.Equal(0, await Catalog.LastChangeAsync(Stop));
        Assert.Empty(await Objects.ListAsync("", Stop).ToListAsync(Stop));
        ScratchIsEmpty();
    }

    public void ScratchIsEmpty() => Assert.Empty(
        Directory.EnumerateFiles(Folder.File("data/scratch"), "*", SearchOption.AllDirectories));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Folder.Dispose();
    }

    internal sealed class NotedPipeline : IIngestionPipeline
    {
        public ConcurrentQueue<(Guid Id, DocumentStatus Reached)> Calls { get; } = [];

        public Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken)
        {
            Calls.Enqueue((documentId, reached));
            return Task.CompletedTask;
        }

        public Task QueueStandingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
