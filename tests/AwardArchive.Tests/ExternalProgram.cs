using System.Diagnostics;
using System.Text;

namespace AwardArchive.Tests;

/// <summary>Other people's programs, which read what ours wrote.</summary>
public static class ExternalProgram
{
    /// <summary>What the program writes to standard output; it must end well and say nothing on standard error.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await errors));
        return await output;
    }
}
