using System.Globalization;
using System.Runtime.InteropServices;

namespace AwardArchive.Recognition.Native;

/// <summary>What a worker asks of its own process.</summary>
internal static partial class LibC
{
    private const int ResourceData = 2;

    // setpriority(2), ioprio_set(2): of all threads of the process group.
    private const int PriorityOfGroup = 1;
    private const int IoPriorityOfGroup = 2;
    private const int IoPrioritySet = 30; // SYS_ioprio_set on arm64 and riscv64
    private const int IoPrioritySetX64 = 251;

    // Nothing at all of a busy machine would starve a page into its time limit; a fifth of a share does not.
    private const int Niceness = 10;
    private const int LowestBestEffort = (2 << 13) | 7;
    private const int SchedulingBatch = 3; // SCHED_BATCH
    private const string OutOfMemoryScore = "500"; // halfway to "kill me first"

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    public static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    public static partial int Duplicate(int descriptor, int onto);

    /// <summary>Out of the terminal's process group: Ctrl-C is for the service, which ends its workers in order.</summary>
    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    public static partial int NewSession();

    /// <summary>Ends the process at once, also while another thread is in native code.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void ExitNow(int code);

    /// <summary>
    /// Limits the writable private memory of this process. Not the address space: the runtime reserves hundreds of gigabytes of that
    /// and uses little.
    /// </summary>
    public static bool LimitData(long bytes)
    {
        var limit = new ResourceLimit { Soft = (ulong)bytes, Hard = (ulong)bytes };
        return SetResourceLimit(ResourceData, in limit) == 0;
    }

    /// <summary>
    /// Lets everything else on the machine go first: at the processors, at the disks, and when memory runs out, so that the kernel then
    /// ends this process and not the service. Call it in a session of the process's own. Where the system refuses, work goes on as usual.
    /// </summary>
    public static void YieldToOthers()
    {
        // Linux keeps these for each thread, and new threads inherit; of the runtime's own some run already.
        _ = SetPriority(PriorityOfGroup, 0, Niceness);
        _ = SystemCall(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? IoPrioritySetX64 : IoPrioritySet, IoPriorityOfGroup, 0, LowestBestEffort);
        foreach (var thread in Directory.EnumerateDirectories("/proc/self/task"))
            _ = SetScheduler(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), SchedulingBatch, 0);
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", OutOfMemoryScore);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A container may not let it be written.
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int niceness);

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int thread, int policy, in int parameter);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, nint which, nint who, nint priority);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetResourceLimit(int resource, in ResourceLimit limit);

    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
