using AwardArchive.Recognition;

namespace AwardArchive.Tests.Recognition;

public sealed class LimitedProcessTests : IDisposable
{
    private static readonly RecognitionOptions Limits = new() { WorkerMemoryBytes = 1L << 30, PageTimeout = TimeSpan.FromSeconds(90) };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_limits_hold_in_the_program() =>
        Assert.Equal((0, ""), await RunAsync("test \"$(ulimit -v)\" = 1048576 && test \"$(ulimit -t)\" = 90"));

    [Fact]
    public async Task The_exit_code_and_the_end_of_the_errors_come_back()
    {
        var (exitCode, errors) = await RunAsync("seq 100000 >&2; echo 'last words' >&2; exit 7");

        Assert.Equal(7, exitCode);
        Assert.EndsWith("99999\n100000\nlast words", errors, StringComparison.Ordinal);
        Assert.InRange(errors.Length, 100, 2000);
    }

    [Fact]
    public async Task A_missing_program_ends_with_127() =>
        Assert.Equal(127, (await LimitedProcess.RunAsync("no-such-program", [], Limits, Stop)).ExitCode);

    [Fact]
    public async Task Canceling_kills_it()
    {
        using var stop = new CancellationTokenSource();
        var pid = _folder.File("pid");
        var running = LimitedProcess.RunAsync("/bin/sh", ["-c", $"echo $$ > '{pid}'; exec sleep 600"], Limits, stop.Token);
        int id;
        while (!File.Exists(pid) || !int.TryParse(await File.ReadAllTextAsync(pid, Stop), out id)) await Task.Delay(5, Stop);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(Directory.Exists($"/proc/{id}"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<(int ExitCode, string Errors)> RunAsync(string script) => LimitedProcess.RunAsync("/bin/sh", ["-c", script], Limits, Stop);
}
