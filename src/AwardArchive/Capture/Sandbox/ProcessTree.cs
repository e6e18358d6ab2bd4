namespace AwardArchive.Capture.Sandbox;

/// <summary>A process and what it started; a child in the sandbox is the child of the one that was started.</summary>
internal static class ProcessTree
{
    /// <summary>Memory that all of them hold, in bytes; 0 when they are gone.</summary>
    public static long ResidentBytes(int processId)
    {
        try
        {
            // proc(5): the second number of statm is in pages.
            var own = long.Parse(File.ReadAllText($"/proc/{processId}/statm").Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) * Environment.SystemPageSize;
            return own + Children(processId).Sum(ResidentBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <remarks>A kernel without the list (CONFIG_PROC_CHILDREN) gives none.</remarks>
    private static IEnumerable<int> Children(int processId) =>
        from task in Directory.EnumerateDirectories($"/proc/{processId}/task")
        let list = Path.Combine(task, "children")
        where File.Exists(list)
        from child in File.ReadAllText(list).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select int.Parse(child, System.Globalization.CultureInfo.InvariantCulture);
}
