using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AwardArchive.Capture;

/// <param name="Time">Wall clock; then the process is killed.</param>
/// <param name="MemoryBytes">Address space.</param>
internal sealed record ProcessLimits(TimeSpan Time, long MemoryBytes)
{
    /// <value>Largest file that it may write; then it is killed. Default null: any.</value>
    public long? FileBytes { get; init; }

    /// <value>Whether everything else on the machine goes first, also when memory runs out. Default false.</value>
    public bool YieldToOthers { get; init; }
}

/// <param name="ExitCode">128 and the signal's number for a killed process.</param>
/// <param name="Output">The end of standard output.</param>
/// <param name="Errors">The end of standard error.</param>
/// <param name="NotFound">The program, or prlimit, is not installed.</param>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors, bool TimedOut, bool NotFound)
{
    // SIGXFSZ is 25 on every processor that .NET runs on: signal(7).
    private const int KilledForFileSize = 128 + 25;

    /// <summary>Whether it wanted to write more than <see cref="ProcessLimits.FileBytes"/>.</summary>
    public bool WroteTooMuch => ExitCode == KilledForFileSize;
}

/// <summary>Runs a program on a file that nobody has checked: bounded in time, memory and what is kept of its words.</summary>
/// <remarks>prlimit (util-linux, part of every Debian) replaces itself by the program: one process, no shell, limits set before its first line.</remarks>
internal static class LimitedProcess
{
    /// <summary>What prlimit(1) answers when it cannot find the program.</summary>
    private const int CommandNotFound = 127;

    public static async Task<ProcessResult> RunAsync(
        string program, IReadOnlyList<string> arguments, ProcessLimits limits, CancellationToken cancellationToken)
    {
        // Each of these, too, replaces itself by the next.
        string[] programs = limits.YieldToOthers ? ["nice", "-n", "10", "choom", "-n", "500", "--", "prlimit"] : ["prlimit"];
        var start = new ProcessStartInfo(programs[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C" },
        };
        foreach (var argument in programs.Skip(1)) start.ArgumentList.Add(argument);
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={limits.MemoryBytes}"));
        // Holds even when this process dies first.
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={Math.Ceiling(limits.Time.TotalSeconds)}"));
        if (limits.FileBytes is { } fileBytes) start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--fsize={fileBytes}"));
        start.ArgumentList.Add("--core=0");
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new(CommandNotFound, "", "", TimedOut: false, NotFound: true);
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limits.Time);
        try
        {
            process.StandardInput.Close();
            var output = OutputTail.ReadAsync(process.StandardOutput, deadline.Token);
            var errors = OutputTail.ReadAsync(process.StandardError, deadline.Token);
            // A child of the program may hold the pipes after its death.
            await Task.WhenAll(output, errors).WaitAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return new(process.ExitCode, await output, await errors, TimedOut: false, NotFound: process.ExitCode == CommandNotFound);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(-1, "", "", TimedOut: true, NotFound: false);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
