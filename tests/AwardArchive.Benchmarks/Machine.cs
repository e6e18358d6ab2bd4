using System.ComponentModel;
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
        Console.WriteLine($"load      {Load()} (1, 5 and 15 minutes, before the run)");
        Console.WriteLine($"runtime   {RuntimeInformation.FrameworkDescription}");
        Console.WriteLine($"commit    {await VersionAsync("git", "-C", AppContext.BaseDirectory, "describe", "--always", "--dirty")}");
        Console.WriteLine($"versions  {await VersionAsync("tesseract", "--version")}, {await VersionAsync("pdftoppm", "-v")}, "
            + $"ocrmypdf {await VersionAsync("ocrmypdf", "--version")}, unpaper {await VersionAsync("unpaper", "--version")}, ghostscript {await VersionAsync("gs", "--version")}");
    }

    /// <summary>Processes that want to run, as means over 1, 5 and 15 minutes.</summary>
    public static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]);

    /// <summary>How many times the work of one busy loop two of them do at the same time; 2 where two cores are idle.</summary>
    public static async Task<double> BurnScalingAsync()
    {
        var one = await Task.Run(Burn);
        var two = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(Burn, TaskCreationOptions.LongRunning)));
        return (double)two.Sum() / one;

        static long Burn()
        {
            var until = Environment.TickCount64 + 1000;
            long turns = 0;
            for (var state = 1UL; Environment.TickCount64 < until; turns++)
            {
                for (var i = 0; i < 1000; i++) state = (state * 6364136223846793005) + 1442695040888963407;
                if (state == 0) turns--; // so that the loop is not optimized away
            }
            return turns;
        }
    }

    /// <summary>The first lines say it: tesseract tells of leptonica in the second.</summary>
    private static async Task<string> VersionAsync(string program, params string[] arguments)
    {
        try
        {
            var said = (await Run.EverythingAsync(program, arguments)).Split('\n').Select(line => line.Trim());
            return string.Join(", ", said.Where((line, i) => i == 0 || line.StartsWith("leptonica", StringComparison.Ordinal)));
        }
        catch (Win32Exception)
        {
            return "not installed";
        }
    }
}
