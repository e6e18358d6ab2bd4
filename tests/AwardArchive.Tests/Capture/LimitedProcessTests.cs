using AwardArchive.Capture;
using AwardArchive.Capture.Sandbox;

namespace AwardArchive.Tests.Capture;

public sealed class LimitedProcessTests : IDisposable
{
    private static readonly ProcessLimits Limits = new(TimeSpan.FromSeconds(90), 1L << 30);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_limits_hold_in_the_program() =>
        Assert.Equal(0, (await RunAsync("test \"$(ulimit -v)\" = 1048576 && test \"$(ulimit -t)\" = 90")).ExitCode);

    [Fact]
    public async Task The_exit_code_and_the_end_of_what_it_wrote_come_back()
    {
        var result = await RunAsync("seq 100000; seq 100000 >&2; echo 'last words' >&2; exit 7");

        Assert.Equal(7, result.ExitCode);
        Assert.EndsWith("99999\n100000", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("99999\n100000\nlast words", result.Errors, StringComparison.Ordinal);
        Assert.InRange(result.Errors.Length, 100, 16 * 1024);
    }

    [Fact]
    public async Task A_program_gives_way_to_others_when_told_to()
    {
        var result = await LimitedProcess.RunAsync(ParserSandbox.None, "sh", ["-c", "nice; cat /proc/self/oom_score_adj"], Limits with { YieldToOthers = true }, Stop);
        Assert.Equal("10\n500", result.Output.Trim());
        Assert.True((await LimitedProcess.RunAsync(ParserSandbox.None, "no-such-program-anywhere", [], Limits with { YieldToOthers = true }, Stop)).NotFound);
    }

    [Fact]
    public async Task A_missing_program_is_told()
    {
        Assert.True((await LimitedProcess.RunAsync(ParserSandbox.None, "no-such-program-anywhere", [], Limits, Stop)).NotFound);
        Assert.True(CaptureProblem.PdfToolsMissing.IsPassing);
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended() =>
        Assert.True((await LimitedProcess.RunAsync(ParserSandbox.None, "sleep", ["3600"], Limits with { Time = TimeSpan.FromMilliseconds(50) }, Stop)).TimedOut);

    [Fact]
    public async Task A_program_that_wants_too_much_memory_fails_alone() =>
        Assert.NotEqual(0, (await LimitedProcess.RunAsync(ParserSandbox.None, "pdfinfo", ["-v"], Limits with { MemoryBytes = 1 << 20 }, Stop)).ExitCode);

    [Fact]
    public async Task A_program_that_would_fill_the_disk_is_ended()
    {
        var limits = Limits with { FileBytes = 100_000 };
        var file = folder.File("zeros");
        var result = await LimitedProcess.RunAsync(ParserSandbox.None, "dd", ["if=/dev/zero", $"of={file}", "bs=10000", "count=1000"], limits, Stop);

        Assert.True(result.WroteTooMuch);
        Assert.Equal(100_000, new FileInfo(file).Length);
    }

    [Fact]
    public async Task Canceling_kills_it()
    {
        using var stop = new CancellationTokenSource();
        var pid = folder.File("pid");
        var running = LimitedProcess.RunAsync(ParserSandbox.None, "/bin/sh", ["-c", $"echo $$ > '{pid}'; exec sleep 600"], Limits, stop.Token);
        int id;
        while (!File.Exists(pid) || !int.TryParse(await File.ReadAllTextAsync(pid, Stop), out id)) await Task.Delay(5, Stop);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(Directory.Exists($"/proc/{id}"));
    }

    private static Task<ProcessResult> RunAsync(string script) => LimitedProcess.RunAsync(ParserSandbox.None, "/bin/sh", ["-c", script], Limits, Stop);
}
