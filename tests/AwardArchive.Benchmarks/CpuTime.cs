using System.Globalization;

namespace AwardArchive.Benchmarks;

/// <summary>Processor time, user and system, of this process and of all its children, those that have ended and those that live.</summary>
internal static class CpuTime
{
    // Linux reports in USER_HZ, which is 100 on every architecture .NET runs on: proc(5).
    private const double TicksPerSecond = 100;

    public static double Seconds() => Ticks(Environment.ProcessId) / TicksPerSecond;

    private static long Ticks(int process)
    {
        try
        {
            // The name in brackets may hold blanks; utime, stime, cutime and cstime are the 14th to 17th field, the 12th to 15th behind it.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)) + ProcessTree.ChildrenOf(process).Sum(Ticks);
        }
        catch (IOException)
        {
            return 0; // it ended just now
        }
    }
}
