using System.Diagnostics;
using System.Globalization;
using AwardArchive.Capture.Sandbox;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition;

/// <summary>The worker program itself, started as the service starts it.</summary>
public sealed class OcrWorkerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_ends_when_the_service_is_gone_also_in_the_middle_of_a_page()
    {
        using var scan = TestPaper.Scan(600);
        TestPaper.SavePng(scan, _folder.File("large.png"));
        using var worker = Start(new());
        await AskAsync(worker, new RecognizeImage(_folder.File("large.png"), 0, null, _folder.Path));
        worker.StandardInput.Close();

        await worker.WaitForExitAsync(Stop);

        Assert.Equal(0, worker.ExitCode);
        Assert.Null(await ReadAsync(worker));
    }

    [Fact]
    public async Task It_dies_of_its_memory_limit_and_not_of_the_page()
    {
        using var small = TestPaper.Scan(100);
        TestPaper.SavePng(small, _folder.File("small.png"));
        using var large = new SKBitmap(8000, 8000, SKColorType.Gray8, SKAlphaType.Opaque);
        TestPaper.SavePng(large, _folder.File("large.png"));
        using var worker = Start(new() { WorkerMemoryBytes = 300 << 20 });

        await AskAsync(worker, new RecognizeImage(_folder.File("small.png"), 0, null, _folder.Path));
        Assert.IsType<ImageRecognized>(await ReadAsync(worker));
        await AskAsync(worker, new RecognizeImage(_folder.File("large.png"), 0, null, _folder.Path));

        Assert.Null(await ReadAsync(worker));
        await worker.WaitForExitAsync(Stop);
        Assert.NotEqual(0, worker.ExitCode);
    }

    [Fact]
    public async Task It_says_what_to_install_when_the_language_is_missing()
    {
        using var scan = TestPaper.Scan(100);
        TestPaper.SavePng(scan, _folder.File("page.png"));
        using var worker = Start(new() { TessdataFolder = _folder.Path });
        await AskAsync(worker, new RecognizeImage(_folder.File("page.png"), 0, null, _folder.Path));

        var failed = Assert.IsType<RequestFailed>(await ReadAsync(worker));
        Assert.Equal(FailureKind.Unavailable, failed.Kind);
        Assert.Contains("apt-get install tesseract-ocr tesseract-ocr-vie", failed.Reason, StringComparison.Ordinal);
        worker.StandardInput.Close();
        await worker.WaitForExitAsync(Stop);
    }

    [Fact]
    public async Task It_runs_tesseract_on_one_thread_and_gives_page_images_back()
    {
        Assert.Equal("1", OcrWorkerCommand.Of(new()).Environment["OMP_THREAD_LIMIT"]);

        using var scan = TestPaper.Scan(150);
        TestPaper.SavePng(scan, _folder.File("page.png"));
        using var worker = Start(new());
        await AskAsync(worker, new RecognizeImage(_folder.File("page.png"), 0, null, _folder.Path));
        Assert.IsType<ImageRecognized>(await ReadAsync(worker));

        var environment = (await File.ReadAllTextAsync($"/proc/{worker.Id}/environ", Stop)).Split('\0');
        Assert.Contains("OMP_THREAD_LIMIT=1", environment);
        Assert.Contains("MALLOC_MMAP_THRESHOLD_=1048576", environment);
        worker.StandardInput.Close();
        await worker.WaitForExitAsync(Stop);
    }

    [Theory]
    [InlineData(true, 10, 3, "500")]
    [InlineData(false, 0, 0, "0")]
    public async Task It_gives_way_to_everything_else_on_the_machine(bool yields, int niceness, int policy, string outOfMemoryScore)
    {
        using var scan = TestPaper.Scan(150);
        TestPaper.SavePng(scan, _folder.File("page.png"));
        using var worker = Start(new() { YieldToOthers = yields });
        await AskAsync(worker, new RecognizeImage(_folder.File("page.png"), 0, null, _folder.Path));
        Assert.IsType<ImageRecognized>(await ReadAsync(worker));

        // proc(5): after the name in brackets, nice is field 19 and the policy field 41 of all; each thread has its own.
        foreach (var thread in Directory.GetDirectories($"/proc/{worker.Id}/task"))
        {
            var fields = (await File.ReadAllTextAsync(Path.Combine(thread, "stat"), Stop)).Split(')')[^1].Split(' ');
            Assert.Equal((niceness, policy), (int.Parse(fields[17], CultureInfo.InvariantCulture), int.Parse(fields[39], CultureInfo.InvariantCulture)));
        }
        Assert.Equal(outOfMemoryScore, (await File.ReadAllTextAsync($"/proc/{worker.Id}/oom_score_adj", Stop)).Trim());
        worker.StandardInput.Close();
        await worker.WaitForExitAsync(Stop);
    }

    [Fact]
    public async Task It_tells_what_it_would_recognize_with()
    {
        using var worker = Start(new() { PageSegmentation = 6 });
        await AskAsync(worker, new DescribeEngine());
        var described = Assert.IsType<EngineDescribed>(await ReadAsync(worker));
        Assert.Equal(("tesseract", 64, "6"), (described.Engine.Name, described.Engine.Model!.Length, described.Engine.Parameters["psm"]));
        Assert.Equal(ProgramBuild.Id, described.Build);
        worker.StandardInput.Close();
        await worker.WaitForExitAsync(Stop);
    }

    [Fact]
    public async Task Started_by_hand_it_says_that_it_is_not_for_hands()
    {
        var start = OcrWorkerCommand.Of(new());
        start.ArgumentList.RemoveAt(start.ArgumentList.Count - 1);
        start.ArgumentList.Add("--help");
        using var worker = Process.Start(start)!;

        var said = await worker.StandardError.ReadToEndAsync(Stop);
        await worker.WaitForExitAsync(Stop);

        Assert.Equal(64, worker.ExitCode);
        Assert.Contains("not by hand", said, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Process Start(RecognitionOptions options) => Process.Start(OcrWorkerCommand.Of(options))!;

    private static Task AskAsync(Process worker, WorkerRequest request) =>
        MessageFrames.WriteAsync(worker.StandardInput.BaseStream, request, WorkerJson.Default.WorkerRequest, Stop);

    private static Task<WorkerReply?> ReadAsync(Process worker) =>
        MessageFrames.ReadAsync(worker.StandardOutput.BaseStream, WorkerJson.Default.WorkerReply, Stop);
}
