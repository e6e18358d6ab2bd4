using System.Net;
using System.Text.Json;
using AwardArchive.Demo;

namespace AwardArchive.Tests;

/// <summary>A disk that fills up, and files larger than memory should hold.</summary>
public sealed class StorageTests : IDisposable
{
    private static readonly Dictionary<string, string> Quick = new()
    {
        ["Archive__MinFreeBytes"] = $"{8 << 20}",
        ["Pipeline__SweepInterval"] = "00:00:01",
    };

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_refuses_uploads_loses_nothing_and_goes_on_when_there_is_space()
    {
        using var disk = SmallDisk.TryCreate(48);
        Assert.SkipWhen(disk is null, "Mounting a small disk needs root.");
        var data = Path.Combine(disk!.Path, "data");
        var scans = DemoGenerator.Generate(DemoSet.Mix(new DemoOptions { Seed = 5, Count = 2, Levels = [DemoLevel.Office] }), folder.File("scans"), Stop);
        await using var server = await ServerProcess.StartAsync(data, Quick);

        var ballast = Path.Combine(disk.Path, "ballast");
        var free = new DriveInfo(disk.Path).AvailableFreeSpace;
        await FillAsync(ballast, free - (8 << 20) + (1 << 20));
        using (var refused = await SendAsync(server, scans[0].Path))
        {
            Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
            Assert.Contains("urn:award-archive:problem:storage-full", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
        Assert.Empty(Directory.GetFiles(Path.Combine(data, "scratch"), "*", SearchOption.AllDirectories));
        Assert.Equal(0, (await JsonAsync(server, "api/v1/documents")).GetProperty("items").GetArrayLength());
        Assert.Contains("Degraded", (await JsonAsync(server, "readyz")).GetProperty("checks").GetProperty("storage").GetProperty("status").GetString()!, StringComparison.Ordinal);

        File.Delete(ballast);
        Guid id;
        using (var accepted = await SendAsync(server, scans[0].Path))
        {
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
            id = JsonDocument.Parse(await accepted.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("id").GetGuid();
        }
        // Full again while its pages are being recognized: they wait, nobody has to look at them.
        await FillAsync(ballast, new DriveInfo(disk.Path).AvailableFreeSpace - (1 << 20));
        await Task.Delay(TimeSpan.FromSeconds(5), Stop);
        var status = (await JsonAsync(server, $"api/v1/documents/{id}")).GetProperty("status").GetString();
        Assert.NotEqual("NeedsAttention", status);
        File.Delete(ballast);
        while (status != "Ready")
        {
            await Task.Delay(200, Stop);
            status = (await JsonAsync(server, $"api/v1/documents/{id}")).GetProperty("status").GetString();
            Assert.NotEqual("NeedsAttention", status);
        }
    }

    [Fact]
    public async Task An_upload_of_500_MB_does_not_grow_the_memory_of_the_server()
    {
        const int Megabytes = 500;
        await using var server = await ServerProcess.StartAsync(folder.File("data"));
        using (var small = await SendAsync(server, MakeScan())) Assert.Equal(HttpStatusCode.Accepted, small.StatusCode);
        var before = PeakBytes(server.Id);

        // A PNG with one large chunk of metadata that readers skip, sent without ever being a file.
        using var form = new MultipartFormDataContent { { new StreamContent(new LargePng(Megabytes)), "file", "large.png" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/v1/documents", UriKind.Relative)) { Content = form };
        using var answer = await server.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.InRange(PeakBytes(server.Id) - before, 0, 64L << 20);
    }

    public void Dispose() => folder.Dispose();

    private string MakeScan() => DemoGenerator.Generate(
        DemoSet.One(DemoKind.DeathNotice, DemoLevel.Clean, DemoContainer.BornDigitalPdf), folder.File("small"), Stop)[0].Path;

    private static async Task<HttpResponseMessage> SendAsync(ServerProcess server, string path)
    {
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "file", Path.GetFileName(path) } };
        return await server.Http.PostAsync(new Uri("api/v1/documents", UriKind.Relative), form, Stop);
    }

    private static async Task<JsonElement> JsonAsync(ServerProcess server, string address)
    {
        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
    }

    private static async Task FillAsync(string path, long bytes)
    {
        await using var file = File.Create(path);
        var piece = new byte[1 << 20];
        for (; bytes > 0; bytes -= piece.Length) await file.WriteAsync(piece.AsMemory(0, (int)Math.Min(bytes, piece.Length)), Stop);
    }

    private static long PeakBytes(int process) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture);
}
