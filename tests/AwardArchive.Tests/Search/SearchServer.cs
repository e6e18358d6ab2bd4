using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.Setup.Commands;
using AwardArchive.Tests.Access;
using AwardArchive.Tests.Indexing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Search;

/// <summary>The real service on a free port, with three papers in it.</summary>
public sealed class SearchServer : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private WebApplication app = null!;

    public HttpClient Http { get; private set; } = null!;

    public IReadOnlyList<Guid> Papers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        app = ServeCommand.Build(new Dictionary<string, string?>
        {
            ["Archive:DataFolder"] = folder.Path,
            ["Capture:WatchedFolder:Enabled"] = "false",
            ["Logging:LogLevel:Default"] = "None",
            ["urls"] = "http://127.0.0.1:0",
        });
        await app.Services.GetRequiredService<DataFolder>().OpenAsync(CancellationToken.None);
        await app.StartAsync(CancellationToken.None);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await Http.SignInAsync(app.Services);
        Document[] papers =
        [
            SearchableArchive.NewDocument("Bà mẹ Việt Nam anh hùng <script>", "mẹ Suốt"),
            SearchableArchive.NewDocument("Huân chương kháng chiến, mẹ"),
            SearchableArchive.NewDocument("Huy chương kháng chiến, mẹ"),
        ];
        papers[0].Facts = DocumentFacts.None with { Kind = FactOf("Quyết định"), Number = FactOf("12"), Symbol = FactOf("QĐ-CTN"), IssuedOn = FactOf("1994-08") };
        foreach (var paper in papers) await app.Services.GetRequiredService<Catalog>().AddDocumentAsync(paper, CancellationToken.None);
        await app.Services.GetRequiredService<IndexFollower>().FlushAsync(CancellationToken.None);
        Papers = [.. papers.Select(paper => paper.Id)];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        Hangfire.Logging.LogProvider.SetCurrentLogProvider(null); // it would keep this host's, for all that come after
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static Fact FactOf(string value) => new(value, value, 1, new Box(0, 0, 1, 1), 1, "test/1");
}
