using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Demo;
using AwardArchive.Setup;

namespace AwardArchive.Tests;

/// <summary>The server and its workers are killed at random moments while scans come in.</summary>
/// <remarks><c>eng/kill.sh</c> runs the long form: 40 documents, 30 kills.</remarks>
public sealed class KillTests
{
    private static readonly int Documents = Setting("AWARD_ARCHIVE_KILL_DOCUMENTS", 8);
    private static readonly int Kills = Setting("AWARD_ARCHIVE_KILLS", 5);

    [Fact(Timeout = 30 * 60 * 1000)]
    public async Task Whatever_was_accepted_is_there_once_and_whole_after_every_kill()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        var scans = DemoGenerator.Generate(
            DemoSet.Mix(new DemoOptions { Seed = 2, Count = Documents }), folder.File("scans"), TestContext.Current.CancellationToken)
            .Select(scan => scan.Path).ToArray();
        var random = new Random(20260101);
        var server = await ServerProcess.StartAsync(data);
        var uploads = new PatientUploads(() => server);
        try
        {
            var sending = Task.Run(
                async () =>
                {
                    foreach (var scan in scans) await uploads.SendAsync(scan);
                },
                TestContext.Current.CancellationToken);
            for (var kill = 1; kill <= Kills; kill++)
            {
                await Task.Delay(random.Next(50, 3000), TestContext.Current.CancellationToken);
                await server.KillAsync();
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(data);
            }
            await sending;
            await ReadyAsync(server.Http, scans.Length);
            Assert.Equal(0, await server.StopAsync());
        }
        finally
        {
            await server.DisposeAsync();
        }
        Assert.Equal(scans.Select(Sha256Of).Order(), uploads.Accepted.Keys.Order());
        await ArchiveInspection.AssertWholeAsync(data, uploads.Accepted);
    }

    private static async Task ReadyAsync(HttpClient http, int documents)
    {
        while (true)
        {
            var status = await http.GetFromJsonAsync<IngestStatus>(
                new Uri("api/v1/ingest/status", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(0, status!.Documents[DocumentStatus.NeedsAttention]);
            var service = await http.GetFromJsonAsync<JsonElement>(new Uri("api/v1/status", UriKind.Relative), TestContext.Current.CancellationToken);
            if (status.Documents[DocumentStatus.Ready] == documents && service.GetProperty("index").GetProperty("lag").GetInt64() == 0) return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    private static string Sha256Of(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static int Setting(string name, int byDefault) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : byDefault;
}
