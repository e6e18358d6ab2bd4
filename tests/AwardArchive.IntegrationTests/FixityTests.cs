using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Demo;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests;

/// <summary>Verification as an administrator meets it: by command, REST, page and metrics.</summary>
public sealed class FixityTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> settings;

    public FixityTests() => settings = new() { ["Storage__Second__Folder"] = folder.File("second") };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Data => folder.File("data");

    [Fact]
    public async Task Damage_is_found_repaired_from_the_second_store_and_shown_everywhere()
    {
        await FillAsync(3);
        var clean = await VerifyAsync();
        Assert.Equal((0, ""), (clean.ExitCode, clean.Errors));
        Assert.Equal((3, 0, 0), Sums(clean));
        Assert.Equal(3, Files("second/objects/originals").Length);

        var originals = Files("data/objects/originals");
        var whole = await File.ReadAllBytesAsync(originals[1], Stop);
        File.Delete(originals[0]);
        await File.WriteAllTextAsync(originals[1], "altered", Stop);
        File.Delete(Files("data/objects/documents").First(path => path.EndsWith("words.json.gz", StringComparison.Ordinal)));

        await using var server = await ServerProcess.StartAsync(Data, settings);
        using (var asked = await server.Http.PostAsync(Relative("api/v1/fixity/runs"), null, Stop)) Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        // The originals at once; the words when the page was recognized once more and is looked at again.
        await server.UntilAsync(async () => await CountAsync(server, "state=repaired") == 2);
        await server.UntilAsync(async () => File.Exists(originals[0]) && Files("data/objects/documents").Count(path => path.EndsWith("words.json.gz", StringComparison.Ordinal)) == 3);
        await server.UntilAsync(async () => await IsIdleAsync(server));
        using (var again = await server.Http.PostAsync(Relative("api/v1/fixity/runs"), null, Stop)) Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await server.UntilAsync(async () => await CountAsync(server, "state=repaired") == 3 && await CountAsync(server, "state=open") == 0);
        Assert.Equal(whole, await File.ReadAllBytesAsync(originals[1], Stop));
        Assert.Equal("altered", await File.ReadAllTextAsync(Assert.Single(Files("data/objects/quarantine")), Stop));

        var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync(Relative("fixity?all=true"), Stop));
        Assert.Contains("Thiếu tệp — kho tệp", page, StringComparison.Ordinal);
        Assert.Contains("Đã khôi phục và kiểm tra lại. Đã lấy lại từ kho kia.", Regex.Replace(page, @"\s+", " "), StringComparison.Ordinal);
        Assert.Contains("có đủ mọi bản gốc", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/fixity\"", await server.Http.GetStringAsync(Relative("saved"), Stop), StringComparison.Ordinal);
        await server.UntilAsync(async () => Regex.IsMatch(await MetricsAsync(server), @"(?m)^award_archive_fixity_findings\{[^}]*kind=""missing"",place=""objects""[^}]*\} 0"));
        var metrics = await MetricsAsync(server);
        Assert.Matches(@"(?m)^award_archive_fixity_objects_total\S* [1-9]", metrics);
        Assert.Matches(@"(?m)^award_archive_fixity_bytes_total\S* [1-9]", metrics);
        Assert.Matches(@"(?m)^award_archive_fixity_last_pass\S* [1-9]", metrics);
        Assert.Matches(@"(?m)^award_archive_second_store_waiting\S* 0", metrics);

        using (var index = await server.Http.PostAsync(Relative("api/v1/fixity/index"), null, Stop))
            Assert.Equal("{\"notIndexed\":0,\"stale\":0,\"stray\":0}", await index.Content.ReadAsStringAsync(Stop));
        // The command works beside it.
        var beside = await VerifyAsync();
        Assert.Equal(0, beside.ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_repaired_is_told_by_the_command_and_can_be_accepted_on_the_page()
    {
        settings.Clear();
        await FillAsync(2);
        var original = Files("data/objects/originals")[0];
        File.Delete(original);
        var orphan = folder.File("data/objects/originals/aa/" + new string('a', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(orphan)!);
        await File.WriteAllTextAsync(orphan, "nobody's", Stop);
        File.SetLastWriteTimeUtc(orphan, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));
        var told = await VerifyAsync();
        Assert.Equal(2, told.ExitCode);
        Assert.Equal(
            new[] { ("missing", $"originals/{Path.GetFileName(original)}", "noOtherStore"), ("orphaned", $"originals/{new string('a', 64)}", "none") }.ToHashSet(),
            told.Lines.SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement).Select(f => (Text(f, "kind"), Text(f, "key"), Text(f, "remedy"))).ToHashSet());
        Assert.True(File.Exists(orphan));
        var removed = await VerifyAsync("--remove-orphans");
        Assert.Equal((2, 1, 1), Sums(removed));
        Assert.False(File.Exists(orphan));

        await using var server = await ServerProcess.StartAsync(Data, settings);
        var page = await server.Http.GetStringAsync(Relative("fixity"), Stop);
        var form = Regex.Match(page, "<form[^>]*>(?:(?!</form>).)*name=\"Accepted\" value=\"([^\"]+)\"", RegexOptions.Singleline);
        var fields = Regex.Matches(form.Value, "<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"").ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        fields["_handler"] = "accept";
        fields["Accepted"] = form.Groups[1].Value;
        using (var sent = await server.Http.PostAsync(Relative("fixity"), new FormUrlEncodedContent(fields), Stop)) Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync(Stop));
        Assert.Equal(1, await CountAsync(server, "state=accepted"));
        Assert.Equal(0, await CountAsync(server, "state=open"));
        using (var wrong = await server.Http.GetAsync(Relative("api/v1/fixity/findings?kind=odd"), Stop)) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var nothing = await server.Http.PostAsJsonAsync(Relative($"api/v1/fixity/findings/{Guid.NewGuid()}/accept"), new { note = "x" }, Stop);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task Killed_in_the_middle_the_next_run_goes_on_and_counts_nothing_twice()
    {
        settings.Clear();
        await FillAsync(6);
        settings["Fixity__BytesPerSecond"] = "400000"; // slow enough to be met at work
        using (var verify = Process.Start(ArchiveProgram.StartInfo(settings, ["verify", "--data", Data]))!)
        {
            while (await PassAsync() is not { Objects: > 0 }) await Task.Delay(20, Stop);
            verify.Kill(entireProcessTree: true);
            await verify.WaitForExitAsync(Stop);
        }
        var killed = (await PassAsync())!;
        Assert.True(killed.IsOpen);
        Assert.InRange(killed.Objects, 3, 15);
        settings.Clear();
        var rest = await VerifyAsync();
        Assert.Equal((0, (6, 0, 0)), (rest.ExitCode, Sums(rest)));
        var whole = (await PassAsync())!;
        Assert.Equal((killed.Id, killed.StartedAt, 6 * 3), (whole.Id, whole.StartedAt, (int)whole.Objects));
    }

    [Fact(Timeout = 5 * 60 * 1000)]
    public async Task By_itself_a_server_copies_originals_and_verifies_what_is_due()
    {
        settings["Fixity__Schedule"] = "* * * * *";
        await FillAsync(1);
        await using var server = await ServerProcess.StartAsync(Data, settings);
        await server.UntilAsync(async () => Files("second").Any(path => path.Contains("/originals/", StringComparison.Ordinal)));
        await server.UntilAsync(async () => (await server.Http.GetFromJsonAsync<JsonElement>(Relative("api/v1/fixity"), Stop)).GetProperty("lastWholePassAt").ValueKind == JsonValueKind.String);
        Assert.Equal(0, await CountAsync(server, ""));
    }

    [Theory]
    [InlineData("Fixity__Schedule", "never", "Fixity:Schedule")]
    [InlineData("Fixity__PassInterval", "0", "PassInterval")]
    [InlineData("Storage__Second__S3__Endpoint", "nowhere", "Storage:Second:S3:Endpoint")]
    [InlineData("Storage__Second__Folder", "DATA/second", "Storage:Second")]
    public async Task A_wrong_setting_is_named_at_the_start(string setting, string value, string name)
    {
        settings.Clear();
        settings[setting] = value.Replace("DATA", Data, StringComparison.Ordinal);
        var refused = await ArchiveProgram.RunAsync(settings, "serve", "--data", Data, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(name, refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("at AwardArchive.", refused.Errors, StringComparison.Ordinal); // no stack trace
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Documents of one page that need no Tesseract.</summary>
    private async Task FillAsync(int count)
    {
        var scans = Enumerable.Range(0, count).Select(i => DemoGenerator.Generate(
            DemoSet.One(DemoKind.DeathNotice, DemoLevel.Clean, DemoContainer.BornDigitalPdf, (ulong)i + 1), folder.File($"scans-{i}"), Stop)[0].Path);
        var result = await ArchiveProgram.RunAsync(settings, ["ingest", .. scans, "--wait", "--data", Data]);
        Assert.True(result.ExitCode == 0, result.Errors);
    }

    private Task<CommandResult> VerifyAsync(params string[] options) => ArchiveProgram.RunAsync(settings, ["verify", "--json", "--data", Data, .. options]);

    private static (int Documents, int OpenFindings, int Removed) Sums(CommandResult result)
    {
        var sums = JsonDocument.Parse(result.Lines[^1]).RootElement;
        return (sums.GetProperty("documents").GetInt32(), sums.GetProperty("openFindings").GetInt32(), sums.GetProperty("removed").GetInt32());
    }

    private async Task<FixityPass?> PassAsync()
    {
        await using var db = new CatalogDbContext(new DbContextOptionsBuilder<CatalogDbContext>().UseSqlite($"Data Source={Data}/catalog.db;Pooling=False").Options);
        return await db.FixityPasses.AsNoTracking().OrderByDescending(p => p.Id).FirstOrDefaultAsync(Stop);
    }

    private string[] Files(string path) => !Directory.Exists(folder.File(path)) ? [] : [.. Directory.GetFiles(folder.File(path), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static async Task<int> CountAsync(ServerProcess server, string filter) =>
        (await server.Http.GetFromJsonAsync<JsonElement>(Relative($"api/v1/fixity/findings?{filter}"), Stop)).GetProperty("items").GetArrayLength();

    private static async Task<bool> IsIdleAsync(ServerProcess server) =>
        (await server.Http.GetFromJsonAsync<JsonElement>(Relative("api/v1/fixity"), Stop)).GetProperty("pass").GetProperty("endedAt").ValueKind == JsonValueKind.String
        && (await server.Http.GetFromJsonAsync<JsonElement>(Relative("api/v1/ingest/status"), Stop)).GetProperty("again").GetProperty("pagesWaiting").GetInt32() == 0;

    private static Task<string> MetricsAsync(ServerProcess server) => server.Http.GetStringAsync(Relative("metrics"), Stop);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static Uri Relative(string address) => new(address, UriKind.Relative);
}
