using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using AwardArchive.Demo;

namespace AwardArchive.Tests.Servers;

/// <summary>A whole archive in a folder of files, and out of it again, whichever back ends keep it.</summary>
public sealed partial class BackupTests : IDisposable
{
    private static readonly string[] Queries = ["huân chương", "ba me viet nam", "quyết định", "nguyen", "\"anh hùng\"", "số:1 OR kháng chiến", ""];

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 10 * 60 * 1000)]
    public async Task An_embedded_archive_moves_to_servers_and_back_and_stays_what_it_was()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        using var bucket = await S3Bucket.CreateAsync();
        var servers = database.Environment.Concat(bucket.Environment).ToDictionary();
        await FillAsync("embedded");
        await RunAsync(["backup", folder.File("one")], "embedded");
        await RunAsync(["restore", folder.File("one")], "node", servers);
        await RunAsync(["backup", folder.File("two")], "node", servers);
        await RunAsync(["restore", folder.File("two")], "again");
        await RunAsync(["backup", folder.File("three")], "again");

        Assert.NotEmpty(Objects("one"));
        foreach (var other in new[] { "two", "three" })
        {
            foreach (var table in Directory.GetFiles(folder.File("one/rows")))
            {
                var (before, after) = (Unpack(table), Unpack(folder.File($"{other}/rows/{Path.GetFileName(table)}")));
                // The audit chain goes on: it has the moves themselves.
                if (Path.GetFileName(table).StartsWith("audit-entries", StringComparison.Ordinal)) Assert.StartsWith(before, after, StringComparison.Ordinal);
                else Assert.Equal(before, after);
            }
            Assert.Equal(Unpack(folder.File("one/objects.jsonl.gz")), Unpack(folder.File($"{other}/objects.jsonl.gz")));
            Assert.Equal(Objects("one"), Objects(other));
        }
        await RunAsync(["reindex"], "again");
        await RunAsync(["reindex"], "node", servers);
        foreach (var query in Queries)
        {
            var before = await SearchAsync(query, "embedded");
            Assert.Equal(before, await SearchAsync(query, "again"));
            Assert.Equal(before, await SearchAsync(query, "node", servers));
        }
        // It goes on where it was: new work gets numbers of its own.
        var scan = DemoGenerator.Generate(DemoSet.One(DemoKind.DeathNotice, DemoLevel.Clean, DemoContainer.BornDigitalPdf), folder.File("later"), Stop)[0].Path;
        Assert.Contains("\"Ready\"", await RunAsync(["ingest", scan, "--wait", "--json"], "node", servers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_backup_or_one_that_was_not_finished_leaves_the_archive_empty()
    {
        await FillAsync("data");
        await RunAsync(["backup", folder.File("backup")], "data");
        var original = Directory.GetFiles(folder.File("backup/objects/originals"))[0];
        var bytes = await File.ReadAllBytesAsync(original, Stop);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(original, bytes, Stop);
        await RefusedAsync(["restore", folder.File("backup")], "empty", $"originals/{Path.GetFileName(original)}");
        Assert.Contains("\"documents\":{\"Received\":0", await RunAsync(["status", "--json"], "empty"), StringComparison.Ordinal);

        // Mended, the same command goes on.
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(original, bytes, Stop);
        await RunAsync(["restore", folder.File("backup")], "empty");
        await RefusedAsync(["restore", folder.File("backup")], "empty", "already");

        await File.AppendAllTextAsync(folder.File("backup/rows/pages.jsonl.gz"), "x", Stop);
        await RefusedAsync(["restore", folder.File("backup")], "other", "pages.jsonl.gz");
        File.Delete(folder.File("backup/manifest.json"));
        await RefusedAsync(["restore", folder.File("backup")], "other", "not finished");
        await RefusedAsync(["backup", folder.File("backup")], "data", "not empty");
    }

    [Fact]
    public async Task What_is_missing_or_damaged_is_named_and_the_rest_is_backed_up()
    {
        await FillAsync("data");
        var originals = Directory.GetFiles(folder.File("data/objects/originals"), "*", SearchOption.AllDirectories);
        File.Delete(originals[0]);
        await File.WriteAllTextAsync(originals[1], "altered", Stop);
        var result = await ArchiveProgram.RunAsync("backup", folder.File("backup"), "--data", folder.File("data"), "--json");
        Assert.Equal(2, result.ExitCode);
        var missing = JsonDocument.Parse(result.Output).RootElement.GetProperty("missing").EnumerateArray().Select(key => key.GetString()!);
        Assert.Equal(originals[..2].Select(path => $"originals/{Path.GetFileName(path)}").Order(), missing.Order());
        await RunAsync(["restore", folder.File("backup")], "restored");
    }

    public void Dispose() => folder.Dispose();

    private async Task FillAsync(string data)
    {
        var scans = DemoGenerator.Generate(
            DemoSet.Mix(new DemoOptions { Seed = 3, Count = 3, Levels = [DemoLevel.Clean] }), folder.File($"{data}-scans"), Stop).Select(scan => scan.Path);
        await RunAsync(["ingest", .. scans, "--wait"], data);
    }

    /// <summary>The hits, but for the last digits of a score: an index of one segment adds up in another order than one of several.</summary>
    private async Task<string> SearchAsync(string query, string data, Dictionary<string, string>? environment = null) =>
        Score().Replace(await RunAsync(["search", query, "--json"], data, environment), "$1");

    private async Task<string> RunAsync(string[] arguments, string data, Dictionary<string, string>? environment = null)
    {
        var result = await ArchiveProgram.RunAsync(environment ?? [], [.. arguments, "--data", folder.File(data)]);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Errors}");
        return result.Output;
    }

    private async Task RefusedAsync(string[] arguments, string data, string says)
    {
        var result = await ArchiveProgram.RunAsync([.. arguments, "--data", folder.File(data)]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(says, result.Errors, StringComparison.Ordinal);
    }

    private Dictionary<string, string> Objects(string backup) => Directory.GetFiles(folder.File($"{backup}/objects"), "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder.File(backup), path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));

    private static string Unpack(string path)
    {
        using var file = File.OpenRead(path);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        return new StreamReader(gzip).ReadToEnd();
    }

    [GeneratedRegex(@"(""score"":\d+\.\d{0,2})\d*")]
    private static partial Regex Score();
}
