using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Capture;
using AwardArchive.Tests.Viewing;
using AwardArchive.Verification.Cases;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Access;

/// <summary>What is made of several papers, for somebody from whom one of them is hidden: whole or not at all.</summary>
public sealed class WholeOrNotTests : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly QuietServer server = new();
    private HttpClient open = null!, cleared = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        open = await ClientAsync(Confidentiality.Open);
        cleared = await ClientAsync(Confidentiality.Secret);
    }

    [Fact]
    public async Task A_case_of_which_one_step_cites_a_hidden_paper_shows_nothing_of_its_steps()
    {
        var (seen, secret) = (await AddAsync(Confidentiality.Open), await AddAsync(Confidentiality.Secret));
        var dossier = await CaseAsync("Trần Thị Mùi", seen, secret);
        Assert.Equal(3, (await GetAsync(cleared, $"/dossiers/{dossier}/case")).GetProperty("version").GetInt32());
        foreach (var part in (string[])["case", "case?version=1", "case/history", "case/proposals", "checks", "verification"])
        {
            using var answer = await open.GetAsync($"/api/v1/dossiers/{dossier}/{part}", Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.DoesNotContain("Trần Thị Mùi", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{seen}", text, StringComparison.Ordinal); // not even what the seen paper says in it
        }
        using var step = await SendAsync(open, HttpMethod.Post, $"/dossiers/{dossier}/case/people", new { role = "child", name = "Hồ Văn Nam" }, "3");
        Assert.False(step.IsSuccessStatusCode);
        Assert.Equal(3, (await GetAsync(cleared, $"/dossiers/{dossier}/case")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_case_that_is_hidden_is_not_named_to_another_of_the_same_mother()
    {
        var (seen, secret) = (await AddAsync(Confidentiality.Open), await AddAsync(Confidentiality.Secret));
        var hidden = await CaseAsync("Lê Thị Nhị", seen, secret);
        var other = await CaseAsync("Lê Thị Nhị", seen);
        Assert.Contains($"{hidden}", $"{await GetAsync(cleared, $"/dossiers/{other}/case")}", StringComparison.Ordinal);
        Assert.DoesNotContain($"{hidden}", $"{await GetAsync(open, $"/dossiers/{other}/case")}", StringComparison.Ordinal);
        Assert.DoesNotContain($"{hidden}", $"{await GetAsync(open, $"/dossiers/{other}/checks")}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_report_is_there_if_every_paper_named_in_it_is()
    {
        var (seen, later) = (await AddAsync(Confidentiality.Open), await AddAsync(Confidentiality.Open));
        var dossier = await CaseAsync("Phan Thị Lựu", seen, later);
        using var made = await SendAsync(open, HttpMethod.Post, $"/dossiers/{dossier}/reports", new { by = "Lan" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var address = $"{made.Headers.Location}"["/api/v1".Length..];
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(open, address));
        await EditAsync(later, document => document.Confidentiality = Confidentiality.Secret);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(open, address)); // who made it, too
        using var list = await open.GetAsync($"/api/v1/dossiers/{dossier}/reports", Stop);
        Assert.DoesNotContain(address.Split('/')[^1], await list.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(cleared, address));
        Assert.Equal(1, (await GetAsync(cleared, $"/dossiers/{dossier}/reports")).GetProperty("items").GetArrayLength());
    }

    /// <summary>A report may name papers that no step of its case cites: awards of before, contradictions.</summary>
    [Fact]
    public async Task A_kept_report_that_names_a_hidden_paper_beside_the_case_is_not_there()
    {
        var (seen, secret) = (await AddAsync(Confidentiality.Open), await AddAsync(Confidentiality.Secret));
        var dossier = await CaseAsync("Đỗ Thị Tơ", seen);
        var digest = new string('b', 64);
        await StoreAsync(ObjectKey.Report(digest, "json"), System.Text.Encoding.UTF8.GetBytes($"{{\"papers\":[\"{seen}\",\"{secret}\"]}}"));
        await StoreAsync(ObjectKey.Report(digest, "pdf"), Scans.Pdf(1));
        await using (var db = await server.Service<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop))
        {
            db.Reports.Add(new() { DossierId = dossier, Digest = digest, PdfSha256 = digest, PdfBytes = 1, StateAt = At, AsOf = new(2026, 3, 1), Result = "notEnoughEvidence", MadeAt = At, MadeBy = "Lan" });
            await db.SaveChangesAsync(Stop);
        }
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(open, $"/dossiers/{dossier}/case"));
        Assert.Equal(0, (await GetAsync(open, $"/dossiers/{dossier}/reports")).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(open, $"/dossiers/{dossier}/reports/{digest}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(cleared, $"/dossiers/{dossier}/reports/{digest}"));
    }

    [Fact]
    public async Task The_file_of_a_split_scan_is_given_to_those_who_see_all_its_papers_and_nobody_else_merges_them()
    {
        var scan = await AddAsync(Confidentiality.Open, pages: 2);
        await StoreAsync(ObjectKey.Original($"{scan:N}"), Scans.Pdf());
        using var split = await SendAsync(open, HttpMethod.Post, $"/documents/{scan}/split", new { firstPages = new[] { 2 }, by = "Lan" });
        Assert.Equal(HttpStatusCode.OK, split.StatusCode);
        var parts = (await GetAsync(open, $"/documents/{scan}/split")).GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("id").GetGuid()).ToList();
        Assert.Equal(2, parts.Count);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(open, $"/documents/{parts[0]}/original"));
        await EditAsync(parts[1], document => document.Confidentiality = Confidentiality.Secret);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(open, $"/documents/{parts[0]}/text")); // by itself it is seen
        foreach (var paper in (Guid[])[scan, .. parts]) Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(open, $"/documents/{paper}/original"));
        foreach (var paper in (Guid[])[scan, .. parts]) Assert.Equal(HttpStatusCode.OK, await StatusAsync(cleared, $"/documents/{paper}/original"));

        var version = (await server.Catalog.FindAsync(scan, Stop))!.Version;
        using var undone = await SendAsync(open, HttpMethod.Post, $"/documents/{scan}/split/undo", new { by = "Lan" }, $"{version}");
        Assert.True(undone.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed, $"{undone.StatusCode}");
        Assert.Equal(version, (await server.Catalog.FindAsync(scan, Stop))!.Version);
        Assert.Equal(DocumentStatus.Split, (await server.Catalog.FindAsync(scan, Stop))!.Status);
        using var merged = await SendAsync(cleared, HttpMethod.Post, $"/documents/{scan}/split/undo", new { by = "Lan" }, $"{version}");
        Assert.Equal(HttpStatusCode.OK, merged.StatusCode);
    }

    [Fact]
    public async Task Nobody_gives_a_paper_a_level_above_their_own_clearance()
    {
        var paper = await AddAsync(Confidentiality.Open);
        foreach (var (http, level, isDone) in ((HttpClient, string, bool)[])
            [(open, "secret", false), (open, "ultraSecret", false), (cleared, "topSecret", false), (cleared, "secret", true), (cleared, "open", true)])
        {
            var document = (await server.Catalog.FindAsync(paper, Stop))!;
            using var edited = await SendAsync(http, HttpMethod.Patch, $"/documents/{paper}", new { confidentiality = level }, $"{document.Version}");
            Assert.Equal(isDone ? HttpStatusCode.OK : HttpStatusCode.BadRequest, edited.StatusCode);
            if (!isDone) Assert.Equal((document.Confidentiality, document.Version), ((await server.Catalog.FindAsync(paper, Stop)) is { } after ? (after.Confidentiality, after.Version) : default));
        }
        foreach (var (http, level, status, shade) in ((HttpClient, string, HttpStatusCode, byte)[])
            [(open, "secret", HttpStatusCode.BadRequest, 70), (cleared, "topSecret", HttpStatusCode.BadRequest, 71), (cleared, "secret", HttpStatusCode.Accepted, 72)])
        {
            using var form = new MultipartFormDataContent { { new StringContent(level), "confidentiality" }, { new ByteArrayContent(Scans.Png(shade: shade)), "file", "quét.png" } };
            using var answer = await http.PostAsync("/api/v1/documents", form, Stop);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    public async ValueTask DisposeAsync()
    {
        open.Dispose();
        cleared.Dispose();
        await server.DisposeAsync();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync($"/api/v1{path}", Stop);
        return answer.StatusCode;
    }

    private static Task<JsonElement> GetAsync(HttpClient http, string path) => http.GetFromJsonAsync<JsonElement>($"/api/v1{path}", Stop);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, object body, string version = "1")
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await http.SendAsync(request, Stop);
    }

    private async Task<HttpClient> ClientAsync(Confidentiality clearance)
    {
        var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        await http.SignInAsync(server.Service<IServiceProvider>(), Role.Archivist | Role.Verifier, clearance);
        return http;
    }

    private async Task<Guid> AddAsync(Confidentiality level, int pages = 1)
    {
        var id = await server.AddAsync(pages);
        if (level != Confidentiality.Open) await EditAsync(id, document => document.Confidentiality = level);
        return id;
    }

    private async Task EditAsync(Guid id, Action<Document> edit) => Assert.True(await server.Catalog.EditAsync(id, (await server.Catalog.FindAsync(id, Stop))!.Version, edit, Stop));

    /// <summary>A mother, and a step for each paper that cites it.</summary>
    private async Task<Guid> CaseAsync(string mother, params Guid[] papers)
    {
        var dossier = new Dossier { Id = Guid.CreateVersion7(), Title = "Hồ sơ", Kind = DossierKind.HeroicMother };
        await server.Catalog.AddDossierAsync(dossier, Stop);
        await using var db = await server.Service<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);
        var person = new CasePerson(Guid.CreateVersion7(), CaseRole.Mother, mother) { Birth = "1930" };
        db.CaseDecisions.Add(new() { DossierId = dossier.Id, Number = 1, Action = CaseAction.SetPerson, TargetId = person.Id, Person = person, By = "Lan", At = At });
        foreach (var (i, paper) in papers.Index())
        {
            var evidence = new CaseEvidence(
                Guid.CreateVersion7(), null, i == 0 ? CaseField.Prison : CaseField.Betrayal, "false", ProofKind.Minutes, true, new(paper, $"{paper:N}", 1, null, "không"));
            db.CaseDecisions.Add(new() { DossierId = dossier.Id, Number = i + 2, Action = CaseAction.Accept, TargetId = evidence.Id, Evidence = evidence, By = "Lan", At = At });
        }
        await db.SaveChangesAsync(Stop);
        return dossier.Id;
    }

    private async Task StoreAsync(ObjectKey key, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("object");
        await File.WriteAllBytesAsync(file, bytes, Stop);
        await server.Service<IObjectStore>().PutFileAsync(key, file, Stop);
    }
}
