using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.Access;

/// <summary>Every operation × clearance × collection: what somebody may not see is not there, and leaves no trace in any answer.</summary>
public sealed class HiddenTraceTests : IAsyncLifetime
{
    private const string Missing = "018f0000-0000-7000-8000-0000000000ff";

    private readonly QuietServer server = new();
    private readonly Guid group = Guid.CreateVersion7();
    private readonly Dossier open = new() { Id = Guid.CreateVersion7(), Title = "Hồ sơ chung", Kind = DossierKind.HeroicMother };
    private readonly Dossier granted = new() { Id = Guid.CreateVersion7(), Title = "Hồ sơ của nhóm", Kind = DossierKind.HeroicMother };
    private readonly Dossier ofFonds = new() { Id = Guid.CreateVersion7(), Title = "Hồ sơ của phông", Place = new("Phông mật", null, null, null, null) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        await using var db = await server.OpenAsync();
        db.Groups.Add(new() { Id = group, Name = "Phòng Người có công" });
        db.Dossiers.AddRange(open, granted, ofFonds);
        db.CollectionGrants.Add(new() { Id = Guid.CreateVersion7(), GroupId = group, DossierId = granted.Id });
        db.CollectionGrants.Add(new() { Id = Guid.CreateVersion7(), GroupId = group, FondsKey = Dossier.KeyOfFonds("phông mật") });
        await db.SaveChangesAsync(Stop);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task What_is_hidden_is_answered_as_what_never_was()
    {
        var papers = new List<(Guid Id, Confidentiality Level, bool IsGranted, List<string> Rows)>();
        foreach (var level in new[] { Confidentiality.Open, Confidentiality.Secret, Confidentiality.UltraSecret })
        {
            foreach (var dossier in new[] { null, open, granted, ofFonds })
                papers.Add((await AddAsync($"Lò Thị {level}", level, dossier?.Id), level, dossier is not null && dossier != open, []));
        }
        await server.MatchAsync();
        await server.FollowAsync();
        await using (var db = await server.OpenAsync())
        {
            foreach (var paper in papers) paper.Rows.AddRange(db.Mentions.Where(m => m.DocumentId == paper.Id).Select(m => m.Id).AsEnumerable().Select(id => $"{id}"));
        }
        var before = await VersionsAsync();
        var operations = await ApiOperation.AllAsync(server.Http, Stop);
        List<string> wrong = [];
        var compared = 0;
        foreach (var clearance in new[] { Confidentiality.Open, Confidentiality.TopSecret })
        {
            foreach (var isMember in new[] { false, true })
            {
                using var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
                await http.SignInAsync(server.Services, TestAccounts.AllRoles, clearance, isMember ? [group] : []);
                foreach (var paper in papers)
                {
                    var isHidden = paper.Level > clearance || (paper.IsGranted && !isMember);
                    using var direct = await http.GetAsync($"api/v1/documents/{paper.Id}", Stop);
                    if ((direct.StatusCode == HttpStatusCode.NotFound) != isHidden) wrong.Add($"{paper.Level} {paper.IsGranted} for {clearance} {isMember}: {direct.StatusCode}");
                    if (!isHidden) continue;
                    foreach (var operation in operations)
                    {
                        foreach (var values in ValuesOf(operation, $"{paper.Id}", paper.Rows[0]))
                        {
                            var (hidden, missing) = (await SendAsync(http, operation, values), await SendAsync(http, operation, values.ToDictionary(v => v.Key, v => v.Value == $"{open.Id}" ? v.Value : Missing)));
                            compared++;
                            if (Masked(hidden, [.. values.Values]) != Masked(missing, [Missing])) wrong.Add($"{operation} for {clearance} {isMember} of {paper.Level}:\n{hidden}\n{missing}");
                        }
                    }
                }
                if (isMember) continue;
                foreach (var dossier in new[] { granted, ofFonds })
                {
                    foreach (var operation in operations.Where(one => one.Path.StartsWith("/api/v1/dossiers/{id}", StringComparison.Ordinal)))
                    {
                        var (hidden, missing) = (await SendAsync(http, operation, new Dictionary<string, string> { ["id"] = $"{dossier.Id}" }), await SendAsync(http, operation, new Dictionary<string, string> { ["id"] = Missing }));
                        compared++;
                        if (Masked(hidden, [$"{dossier.Id}"]) != Masked(missing, [Missing])) wrong.Add($"{operation} of a hidden dossier:\n{hidden}\n{missing}");
                    }
                }
            }
        }
        Assert.Empty(wrong);
        Assert.True(compared > 1000, $"only {compared} answers compared");
        Assert.Equal(before, await VersionsAsync()); // nobody changed what they cannot see
    }

    [Fact]
    public async Task Papers_that_come_where_somebody_cannot_see_them_change_none_of_that_persons_answers()
    {
        foreach (var name in new[] { "Nguyễn Thị Mơ", "Trần Văn Khải", "Lê Thị Nhàn" }) await AddAsync(name, Confidentiality.Open, null);
        var seen = await AddAsync("Phạm Văn Thọ", Confidentiality.Open, open.Id);
        await server.MatchAsync();
        await server.FollowAsync();
        using var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        await http.SignInAsync(server.Services, Role.Reader | Role.Archivist | Role.Verifier, Confidentiality.Open);
        var before = await AskAllAsync(http, seen);

        foreach (var name in new[] { "Nguyễn Thị Mơ", "Trần Văn Khải", "Lò Thị Mường", "Lê Thị Nhàn" })
        {
            await AddAsync(name, Confidentiality.Secret, null);
            await AddAsync(name, Confidentiality.Open, granted.Id);
            await AddAsync(name, Confidentiality.TopSecret, open.Id);
        }
        await server.MatchAsync();
        await server.FollowAsync();
        var after = await AskAllAsync(http, seen);
        Assert.True(before.Count > 60, $"only {before.Count} requests");
        Assert.Empty(before.Where(one => after[one.Key] != one.Value).Select(one => $"{one.Key}\n{one.Value}\n{after[one.Key]}"));

        // It can fail: who sees all gets other answers.
        var all = await AskAllAsync(server.Http, seen);
        Assert.NotEmpty(before.Where(one => all[one.Key] != one.Value));
    }

    [Fact]
    public async Task A_case_that_cites_a_hidden_paper_is_hidden_as_a_whole_and_kept()
    {
        var paper = await AddAsync("Hồ Thị Kỷ", Confidentiality.Secret, open.Id);
        await using (var db = await server.OpenAsync())
        {
            var person = new CasePerson(Guid.CreateVersion7(), CaseRole.Mother, "Hồ Thị Kỷ") { Source = new(paper, new string('a', 64), 1, null, "Hồ Thị Kỷ") };
            db.CaseDecisions.Add(new() { DossierId = open.Id, Number = 1, Action = CaseAction.SetPerson, TargetId = person.Id, Person = person, By = "Lan" });
            await db.SaveChangesAsync(Stop);
        }
        using var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        await http.SignInAsync(server.Services, TestAccounts.AllRoles, Confidentiality.Open);
        using var hidden = await http.GetAsync($"api/v1/dossiers/{open.Id}/case", Stop);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.DoesNotContain("Kỷ", await http.GetStringAsync($"api/v1/dossiers/{open.Id}", Stop), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri($"api/v1/dossiers/{open.Id}", UriKind.Relative)) { Content = JsonContent.Create(new { kind = "" }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var removed = await http.SendAsync(request, Stop);
        Assert.False(removed.IsSuccessStatusCode);
        Assert.Contains("Hồ Thị Kỷ", await server.Http.GetStringAsync($"api/v1/dossiers/{open.Id}/case", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_stay_one_document_also_when_their_sender_may_not_see_it()
    {
        var bytes = Encoding.UTF8.GetBytes("%PDF-1.4 hidden");
        await using (var db = await server.OpenAsync())
        {
            db.Documents.Add(new()
            {
                Id = Guid.CreateVersion7(), FileName = "mật.pdf", MediaType = "application/pdf", Confidentiality = Confidentiality.Secret, Status = DocumentStatus.Ready,
                Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            });
            await db.SaveChangesAsync(Stop);
        }
        using (Actor.Use(Actor.Nobody with { Sight = Sight.Of(Confidentiality.Open, []) }))
        {
            var known = await server.Catalog.FindBySha256Async(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), Stop);
            Assert.NotNull(known);
            Assert.Null(await server.Catalog.FindAsync(known.Id, Stop));
        }
    }

    [Fact]
    public async Task Nobody_puts_a_paper_where_they_cannot_see_it_themselves()
    {
        var id = await AddAsync("Vũ Thị Tâm", Confidentiality.Open, null);
        using var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        await http.SignInAsync(server.Services, Role.Archivist, Confidentiality.Secret);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PatchAsync(new { confidentiality = "topSecret" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PatchAsync(new { dossierId = granted.Id }));
        Assert.Equal(HttpStatusCode.OK, await PatchAsync(new { confidentiality = "secret" }));

        async Task<HttpStatusCode> PatchAsync(object edit)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri($"api/v1/documents/{id}", UriKind.Relative)) { Content = JsonContent.Create(edit) };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{(await server.Catalog.FindAsync(id, Stop))!.Version}\"");
            using var answer = await http.SendAsync(request, Stop);
            return answer.StatusCode;
        }
    }

    /// <summary>Where in an operation the id of a paper, of a row or of a person may stand.</summary>
    private IEnumerable<Dictionary<string, string>> ValuesOf(ApiOperation operation, string paper, string row)
    {
        if (operation.Path.StartsWith("/api/v1/documents/{id}", StringComparison.Ordinal)) yield return operation.Path.Contains("{rowId}", StringComparison.Ordinal) ? new() { ["id"] = paper, ["rowId"] = row } : new() { ["id"] = paper };
        else if (operation.Path.Contains("{documentId}", StringComparison.Ordinal)) yield return new() { ["id"] = $"{open.Id}", ["documentId"] = paper };
        else if (operation.Path == "/api/v1/people/{id}") yield return new() { ["id"] = row };
    }

    private async Task<Dictionary<string, string>> AskAllAsync(HttpClient http, Guid seen)
    {
        string[] queries = ["q=M%C6%A1", "q=nguyen", "q=%22quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%22", "q=L%C3%B2", "q=M%C6%B0%E1%BB%9Dng", "q=", "q=Nguyen+Thi+Mo&size=1", "q=trn"];
        Dictionary<string, string> answers = [];
        foreach (var operation in (await ApiOperation.AllAsync(server.Http, Stop)).Where(one => one.IsRead || one.Path == "/api/v1/search/batch"))
        {
            if (operation.Path is "/api/v1/ingest/events") continue; // never ends
            if (Regex.IsMatch(operation.Path, "/(fixity|status|audit|users|groups|grants|collections|account)\\b")) continue; // of the service, its accounts and what this person did
            var id = operation.Path.StartsWith("/api/v1/dossiers/", StringComparison.Ordinal) ? open.Id : seen;
            var hasQuery = operation.Queries.Any(name => name.Equals("q", StringComparison.OrdinalIgnoreCase));
            foreach (var query in hasQuery ? queries : [""])
            {
                if (operation.Path == "/api/v1/search/batch")
                {
                    using var list = new HttpRequestMessage(HttpMethod.Post, new Uri(operation.Path, UriKind.Relative)) { Content = new StringContent("[\"Nguyễn Thị Mơ\",\"Lò Thị Mường\"]", Encoding.UTF8, "application/json") };
                    answers[$"{operation}"] = Masked(await ReadAsync(http, list), []);
                    continue;
                }
                using var request = operation.Ask(new Dictionary<string, string> { ["id"] = $"{id}" }, query.Length == 0 ? null : query);
                answers[$"{operation} {query}"] = Masked(await ReadAsync(http, request), []);
            }
        }
        foreach (var page in new[] { "/", "/?q=Nguyen+Thi+Mo", "/?q=Mường", "/people", "/people?q=Mơ", "/dossiers", $"/dossiers/{open.Id}", "/review", "/saved", $"/documents/{seen}", $"/documents/{seen}/facts" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page, UriKind.Relative));
            answers[page] = Masked(await ReadAsync(http, request), []);
        }
        return answers;
    }

    private static async Task<string> SendAsync(HttpClient http, ApiOperation operation, IReadOnlyDictionary<string, string> values)
    {
        using var request = operation.Ask(values, operation.Path.EndsWith("/search", StringComparison.Ordinal) ? "q=a" : null);
        return await ReadAsync(http, request);
    }

    private static async Task<string> ReadAsync(HttpClient http, HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, Stop);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Set-Cookie") && !header.Key.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync(Stop)}";
    }

    /// <summary>Without what differs from answer to answer: times, tokens of forms, traces; and with one name for the ids that were asked for.</summary>
    private static string Masked(string answer, IReadOnlyList<string> ids)
    {
        foreach (var id in ids) answer = answer.Replace(id, "ID", StringComparison.OrdinalIgnoreCase);
        answer = Regex.Replace(answer, "\"traceId\":\"[^\"]*\"", "");
        answer = Regex.Replace(answer, "\"tookMs\":[0-9.]+", "");
        answer = Regex.Replace(answer, "Content-Length: [0-9]+", "");
        answer = Regex.Replace(answer, "nonce[-=][\"']?[A-Za-z0-9+/=_-]+", "");
        answer = Regex.Replace(answer, "[0-9.,]+ (mili)?giây", "");
        return Regex.Replace(answer, "name=\"__RequestVerificationToken\" value=\"[^\"]*\"", "");
    }

    private async Task<Guid> AddAsync(string name, Confidentiality level, Guid? dossier)
    {
        var id = await server.AddAsync(1, $"{name}.pdf", dossier, $"Quyết định về việc khen thưởng {name} xã Hải Lâm");
        await using (var db = await server.OpenAsync())
        {
            db.Documents.Single(document => document.Id == id).Confidentiality = level;
            await db.SaveChangesAsync(Stop);
        }
        await server.ReadAsync(id, Of(Decision("7"), Row(name, 100, "1932") with { HomePlace = Fact("xã Hải Lâm, huyện Hải Lăng, tỉnh Quảng Trị") }));
        return id;
    }

    private async Task<string> VersionsAsync()
    {
        await using var db = await server.OpenAsync();
        return string.Join(' ', db.Documents.OrderBy(d => d.Id).Select(d => $"{d.Id}/{d.Version}/{d.Status}/{d.DossierId}"));
    }
}
