using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Exchange;
using AwardArchive.Fixity;
using AwardArchive.Tests.Viewing;
using AwardArchive.Verification.Cases;
using AwardArchive.Verification.Reports;
using SkiaSharp;

namespace AwardArchive.Tests.Verification.Reports;

/// <summary>Checks and reports through the front door.</summary>
public sealed class ReportWebTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static readonly DateTimeOffset Decided = new(2024, 12, 2, 2, 30, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_made_kept_and_given_byte_for_byte()
    {
        var dossier = await CaseAsync();
        using var made = await MakeAsync(dossier);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var report = await made.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var digest = report.GetProperty("digest").GetString()!;
        Assert.Equal($"/api/v1/dossiers/{dossier}/reports/{digest}", made.Headers.Location?.ToString());
        Assert.Equal(("notEnoughEvidence", "2024-12-02", "Lan"), (Text(report, "result"), Text(report, "asOf"), Text(report, "madeBy")));

        var json = await GetAsync(made.Headers.Location!, "application/json");
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(json)));
        var pdf = await GetAsync(made.Headers.Location!, "application/pdf");
        Assert.Equal(Text(report, "pdfSha256"), Convert.ToHexStringLower(SHA256.HashData(pdf)));
        Assert.Equal(pdf, await GetAsync(made.Headers.Location!, "*/*"));

        // The same state again, by whomever: the kept one, unchanged.
        using var again = await MakeAsync(dossier, "Cúc");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(report.ToString(), (await again.Content.ReadFromJsonAsync<JsonElement>(Stop)).ToString());
        Assert.Equal(1, (await ListAsync(dossier)).GetArrayLength());
    }

    [Fact]
    public async Task Page_PDF_and_JSON_say_the_same()
    {
        var dossier = await CaseAsync();
        using var made = await MakeAsync(dossier);
        using var folder = new TemporaryFolder();
        var path = folder.File("report.pdf");
        await File.WriteAllBytesAsync(path, await GetAsync(made.Headers.Location!, "application/pdf"), Stop);
        var pdf = Joined(await ExternalProgram.RunAsync("pdftotext", "-raw", path, "-"));
        var page = Joined(await PageAsync(dossier));
        var content = JsonDocument.Parse(await GetAsync(made.Headers.Location!, "application/json")).RootElement.GetProperty("content");
        foreach (var item in content.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("items").EnumerateArray()))
        {
            var text = Joined(Text(item, "text")!);
            Assert.Contains(text, page, StringComparison.Ordinal);
            // A page may end within a paragraph: its halves stand there then.
            if (!pdf.Contains(text, StringComparison.Ordinal)) Assert.Contains(text[..Math.Min(20, text.Length)], pdf, StringComparison.Ordinal);
        }
        foreach (var said in (string[])["CHƯA ĐỦ CHỨNG CỨ", "không trao danh hiệu", "đã thấy", "chữ trên bằng không đọc được", "Lan", "09:30 ngày 02-12-2024", new string('d', 12)])
            Assert.Contains(Joined(said), pdf, StringComparison.Ordinal);
        Assert.Contains("data:image/jpeg;base64", page, StringComparison.Ordinal);
        // Names of inputs are for programs.
        foreach (var input in (string[])["children[", "listComplete", "martyrCertificate"]) Assert.DoesNotContain(input, pdf, StringComparison.Ordinal);
        Assert.Contains("jpeg", await ExternalProgram.RunAsync("pdfimages", "-list", path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_state_is_another_report_and_both_are_kept()
    {
        var dossier = await CaseAsync();
        using var first = await MakeAsync(dossier);
        await DecideAsync(dossier, 7, CaseAction.Accept, null, Evidence(null, CaseField.Prison, "false", ProofKind.Minutes, null));
        using var second = await MakeAsync(dossier);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        var digests = (await ListAsync(dossier)).EnumerateArray().Select(report => Text(report, "digest")).ToHashSet();
        Assert.Equal(2, digests.Count);
        Assert.NotEqual(await GetAsync(first.Headers.Location!, "application/pdf"), await GetAsync(second.Headers.Location!, "application/pdf"));
    }

    [Fact]
    public async Task The_clock_of_now_is_in_no_report()
    {
        var dossier = await CaseAsync();
        var reports = server.Service<CaseReports>();
        var row = (await server.Catalog.FindDossierAsync(dossier, Stop))!;
        var one = (await reports.WriteAsync(row, Stop))!;
        await Task.Delay(TimeSpan.FromMilliseconds(20), Stop);
        var other = (await reports.WriteAsync(row, Stop))!;
        Assert.Equal(one.ToJson(), other.ToJson());
        Assert.Equal(await PdfAsync(one), await PdfAsync(other));

        async Task<byte[]> PdfAsync(CaseReport report)
        {
            var crops = await reports.CutAsync(report, Stop);
            using var pdf = new MemoryStream();
            ReportPdf.Write(pdf, report.Content, crops.GetValueOrDefault);
            return pdf.ToArray();
        }
    }

    [Fact]
    public async Task Killed_between_bytes_and_row_a_report_is_simply_made_again()
    {
        var dossier = await CaseAsync();
        var json = (await server.Service<CaseReports>().WriteAsync((await server.Catalog.FindDossierAsync(dossier, Stop))!, Stop))!.ToJson();
        await PutAsync(ObjectKey.Report(CaseReport.DigestOf(json), "json"), json);
        Assert.Equal(0, (await ListAsync(dossier)).GetArrayLength());
        using var made = await MakeAsync(dossier);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(json, await GetAsync(made.Headers.Location!, "application/json"));
    }

    [Fact]
    public async Task Made_twice_at_once_it_is_kept_once()
    {
        var dossier = await CaseAsync();
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MakeAsync(dossier)));
        Assert.Equal(1, made.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(3, made.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        foreach (var answer in made) answer.Dispose();
        Assert.Equal(1, (await ListAsync(dossier)).GetArrayLength());
    }

    [Fact]
    public async Task What_cannot_be_reported_is_said()
    {
        using var nowhere = await MakeAsync(Guid.NewGuid());
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        var empty = await DossierAsync();
        using var noCase = await MakeAsync(empty);
        Assert.Equal(HttpStatusCode.Conflict, noCase.StatusCode);
        using var nobody = await MakeAsync(await CaseAsync(), new string('a', 101));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        using var unknown = await server.Http.GetAsync($"/api/v1/dossiers/{empty}/reports/{new string('0', 64)}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var page = await server.Http.GetAsync($"/dossiers/{Guid.NewGuid()}/report", Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("chưa có gì để lập phiếu", await PageAsync(empty), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_keeps_a_report_from_the_page()
    {
        var dossier = await CaseAsync();
        await WebForm.PostAsync(server.Http, $"/dossiers/{dossier}/report", "keep", new() { ["By"] = "Cúc" });
        Assert.Equal("Cúc", Text((await ListAsync(dossier))[0], "madeBy"));
        Assert.Contains("đúng trạng thái này", await PageAsync(dossier), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_are_given_over_REST()
    {
        var dossier = await CaseAsync();
        var checks = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/dossiers/{dossier}/checks", Stop);
        Assert.Equal(6, checks.GetProperty("version").GetInt32());
        Assert.Contains(checks.GetProperty("items").EnumerateArray(), item => Text(item, "kind") == "missingPaper" && Text(item, "severity") == "warning");
        using var nowhere = await server.Http.GetAsync($"/api/v1/dossiers/{Guid.NewGuid()}/checks", Stop);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task An_earlier_award_is_found_on_another_spelling_and_a_submission_gives_none()
    {
        var dossier = await CaseAsync("Trần Thị Mùi Hương");
        var list = await server.AddAsync(1);
        await server.ReadAsync(list, Readings.Of(Readings.Decision("77", "QĐ-CTN", "1994-12-17"), Readings.Row("TRAN THI MUI HUONG", 300) with { Award = Readings.Fact("Bà mẹ Việt Nam anh hùng") }));
        var submission = await server.AddAsync(1);
        await server.ReadAsync(submission, Readings.Of(Readings.Decision("78") with { Kind = Readings.Fact("Tờ trình") }, Readings.Row("Trần Thị Mùi Hương", 300) with { Award = Readings.Fact("Bà mẹ Việt Nam anh hùng") }));
        var found = (await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/dossiers/{dossier}/checks", Stop)).GetProperty("items").EnumerateArray()
            .Where(item => Text(item, "kind") == "awardedBefore").ToDictionary(item => item.GetProperty("spots")[0].GetProperty("documentId").GetGuid(), item => Text(item, "severity"));
        Assert.Equal("warning", found[list]);
        Assert.Equal("note", found[submission]);
    }

    [Fact]
    public async Task Kept_reports_are_verified_are_nobodys_orphans_and_go_into_backups()
    {
        var dossier = await CaseAsync();
        using var made = await MakeAsync(dossier);
        var kept = Assert.Single(await server.Catalog.FindReportsAsync(dossier, Stop));
        var keys = ObjectKey.OfReport(kept);
        Assert.Empty(await server.Service<OrphanCheck>().UnknownAsync(FindingPlace.Objects, keys, Stop));
        var stray = ObjectKey.Report(new string('f', 64), "pdf");
        Assert.Equal([stray], await server.Service<OrphanCheck>().UnknownAsync(FindingPlace.Objects, [.. keys, stray], Stop));

        using var folder = new TemporaryFolder();
        await server.Service<ArchiveBackup>().RunAsync(folder.File("backup"), _ => { }, Stop);
        var rows = await JsonLines.ReadAsync<DossierReport>(new BackupFolder(folder.File("backup")).RowsOf("dossier-reports"), Stop).ToListAsync(Stop);
        Assert.Contains(rows, row => row.Digest == kept.Digest && row.PdfSha256 == kept.PdfSha256 && row.AsOf == kept.AsOf && row.StateAt == kept.StateAt);
        foreach (var key in keys) Assert.Single(Directory.GetFiles(folder.File("backup"), Path.GetFileName(key.Value), SearchOption.AllDirectories));

        // Altered, it is found, and a report of the same state is not made again in its place.
        await PutAsync(keys[1], [1, 2, 3]);
        await server.Service<VerificationRun>().RunAsync(new(Now: true, Whole: true), Stop);
        Assert.Contains(await server.Service<FindingBook>().ListAsync(FindingState.Open, FindingKind.Altered, null, 100, Stop), finding => finding.Key == keys[1].Value);
        using var again = await MakeAsync(dossier);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private async Task<Guid> DossierAsync()
    {
        var id = Guid.CreateVersion7();
        await server.Catalog.AddDossierAsync(new() { Id = id, Title = "Hồ sơ bà Mùi", Kind = DossierKind.HeroicMother, CreatedAt = Decided }, Stop);
        return id;
    }

    /// <summary>A mother and a son, a certificate that was accepted and one that was refused: six steps.</summary>
    private async Task<Guid> CaseAsync(string name = "Trần Thị Mùi")
    {
        var dossier = await DossierAsync();
        var paper = await ScanAsync(dossier);
        await server.ReadAsync(paper, Readings.Of(DocumentFacts.None with { Kind = Readings.Fact("Bằng Tổ quốc ghi công"), Number = Readings.Fact("AB 123") }));
        var mother = new CasePerson(Guid.CreateVersion7(), CaseRole.Mother, name) { Birth = "1930", HomePlace = "xã A Vao, huyện Đakrông" };
        var son = new CasePerson(Guid.CreateVersion7(), CaseRole.Child, "Hồ Văn Nam") { Death = "1968-02-03" };
        await DecideAsync(dossier, 1, CaseAction.SetPerson, mother, null);
        await DecideAsync(dossier, 2, CaseAction.SetPerson, son, null);
        await DecideAsync(dossier, 3, CaseAction.Accept, null, Evidence(son.Id, CaseField.Relation, "birth", ProofKind.Declaration, paper));
        await DecideAsync(dossier, 4, CaseAction.Accept, null, Evidence(son.Id, CaseField.RelationProved, "true", ProofKind.Confirmation, paper));
        await DecideAsync(dossier, 5, CaseAction.Accept, null, Evidence(son.Id, CaseField.MartyrCertificate, "seen", ProofKind.Certificate, paper));
        await DecideAsync(dossier, 6, CaseAction.Refuse, null, Evidence(mother.Id, CaseField.InvalidCertificate, "seen", ProofKind.Certificate, paper), "chữ trên bằng không đọc được");
        return dossier;
    }

    private async Task<Guid> ScanAsync(Guid dossier)
    {
        var id = Guid.CreateVersion7();
        var document = new Document
        {
            Id = id, FileName = "bằng.png", MediaType = "image/png", Sha256 = "dddddddddddd" + id.ToString("N"), Status = DocumentStatus.Ready, PageCount = 1, DossierId = dossier,
        };
        document.Pages.Add(new() { DocumentId = id, Number = 1, Status = PageStatus.Recognized, Width = 1000, Height = 1400, Text = "trang", ImageMediaType = "image/png" });
        await server.Catalog.AddDocumentAsync(document, Stop);
        using var page = new SKBitmap(1000, 1400);
        page.Erase(SKColors.White);
        page.Erase(SKColors.Navy, new SKRectI(100, 200, 500, 240));
        using var png = page.Encode(SKEncodedImageFormat.Png, 100);
        await PutAsync(ObjectKey.PageImage(id, 1, "image/png"), png.ToArray());
        return id;
    }

    private async Task PutAsync(ObjectKey key, byte[] bytes)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, bytes, Stop);
        await server.Service<IObjectStore>().PutFileAsync(key, path, Stop);
    }

    private async Task DecideAsync(Guid dossier, int number, CaseAction action, CasePerson? person, CaseEvidence? evidence, string? reason = null) =>
        Assert.Equal(CaseWriting.Added, await server.Catalog.AddCaseDecisionAsync(
            new()
            {
                DossierId = dossier, Number = number, Action = action, TargetId = person?.Id ?? evidence!.Id, Person = person, Evidence = evidence, By = "Lan", At = Decided, Reason = reason,
            },
            Stop));

    private static CaseEvidence Evidence(Guid? person, string field, string value, ProofKind kind, Guid? document) => new(
        Guid.CreateVersion7(), person, field, value, kind, CaseField.Find(field)!.IsProvedBy(kind, value),
        document is { } id ? new(id, new string('d', 64), 1, new(100, 200, 400, 40), "BẰNG TỔ QUỐC GHI CÔNG") : null);

    private Task<HttpResponseMessage> MakeAsync(Guid dossier, string by = "Lan") => server.Http.PostAsJsonAsync($"/api/v1/dossiers/{dossier}/reports", new { by }, Stop);

    private async Task<JsonElement> ListAsync(Guid dossier) =>
        (await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/dossiers/{dossier}/reports", Stop)).GetProperty("items");

    private async Task<string> PageAsync(Guid dossier) => WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/dossiers/{dossier}/report", Stop));

    private async Task<byte[]> GetAsync(Uri address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        using var answer = await server.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(accept == "*/*" ? "application/pdf" : accept, answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();

    private static string Joined(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
