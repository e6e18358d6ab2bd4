using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Tests.Capture;
using AwardArchive.Tests.Viewing;
using AwardArchive.Verification.Cases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.Access.Matrix;

/// <summary>A served archive with a paper of each level in each place, and somebody of each role, clearance and membership.</summary>
public sealed partial class MatrixArchive : IAsyncLifetime
{
    /// <summary>A group that nobody is in and that has no grants.</summary>
    internal static readonly Guid SpareGroup = Guid.CreateVersion7();

    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Of the service itself: they grow with every request, or with time. What is in them of papers is asked for elsewhere.</summary>
    private static readonly string[] Bookkeeping =
        ["AuditEntries", "AuditMonthKeys", "AccessTokens", "ProtectionKeys", "UploadTallies", "UpkeepLeases", "MatchTurns", "FixityPasses", "KnownBrowsers"];

    private readonly QuietServer server = new()
    {
        // Thousands of requests, and people who withdraw need a second one.
        Settings = new Dictionary<string, string?>
        {
            ["Access:Limits:ProgramsPerSecond"] = "1000000", ["Access:Limits:AddressPerSecond"] = "100000", ["Withdrawal:SecondPerson"] = "true",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None", // of two who say the same at once the catalog refuses one, and logs it
        },
    };

    private readonly List<MatrixPerson> people = [];
    private readonly List<MatrixPaper> papers = [];
    private Guid group;

    internal QuietServer Server => server;

    internal IReadOnlyList<MatrixPerson> People => people;

    /// <summary>Each level in each place.</summary>
    internal IReadOnlyList<MatrixPaper> Papers => papers;

    /// <summary>What everybody sees, for requests that name two things.</summary>
    internal MatrixPaper Bystander { get; } = new(Confidentiality.Open, MatrixPlace.OpenDossier);

    /// <summary>Who may do and see everything.</summary>
    internal MatrixPerson Master { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        await using (var db = await OpenAsync())
        {
            var own = new UserGroup { Id = Guid.CreateVersion7(), Name = "Phòng riêng" };
            group = own.Id;
            db.Groups.AddRange(own, new UserGroup { Id = SpareGroup, Name = "Phòng khác" });
            db.CollectionGrants.Add(new() { Id = Guid.CreateVersion7(), GroupId = group, FondsKey = Dossier.KeyOfFonds("Phông riêng") });
            await db.SaveChangesAsync(Stop);
            foreach (var clearance in Enum.GetValues<Confidentiality>())
            {
                foreach (var isInGroup in (bool[])[false, true])
                {
                    foreach (var role in (Role[])[Role.Reader, Role.Archivist, Role.Verifier, Role.Administrator]) people.Add(await SomebodyAsync(db, role, clearance, isInGroup));
                }
            }
            Master = await SomebodyAsync(db, TestAccounts.AllRoles, Confidentiality.UltraSecret, true);
        }
        papers.AddRange(Enum.GetValues<Confidentiality>().SelectMany(level => Enum.GetValues<MatrixPlace>().Select(place => new MatrixPaper(level, place))));
        await AddAsync([.. papers, Bystander, MatrixPaper.Unbegun]);
        await server.FollowAsync();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    internal async Task AddAsync(params IReadOnlyCollection<MatrixPaper> added)
    {
        foreach (var paper in added) await StoreAsync(paper);
        await using var db = await OpenAsync();
        foreach (var paper in added) Add(db, paper);
        await db.SaveChangesAsync(Stop);
    }

    internal Task<CatalogDbContext> OpenAsync() => server.Service<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);

    /// <summary>An answer as text: status, headers, body; ids that are looked for, and what is of the moment, left out.</summary>
    /// <param name="hide">Ids that become a star.</param>
    internal async Task<(int Status, string Text)> AskAsync(
        MatrixPerson person, HttpMethod method, string address, HttpContent? content, string? version, IReadOnlyCollection<string> hide)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
        if (version is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await server.Http.SendAsync(request, Stop);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Set-Cookie"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        var text = new StringBuilder($"{(int)answer.StatusCode} {string.Join(" | ", headers)}\n{await answer.Content.ReadAsStringAsync(Stop)}");
        foreach (var id in hide) text.Replace(id, "*").Replace(id.Replace("-", "", StringComparison.Ordinal), "*");
        return ((int)answer.StatusCode, OfTheMoment().Replace(text.ToString(), ""));
    }

    /// <summary>Every row of the catalog and every object, but for the service's own bookkeeping.</summary>
    internal async Task<IReadOnlyList<string>> KeptAsync()
    {
        var kept = new List<string>();
        await using var db = await OpenAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await connection.OpenAsync(Stop);
        foreach (var table in await RowsAsync("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"))
        {
            if (!Bookkeeping.Contains(table)) kept.AddRange((await RowsAsync($"select * from \"{table}\"")).Select(row => $"{table}: {row}"));
        }
        var objects = Path.Combine(server.DataFolder, "objects");
        Assert.True(kept.Count > 300 && Directory.Exists(objects));
        foreach (var file in Directory.EnumerateFiles(objects, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(objects, file);
            if (!name.StartsWith("audit", StringComparison.Ordinal)) kept.Add($"{name}: {ContentHash(await File.ReadAllBytesAsync(file, Stop))}");
        }
        kept.Sort(StringComparer.Ordinal);
        return kept;

        async Task<List<string>> RowsAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(Stop);
            var rows = new List<string>();
            while (await reader.ReadAsync(Stop))
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")));
            return rows;
        }
    }

    private static string ContentHash(byte[] bytes) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes));

    private static string Sha256Of(MatrixPaper paper) => $"{paper.Document:N}{paper.Document:N}";

    private void Add(CatalogDbContext db, MatrixPaper paper)
    {
        var id = paper.Document;
        var facts = Decision($"{paper.Document.ToByteArray()[^1]}") with { Warnings = [new(ReadingWarning.NewHead, "Có thể là văn bản khác.", 2)] };
        AwardEntry[] rows = [Row("Nguyễn Thị Hòa", 200, "1930"), Row("Nguyễn Thị Hòa", 240, "1930")];
        var kin = KinOf(KinRelation.Child, "Hồ Văn Nam", 280);
        var isGranted = paper.Place == MatrixPlace.GrantedDossier;
        db.Dossiers.Add(new()
        {
            Id = paper.Dossier, Title = "Hồ sơ", Kind = DossierKind.HeroicMother, CreatedAt = At,
            Place = paper.Place == MatrixPlace.GrantedFonds ? new("phông  riêng", null, null, null, null) : DossierPlace.Unknown,
        });
        if (isGranted) db.CollectionGrants.Add(new() { Id = Guid.CreateVersion7(), GroupId = group, DossierId = paper.Dossier });
        var document = new Document
        {
            Id = id, FileName = $"giấy {paper}.pdf", MediaType = "application/pdf", Sha256 = Sha256Of(paper), Status = DocumentStatus.Ready, PageCount = 2, ReceivedAt = At,
            DossierId = paper.Place == MatrixPlace.None ? null : paper.Dossier, Confidentiality = paper.Level, Version = 1, WarningCount = 1, IsSplitProposed = true, Facts = facts,
        };
        foreach (var number in (int[])[1, 2])
        {
            document.Pages.Add(new()
            {
                DocumentId = id, Number = number, Status = PageStatus.Recognized, Width = 600, Height = 840, ImageMediaType = "image/jpeg", LastRecognition = 2,
                Text = "Nguyễn Thị Hòa Huân chương độc lập hạng nhất", Review = PageReview.LowConfidence,
            });
            foreach (var recognition in (int[])[1, 2])
            {
                db.Recognitions.Add(new()
                {
                    DocumentId = id, PageNumber = number, Number = recognition, MadeAt = At, MadeBy = "máy", Engine = "test", EngineVersion = "1", Width = 600, Height = 840,
                    ImageMediaType = "image/jpeg", WordCount = 1,
                });
            }
        }
        db.Documents.Add(document);
        db.Readings.Add(MachineReading.Of(id, new(facts, rows), At));
        db.Entries.AddRange(Mention<AwardEntry>.Of<Entry>(id, paper.Entry, 1, rows[0]), Mention<AwardEntry>.Of<Entry>(id, paper.OtherEntry, 2, rows[1]));
        db.Kin.Add(Mention<KinEntry>.Of<Kin>(id, paper.Kin, 1, kin));
        var (one, other) = paper.Entry.CompareTo(paper.OtherEntry) < 0 ? (paper.Entry, paper.OtherEntry) : (paper.OtherEntry, paper.Entry);
        db.PersonPairs.Add(new() { Id = paper.Pair, One = one, Other = other, Probability = 0.9, Seen = "", Reasons = [new("cùng năm sinh: 1930", 2, false)], ProposedAt = At });
        db.Attempts.Add(new() { DocumentId = id, Step = "read", LeaseOwner = id, StartedAt = At, EndedAt = At, Worker = "máy" });
        db.References.Add(new(id, ReferenceKind.Own, "12QDCTN", 1994, "12/QĐ-CTN"));
        db.Changes.Add(new() { DocumentId = id });
        db.Findings.Add(new() { Id = paper.Finding, Kind = FindingKind.Altered, Key = ObjectKey.Original(Sha256Of(paper)).Value, DocumentId = id, FirstSeenAt = At, LastSeenAt = At });
        db.Withdrawals.Add(new() { Id = paper.Withdrawal, DocumentId = id, Aim = WithdrawalAim.Withdraw, Reason = "quét hai lần", AskedByName = "Lan", AskedAt = At });
        if (paper == MatrixPaper.Unbegun) return;
        var source = new CaseSource(id, Sha256Of(paper), 1, null, "Trần Thị Mùi");
        db.CaseDecisions.AddRange(
            new CaseDecision
            {
                DossierId = paper.Dossier, Number = 1, Action = CaseAction.SetPerson, TargetId = paper.Person, By = "Lan", At = At,
                Person = new(paper.Person, CaseRole.Mother, "Trần Thị Mùi") { Birth = "1930", Source = source },
            },
            new CaseDecision
            {
                DossierId = paper.Dossier, Number = 2, Action = CaseAction.Accept, TargetId = paper.Evidence, By = "Lan", At = At,
                Evidence = new(paper.Evidence, null, CaseField.Prison, "false", ProofKind.Minutes, true, source),
            });
        db.Reports.Add(new()
        {
            DossierId = paper.Dossier, Digest = paper.Report, PdfSha256 = paper.Report, PdfBytes = 1, StateAt = At, AsOf = new(2026, 3, 1), Result = "notEnoughEvidence", MadeAt = At, MadeBy = "Lan",
        });
    }

    internal async Task<MatrixPerson> SomebodyAsync(CatalogDbContext db, Role roles, Confidentiality clearance, bool isInGroup)
    {
        var (id, token) = await TestAccounts.AddAsync(db, roles, clearance, isInGroup ? [group] : []);
        return new(id, roles, clearance, isInGroup, token);
    }

    private async Task StoreAsync(MatrixPaper paper)
    {
        await PutAsync(ObjectKey.Original(Sha256Of(paper)), file => File.WriteAllBytesAsync(file, Scans.Pdf(), Stop));
        await PutAsync(ObjectKey.Report(paper.Report, "json"), file => File.WriteAllTextAsync(file, $"{{\"paper\":\"{paper.Document}\"}}", Stop));
        await PutAsync(ObjectKey.Report(paper.Report, "pdf"), file => File.WriteAllBytesAsync(file, Scans.Pdf(1), Stop));
        foreach (var number in (int[])[1, 2])
        {
            await PutAsync(ObjectKey.PageImage(paper.Document, number, "image/jpeg"), file => File.WriteAllBytesAsync(file, Scans.Jpeg(600, 840), Stop));
            foreach (var recognition in (int[])[1, 2])
            {
                var words = new PageWords(number, 600, 840, [new($"Hòa{recognition}", 100, 200, 300, 30, 0.9, 0, 0)], new("test", "1", null, new Dictionary<string, string>()));
                await PutAsync(ObjectKey.PageWords(paper.Document, number, recognition), file => PageWordsFile.WriteAsync(file, words, Stop));
            }
        }
    }

    private async Task PutAsync(ObjectKey key, Func<string, Task> write)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("object");
        await write(file);
        await server.Service<IObjectStore>().PutFileAsync(key, file, Stop);
    }

    /// <summary>Also what guards forms, which is enciphered anew each time.</summary>
    [GeneratedRegex("\"(?:traceId|tookMs)\":\\s*(?:\"[^\"]*\"|[0-9.]+)|CfDJ8[A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex OfTheMoment();
}
