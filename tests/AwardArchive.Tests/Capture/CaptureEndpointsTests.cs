using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Capture;

/// <summary>A real server on a free port: limits, aborts and streaming are Kestrel's.</summary>
public sealed class CaptureEndpointsTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly CaptureBench.NotedPipeline pipeline = new();
    private WebApplication app = null!;
    private HttpClient http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Archive:DataFolder"] = folder.File("data"),
            ["Capture:MaxBytes"] = "3000000",
        });
        builder.Services.AddProblemDetails().AddExceptionHandler<ProblemHandler>();
        builder.Services.AddArchive().AddCapture().AddSingleton<IIngestionPipeline>(pipeline);
        builder.Services.AddAuthorizationBuilder().AddPolicy(nameof(Permission.Digitize), everybody => everybody.RequireAssertion(_ => true));
        app = builder.Build();
        app.UseExceptionHandler();
        app.MapGroup("/api/v1").MapCapture();
        await app.Services.GetRequiredService<DataFolder>().OpenAsync(Stop);
        await app.StartAsync(Stop);
        http = new() { BaseAddress = new Uri(app.Urls.First() + "/") };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task An_upload_is_answered_with_202_and_where_its_document_is()
    {
        using var answer = await PostAsync(Form(Scans.Pdf(), "Quyết định.pdf"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<UploadAnswer>(Stop);
        Assert.Equal($"/api/v1/documents/{body!.Id}", answer.Headers.Location!.ToString());
        Assert.False(body.Duplicate);
        Assert.Equal("Quyết định.pdf", (await FindAsync(body.Id)).FileName);

        using var again = await PostAsync(Form(Scans.Pdf(), "other.pdf"));
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(body with { Duplicate = true }, await again.Content.ReadFromJsonAsync<UploadAnswer>(Stop));
        Assert.Single(pipeline.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fields_may_stand_before_or_after_the_file(bool before)
    {
        var dossier = Guid.NewGuid();
        await app.Services.GetRequiredService<Catalog>().AddDossierAsync(new() { Id = dossier, Title = "Hồ sơ" }, Stop);
        var form = new MultipartFormDataContent();
        if (!before) AddFile(form, Scans.Jpeg(), "a.jpg");
        form.Add(new StringContent("Hộp 12, tờ 3"), "sourceReference");
        form.Add(new StringContent(dossier.ToString()), "dossierId");
        form.Add(new StringContent("topSecret"), "confidentiality");
        form.Add(new StringContent(" Đợt\u200b 3 "), "batch");
        form.Add(new StringContent("x"), "fieldOfALaterVersion");
        if (before) AddFile(form, Scans.Jpeg(), "a.jpg");
        using var answer = await PostAsync(form);
        var document = await FindAsync((await answer.Content.ReadFromJsonAsync<UploadAnswer>(Stop))!.Id);
        Assert.Equal(("Hộp 12, tờ 3", dossier, Confidentiality.TopSecret), (document.SourceReference, document.DossierId, document.Confidentiality));
        Assert.Equal(("Đợt 3", true), (document.Batch, document.IsBulk));
    }

    [Fact]
    public async Task A_paper_comes_into_no_dossier_that_is_not_there()
    {
        var form = Form(Scans.Jpeg(), "a.jpg");
        form.Add(new StringContent($"{Guid.NewGuid()}"), "dossierId");
        await IsProblemAsync(form, 422, "no-such-dossier");
    }

    [Fact]
    public async Task Bad_files_get_a_problem_with_a_stable_type()
    {
        await IsProblemAsync(Form([], "a.pdf"), 400, "empty-file");
        await IsProblemAsync(Form("xin chào"u8.ToArray(), "a.pdf"), 415, "unsupported-type");
        await IsProblemAsync(Form(Scans.Pdf()[..400], "a.pdf"), 422, "damaged-file");
        await IsProblemAsync(Form(Scans.PdfWithCount(0), "a.pdf"), 422, "no-pages");
        await IsProblemAsync(Form(new byte[3_000_001], "a.pdf"), 413, "file-too-large");
        await IsProblemAsync(Form(new byte[6_000_000], "a.pdf"), 413, "file-too-large");
        await IsEmptyAsync();
    }

    [Fact]
    public async Task A_full_disk_refuses_and_when_there_is_room_it_goes_on()
    {
        var archive = app.Services.GetRequiredService<IOptions<ArchiveOptions>>().Value;
        archive.MinFreeBytes = 1L << 50;
        await IsProblemAsync(Form(Scans.Pdf(), "a.pdf"), 507, "storage-full");
        await IsEmptyAsync();
        archive.MinFreeBytes = 0;
        using var answer = await PostAsync(Form(Scans.Pdf(), "a.pdf"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task Bad_names_get_a_problem()
    {
        string[] names = ["filename=\"../../a.pdf\"", $"filename=\"{new string('a', 300)}\"", "filename=\"a\0.pdf\"", "filename*=UTF-8''a%00.pdf"];
        foreach (var name in names)
            await IsProblemAsync(Raw($"--b\r\nContent-Disposition: form-data; name=\"file\"; {name}\r\n\r\nx\r\n--b--\r\n"), 400, "bad-file-name");
        await IsEmptyAsync();
    }

    [Fact]
    public async Task A_browser_that_sends_a_path_loses_no_scan()
    {
        var file = Encoding.Latin1.GetString(Scans.Png());
        using var answer = await PostAsync(Raw(
            $"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\scans\\to 1.png\"\r\n\r\n{file}\r\n--b--\r\n"));
        Assert.Equal("to 1.png", (await FindAsync((await answer.Content.ReadFromJsonAsync<UploadAnswer>(Stop))!.Id)).FileName);
    }

    [Fact]
    public async Task Bad_forms_get_a_problem()
    {
        await IsProblemAsync(new StringContent("{}", Encoding.UTF8, "application/json"), 400, "bad-request");
        await IsProblemAsync(new MultipartFormDataContent { { new StringContent("x"), "sourceReference" } }, 400, "missing-file");
        await IsProblemAsync(Raw("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n"), 400, "missing-file");
        await IsProblemAsync(Raw("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4 cut"), 400, "bad-request");
        await IsProblemAsync(Raw("rubbish"), 400, "bad-request");
        foreach (var (field, value) in new[] { ("dossierId", "12"), ("confidentiality", "1"), ("batch", new string('x', 101)), ("sourceReference", new string('x', 501)), ("sourceReference", new string('x', 9000)), ("dossierFolder", new string('x', 501)) })
        {
            var form = Form(Scans.Pdf(), "a.pdf");
            form.Add(new StringContent(value), field);
            await IsProblemAsync(form, 400, "bad-request");
        }
        var two = Form(Scans.Pdf(), "a.pdf");
        AddFile(two, Scans.Pdf(3), "b.pdf");
        await IsProblemAsync(two, 400, "bad-request");
        await IsEmptyAsync();
    }

    [Fact]
    public async Task Of_an_upload_that_the_client_breaks_off_nothing_is_kept()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(app.Urls.First()).Port, Stop);
        var head = "POST /api/v1/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Stop);
        await socket.GetStream().WriteAsync(new byte[400_000], Stop);
        while (!Directory.EnumerateFiles(folder.File("data/scratch")).Any())
        {
            Assert.Equal(0, socket.Available); // no answer yet
            await Task.Yield();
        }
        socket.LingerState = new LingerOption(true, 0); // reset, not close
        socket.Close();
        while (Directory.EnumerateFiles(folder.File("data/scratch")).Any())
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        await IsEmptyAsync();
    }

    [Fact]
    public async Task The_ingest_command_sends_files_through_it()
    {
        await File.WriteAllBytesAsync(folder.File("a.pdf"), Scans.Pdf(), Stop);
        await File.WriteAllBytesAsync(folder.File("b.pdf"), Scans.Pdf()[..300], Stop);
        var items = IngestFiles.List([folder.File("a.pdf"), folder.File("b.pdf"), folder.File("a.pdf")]);
        var outcomes = await new IngestFiles(new ServerIngestTarget(http)).RunAsync(items, Stop).ToListAsync(Stop);
        Assert.Equal(["accepted", "refused", "duplicate"], outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal(outcomes[0].Id, outcomes[2].Id);
        Assert.Contains("PDF", outcomes[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_once()
    {
        await File.WriteAllBytesAsync(folder.File("a.pdf"), Scans.Pdf(), Stop);
        using var nowhere = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:1/") };
        await Assert.ThrowsAsync<IngestServerException>(async () =>
            await new IngestFiles(new ServerIngestTarget(nowhere)).RunAsync(IngestFiles.List([folder.File("a.pdf")]), Stop).ToListAsync(Stop));
    }

    private static MultipartFormDataContent Form(byte[] content, string name)
    {
        var form = new MultipartFormDataContent();
        AddFile(form, content, name);
        return form;
    }

    private static void AddFile(MultipartFormDataContent form, byte[] content, string name) => form.Add(new ByteArrayContent(content), "file", name);

    private static ByteArrayContent Raw(string form) => new(Encoding.Latin1.GetBytes(form))
    {
        Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b") },
    };

    private async Task IsProblemAsync(HttpContent content, int status, string code)
    {
        using var answer = await PostAsync(content);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal($"urn:award-archive:problem:{code}", problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.DoesNotContain(folder.Path, problem.ToString(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/v1/documents", UriKind.Relative)) { Content = content };
        request.Headers.ExpectContinue = true; // as curl does: else the answer to a refused upload may be lost with the connection
        return await http.SendAsync(request, Stop);
    }

    private async Task<Document> FindAsync(Guid id) => (await app.Services.GetRequiredService<Catalog>().FindAsync(id, Stop))!;

    private async Task IsEmptyAsync()
    {
        Assert.Equal(0, await app.Services.GetRequiredService<Catalog>().LastChangeAsync(Stop));
        Assert.Empty(await app.Services.GetRequiredService<IObjectStore>().ListAsync("", Stop).ToListAsync(Stop));
        Assert.Empty(Directory.EnumerateFiles(folder.File("data/scratch")));
    }
}
