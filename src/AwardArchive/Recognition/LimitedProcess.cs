using System.Diagnostics;
using System.Globalization;

namespace AwardArchive.Recognition;

/// <summary>Runs a program of the system to its end, with a memory and a time limit that hold even when this process dies.</summary>
internal static class LimitedProcess
{
    /// <returns>Its exit code and the end of its standard error.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">A program is missing.</exception>
    public static async Task<(int ExitCode, string Errors)> RunAsync(
        string program, IEnumerable<string> arguments, RecognitionOptions limits, CancellationToken cancellationToken)
    {
        // prlimit (util-linux, part of every Debian) replaces itself by the program: one process, no shell, limits set before its first line runs.
        var start = new ProcessStartInfo("prlimit")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={limits.WorkerMemoryBytes}"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={(long)Math.Ceiling(limits.PageTimeout.TotalSeconds)}"));
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        await using var kill = cancellationToken.Register(() => Kill(process));
        var errors = OutputTail.ReadAsync(process.StandardError);
        var output = OutputTail.ReadAsync(process.StandardOutput);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        await output;
        return (process.ExitCode, await errors);
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
