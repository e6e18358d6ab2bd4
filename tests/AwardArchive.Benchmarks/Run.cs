using System.Diagnostics;

namespace AwardArchive.Benchmarks;

/// <summary>Programs run to their end.</summary>
internal static class Run
{
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        var (code, output, errors) = await ToEndAsync(program, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{program} ended with {code}: {errors}");
    }

    /// <summary>Standard output and standard error, whatever the exit code: some programs tell their version on the one, some on the other.</summary>
    public static async Task<string> EverythingAsync(string program, params string[] arguments)
    {
        var (_, output, errors) = await ToEndAsync(program, arguments);
        return output + errors;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The nearest rank; 0 of nothing.</summary>
    public static double Percentile(IEnumerable<double> values, double percent)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    private static async Task<(int Code, string Output, string Errors)> ToEndAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // As the peer is meant to be run: one process a core, each with one thread.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
