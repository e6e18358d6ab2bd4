using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Tests.Capture;
using AwardArchive.Tests.Viewing;
using AwardArchive.Verification.Checks;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Access;

/// <summary>Bytes, scans and cases of which something is hidden from who asks: what the service answers them.</summary>
public sealed class HiddenPapersWebTests(QuietServer server) : IClassFixture<QuietServer>, IDisposable
{
    private readonly HttpClient open = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Http.BaseAddress };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_that_lie_hidden_are_taken_as_if_nobody_had_them()
    {
        await OpenAsync();
        var bytes = Scans.Pdf(3);
        var (secret, _) = await UploadAsync(server.Http, bytes, "secret");
        var (own, isDuplicate) = await UploadAsync(open, bytes);
        Assert.False(isDuplicate);
        Assert.NotEqual(secret, own);
        Assert.Equal((own, true), await UploadAsync(open, bytes));
        Assert.Equal((secret, true), await UploadAsync(server.Http, bytes));
        // Whoever sees both is told so.
        Assert.Equal([own], await SameAsync(server.Http, secret));
        Assert.Equal([secret], await SameAsync(server.Http, own));
        Assert.Contains($"/documents/{own}\"", await server.Http.GetStringAsync($"/documents/{secret}", Stop), StringComparison.Ordinal);
        Assert.Empty(await SameAsync(open, own));
        Assert.DoesNotContain($"{secret}", await open.GetStringAsync($"/documents/{own}", Stop), StringComparison.Ordinal);
        // One original for both.
        Assert.Equal(bytes, await open.GetByteArrayAsync($"/api/v1/documents/{own}/original", Stop));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server.Http, HttpMethod.Post, $"documents/{secret}/withdraw", null, new { reason = "Trùng" })).StatusCode);
        Assert.Equal(bytes, await open.GetByteArrayAsync($"/api/v1/documents/{own}/original", Stop));

        static async Task<Guid[]> SameAsync(HttpClient http, Guid id) =>
            [.. (await http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{id}", Stop)).GetProperty("sameBytes").EnumerateArray().Select(same => same.GetGuid())];
    }

    [Fact]
    public async Task The_folder_of_a_hidden_dossier_is_taken_as_if_there_were_none()
    {
        await OpenAsync();
        var hidden = await server.Catalog.GetDossierOfFolderAsync("Hộp 9/Riêng", Stop);
        await GrantAsync(hidden);
        var (id, _) = await UploadAsync(open, Scans.Pdf(4), folder: "Hộp 9/Riêng");
        var dossier = (await open.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{id}", Stop)).GetProperty("dossierId").GetGuid();
        Assert.NotEqual(hidden, dossier);
        Assert.Equal("Riêng", (await open.GetFromJsonAsync<JsonElement>($"/api/v1/dossiers/{dossier}", Stop)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_split_scan_of_which_a_paper_is_hidden_answers_nothing_and_its_other_papers_do_not_name_it()
    {
        await OpenAsync();
        var scan = await server.AddAsync(3, "ba văn bản.pdf");
        await StoreWordsAsync(ObjectKey.PageWords(scan, 1));
        var parts = (await server.Catalog.SplitAsync(scan, 1, SplitPlan.Of(3, [2, 3])!, new("Lan", null), Stop))!;
        var whole = await open.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{parts[0].Id}", Stop);
        Assert.Equal((scan, $"/api/v1/documents/{parts[0].Id}/original"), (whole.GetProperty("partOf").GetProperty("id").GetGuid(), whole.GetProperty("original").GetString()));
        await ChangeAsync(parts[1].Id, new { confidentiality = "secret" });

        var operations = (await server.Http.OperationsAsync()).Where(operation => operation.Method == HttpMethod.Get && operation.Path.StartsWith("/documents/{id}", StringComparison.Ordinal)).ToList();
        Assert.True(operations.Count > 15);
        var none = Guid.CreateVersion7();
        foreach (var operation in operations)
        {
            Assert.Equal(await AskAsync(operation, none), await AskAsync(operation, scan));
        }

        foreach (var page in new[] { $"/documents/{scan}", $"/documents/{scan}/split", $"/documents/{scan}/facts" })
        {
            using var answer = await open.GetAsync(page, Stop);
            Assert.Equal((page, HttpStatusCode.NotFound), (page, answer.StatusCode));
        }
        var part = await open.GetStringAsync($"/api/v1/documents/{parts[0].Id}", Stop);
        Assert.DoesNotContain($"{scan}", part, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(part).RootElement.GetProperty("original").ValueKind);
        using (var original = await open.GetAsync($"/api/v1/documents/{parts[0].Id}/original", Stop)) Assert.Equal(HttpStatusCode.NotFound, original.StatusCode);
        var list = await open.GetStringAsync("/api/v1/documents?size=200", Stop);
        Assert.DoesNotContain($"{scan}", list, StringComparison.Ordinal);
        Assert.Contains($"{parts[2].Id}", list, StringComparison.Ordinal);
        var shown = await open.GetStringAsync($"/documents/{parts[0].Id}", Stop);
        Assert.DoesNotContain($"{scan}", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/original", shown, StringComparison.Ordinal);
        // Who sees all papers still has the scan.
        Assert.Equal(3, (await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{scan}", Stop)).GetProperty("parts").GetArrayLength());

        async Task<(string, HttpStatusCode)> AskAsync(Operation operation, Guid id)
        {
            var path = operation.Parameters.Aggregate(operation.Path, (path, name) => path.Replace(
                $"{{{name}}}", name == "id" ? $"{id}" : name is "number" or "recognition" ? "1" : name.EndsWith('d') && name != "field" ? $"{Guid.NewGuid()}" : "number", StringComparison.Ordinal));
            using var answer = await open.GetAsync($"/api/v1{path}{(operation.Query.Contains("q") ? "?q=a" : "")}", Stop);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            return (operation.Path, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Papers_raised_with_their_scan_are_told_to_the_audit_chain_each()
    {
        var scan = await server.AddAsync(2);
        var parts = (await server.Catalog.SplitAsync(scan, 1, SplitPlan.Of(2, [2])!, new("Lan", null), Stop))!;
        await ChangeAsync(scan, new { confidentiality = "topSecret" });
        await using var db = await server.Service<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);
        foreach (var part in parts)
        {
            Assert.Equal(Confidentiality.TopSecret, (await server.Catalog.FindAsync(part.Id, Stop))!.Confidentiality);
            Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.Changed && entry.Target == $"documents/{part.Id}", Stop));
        }
    }

    [Fact]
    public async Task A_hidden_case_reads_as_one_that_nobody_began_and_the_first_decision_is_refused()
    {
        await OpenAsync();
        var (hidden, empty) = (await CaseAsync(), await CaseAsync());
        var secret = await server.AddAsync(1);
        await ChangeAsync(secret, new { confidentiality = "secret" });
        var mother = new CasePerson(Guid.CreateVersion7(), CaseRole.Mother, "Nguyễn Thị Hòa") { Source = new(secret, "x", 1, null, "chữ") };
        Assert.Equal(CaseWriting.Added, await server.Catalog.AddCaseDecisionAsync(
            new() { DossierId = hidden, Number = 1, Action = CaseAction.SetPerson, TargetId = mother.Id, Person = mother, By = "Lan", At = TimeProvider.System.GetUtcNow() }, Stop));
        foreach (var path in new[] { "case", "case?version=1", "case/history", "case/proposals", "verification", "checks", "reports" })
        {
            var (one, other) = (await AskAsync(hidden, path), await AskAsync(empty, path));
            Assert.Equal(other, one);
            Assert.StartsWith("OK", one, StringComparison.Ordinal);
        }
        foreach (var page in new[] { "", "/case", "/report" }) Assert.Equal(await StatusAsync(empty, page), await StatusAsync(hidden, page));

        // What would be refused of an empty case is refused alike.
        var person = new { role = "mother", name = "Trần Thị Mùi", by = "Lan" };
        Assert.Equal("412 changed-meanwhile", await DecideAsync(hidden, "1", person));
        Assert.Equal("400 wrong-case", await DecideAsync(hidden, "0", person with { name = "" }));
        Assert.Equal("409 not-yours-to-decide", await DecideAsync(hidden, "0", person));
        using (var kind = await SendAsync(open, HttpMethod.Patch, $"dossiers/{hidden}", "1", new { kind = "" })) Assert.Equal("409 not-yours-to-decide", await ToldAsync(kind));
        Assert.Equal("200", await DecideAsync(empty, "0", person));
        using (var title = await SendAsync(open, HttpMethod.Patch, $"dossiers/{hidden}", "1", new { title = "Hồ sơ khác" })) Assert.Equal("200", await ToldAsync(title));
        Assert.Equal(mother.Id, Assert.Single(await server.Catalog.FindCaseDecisionsAsync(hidden, null, Stop)).TargetId);

        async Task<string> AskAsync(Guid dossier, string path)
        {
            using var answer = await open.GetAsync($"/api/v1/dossiers/{dossier}/{path}", Stop);
            var body = (await answer.Content.ReadAsStringAsync(Stop)).Replace($"{dossier}", "", StringComparison.Ordinal);
            return $"{answer.StatusCode} {answer.Headers.ETag} {body}";
        }

        async Task<HttpStatusCode> StatusAsync(Guid dossier, string page)
        {
            using var answer = await open.GetAsync($"/dossiers/{dossier}{page}", Stop);
            return answer.StatusCode;
        }

        async Task<string> DecideAsync(Guid dossier, string version, object body)
        {
            using var answer = await SendAsync(open, HttpMethod.Post, $"dossiers/{dossier}/case/people", version, body);
            return await ToldAsync(answer);
        }
    }

    [Fact]
    public async Task What_is_kept_of_earlier_awards_is_kept_for_who_sees_the_same()
    {
        const string Name = "Nguyễn Thị Hòa", Home = "xã Hải Lâm, huyện Hải Lăng, tỉnh Quảng Trị";
        var secret = await server.AddAsync(1);
        var box = new Box(100, 200, 900, 30);
        await server.ReadAsync(secret, new(DocumentFacts.None, [new(Fact(Name), 1, box) { BirthYear = Fact("1930"), HomePlace = Fact(Home) }]));
        await ChangeAsync(secret, new { confidentiality = "secret" });
        await server.AddAsync(1); // the newest change is one that everybody sees
        var mother = new CasePerson(Guid.CreateVersion7(), CaseRole.Mother, Name) { Birth = "1930", HomePlace = Home };
        Assert.Empty(await FindAsync(Confidentiality.Open));
        var all = Assert.Single(await FindAsync(Confidentiality.Secret));
        Assert.DoesNotContain(all.Reasons, reason => reason.StartsWith("Cùng các chữ trong tên", StringComparison.Ordinal)); // weighed, not only named alike
        Assert.Empty(await FindAsync(Confidentiality.Open));

        async Task<IReadOnlyList<PriorAward>> FindAsync(Confidentiality clearance)
        {
            using var _ = Actor.Use(Actor.Nobody with { UserId = Guid.NewGuid(), Sight = Sight.Of(clearance, []) });
            return await server.Service<PriorAwardSearch>().FindAsync(mother, [], Guid.NewGuid(), (_, _) => false, Stop);
        }

        Fact Fact(string value) => new(value, value, 1, box, 0.9, "test/1");
    }

    public void Dispose() => open.Dispose();

    private static async Task<string> ToldAsync(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        ? $"{(int)answer.StatusCode}"
        : $"{(int)answer.StatusCode} {(await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("type").GetString()!.Split(':')[^1]}";

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, string? version, object body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        if (version is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await http.SendAsync(request, Stop);
    }

    private static async Task<(Guid Id, bool IsDuplicate)> UploadAsync(HttpClient http, byte[] bytes, string level = "open", string folder = "")
    {
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        using var form = new MultipartFormDataContent { { file, "file", "giấy.pdf" }, { new StringContent(level), "confidentiality" }, { new StringContent(folder), "dossierFolder" } };
        using var answer = await http.PostAsync("/api/v1/documents", form, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return (told.GetProperty("id").GetGuid(), told.GetProperty("duplicate").GetBoolean());
    }

    /// <summary>Somebody without clearance and groups.</summary>
    private Task<Guid> OpenAsync() => open.SignInAsync(server.Service<IServiceProvider>(), Role.Reader | Role.Archivist | Role.Verifier, Confidentiality.Open);

    private async Task ChangeAsync(Guid id, object edit)
    {
        using var answer = await SendAsync(server.Http, HttpMethod.Patch, $"documents/{id}", $"{(await server.Catalog.FindAsync(id, Stop))!.Version}", edit);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task StoreWordsAsync(ObjectKey key)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "words");
        await PageWordsFile.WriteAsync(file, new(1, 1000, 1400, [], new("test", "1", null, new Dictionary<string, string>())), Stop);
        await server.Service<IObjectStore>().PutFileAsync(key, file, Stop);
    }

    private async Task<Guid> CaseAsync()
    {
        var dossier = new Dossier { Id = Guid.CreateVersion7(), Title = "Hồ sơ", Kind = DossierKind.HeroicMother };
        await server.Catalog.AddDossierAsync(dossier, Stop);
        return dossier.Id;
    }

    private async Task GrantAsync(Guid dossier)
    {
        await using var db = await server.Service<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);
        var group = new UserGroup { Id = Guid.CreateVersion7(), Name = $"Nhóm {dossier:N}" };
        db.Groups.Add(group);
        await db.SaveChangesAsync(Stop);
        Assert.Equal(GrantOutcome.Done, (await server.Catalog.GrantAsync(group.Id, dossier, null, Stop)).Outcome);
    }
}
