using System.Globalization;

namespace AwardArchive.Benchmarks;

/// <summary>Processor time, user and system.</summary>
internal static class CpuTime
{
    // Linux reports in USER_HZ, which is 100 on every architecture .NET runs on: proc(5).
    private const double TicksPerSecond = 100;

    /// <summary>Of this process and of all its children, those that have ended and those that live.</summary>
    public static double Seconds()
    {
        var (own, children) = SecondsOf(Environment.ProcessId);
        return own + children;
    }

    /// <summary>Of a process by itself, and of all its children, those that have ended and those that live.</summary>
    public static (double Own, double Children) SecondsOf(int process)
    {
        var (own, children) = Ticks(process);
        return (own / TicksPerSecond, children / TicksPerSecond);
    }

    private static (long Own, long Children) Ticks(int process)
    {
        try
        {
            // The name in brackets may hold blanks; utime, stime, cutime and cstime are the 14th to 17th field, the 12th to 15th behind it.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[11..15].Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
            var living = ProcessTree.ChildrenOf(process).Select(Ticks).Sum(child => child.Own + child.Children);
            return (fields[0] + fields[1], fields[2] + fields[3] + living);
        }
        catch (IOException)
        {
            return default; // it ended just now
        }
    }
}
