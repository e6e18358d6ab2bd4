using System.Runtime.InteropServices;

namespace AwardArchive.Benchmarks;

/// <summary>What a figure was measured on.</summary>
internal static class Machine
{
    public static async Task DescribeAsync()
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        Console.WriteLine($"machine   {processor}, {Environment.ProcessorCount} cores, {memory} GiB, {RuntimeInformation.OSDescription}");
        Console.WriteLine($"runtime   {RuntimeInformation.FrameworkDescription}");
        Console.WriteLine($"tesseract {FirstLine(await Run.OutputAsync("tesseract", "--version"))}");
        Console.WriteLine($"commit    {FirstLine(await Run.OutputAsync("git", "-C", AppContext.BaseDirectory, "describe", "--always", "--dirty"))}");
    }

    private static string FirstLine(string text) => text.Split('\n')[0];
}
