using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.People;
using AwardArchive.Setup.Commands;
using AwardArchive.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Viewing;

/// <summary>The real service on a free port, whose steps the test takes itself: nothing works in the background but the index.</summary>
public sealed class QuietServer : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private WebApplication app = null!;

    /// <summary>Whether jobs run in the background.</summary>
    internal bool Works { get; init; }

    /// <summary>Of the service, beside those of a test.</summary>
    internal IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public HttpClient Http { get; private set; } = null!;

    internal string DataFolder => folder.Path;

    internal Catalog Catalog => Service<Catalog>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = ServeCommand.Build(
            new Dictionary<string, string?>(Settings)
            {
                ["Archive:DataFolder"] = folder.Path,
                ["Capture:WatchedFolder:Enabled"] = "false",
                ["Pipeline:SweepInterval"] = "01:00:00", // the test takes the steps
                ["Logging:Console:LogLevel:Default"] = "None", // whatever else the shipped settings say of single categories
                ["urls"] = "http://127.0.0.1:0",
            },
            work: Works);
        await app.Services.GetRequiredService<DataFolder>().OpenAsync(CancellationToken.None);
        await app.StartAsync(CancellationToken.None);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        await Http.SignInAsync(app.Services);
    }

    /// <summary>A part of the service, for what no request does.</summary>
    internal T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>A document of recognized pages, 1000 × 1400 pixels each.</summary>
    public async Task<Guid> AddAsync(int pages, string fileName = "quyết định.pdf", Guid? dossierId = null, string text = "trang")
    {
        var id = Guid.CreateVersion7();
        var document = new Document
        {
            Id = id,
            FileName = fileName,
            MediaType = "application/pdf",
            Sha256 = id.ToString("N"),
            Status = DocumentStatus.Ready,
            PageCount = pages,
            DossierId = dossierId,
        };
        document.Pages.AddRange(Enumerable.Range(1, pages).Select(
            number => new Page { DocumentId = id, Number = number, Status = PageStatus.Recognized, Width = 1000, Height = 1400, Text = text }));
        await Catalog.AddDocumentAsync(document, Stop);
        return id;
    }

    /// <summary>The machine reads the document, whatever it read before.</summary>
    public async Task ReadAsync(Guid id, DocumentReading reading)
    {
        var version = (await Catalog.FindAsync(id, Stop))!.Version;
        Assert.True(await Catalog.EditAsync(id, version, document => document.IsReadingDue = true, Stop));
        await EndReadingAsync(id, reading);
    }

    /// <summary>The machine reads the document, whose reading is due.</summary>
    public async Task EndReadingAsync(Guid id, DocumentReading reading)
    {
        var lease = await Catalog.TryLeaseAsync(id, DocumentStatus.Reading, "read", TimeSpan.FromMinutes(1), Stop);
        Assert.True(await Catalog.CompleteReadingAsync(lease!, reading, Stop));
    }

    /// <summary>All award entries are compared.</summary>
    public Task MatchAsync() => app.Services.GetRequiredService<MatchRun>().RunAsync(null, Stop);

    /// <summary>Until all that is in the catalog is searchable.</summary>
    public async Task FollowAsync() =>
        await app.Services.GetRequiredService<IndexFollower>().WaitUntilAsync(await Catalog.LastChangeAsync(Stop), Stop);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        Hangfire.Logging.LogProvider.SetCurrentLogProvider(null); // it would keep this host's, for all that come after
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
