using System.Net.Http.Json;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Access;

/// <summary>
/// Metamorphic: an archive with papers that somebody may not see, and the same archive in which they never were, answer every request of that person alike, to
/// status, headers and body. The requests are made from what the service publishes, so that a new endpoint is among them.
/// </summary>
public sealed partial class NoTraceTests : IAsyncLifetime
{
    private const string Name = "Nguyễn Thị Hòa";
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Seen = Id(1), Folder = Id(2), SeenEntry = Id(3), OtherEntry = Id(4), Secret = Id(11), InCollection = Id(12), Collection = Id(13), SecretEntry = Id(14), Group = Id(15);
    private static readonly Guid[] Hidden = [Secret, InCollection, Collection, SecretEntry, PersonPair.IdOf(SeenEntry, SecretEntry)];
    private static readonly Guid[] All = [Seen, Folder, SeenEntry, PersonPair.IdOf(SeenEntry, OtherEntry), .. Hidden];

    /// <summary>About the sender, who is another one in either archive.</summary>
    private static readonly string[] NotAsked = ["/account"];

    private readonly QuietServer whole = new();
    private readonly QuietServer spared = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await whole.InitializeAsync();
        await spared.InitializeAsync();
        await FillAsync(whole, hidden: true);
        await FillAsync(spared, hidden: false);
        await whole.FollowAsync();
        await spared.FollowAsync();
    }

    [Fact]
    public async Task What_is_hidden_leaves_no_trace_in_any_answer()
    {
        const Role Roles = Role.Reader | Role.Archivist | Role.Verifier;
        await whole.Http.SignInAsync(whole.Service<IServiceProvider>(), Roles, Confidentiality.Open);
        await spared.Http.SignInAsync(spared.Service<IServiceProvider>(), Roles, Confidentiality.Open);
        var differences = await CompareAsync();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task Who_may_see_it_gets_other_answers()
    {
        await whole.Http.SignInAsync(whole.Service<IServiceProvider>(), clearance: Confidentiality.Secret, groups: Group);
        await spared.Http.SignInAsync(spared.Service<IServiceProvider>(), clearance: Confidentiality.Secret, groups: Group);
        Assert.InRange((await CompareAsync()).Count, 20, int.MaxValue);
    }

    public async ValueTask DisposeAsync()
    {
        await whole.DisposeAsync();
        await spared.DisposeAsync();
    }

    private async Task<List<string>> CompareAsync()
    {
        var differences = new List<string>();
        var asked = 0;
        foreach (var operation in await whole.Http.OperationsAsync())
        {
            if (NotAsked.Contains(operation.Path)) continue;
            foreach (var path in PathsOf(operation))
            {
                // What changes something is asked of what is hidden only: on what is seen it would make new things with ids of their own.
                if (operation.Method != HttpMethod.Get && !Hidden.Any(id => path.Contains($"{id}", StringComparison.Ordinal))) continue;
                var (one, other) = (await AskAsync(whole.Http, operation.Method, path), await AskAsync(spared.Http, operation.Method, path));
                asked++;
                if (one != other) differences.Add($"{operation.Method} {path}\n{one}\n{other}");
            }
        }
        Assert.True(asked > 300, $"{asked} requests");
        return differences;
    }

    private static IEnumerable<string> PathsOf(Operation operation)
    {
        IEnumerable<string> paths = [operation.Path];
        foreach (var name in operation.Parameters)
        {
            string[] values = name is "number" or "recognition" ? ["1"]
                : name.EndsWith('d') && name != "field" ? [.. All.Select(id => $"{id}")]
                : name == "digest" ? [new('a', 64)] : ["number"];
            paths = [.. paths.SelectMany(path => values.Select(value => path.Replace($"{{{name}}}", value, StringComparison.Ordinal)))];
        }
        string[] words = ["q", "name", "text", "prefix"];
        var query = string.Join('&', operation.Query.Where(words.Contains).Select(name => $"{name}={Uri.EscapeDataString(Name)}"));
        return operation.Method == HttpMethod.Get && query.Length > 0 ? [.. paths, .. paths.Select(path => $"{path}?{query}")] : paths;
    }

    private static async Task<string> AskAsync(HttpClient http, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        if (method != HttpMethod.Get) request.Content = JsonContent.Create(new { by = "Người thử", reason = "Lý do", note = "Ghi chú", value = "1" });
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return $"{answer.StatusCode} {string.Join(" | ", headers)}\n{OfTheMoment().Replace(await ReadAsync(answer.Content), "")}";
    }

    /// <summary>Of events, which never end, how they begin: what they tell of later, their own tests compare.</summary>
    private static async Task<string> ReadAsync(HttpContent content)
    {
        if (content.Headers.ContentType?.MediaType != "text/event-stream") return await content.ReadAsStringAsync(Stop);
        using var lines = new StreamReader(await content.ReadAsStreamAsync(Stop));
        return (await lines.ReadLineAsync(Stop))!;
    }

    private static async Task FillAsync(QuietServer server, bool hidden)
    {
        await using var db = await server.Service<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);
        db.Groups.Add(new() { Id = Group, Name = "Phòng riêng" });
        db.Dossiers.Add(new() { Id = Folder, Title = "Hồ sơ chung", Kind = DossierKind.HeroicMother, CreatedAt = At });
        await AddAsync(db, Seen, "quyết định.pdf", Confidentiality.Open, Folder, SeenEntry, OtherEntry);
        db.PersonPairs.Add(PairOf(SeenEntry, OtherEntry));
        await db.SaveChangesAsync(Stop);
        if (!hidden) return;
        db.Dossiers.Add(new() { Id = Collection, Title = "Hồ sơ riêng", Kind = DossierKind.HeroicMother, CreatedAt = At });
        db.CollectionGrants.Add(new() { Id = Id(16), GroupId = Group, DossierId = Collection });
        await AddAsync(db, Secret, "mật.pdf", Confidentiality.Secret, Folder, SecretEntry, Id(17));
        await AddAsync(db, InCollection, "riêng.pdf", Confidentiality.Open, Collection, Id(18), Id(19));
        db.PersonPairs.Add(PairOf(SeenEntry, SecretEntry));
        db.PairDecisions.Add(new() { Id = Id(20), PairId = PersonPair.IdOf(SeenEntry, SecretEntry), One = SeenEntry, Other = SecretEntry, State = PairState.Refused, By = "Ai đó", At = At });
        db.DossierRefusals.Add(new() { DossierId = Folder, DocumentId = InCollection, By = "Ai đó", At = At });
        // A case of which part is hidden: as if nobody had begun it.
        db.CaseDecisions.Add(new()
        {
            DossierId = Folder, Number = 1, Action = CaseAction.SetPerson, TargetId = Id(21), By = "Ai đó", At = At,
            Person = new(Id(21), CaseRole.Mother, Name) { Source = new(Secret, new string('a', 64), 1, null, Name) },
        });
        await db.SaveChangesAsync(Stop);
    }

    private static async Task AddAsync(CatalogDbContext db, Guid id, string fileName, Confidentiality level, Guid dossier, params Guid[] entries)
    {
        var document = new Document
        {
            Id = id, FileName = fileName, MediaType = "application/pdf", Sha256 = $"{id:N}{id:N}", Status = DocumentStatus.Ready, PageCount = 1, ReceivedAt = At, DossierId = dossier,
            Confidentiality = level, Version = 1, WarningCount = 1, Facts = DocumentFacts.None,
        };
        document.Pages.Add(new() { DocumentId = id, Number = 1, Status = PageStatus.Recognized, Width = 1000, Height = 1400, Text = $"{Name} Huân chương độc lập hạng nhất" });
        db.Documents.Add(document);
        foreach (var (entry, n) in entries.Select((entry, n) => (entry, n)))
            db.Entries.Add(Mention<AwardEntry>.Of<Entry>(id, entry, n + 1, Readings.Row(Name, 100 + n, "1930")));
        db.Attempts.Add(new() { DocumentId = id, Step = "read", LeaseOwner = id, StartedAt = At, EndedAt = At, Error = "hỏng", Worker = "máy" });
        db.References.Add(new(id, ReferenceKind.Own, "12QDCTN", 1994, "12/QĐ-CTN"));
        await db.SaveChangesAsync(Stop);
        await db.SaveChangeAsync(id, Stop);
    }

    private static PersonPair PairOf(Guid one, Guid other) => new()
    {
        Id = PersonPair.IdOf(one, other), One = one.CompareTo(other) < 0 ? one : other, Other = one.CompareTo(other) < 0 ? other : one, Probability = 0.9, Seen = "",
        Reasons = [new("cùng năm sinh: 1930", 2, false)], ProposedAt = At,
    };

    private static Guid Id(int number) => new($"0195{number:x4}-0000-7000-8000-000000000000");

    [GeneratedRegex("\"(?:traceId|tookMs|lastChange)\":\\s*(?:\"[^\"]*\"|[0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex OfTheMoment();
}
