using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Tests.Capture;
using AwardArchive.Tests.Viewing;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Access.NoTrace;

/// <summary>An archive with papers that somebody may not see, and the same archive in which they never were: same ids, same times.</summary>
public sealed partial class TwinArchives : IAsyncLifetime
{
    /// <summary>On seen and hidden papers alike.</summary>
    public const string Name = "Nguyễn Thị Hòa";

    /// <summary>Stand on hidden papers only: a name, a word, a number, a kind, an issuer.</summary>
    public const string HiddenName = "Lường Thị Quých", HiddenWord = "quỷnh quạng", HiddenNumber = "77/KQ-BM", HiddenKind = "Tờ trình", HiddenIssuer = "Phòng Cơ yếu", HiddenBatch = "lô kín";

    public static readonly Guid Seen = Id(1), Folder = Id(2), SeenEntry = Id(3), OtherEntry = Id(4), SeenKin = Id(5), Decided = Id(6), Secret = Id(11), InCollection = Id(12), Collection = Id(13), SecretEntry = Id(14),
        Group = Id(15), OtherSecretEntry = Id(17), SecretKin = Id(22);

    public static readonly Guid[] Hidden = [Secret, InCollection, Collection, SecretEntry, PersonPair.IdOf(SeenEntry, SecretEntry)];

    public static readonly Guid[] All = [Seen, Folder, Decided, SeenEntry, SeenKin, PersonPair.IdOf(SeenEntry, OtherEntry), .. Hidden];

    /// <summary>A scan that lies hidden.</summary>
    public static readonly byte[] HiddenBytes = Scans.Png(shade: HiddenShade);

    public const byte HiddenShade = 64;

    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly QuietServer whole = new();
    private readonly QuietServer spared = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal QuietServer Whole => whole;

    public async ValueTask InitializeAsync()
    {
        foreach (var server in Both)
        {
            await server.InitializeAsync();
            await FillAsync(server, hidden: server == whole);
            await server.FollowAsync();
        }
    }

    private QuietServer[] Both => [whole, spared];

    /// <summary>Somebody of these rights asks both from now on.</summary>
    internal async Task SignInAsync(Role roles, Confidentiality clearance, params Guid[] groups)
    {
        foreach (var server in Both) await server.Http.SignInAsync(server.Service<IServiceProvider>(), roles, clearance, groups);
    }

    /// <summary>Until both have all that was done in their indexes.</summary>
    public async Task FollowAsync()
    {
        foreach (var server in Both) await server.FollowAsync();
    }

    /// <param name="content">Made anew for either; null: nothing is sent.</param>
    /// <param name="version">Of what is changed; null: none is given.</param>
    /// <returns>Null when both answer alike.</returns>
    public async Task<string?> DifferenceAsync(HttpMethod method, string address, Func<HttpContent>? content = null, string? version = "1")
    {
        var (one, other) = (await AskAsync(whole.Http, method, address, content, version), await AskAsync(spared.Http, method, address, content, version));
        return one == other ? null : Tell(method, address, one, other);
    }

    /// <returns>The status of both, who must answer alike.</returns>
    public async Task<int> DoAsync(HttpMethod method, string address, Func<HttpContent>? content, string? version = "1")
    {
        var (one, other) = (await AskAsync(whole.Http, method, address, content, version), await AskAsync(spared.Http, method, address, content, version));
        Assert.True(one == other, Tell(method, address, one, other));
        return int.Parse(one[..3], System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Both) await server.DisposeAsync();
    }

    /// <summary>Where the answers part.</summary>
    private static string Tell(HttpMethod method, string address, string one, string other)
    {
        const int Around = 160;
        var at = Enumerable.Range(0, Math.Min(one.Length, other.Length)).FirstOrDefault(i => one[i] != other[i], Math.Min(one.Length, other.Length));
        return $"{method} {address}\n  {Piece(one)}\n  {Piece(other)}";

        string Piece(string answer) => answer[..3] + " … " + answer[Math.Max(0, at - Around)..Math.Min(answer.Length, at + Around)].ReplaceLineEndings(" ");
    }

    private static async Task<string> AskAsync(HttpClient http, HttpMethod method, string address, Func<HttpContent>? content, string? version)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content?.Invoke() };
        if (version is not null && method != HttpMethod.Get) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Set-Cookie"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return Masked($"{(int)answer.StatusCode} {string.Join(" | ", headers)}\n{await ReadAsync(answer.Content)}");
    }

    /// <summary>Of events, which never end, how they begin.</summary>
    private static async Task<string> ReadAsync(HttpContent content)
    {
        if (content.Headers.ContentType?.MediaType != "text/event-stream") return WebUtility.HtmlDecode(await content.ReadAsStringAsync(Stop));
        using var lines = new StreamReader(await content.ReadAsStreamAsync(Stop));
        return (await lines.ReadLineAsync(Stop))!;
    }

    /// <summary>Without what neither archive could know beforehand: ids, digests and times of what was made meanwhile, what took how long.</summary>
    private static string Masked(string answer)
    {
        return OfTheMoment().Replace(NewId().Replace(answer, match => IsOfTwins(match.Value) ? match.Value : "NEW"), "");

        static bool IsOfTwins(string id) => id.StartsWith("0195", StringComparison.Ordinal) && (id.EndsWith("70008000000000000000", StringComparison.Ordinal) || id.EndsWith("-7000-8000-000000000000", StringComparison.Ordinal));
    }

    private static async Task FillAsync(QuietServer server, bool hidden)
    {
        await using var db = await server.Service<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);
        db.Groups.Add(new() { Id = Group, Name = "Phòng riêng" });
        db.Dossiers.Add(new() { Id = Folder, Title = "Hồ sơ chung", Kind = DossierKind.HeroicMother, CreatedAt = At });
        await AddAsync(db, Seen, "quyết định.pdf", Confidentiality.Open, Folder, [SeenEntry, OtherEntry], SeenKin);
        db.PersonPairs.Add(PairOf(SeenEntry, OtherEntry));
        db.Dossiers.Add(new() { Id = Decided, Title = "Hồ sơ đang xét", Kind = DossierKind.HeroicMother, CreatedAt = At });
        await db.SaveChangesAsync(Stop);
        if (!hidden) return;
        db.Dossiers.Add(new() { Id = Collection, Title = "Hồ sơ riêng", Kind = DossierKind.HeroicMother, CreatedAt = At });
        db.CollectionGrants.Add(new() { Id = Id(16), GroupId = Group, DossierId = Collection });
        await AddAsync(db, Secret, "mật.pdf", Confidentiality.Secret, Folder, [SecretEntry, OtherSecretEntry], SecretKin);
        await AddAsync(db, InCollection, "riêng.pdf", Confidentiality.Open, Collection, [Id(18), Id(19)], Id(23));
        db.Batches.Add(new() { Name = HiddenBatch, LastTurn = 7 });
        db.PersonPairs.Add(PairOf(SeenEntry, SecretEntry));
        // Were they counted, nobody could join the two that are seen.
        db.PersonPairs.Add(PairOf(SeenEntry, OtherSecretEntry, PairState.Confirmed));
        db.PersonPairs.Add(PairOf(OtherEntry, OtherSecretEntry, PairState.Refused));
        db.PairDecisions.Add(new() { Id = Id(20), PairId = PersonPair.IdOf(SeenEntry, SecretEntry), One = SeenEntry, Other = SecretEntry, State = PairState.Refused, By = "Ai đó", At = At });
        db.DossierRefusals.Add(new() { DossierId = Folder, DocumentId = InCollection, By = "Ai đó", At = At });
        // A case that cites a hidden paper, of a mother whom another case may name.
        db.CaseDecisions.Add(new()
        {
            DossierId = Collection, Number = 1, Action = CaseAction.SetPerson, TargetId = Id(24), By = "Ai đó", At = At,
            Person = new(Id(24), CaseRole.Mother, Name) { Birth = "1930", Source = new(InCollection, new('a', 64), 1, null, Name) },
        });
        // One that cites a hidden paper in a dossier that is seen: as if nobody had begun it.
        db.CaseDecisions.Add(new()
        {
            DossierId = Decided, Number = 1, Action = CaseAction.SetPerson, TargetId = Id(27), By = "Ai đó", At = At,
            Person = new(Id(27), CaseRole.Mother, HiddenName) { Birth = "1930", Source = new(Secret, new('a', 64), 1, null, HiddenName) },
        });
        db.Withdrawals.Add(new() { Id = Id(25), DocumentId = Secret, Aim = WithdrawalAim.Withdraw, Reason = "quét hai lần", AskedByName = "Ai đó", AskedAt = At });
        db.Findings.Add(new() { Id = Id(26), Kind = FindingKind.Altered, Key = "originals/x", DocumentId = Secret, FirstSeenAt = At, LastSeenAt = At });
        await db.SaveChangesAsync(Stop);
    }

    private static async Task AddAsync(CatalogDbContext db, Guid id, string fileName, Confidentiality level, Guid dossier, Guid[] entries, Guid kin)
    {
        var isHidden = level != Confidentiality.Open || dossier != Folder;
        var facts = Readings.Decision(isHidden ? "77" : "12", isHidden ? "KQ-BM" : "QĐ-CTN") with
        {
            Kind = Readings.Fact(isHidden ? HiddenKind : "Quyết định"), Issuer = Readings.Fact(isHidden ? HiddenIssuer : "Hội đồng Nhà nước"), Award = Readings.Fact("Huân chương Độc lập"),
        };
        var document = new Document
        {
            Id = id, FileName = fileName, MediaType = "application/pdf", Sha256 = id == Secret ? Convert.ToHexStringLower(SHA256.HashData(HiddenBytes)) : $"{id:N}{id:N}", Status = DocumentStatus.Ready, PageCount = 2, ReceivedAt = At, DossierId = dossier,
            Confidentiality = level, Version = 1, WarningCount = 1, Facts = facts, Batch = isHidden ? HiddenBatch : null,
        };
        foreach (var number in (int[])[1, 2])
        {
            document.Pages.Add(new()
            {
                DocumentId = id, Number = number, Status = PageStatus.Recognized, Width = 1000, Height = 1400, Review = isHidden ? PageReview.LowConfidence : null,
                Text = $"{Name} Huân chương độc lập hạng nhất{(isHidden ? $" {HiddenName} {HiddenWord}" : "")}",
            });
        }
        db.Documents.Add(document);
        foreach (var (entry, n) in entries.Select((entry, n) => (entry, n)))
            db.Entries.Add(Mention<AwardEntry>.Of<Entry>(id, entry, n + 1, Readings.Row(n == 1 && isHidden ? HiddenName : Name, 100 + n, "1930")));
        db.Kin.Add(Mention<KinEntry>.Of<Kin>(id, kin, 1, Readings.KinOf(KinRelation.Child, isHidden ? HiddenName : "Hồ Văn Nam", 300)));
        db.Attempts.Add(new() { DocumentId = id, Step = "read", LeaseOwner = id, StartedAt = At, EndedAt = At, Error = "hỏng", Worker = "máy" });
        db.References.Add(new(id, ReferenceKind.Own, "12QDCTN", 1994, "12/QĐ-CTN"));
        await db.SaveChangesAsync(Stop);
        await db.SaveChangeAsync(id, Stop);
    }

    private static PersonPair PairOf(Guid one, Guid other, PairState state = PairState.Proposed) => new()
    {
        Id = PersonPair.IdOf(one, other), One = one.CompareTo(other) < 0 ? one : other, Other = one.CompareTo(other) < 0 ? other : one, Probability = 0.9, Seen = "", State = state,
        Reasons = [new("cùng năm sinh: 1930", 2, false)], ProposedAt = At,
    };

    private static Guid Id(int number) => new($"0195{number:x4}-0000-7000-8000-000000000000");

    [GeneratedRegex("\\b(?:[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b", RegexOptions.CultureInvariant)]
    private static partial Regex NewId();

    /// <summary>Also what guards forms, places in the change feed, which are another text each time, times but those of the archive, and ids as records have them, in 25 letters and digits, and beginnings of digests.</summary>
    [GeneratedRegex("\"(?:traceId|tookMs|lastChange)\":\\s*(?:\"[^\"]*\"|[0-9.]+)|CfDJ8[A-Za-z0-9_-]+|20[0-9]{2}-(?!03-01T08:00:00)[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9:]+)?|[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:,| ngày)? [0-9]{2}[-/][0-9]{2}[-/]20[0-9]{2}|[0-9]+(?:,[0-9]+)? (?:giây|ms)|\\b[0-9][0-9a-z]{24}\\b|(?<=\"quiet\">)[0-9a-f]{12}(?=<)", RegexOptions.CultureInvariant)]
    private static partial Regex OfTheMoment();
}
