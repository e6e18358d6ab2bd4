using System.Globalization;

namespace AwardArchive.Benchmarks;

/// <summary>What Linux tells of other processes: proc(5).</summary>
internal static class ProcessTree
{
    public static IEnumerable<int> ChildrenOf(int process) =>
        from task in Directory.GetDirectories($"/proc/{process}/task")
        from child in File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select int.Parse(child, CultureInfo.InvariantCulture);

    /// <param name="name"><c>VmRSS</c> for what is resident, <c>VmHWM</c> for the most that ever was.</param>
    public static long Bytes(int process, string name) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
