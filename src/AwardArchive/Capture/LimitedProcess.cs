using System.ComponentModel;
using System.Diagnostics;
using AwardArchive.Capture.Sandbox;

namespace AwardArchive.Capture;

/// <param name="Time">Wall clock; then the process is killed.</param>
/// <param name="MemoryBytes">Address space.</param>
internal sealed record ProcessLimits(TimeSpan Time, long MemoryBytes)
{
    /// <value>Largest file that it may write; then it is killed. Default null: any.</value>
    public long? FileBytes { get; init; }

    /// <value>Where standard output goes, at most <see cref="FileBytes"/> of it; then the process is killed. Default null: its end is kept as text.</value>
    public string? OutputFile { get; init; }

    /// <value>The files of the machine that it gets, and where it finds them. Default none.</value>
    public IReadOnlyList<(string Path, string Inside)> Visible { get; init; } = [];

    /// <value>Whether it may start processes of its own. Default false.</value>
    public bool MayFork { get; init; }

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
    internal const int KilledForFileSize = 128 + 25;

    /// <summary>Whether it wanted to write more than <see cref="ProcessLimits.FileBytes"/>.</summary>
    public bool WroteTooMuch => ExitCode == KilledForFileSize;
}

/// <summary>Runs a program on a file that nobody has checked: in the sandbox, bounded in time, memory and what is kept of its words.</summary>
/// <remarks>What stands around the program replaces itself by the next: prlimit (util-linux, part of every Debian) sets the limits before its first line.</remarks>
internal static class LimitedProcess
{
    /// <summary>What prlimit(1) answers when it cannot find the program.</summary>
    private const int CommandNotFound = 127;

    public static async Task<ProcessResult> RunAsync(
        ParserSandbox sandbox, string program, IReadOnlyList<string> arguments, ProcessLimits limits, CancellationToken cancellationToken)
    {
        var start = sandbox.Start([program, .. arguments], new()
        {
            Visible = limits.Visible,
            MayFork = limits.MayFork,
            Processes = 16,
            AddressBytes = limits.MemoryBytes,
            FileBytes = limits.FileBytes,
            ProcessorTime = limits.Time,
            YieldsToOthers = limits.YieldToOthers,
        });
        Process process;
        try
        {
            process = await ChildStarter.StartAsync(start);
        }
        catch (Win32Exception)
        {
            return new(CommandNotFound, "", "", TimedOut: false, NotFound: true);
        }

        using var running = process;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limits.Time);
        try
        {
            process.StandardInput.Close();
            var output = limits.OutputFile is { } file ? SaveAsync(process, file, limits.FileBytes, deadline.Token) : OutputTail.ReadAsync(process.StandardOutput, deadline.Token);
            var errors = OutputTail.ReadAsync(process.StandardError, deadline.Token);
            // A child of the program may hold the pipes after its death.
            await Task.WhenAll(output, errors).WaitAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return new(process.ExitCode, await output, await errors, TimedOut: false, NotFound: process.ExitCode == CommandNotFound);
        }
        catch (TooMuchException)
        {
            return new(ProcessResult.KilledForFileSize, "", "", TimedOut: false, NotFound: false);
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

    /// <summary>What the program writes goes into a file of ours: it has none.</summary>
    private static async Task<string> SaveAsync(Process process, string path, long? most, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var piece = new byte[1 << 16];
        var written = 0L;
        for (int read; (read = await process.StandardOutput.BaseStream.ReadAsync(piece, cancellationToken)) > 0; written += read)
        {
            if (written + read > most) throw new TooMuchException();
            await file.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }
        return "";
    }

    private sealed class TooMuchException : Exception;
}
