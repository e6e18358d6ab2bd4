using System.Diagnostics;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;
using Microsoft.Extensions.Time.Testing;

namespace AwardArchive.Tests.Recognition;

public sealed class OcrWorkerPoolTests
{
    private static readonly EngineInfo Engine = new("script", "1", null, new Dictionary<string, string>());

    [Fact]
    public async Task A_worker_that_hangs_is_killed_at_the_time_limit()
    {
        var time = new FakeTimeProvider();
        await using var bench = new RecognitionBench(time: time);
        await bench.ReplaceWorkerAsync("echo $$ > \"$pid\"; exec sleep 600");

        var recognizing = bench.RecognizeAsync(bench.PathOf("page.png"), "image/png");
        var process = await bench.ScriptProcessIdAsync();
        time.Advance(bench.Options.PageTimeout);

        var problem = await Assert.ThrowsAsync<OcrTimeoutException>(() => recognizing);
        Assert.Equal(bench.Options.PageTimeout, problem.Limit);
        Assert.False(IsRunning(process));
        Assert.Equal(0, bench.Pool.IdleCount);
    }

    [Fact]
    public async Task A_canceled_page_is_canceled_and_its_worker_killed()
    {
        await using var bench = new RecognitionBench();
        await bench.ReplaceWorkerAsync("echo $$ > \"$pid\"; exec sleep 600");
        using var stop = new CancellationTokenSource();

        var recognizing = bench.Recognizer.RecognizeAsync(bench.PathOf("page.png"), "image/png", 1, bench.PathOf("."), stop.Token);
        var process = await bench.ScriptProcessIdAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recognizing);
        Assert.False(IsRunning(process));
    }

    [Fact]
    public async Task A_worker_that_is_killed_costs_one_attempt_of_one_page()
    {
        await using var bench = new RecognitionBench();
        await bench.ReplaceWorkerAsync("head -c 4 > /dev/null; kill -9 $$");

        var problem = await Assert.ThrowsAsync<OcrWorkerDiedException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));

        Assert.Equal(128 + 9, problem.ExitCode);
        bench.Options.WorkerCommand = [];
        Assert.NotEmpty((await RecognizePaperAsync(bench)).Words.Words);
    }

    [Fact]
    public async Task What_a_dying_worker_said_last_is_kept_for_the_log()
    {
        await using var bench = new RecognitionBench();
        await bench.ReplaceWorkerAsync("head -c 4 > /dev/null; echo 'out of ink' >&2; exit 3");

        var problem = await Assert.ThrowsAsync<OcrWorkerDiedException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));

        Assert.Equal(3, problem.ExitCode);
        Assert.Contains("out of ink", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("head -c 4 > /dev/null; echo 'Tesseract Open Source OCR Engine'; exec sleep 600")]
    [InlineData("head -c 4 > /dev/null; printf '\\002\\000\\000\\000{}'; exec sleep 600")]
    [InlineData("head -c 4 > /dev/null; printf '\\004\\000\\000\\000null'; exec sleep 600")]
    [InlineData("head -c 4 > /dev/null; cat /dev/zero")]
    [InlineData("head -c 4 > /dev/null; yes")]
    // Success and nothing else.
    [InlineData("head -c 4 > /dev/null; printf '\\050\\000\\000\\000{\"$type\":\"imageRecognized\",\"width\":100}  '; exec sleep 600")]
    // A frame of 64 MiB that never is one; and a number that JSON does not know.
    [InlineData("head -c 4 > /dev/null; printf '\\000\\000\\000\\004'; yes")]
    [InlineData("head -c 4 > /dev/null; printf '\\050\\000\\000\\000{\"$type\":\"imageRecognized\",\"width\":NaN}  '; exec sleep 600")]
    public async Task A_worker_that_prints_rubbish_is_not_believed(string script)
    {
        await using var bench = new RecognitionBench();
        await bench.ReplaceWorkerAsync($"echo $$ > \"$pid\"; {script}");

        await Assert.ThrowsAsync<OcrWorkerGarbledException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));

        Assert.False(IsRunning(await bench.ScriptProcessIdAsync()));
        Assert.Equal(0, bench.Pool.IdleCount);
    }

    [Fact]
    public async Task Success_without_output_is_not_believed()
    {
        await using var bench = new RecognitionBench();
        await bench.ReplaceWorkerAsync(
            "cat \"$reply\"; exec sleep 600", new ImageRecognized(100, 100, [], Engine, bench.PathOf("nothing.png"), "image/png"));

        await Assert.ThrowsAsync<OcrWorkerGarbledException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));
    }

    [Fact]
    public async Task Rubbish_before_the_answer_spoils_the_answer()
    {
        await using var bench = new RecognitionBench();
        await bench.ReplaceWorkerAsync("head -c 4 > /dev/null; echo 'Estimating resolution as 300'; cat \"$reply\"; exec sleep 600", Answer(bench));

        await Assert.ThrowsAsync<OcrWorkerGarbledException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));
    }

    [Fact]
    public async Task Half_an_answer_and_then_nothing_ends_at_the_time_limit()
    {
        var time = new FakeTimeProvider();
        await using var bench = new RecognitionBench(time: time);
        await bench.ReplaceWorkerAsync("head -c 4 > /dev/null; head -c 40 \"$reply\"; echo $$ > \"$pid\"; exec sleep 600", Answer(bench));

        var recognizing = bench.RecognizeAsync(bench.PathOf("page.png"), "image/png");
        var process = await bench.ScriptProcessIdAsync();
        time.Advance(bench.Options.PageTimeout);

        await Assert.ThrowsAsync<OcrTimeoutException>(() => recognizing);
        Assert.False(IsRunning(process));
    }

    [Fact]
    public async Task Half_an_answer_and_then_the_end_is_a_dead_worker()
    {
        await using var bench = new RecognitionBench();
        await bench.ReplaceWorkerAsync("head -c 4 > /dev/null; head -c 40 \"$reply\"; exit 5", Answer(bench));

        var problem = await Assert.ThrowsAsync<OcrWorkerDiedException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));

        Assert.Equal(5, problem.ExitCode);
    }

    [Fact]
    public async Task A_worker_that_wants_to_live_on_is_killed_all_the_same()
    {
        var time = new FakeTimeProvider();
        await using var bench = new RecognitionBench(time: time);
        await bench.ReplaceWorkerAsync("trap '' TERM INT HUP; head -c 4 > /dev/null; echo $$ > \"$pid\"; while true; do sleep 600; done");

        var recognizing = bench.RecognizeAsync(bench.PathOf("page.png"), "image/png");
        var process = await bench.ScriptProcessIdAsync();
        time.Advance(bench.Options.PageTimeout);

        await Assert.ThrowsAsync<OcrTimeoutException>(() => recognizing);
        Assert.False(IsRunning(process));
    }

    [Fact]
    public async Task A_child_that_outlives_its_worker_and_holds_its_pipes_cannot_hold_the_page()
    {
        var time = new FakeTimeProvider();
        await using var bench = new RecognitionBench(time: time);
        // In a session of its own, and soon an orphan: out of reach of who kills the worker.
        await bench.ReplaceWorkerAsync("head -c 4 > /dev/null; setsid sleep 600 & echo $! > \"$pid\"; exit 3");

        var recognizing = bench.RecognizeAsync(bench.PathOf("page.png"), "image/png");
        var orphan = await bench.ScriptProcessIdAsync();
        time.Advance(bench.Options.PageTimeout);

        await Assert.ThrowsAsync<OcrTimeoutException>(() => recognizing);
        Process.GetProcessById(orphan).Kill();
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_not_taken_for_the_next_page()
    {
        await using var bench = new RecognitionBench();
        // Two answers to one question: the second lies in the pipe when the next page is asked for.
        await bench.ReplaceWorkerAsync("head -c 4 > /dev/null; cat \"$reply\" \"$reply\"; exec cat > /dev/null", Answer(bench));
        await File.WriteAllTextAsync(bench.PathOf("view.png"), "view", TestContext.Current.CancellationToken);

        await bench.RecognizeAsync(bench.PathOf("view.png"), "image/png");

        await Assert.ThrowsAsync<OcrWorkerGarbledException>(() => bench.RecognizeAsync(bench.PathOf("view.png"), "image/png"));
    }

    [Theory]
    [InlineData(90, 0, 20, 10, 0.9)]
    [InlineData(0, 95, 10, 10, 0.9)]
    [InlineData(-1, 0, 10, 10, 0.9)]
    [InlineData(0, 0, 0, 10, 0.9)]
    [InlineData(0, 0, 10, 10, 1.5)]
    [InlineData(int.MaxValue, 0, int.MaxValue, 10, 0.9)]
    public async Task Words_outside_of_the_page_or_of_reason_are_not_believed(int x, int y, int width, int height, double confidence)
    {
        await using var bench = new RecognitionBench();
        var answer = Answer(bench, new Word("mẹ", x, y, width, height, confidence, 0, 0));
        await bench.ReplaceWorkerAsync("cat \"$reply\"; exec sleep 600", answer);
        await File.WriteAllTextAsync(bench.PathOf("view.png"), "view", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<OcrWorkerGarbledException>(() => bench.RecognizeAsync(bench.PathOf("view.png"), "image/png"));
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_not_taken_for_the_image_of_the_page()
    {
        await using var bench = new RecognitionBench();
        await bench.ReplaceWorkerAsync("cat \"$reply\"; exec sleep 600", new ImageRecognized(100, 100, [], Engine, "/etc/hostname", "image/png"));

        await Assert.ThrowsAsync<OcrWorkerGarbledException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));
    }

    [Fact]
    public async Task A_worker_that_has_grown_is_not_kept()
    {
        // No process is as small as that, save one that becomes another program at this moment: the shell stays.
        await using var bench = new RecognitionBench(options => options.WorkerMemoryBytes = 1 << 16);
        await bench.ReplaceWorkerAsync("echo $$ > \"$pid\"; cat \"$reply\"; while read -r line; do :; done", Answer(bench));
        await File.WriteAllTextAsync(bench.PathOf("view.png"), "view", TestContext.Current.CancellationToken);

        await bench.RecognizeAsync(bench.PathOf("view.png"), "image/png");

        Assert.Equal(0, bench.Pool.IdleCount);
        Assert.False(IsRunning(await bench.ScriptProcessIdAsync()));
    }

    [Fact]
    public async Task An_answer_to_another_question_is_not_believed()
    {
        await using var bench = new RecognitionBench();
        await bench.ReplaceWorkerAsync("cat \"$reply\"; exec sleep 600", new PdfPageInspected(PdfPageContent.Scan, 300, [], null));

        await Assert.ThrowsAsync<OcrWorkerGarbledException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_is_a_dead_worker()
    {
        await using var bench = new RecognitionBench(options => options.WorkerCommand = ["/no/such/program"]);
        await File.WriteAllTextAsync(bench.PathOf("page.png"), "page", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<OcrWorkerDiedException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));
        await Assert.ThrowsAsync<OcrWorkerDiedException>(() => bench.RecognizeAsync(bench.PathOf("page.png"), "image/png"));
    }

    [Fact]
    public async Task A_warm_worker_is_used_again_and_replaced_after_its_pages()
    {
        await using var bench = new RecognitionBench(options => options.RecycleAfterPages = 2);

        var processes = new List<int>();
        for (var page = 0; page < 3; page++)
        {
            await using var worker = await bench.Pool.RentAsync(TestContext.Current.CancellationToken);
            processes.Add(worker.ProcessId);
        }

        Assert.Equal(processes[0], processes[1]);
        Assert.NotEqual(processes[1], processes[2]);
        Assert.False(IsRunning(processes[0]));
    }

    [Fact]
    public async Task No_more_workers_run_than_allowed()
    {
        await using var bench = new RecognitionBench(options => options.Workers = 2);
        var first = await bench.Pool.RentAsync(TestContext.Current.CancellationToken);
        var second = await bench.Pool.RentAsync(TestContext.Current.CancellationToken);

        var third = bench.Pool.RentAsync(TestContext.Current.CancellationToken);
        Assert.False(third.IsCompleted);
        await first.DisposeAsync();

        await using var taken = await third;
        Assert.Equal(first.ProcessId, taken.ProcessId);
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Each_idle_worker_is_ended_after_its_own_time()
    {
        var time = new FakeTimeProvider();
        await using var bench = new RecognitionBench(options => options.Workers = 2, time);
        var first = await bench.Pool.RentAsync(TestContext.Current.CancellationToken);
        var second = await bench.Pool.RentAsync(TestContext.Current.CancellationToken);
        await first.DisposeAsync();
        time.Advance(bench.Options.IdleTimeout / 2);
        await second.DisposeAsync();

        time.Advance(bench.Options.IdleTimeout / 2);
        Assert.Equal(1, bench.Pool.IdleCount);
        time.Advance(bench.Options.IdleTimeout / 2);
        Assert.Equal(0, bench.Pool.IdleCount);
        await WaitForEndAsync(first.ProcessId);
        await WaitForEndAsync(second.ProcessId);
    }

    [Fact]
    public async Task An_idle_worker_that_died_is_replaced_unnoticed()
    {
        await using var bench = new RecognitionBench();
        int dead;
        await using (var worker = await bench.Pool.RentAsync(TestContext.Current.CancellationToken)) dead = worker.ProcessId;
        using (var process = Process.GetProcessById(dead))
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        await WaitForEndAsync(dead);

        Assert.NotEmpty((await RecognizePaperAsync(bench)).Words.Words);
    }

    [Fact]
    public async Task A_worker_of_other_settings_takes_the_place_of_one_that_waits()
    {
        await using var bench = new RecognitionBench();
        var usual = OcrWorkerCommand.SettingsOf(bench.Options, new());
        var other = OcrWorkerCommand.SettingsOf(bench.Options, new(PageSegmentation: 6));
        int first, second;
        await using (var worker = await bench.Pool.RentAsync(usual, TestContext.Current.CancellationToken)) first = worker.ProcessId;
        await using (var worker = await bench.Pool.RentAsync(other, TestContext.Current.CancellationToken))
        {
            second = worker.ProcessId;
            Assert.False(IsRunning(first)); // never more processes than seats
        }
        Assert.NotEqual(first, second);
        await using var again = await bench.Pool.RentAsync(other, TestContext.Current.CancellationToken);
        Assert.Equal(second, again.ProcessId);
    }

    [Fact]
    public async Task A_closed_pool_leaves_no_process_behind()
    {
        var bench = new RecognitionBench();
        int process;
        await using (var worker = await bench.Pool.RentAsync(TestContext.Current.CancellationToken)) process = worker.ProcessId;
        await bench.DisposeAsync();

        Assert.False(IsRunning(process));
    }

    /// <summary>What a good worker would say of <c>view.png</c>.</summary>
    private static ImageRecognized Answer(RecognitionBench bench, params Word[] words) =>
        new(100, 100, words, Engine, bench.PathOf("view.png"), "image/png");

    private static async Task<RecognizedPage> RecognizePaperAsync(RecognitionBench bench)
    {
        using var scan = TestPaper.Scan(150);
        TestPaper.SavePng(scan, bench.PathOf("paper.png"));
        return await bench.RecognizeAsync(bench.PathOf("paper.png"), "image/png");
    }

    private static bool IsRunning(int processId) => Directory.Exists($"/proc/{processId}");

    private static async Task WaitForEndAsync(int processId)
    {
        while (IsRunning(processId)) await Task.Delay(5, TestContext.Current.CancellationToken);
    }
}
