using System.Globalization;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>The most memory this process has had resident since the last reset.</summary>
internal static class PeakMemory
{
    /// <summary>Writes 5 to <c>/proc/self/clear_refs</c>: proc(5).</summary>
    public static void Reset()
    {
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");
    }

    public static long MiB()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
