using System.Runtime.Versioning;
using AwardArchive.Archive;
using AwardArchive.Capture;

namespace AwardArchive.Tests.Capture;

public sealed class WatchedFolderTests : IAsyncLifetime
{
    private CaptureBench bench = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bench = await CaptureBench.OpenAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_file_is_taken_when_it_has_been_the_same_for_the_settle_time()
    {
        Put("a.pdf", Scans.Pdf());
        await LookAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(2.9));
        await LookAsync();
        Assert.True(Exists("a.pdf"));

        Put("a.pdf", Scans.Pdf(3)); // it grows: the time begins anew
        await LookAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(2.9));
        await LookAsync();
        Assert.True(Exists("a.pdf"));
        bench.Time.Advance(TimeSpan.FromSeconds(0.1));
        await LookAsync();
        Assert.Equal(["done/a.pdf"], Files());
        Assert.Equal(3, Assert.Single(await DocumentsAsync()).PageCount);
    }

    [Fact]
    public async Task Folders_keep_their_shape_and_tell_where_the_paper_lies()
    {
        Put("hộp 1/tập 2/a.jpg", Scans.Jpeg());
        await SettleAsync();
        Assert.Equal(["done/hộp 1/tập 2/a.jpg"], Files());
        Assert.Equal("hộp 1/tập 2", Assert.Single(await DocumentsAsync()).SourceReference);
    }

    [Fact]
    public async Task A_refused_file_lies_in_failed_with_its_reason_beside_it()
    {
        Put("x/a.pdf", "không phải PDF"u8.ToArray());
        Put("empty.tif", []);
        await SettleAsync();
        Assert.Equal(["failed/empty.tif", "failed/empty.tif.reason.txt", "failed/x/a.pdf", "failed/x/a.pdf.reason.txt"], Files());
        Assert.Contains("Chỉ nhận PDF", Read("failed/x/a.pdf.reason.txt"), StringComparison.Ordinal);
        await bench.IsEmptyAsync();
    }

    [Fact]
    public async Task Nothing_is_ever_overwritten()
    {
        Put("a.jpg", Scans.Jpeg(shade: 10));
        await SettleAsync();
        Put("a.jpg", Scans.Jpeg(shade: 20));
        await SettleAsync();
        Put("b.txt", [1]);
        await SettleAsync();
        Put("b.txt", [2]);
        await SettleAsync();
        Assert.Equal(
            ["done/a (2).jpg", "done/a.jpg", "failed/b (2).txt", "failed/b (2).txt.reason.txt", "failed/b.txt", "failed/b.txt.reason.txt"],
            Files());
        Assert.Equal(Scans.Jpeg(shade: 10), await File.ReadAllBytesAsync(PathOf("done/a.jpg"), Stop));
        Assert.Equal(Scans.Jpeg(shade: 20), await File.ReadAllBytesAsync(PathOf("done/a (2).jpg"), Stop));
    }

    [Fact]
    public async Task Killed_after_the_capture_and_before_the_move_it_moves_the_file_next_time()
    {
        await bench.CaptureAsync(Scans.Pdf());
        Put("a.pdf", Scans.Pdf());
        await SettleAsync();
        Assert.Equal(["done/a.pdf"], Files());
        Assert.Single(await DocumentsAsync());
    }

    [Fact]
    public async Task Hidden_unfinished_and_linked_files_are_left_alone()
    {
        Put(".hidden.pdf", Scans.Pdf());
        Put("a.pdf.part", Scans.Pdf());
        Put("~a.pdf", Scans.Pdf());
        Put(".tmp/a.pdf", Scans.Pdf());
        var outside = bench.Folder.File("outside");
        Directory.CreateDirectory(outside);
        await File.WriteAllBytesAsync(Path.Combine(outside, "secret.pdf"), Scans.Pdf(), Stop);
        File.CreateSymbolicLink(PathOf("link.pdf"), Path.Combine(outside, "secret.pdf"));
        Directory.CreateSymbolicLink(PathOf("linked"), outside);
        var before = Files();
        await SettleAsync();
        Assert.Equal(before, Files());
        await bench.IsEmptyAsync();
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_does_not_stop_the_others()
    {
        Put("a.pdf", Scans.Pdf(1));
        Put("locked/b.pdf", Scans.Pdf(2));
        Put("z.pdf", Scans.Pdf(3));
        using var locked = new FileStream(PathOf("a.pdf"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        await SettleAsync();
        Assert.Equal(["a.pdf", "done/locked/b.pdf", "done/z.pdf"], Files());
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void A_folder_without_permission_does_not_stop_the_others()
    {
        Put("a/1.pdf", [1]);
        Put("b/2.pdf", [2]);
        Put("c/3.pdf", [3]);
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode Everyone = Owner
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        foreach (var folder in Directory.EnumerateDirectories(bench.Folder.Path, "*", SearchOption.AllDirectories).Prepend(bench.Folder.Path))
            File.SetUnixFileMode(folder, Everyone);
        File.SetUnixFileMode(PathOf("b"), UnixFileMode.None);
        var refused = new List<string>();
        var found = Unprivileged.Run(() => FolderWalk.Files(PathOf(""), [], (folder, _) => refused.Add(folder)).Select(file => file.Name).ToList());
        File.SetUnixFileMode(PathOf("b"), Owner);
        Assert.Equal(["1.pdf", "3.pdf"], found);
        Assert.Equal([PathOf("b")], refused);
    }

    [Fact]
    public async Task While_the_storage_is_full_files_wait_and_later_go_in()
    {
        await using var full = await CaptureBench.OpenAsync(
            ("Archive:MinFreeBytes", (1L << 40).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Capture:WatchedFolder:Path", PathOf("")));
        Put("a.pdf", Scans.Pdf());
        await full.Watched.LookAsync(Stop);
        full.Time.Advance(TimeSpan.FromSeconds(5));
        await full.Watched.LookAsync(Stop);
        Assert.Equal(["a.pdf"], Files());
        await full.IsEmptyAsync();

        await SettleAsync();
        Assert.Equal(["done/a.pdf"], Files());
    }

    [Fact]
    public async Task It_watches_while_the_host_runs()
    {
        Put("a.pdf", Scans.Pdf());
        await bench.Watched.StartAsync(Stop);
        while (bench.Pipeline.Calls.IsEmpty)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
            Stop.ThrowIfCancellationRequested();
        }
        await bench.Watched.StopAsync(Stop);
        Assert.Single(await DocumentsAsync());
    }

    [Fact]
    public void The_shipped_settings_are_these()
    {
        var shipped = new WatchedFolderOptions();
        Assert.True(shipped.Enabled);
        Assert.Null(shipped.Path);
        Assert.Equal(TimeSpan.FromSeconds(3), shipped.SettleTime);
        Assert.Equal(TimeSpan.FromSeconds(2), shipped.PollInterval);
    }

    [Fact]
    public void A_name_as_long_as_names_may_be_still_gets_its_reason()
    {
        var name = new string('a', 251) + ".pdf";
        Put(name, [1]);
        var target = FileMove.WithoutOverwriting(PathOf(name), PathOf("failed"), "Hỏng.");
        Assert.Equal("Hỏng.\n", File.ReadAllText(target + ".reason.txt"));
        Assert.EndsWith("a.pdf", target, StringComparison.Ordinal);
    }

    private Task LookAsync() => bench.Watched.LookAsync(Stop);

    private async Task SettleAsync()
    {
        await LookAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(3));
        await LookAsync();
    }

    private string PathOf(string name) => Path.Combine(bench.Folder.File("data/inbox"), name).TrimEnd('/');

    private bool Exists(string name) => File.Exists(PathOf(name));

    private string Read(string name) => File.ReadAllText(PathOf(name));

    private void Put(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), content);
    }

    private List<string> Files() =>
    [
        .. Directory.EnumerateFiles(PathOf(""), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(PathOf(""), path))
            .Order(StringComparer.Ordinal),
    ];

    private async Task<List<Document>> DocumentsAsync()
    {
        var documents = new List<Document>();
        foreach (var id in bench.Pipeline.Calls.Select(call => call.Id)) documents.Add((await bench.Catalog.FindAsync(id, Stop))!);
        if (documents.Count == 0 && await bench.Catalog.LastChangeAsync(Stop) > 0) Assert.Fail("A document without its next step.");
        return documents;
    }
}
