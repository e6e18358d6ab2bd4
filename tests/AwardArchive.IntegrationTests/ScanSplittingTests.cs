using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Demo;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests;

/// <summary>Papers in one file, from the proposal to backup and back to one document, and killed in between.</summary>
public sealed class ScanSplittingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task Each_paper_of_a_scan_becomes_what_it_would_be_by_itself()
    {
        string[] papers =
        [
            Paper(DemoKind.MinistersDecision, DemoContainer.BornDigitalPdf), Paper(DemoKind.ProvinceDecision, DemoContainer.BornDigitalPdf),
            Paper(DemoKind.Submission, DemoContainer.PdfColor),
        ];
        var scan = await JoinAsync(papers);
        var starts = new List<int> { 1 };
        foreach (var paper in papers) starts.Add(starts[^1] + await PageCountAsync(paper));

        Guid id;
        var parts = new List<Guid>();
        var alone = new List<Guid>();
        await using (var server = await ServerProcess.StartAsync(folder.File("data")))
        {
            id = (await SendAsync(server, scan)).GetProperty("id").GetGuid();
            foreach (var paper in papers) alone.Add((await SendAsync(server, paper)).GetProperty("id").GetGuid());
            await AllReadyAsync(server, [id, .. alone]);
            var proposal = await GetAsync(server, $"documents/{id}/split");
            Assert.True(proposal.GetProperty("isProposed").GetBoolean());
            var cuts = proposal.GetProperty("cuts").EnumerateArray().Select(cut => cut.GetProperty("page").GetInt32()).ToArray();
            Assert.Equal(starts[1..^1], cuts);
            Assert.Contains($"/documents/{id}/split", await server.Http.GetStringAsync(Relative("review"), Stop), StringComparison.Ordinal);
            // No silent split: it is found as it arrived.
            Assert.Contains(id, await SearchAsync(server, "quyết định"));
            var totals = await TotalAsync(server, "quyết định");

            var split = await SplitAsync(server, id, cuts);
            parts.AddRange(split.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("id").GetGuid()));
            await AllReadyAsync(server, parts);
            Assert.True(await TotalAsync(server, "quyết định") > totals);
            var found = await SearchAsync(server, "quyết định");
            Assert.DoesNotContain(id, found);
            Assert.Contains(parts[0], found);

            for (var i = 0; i < papers.Length; i++)
            {
                var (part, paper) = (await GetAsync(server, $"documents/{parts[i]}"), await GetAsync(server, $"documents/{alone[i]}"));
                Assert.Equal(starts[i + 1] - starts[i], part.GetProperty("pageCount").GetInt32());
                Assert.Equal(Text(paper, "facts"), Text(part, "facts"));
                Assert.Equal(await EntriesAsync(server, alone[i]), await EntriesAsync(server, parts[i]));
                Assert.Equal(await WordsAsync(server, alone[i]), await WordsAsync(server, parts[i]));
                var number = part.GetProperty("facts").GetProperty("number").GetProperty("value").GetString();
                Assert.Contains(parts[i], await SearchAsync(server, $"số:{number}"));
                await AssertPdfAsync(server, parts[i], starts[i + 1] - starts[i]);
                await AssertOriginalAsync(server, parts[i], scan, $"{starts[i]}-{starts[i + 1] - 1}");
            }
            Assert.NotEmpty(await EntriesAsync(server, parts[0]));
            Assert.Equal(0, (await GetAsync(server, $"documents/{id}/entries")).GetProperty("items").GetArrayLength());
            var same = await SendAsync(server, scan);
            Assert.Equal((true, id), (same.GetProperty("duplicate").GetBoolean(), same.GetProperty("id").GetGuid()));

            // A page of a part is recognized again from its page of the scan.
            using (var wished = await server.Http.PostAsJsonAsync(Relative($"api/v1/documents/{parts[2]}/pages/1/recognize"), new { pageSegmentation = 6, choose = "new" }, Stop))
                Assert.True(wished.IsSuccessStatusCode);
            await server.UntilAsync(async () => (await GetAsync(server, $"documents/{parts[2]}/pages/1/recognitions")).GetProperty("chosen").GetInt32() == 2);
            await AllReadyAsync(server, parts);
            Assert.Contains("Tờ trình", Text(await GetAsync(server, $"documents/{parts[2]}"), "facts"), StringComparison.Ordinal);
            var shown = System.Net.WebUtility.HtmlDecode(await server.Http.GetStringAsync(Relative($"documents/{parts[2]}?page=1&q=to+trinh"), Stop));
            Assert.Contains($"Trang {new PageRange(starts[2], starts[3] - starts[2]).Text} của bản quét", shown, StringComparison.Ordinal);
            Assert.Contains("<rect ", shown, StringComparison.Ordinal);
            using var index = await server.Http.PostAsync(Relative("api/v1/fixity/index"), null, Stop);
            Assert.Equal("{\"notIndexed\":0,\"stale\":0,\"stray\":0}", await index.Content.ReadAsStringAsync(Stop));
            Assert.Equal(0, await server.StopAsync());
        }

        await AssertSoundAsync("data");
        await RunAsync("data", "backup", folder.File("backup"));
        await RunAsync("restored", "restore", folder.File("backup"));
        await RunAsync("restored", "reindex");
        await AssertSoundAsync("restored");
        await using (var server = await ServerProcess.StartAsync(folder.File("restored")))
        {
            Assert.Contains(parts[0], await SearchAsync(server, "quyết định"));
            await AssertPdfAsync(server, parts[1], starts[2] - starts[1]);
            var merged = await PostAsync(server, id, "split/undo", new { by = "Lan" });
            Assert.Equal(0, merged.GetProperty("parts").GetArrayLength());
            await AllReadyAsync(server, [id]);
            await server.UntilAsync(async () => (await SearchAsync(server, "quyết định")).Contains(id));
            Assert.DoesNotContain(parts[0], await SearchAsync(server, "quyết định"));
            Assert.Equal(2, (await GetAsync(server, $"documents/{id}/pages/{starts[2]}/recognitions")).GetProperty("items").GetArrayLength());
            await AssertPdfAsync(server, id, starts[^1] - 1);
            Assert.Equal(0, await server.StopAsync());
        }
        await AssertSoundAsync("restored");
    }

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task Killed_at_any_moment_it_is_the_scan_or_all_of_its_papers()
    {
        var scan = await JoinAsync(Paper(DemoKind.MinistersDecision, DemoContainer.BornDigitalPdf), Paper(DemoKind.DeathNotice, DemoContainer.BornDigitalPdf), Paper(DemoKind.ProvinceDecision, DemoContainer.BornDigitalPdf));
        var random = new Random(20261128);
        var server = await ServerProcess.StartAsync(folder.File("data"));
        try
        {
            var id = (await SendAsync(server, scan)).GetProperty("id").GetGuid();
            await AllReadyAsync(server, [id]);
            var pages = (await GetAsync(server, $"documents/{id}")).GetProperty("pageCount").GetInt32();
            for (var kill = 0; kill < 6; kill++)
            {
                var isSplit = Text(await GetAsync(server, $"documents/{id}"), "status") == "Split";
                var version = await VersionAsync(server, id);
                var deciding = isSplit
                    ? PostAsync(server, id, version, "split/undo", new { by = "Lan" })
                    : PostAsync(server, id, version, "split", new { firstPages = new[] { 2, 3 }, by = "Lan" });
                await Task.Delay(random.Next(0, 150), Stop);
                await server.KillAsync();
                await server.DisposeAsync();
                await ((Task)deciding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext); // it was cut off, or was answered just before
                server = await ServerProcess.StartAsync(folder.File("data"));
                await AssertWholeAsync(server, id, pages);
            }
            if (Text(await GetAsync(server, $"documents/{id}"), "status") != "Split") await SplitAsync(server, id, [2, 3]);
            await AssertWholeAsync(server, id, pages);
            Assert.Equal(0, await server.StopAsync());
        }
        finally
        {
            await server.DisposeAsync();
        }
        await AssertSoundAsync("data");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Every page is in one document, and all that is not withdrawn is read and found.</summary>
    private static async Task AssertWholeAsync(ServerProcess server, Guid id, int pages)
    {
        var scan = await GetAsync(server, $"documents/{id}");
        var inSight = scan.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("id").GetGuid()).ToList();
        Assert.Equal(Text(scan, "status") == "Split" ? 3 : 0, inSight.Count);
        if (inSight.Count == 0) inSight.Add(id);
        await AllReadyAsync(server, inSight);
        var found = 0;
        foreach (var document in inSight) found += (await GetAsync(server, $"documents/{document}")).GetProperty("pages").GetArrayLength();
        Assert.Equal(pages, found);
        var all = await GetAsync(server, "documents?size=200&status=Ready");
        Assert.Equal(inSight.Order(), all.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).Order());
    }

    private string Paper(DemoKind kind, DemoContainer container) =>
        DemoGenerator.Generate(DemoSet.One(kind, DemoLevel.Clean, container, 1975), folder.File($"{kind}-{container}"), Stop)[0].Path;

    private async Task<string> JoinAsync(params string[] papers)
    {
        var joined = folder.File("scan.pdf");
        await ExternalProgram.RunAsync("pdfunite", [.. papers, joined]);
        return joined;
    }

    private static async Task<int> PageCountAsync(string pdf) =>
        int.Parse((await ExternalProgram.RunAsync("pdfinfo", pdf)).Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal))[6..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task AssertPdfAsync(ServerProcess server, Guid id, int pages)
    {
        var path = folder.File($"{id}.pdf");
        await File.WriteAllBytesAsync(path, await server.Http.GetByteArrayAsync(Relative($"api/v1/documents/{id}/searchable.pdf"), Stop), Stop);
        Assert.Equal(pages, await PageCountAsync(path));
    }

    private static async Task AssertOriginalAsync(ServerProcess server, Guid id, string scan, string pages)
    {
        using var answer = await server.Http.GetAsync(Relative($"api/v1/documents/{id}/original"), Stop);
        Assert.Equal(pages, Assert.Single(answer.Headers.GetValues("X-Pages")));
        Assert.Equal("scan.pdf", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(SHA256.HashData(await File.ReadAllBytesAsync(scan, Stop)), SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(Stop)));
    }

    private async Task AssertSoundAsync(string data)
    {
        var verified = await ArchiveProgram.RunAsync("verify", "--json", "--data", folder.File(data));
        Assert.Equal((0, ""), (verified.ExitCode, verified.Errors));
        await using var db = new CatalogDbContext(new DbContextOptionsBuilder<CatalogDbContext>().UseSqlite($"Data Source={folder.File(data)}/catalog.db;Pooling=False").Options);
        Assert.Equal(0, await db.Findings.CountAsync(Stop));
        var objects = Directory.GetFiles(Path.Combine(folder.File(data), "objects"), "*", SearchOption.AllDirectories).Length;
        var results = await db.Recognitions.AsNoTracking().ToListAsync(Stop);
        var originals = await db.Documents.CountAsync(d => d.PartOf == null, Stop);
        Assert.Equal(originals + results.Count + results.Count(result => result.Image == result.Number), objects);
    }

    private async Task RunAsync(string data, params string[] arguments)
    {
        var result = await ArchiveProgram.RunAsync([.. arguments, "--data", folder.File(data)]);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Errors}");
    }

    private static async Task<JsonElement> SendAsync(ServerProcess server, string path)
    {
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "file", Path.GetFileName(path) } };
        using var answer = await server.Http.PostAsync(Relative("api/v1/documents"), form, Stop);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static Task<JsonElement> SplitAsync(ServerProcess server, Guid id, int[] firstPages) => PostAsync(server, id, "split", new { firstPages, by = "Lan", note = "ba văn bản" });

    private static async Task<JsonElement> PostAsync(ServerProcess server, Guid id, string path, object body) =>
        await PostAsync(server, id, await VersionAsync(server, id), path, body);

    private static async Task<int> VersionAsync(ServerProcess server, Guid id) =>
        (await GetAsync(server, $"documents/{id}/split")).GetProperty("version").GetInt32();

    private static async Task<JsonElement> PostAsync(ServerProcess server, Guid id, int version, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Relative($"api/v1/documents/{id}/{path}")) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await server.Http.SendAsync(request, Stop);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static async Task AllReadyAsync(ServerProcess server, IReadOnlyCollection<Guid> ids)
    {
        foreach (var id in ids) await server.UntilAsync(async () => Text(await GetAsync(server, $"documents/{id}"), "status") == "Ready");
        await server.UntilAsync(async () => (await GetAsync(server, "status")).GetProperty("index").GetProperty("lag").GetInt64() == 0);
    }

    private static async Task<int> TotalAsync(ServerProcess server, string query) => (await GetAsync(server, $"search?q={Uri.EscapeDataString(query)}")).GetProperty("total").GetInt32();

    private static async Task<IReadOnlyList<Guid>> SearchAsync(ServerProcess server, string query) =>
        [.. (await GetAsync(server, $"search?size=100&q={Uri.EscapeDataString(query)}")).GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("documentId").GetGuid())];

    /// <summary>What the rows say, without their ids.</summary>
    private static async Task<IReadOnlyList<string>> EntriesAsync(ServerProcess server, Guid id) =>
        [.. (await GetAsync(server, $"documents/{id}/entries?size=500")).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("value").ToString())];

    /// <summary>With the number of their page.</summary>
    private static async Task<IReadOnlyList<string>> WordsAsync(ServerProcess server, Guid id)
    {
        var words = new List<string>();
        foreach (var page in (await GetAsync(server, $"documents/{id}")).GetProperty("pages").EnumerateArray())
        {
            var stored = await GetAsync(server, $"documents/{id}/pages/{page.GetProperty("number").GetInt32()}/words");
            words.Add($"{stored.GetProperty("page")} {stored.GetProperty("words")}");
        }
        return words;
    }

    private static Task<JsonElement> GetAsync(ServerProcess server, string address) => server.Http.GetFromJsonAsync<JsonElement>(Relative($"api/v1/{address}"), Stop);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).ToString();

    private static Uri Relative(string address) => new(address, UriKind.Relative);
}
