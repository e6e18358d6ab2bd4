using AwardArchive.Capture;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Exports;
using AwardArchive.Tests.Capture;
using CsCheck;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Recognition.Exports;

/// <summary>Many files at once, with a recognizer that does what the test wants.</summary>
public sealed class RecognizeFilesTests : IDisposable
{
    private static readonly IOptions<CaptureOptions> Capture = Options.Create(new CaptureOptions());

    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedRecognizer _recognizer = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pages_are_written_in_order_whatever_is_ready_first()
    {
        var first = TiffOf(5);
        // Each page waits for the one after it, as far ahead as pages are begun.
        var begun = Enumerable.Range(0, 6).Select(_ => new TaskCompletionSource()).ToArray();
        _recognizer.Work = async (page, _) =>
        {
            begun[page].TrySetResult();
            if (page % 2 == 1 && page < 5) await begun[page + 1].Task.WaitAsync(Stop);
        };

        var outcome = Assert.Single(await RunAsync([first]));

        Assert.Equal(("recognized", 5, null), (outcome.Outcome, outcome.Pages, outcome.Reason));
        Assert.Equal("p1\fp2\fp3\fp4\fp5\n", await File.ReadAllTextAsync(outcome.Output!, Stop));
    }

    [Fact]
    public async Task A_page_that_fails_keeps_its_place_and_costs_no_other()
    {
        _recognizer.Work = (page, _) => page == 2 ? throw new UnreadablePageException("Trang bị hỏng.", "broken") : Task.CompletedTask;

        var outcomes = await RunAsync([TiffOf(3), WriteJpeg("second.jpg")]);

        Assert.Equal(("needsAttention", 3), (outcomes[0].Outcome, outcomes[0].Pages));
        Assert.Equal(new FailedPage(2, "Trang bị hỏng."), Assert.Single(outcomes[0].FailedPages));
        Assert.Contains("trang 2", outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal("p1\f\fp3\n", await File.ReadAllTextAsync(outcomes[0].Output!, Stop));
        Assert.Equal("recognized", outcomes[1].Outcome);
    }

    [Fact]
    public async Task An_image_that_the_export_cannot_hold_costs_its_page_and_no_other()
    {
        await File.WriteAllTextAsync(_folder.File("rubbish"), "no image", Stop);
        _recognizer.ImageOf = page => page == 2 ? _folder.File("rubbish") : ExportBench.SaveImage(_folder.File($"{page}.png"), SkiaSharp.SKEncodedImageFormat.Png);

        var outcome = Assert.Single(await RunAsync([TiffOf(3)], _recognizer, Out, ExportFormat.Pdf));

        Assert.Equal(2, Assert.Single(outcome.FailedPages).Number);
        var text = await ExternalProgram.RunAsync("pdftotext", "-enc", "UTF-8", outcome.Output!, "-");
        Assert.Equal(["p1", "", "p3", ""], text.Split('\f').Select(page => page.Trim()));
    }

    [Fact]
    public async Task A_lost_worker_costs_one_attempt_and_the_second_begins_in_an_empty_folder()
    {
        _recognizer.Work = async (_, folder) =>
        {
            Assert.Empty(Directory.GetFileSystemEntries(folder));
            await File.WriteAllTextAsync(Path.Combine(folder, "half"), "", Stop);
            if (_recognizer.Calls == 1) throw new OcrWorkerDiedException("worker", 139, "");
        };

        Assert.Equal("recognized", Assert.Single(await RunAsync([WriteJpeg("a.jpg")])).Outcome);
        Assert.Equal(2, _recognizer.Calls);
    }

    [Fact]
    public async Task A_worker_that_is_lost_each_time_fails_the_page_and_a_file_without_pages_makes_no_export()
    {
        _recognizer.Work = (_, _) => throw new OcrWorkerDiedException("worker", 139, "");

        var outcome = Assert.Single(await RunAsync([WriteJpeg("a.jpg")]));

        Assert.Equal(("needsAttention", null, 2), (outcome.Outcome, outcome.Output, _recognizer.Calls));
        Assert.Empty(Directory.GetFiles(Out));
    }

    [Fact]
    public async Task What_is_no_scan_is_refused_with_a_reason_and_the_others_go_on()
    {
        await File.WriteAllTextAsync(_folder.File("note.txt"), "chữ", Stop);
        await File.WriteAllTextAsync(_folder.File("empty.pdf"), "", Stop);

        var outcomes = await RunAsync([_folder.File("note.txt"), _folder.File("empty.pdf"), _folder.File("nowhere.pdf"), _folder.Path, WriteJpeg("a.jpg")]);

        Assert.Equal(["refused", "refused", "refused", "refused", "recognized"], outcomes.Select(o => o.Outcome));
        Assert.All(outcomes.SkipLast(1), o => Assert.NotEmpty(o.Reason!));
        Assert.Single(Directory.GetFiles(Out));
    }

    [Fact]
    public async Task Only_so_many_pages_wait_to_be_written()
    {
        var gate = new TaskCompletionSource();
        var waiting = new TaskCompletionSource();
        const int Workers = 2;
        // One page is awaited by the writer and four stand in the queue; the next begins only when there is room again.
        _recognizer.Work = async (_, _) =>
        {
            if (_recognizer.Calls == (2 * Workers) + 1) waiting.TrySetResult();
            await gate.Task.WaitAsync(Stop);
        };

        var running = RunAsync([TiffOf(40)]);
        await waiting.Task.WaitAsync(Stop);
        Assert.InRange(_recognizer.Calls, 1, (2 * Workers) + 1);
        gate.SetResult();
        Assert.Equal(40, Assert.Single(await running).Pages);
    }

    [Fact]
    public Task Whatever_is_slow_fails_or_is_tried_again_files_and_pages_keep_their_order() =>
        Gen.Select(Gen.Int[1, 6].Array[1, 6], Gen.Int[0, 5].Array[36]).SampleAsync(
            async (lengths, fates) =>
            {
                using var folder = new TemporaryFolder();
                var recognizer = new ScriptedRecognizer();
                var begun = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
                recognizer.Work = async (page, scratch) =>
                {
                    var fate = fates[Math.Abs(Path.GetFileName(scratch).Aggregate(page, (sum, letter) => (sum * 31) + letter)) % fates.Length];
                    for (var turn = 0; turn < fate * 20; turn++) await Task.Yield();
                    if (fate == 4) throw new UnreadablePageException("Trang bị hỏng.", "broken");
                    if (fate == 5 && begun.TryAdd(scratch, true)) throw new OcrWorkerDiedException("worker", 139, "");
                };
                var files = lengths.Select((length, i) =>
                {
                    Scans.Tiff(folder.File($"{i}.tif"), pages: length);
                    return folder.File($"{i}.tif");
                }).ToArray();

                var outcomes = await RunAsync(files, recognizer, Directory.CreateDirectory(folder.File("out")).FullName);

                Assert.Equal(files, outcomes.Select(outcome => outcome.File));
                foreach (var (outcome, length) in outcomes.Zip(lengths))
                {
                    var failed = outcome.FailedPages.Select(page => page.Number).ToList();
                    Assert.Equal(failed.Order(), failed);
                    Assert.Equal(failed.Count == 0 ? "recognized" : "needsAttention", outcome.Outcome);
                    if (failed.Count == length) Assert.Null(outcome.Output);
                    else
                    {
                        var pages = Enumerable.Range(1, length).Select(page => failed.Contains(page) ? "" : $"p{page}");
                        Assert.Equal(string.Join('\f', pages) + "\n", await File.ReadAllTextAsync(outcome.Output!, Stop));
                    }
                }
            },
            iter: 60, threads: 1);

    [Fact]
    public async Task A_machine_that_cannot_recognize_ends_the_run_and_leaves_nothing_behind()
    {
        _recognizer.Work = (page, _) => page == 2 ? throw new RecognitionUnavailableException("thiếu", "missing") : Task.CompletedTask;

        await Assert.ThrowsAsync<RecognitionUnavailableException>(() => RunAsync([TiffOf(9)]));

        Assert.Empty(Directory.GetFileSystemEntries(Out));
        Assert.All(_recognizer.Folders, folder => Assert.False(Directory.Exists(folder)));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Out => Directory.CreateDirectory(_folder.File("out")).FullName;

    private Task<List<RecognizedFile>> RunAsync(string[] files) => RunAsync(files, _recognizer, Out);

    private static async Task<List<RecognizedFile>> RunAsync(string[] files, IPageRecognizer recognizer, string folder, ExportFormat format = ExportFormat.Text)
    {
        var run = new RecognizeFiles(new Triage(new PdfInspector(Capture, Sandboxes.Usual), Sandboxes.Workers(Capture)), recognizer, Options.Create(new RecognitionOptions { Workers = 2 }));
        var names = ExportNames.Of(files, folder, format.Extension());
        var outcomes = new List<RecognizedFile>();
        await foreach (var outcome in run.RunAsync(files, i => new(format, names[i], "scan"), _ => { }, Stop)) outcomes.Add(outcome);
        return outcomes;
    }

    private string TiffOf(int pages)
    {
        var path = _folder.File($"{pages}.tif");
        Scans.Tiff(path, pages: pages);
        return path;
    }

    private string WriteJpeg(string name)
    {
        File.WriteAllBytes(_folder.File(name), Scans.Jpeg());
        return _folder.File(name);
    }

    private sealed class ScriptedRecognizer : IPageRecognizer
    {
        private int _calls;

        public int Calls => _calls;

        public System.Collections.Concurrent.ConcurrentBag<string> Folders { get; } = [];

        public Func<int, string, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

        public Func<int, string> ImageOf { get; set; } = _ => "";

        public async Task<RecognizedPage> RecognizeAsync(
            string originalPath, string mediaType, int page, string scratchFolder, PageRequest request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            Folders.Add(scratchFolder);
            await Task.Yield();
            await Work(page, scratchFolder);
            return new(ExportBench.Page(page, [$"p{page}"]), ImageOf(page), "image/png");
        }
    }
}
