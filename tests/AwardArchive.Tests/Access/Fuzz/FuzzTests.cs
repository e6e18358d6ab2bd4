using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Setup;
using AwardArchive.Tests.Viewing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.Access.Fuzz;

/// <summary>
/// Requests at random, as several people and as nobody, to the running service. In the suite a short run; <c>eng/fuzz.sh REQUESTS SEED</c> sends as many as one likes.
/// </summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private const int Requests = 1000, Seed = 1975;

    /// <summary>A fuzzed archive grows by what is handed in and asked; more than this would be a leak.</summary>
    private const long MaxGrowth = 48L << 20;

    private const string HiddenName = "xuyentuyetmat", HiddenTitle = "hosokinquazz", HiddenWord = "bimatquadoi";

    private readonly QuietServer server = new()
    {
        Settings = new Dictionary<string, string?>
        {
            ["Access:Limits:ProgramsPerSecond"] = "1000000",
            ["Access:Limits:AddressPerSecond"] = "100000",
            ["Access:Limits:SignInsPerMinute"] = "10000",
            ["Capture:MaxBytes"] = "1000000",
        },
    };

    private readonly List<HttpClient> clients = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    [Fact(Timeout = 3_600_000)]
    public async Task Whatever_is_sent_nothing_breaks_nothing_is_told_and_nothing_grows()
    {
        var (count, seed) = (Setting("AWARD_ARCHIVE_FUZZ_REQUESTS", Requests), Setting("AWARD_ARCHIVE_FUZZ_SEED", Seed));
        var ids = new List<Guid>();
        foreach (var level in new[] { Confidentiality.Open, Confidentiality.Open, Confidentiality.Secret, Confidentiality.TopSecret }) ids.Add(await AddAsync(level, $"giấy {level}.pdf", "Nguyễn Văn Thấy"));
        var dossier = await DossierAsync("Hồ sơ mở");
        ids.Add(await AddAsync(Confidentiality.Open, "trong hồ sơ.pdf", "Trần Thị Thấy", dossier));
        ids.Add(dossier);
        // What nobody who asks may see: above every clearance, and in a collection of a group without them.
        var hiddenDossier = await DossierAsync(HiddenTitle);
        var hidden = new List<Guid> { await AddAsync(Confidentiality.UltraSecret, $"{HiddenName}.pdf", HiddenWord), await AddAsync(Confidentiality.Open, $"{HiddenName}2.pdf", HiddenWord, hiddenDossier), hiddenDossier };
        await GrantToOthersAsync(hiddenDossier);
        await server.MatchAsync();
        await server.FollowAsync();

        var openApi = (await server.Http.GetFromJsonAsync<JsonNode>("/openapi/v1.json", Stop))!;
        var pages = server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => Address(endpoint.RoutePattern))
            .Where(path => !Regex.IsMatch(path, "^/(api|openapi|hangfire|metrics|healthz|readyz)") && !path.Contains('*', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        // What is hidden is asked for by its beginning: a name that somebody here gives to a group is no leak, the rest of a hidden word is.
        string[] begun = [HiddenName[..^2], HiddenTitle[..^2], HiddenWord[..^2]];
        var requests = new FuzzRequests(openApi, pages, new([.. ids, .. hidden], ["Nguyễn Văn Thấy", "Trần Thị Thấy", "giấy", .. begun])
        {
            Cursors = [server.Service<IngestCursor>().Of(0), server.Service<IngestCursor>().Of(await server.Catalog.LastChangeAsync(Stop) - 3)],
        });
        FuzzPerson[] people =
        [
            new("nobody", Client()),
            new("a bad token", Client("award_none")),
            await PersonAsync("reader", Role.Reader, Confidentiality.Open),
            await PersonAsync("archivist", Role.Archivist, Confidentiality.Secret),
            await PersonAsync("verifier", Role.Verifier, Confidentiality.TopSecret),
            await PersonAsync("administrator", Role.Administrator, Confidentiality.Open),
            await PersonAsync("all roles", TestAccounts.AllRoles, Confidentiality.TopSecret),
        ];
        var run = new FuzzRun(
            requests, people, [HiddenName, HiddenTitle, HiddenWord, .. hidden.SelectMany(id => new[] { $"{id}", $"{id:N}" })],
            [server.DataFolder, AppContext.BaseDirectory.TrimEnd('/'), "SQLite Error", "Npgsql", "LuceneException"]);

        var warm = count / 4;
        await run.SendAsync(seed, 0, warm, Stop);
        var before = Held();
        await run.SendAsync(seed, warm, count - warm, Stop);
        var grown = Held() - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} requests, seed {seed}, {requests.Operations} operations: {run.Summary}; the heap grew by {grown / 1024} KiB.");
        Assert.True(run.Findings.Count == 0, $"{run.Findings.Count} findings (seed {seed}; {run.Summary}):\n{string.Join('\n', run.Findings.Take(40))}");
        Assert.True(run.Leaks.Count == 0, $"{run.Leaks.Count} leaks (seed {seed}):\n{string.Join('\n', run.Leaks.Take(40))}");
        Assert.True(grown < MaxGrowth, $"The heap grew by {grown / 1024} KiB over {count - warm} requests.");
        using var still = await server.Http.GetAsync("/readyz", Stop);
        Assert.True(still.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) client.Dispose();
        await server.DisposeAsync();
    }

    /// <summary>What is in use after all garbage is gone.</summary>
    private static long Held()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Address(RoutePattern pattern) => $"/{pattern.RawText?.TrimStart('/')}";

    private HttpClient Client(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Http.BaseAddress };
        client.UseToken(token);
        clients.Add(client);
        return client;
    }

    private async Task<FuzzPerson> PersonAsync(string name, Role roles, Confidentiality clearance)
    {
        var client = Client();
        await client.SignInAsync(server.Service<IServiceProvider>(), roles, clearance);
        return new(name, client);
    }

    private async Task<Guid> AddAsync(Confidentiality level, string fileName, string name, Guid? dossierId = null)
    {
        var id = await server.AddAsync(2, fileName, dossierId, $"Quyết định tặng Huân chương cho {name} quê Quảng Trị");
        await server.ReadAsync(id, Of(Decision($"{id.ToByteArray()[0]}{level:D}"), Row(name, 200), Row("Lê Văn Chung", 240)));
        await StoreAsync(ObjectKey.Original(id.ToString("N")), file => File.WriteAllBytesAsync(file, Capture.Scans.Pdf(), Stop));
        foreach (var page in new[] { 1, 2 })
        {
            var words = new PageWords(page, 1000, 1400, [new Word(name, 100, 200, 300, 30, 0.9, 0, 0)], new("test", "1", null, new Dictionary<string, string>()));
            await StoreAsync(ObjectKey.PageWords(id, page), file => PageWordsFile.WriteAsync(file, words, Stop));
        }
        var version = (await server.Catalog.FindAsync(id, Stop))!.Version;
        Assert.True(await server.Catalog.EditAsync(id, version, document => document.Confidentiality = level, Stop));
        return id;
    }

    private async Task StoreAsync(ObjectKey key, Func<string, Task> write)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "object");
        await write(file);
        await server.Service<IObjectStore>().PutFileAsync(key, file, Stop);
    }

    private async Task<Guid> DossierAsync(string title)
    {
        var dossier = new Dossier { Id = Guid.CreateVersion7(), Title = title };
        await server.Catalog.AddDossierAsync(dossier, Stop);
        return dossier.Id;
    }

    private async Task GrantToOthersAsync(Guid dossierId)
    {
        await using var db = server.Service<Microsoft.EntityFrameworkCore.IDbContextFactory<CatalogDbContext>>().CreateDbContext();
        var group = new UserGroup { Id = Guid.CreateVersion7(), Name = "Nhóm khác" };
        db.Groups.Add(group);
        await db.SaveChangesAsync(Stop);
        // Not by its row alone: the index may have taken the paper already, and follows the feed.
        Assert.Equal(GrantOutcome.Done, (await server.Catalog.GrantAsync(group.Id, dossierId, null, Stop)).Outcome);
    }
}
