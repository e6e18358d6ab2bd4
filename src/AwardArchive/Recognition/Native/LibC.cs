using System.Runtime.InteropServices;

namespace AwardArchive.Recognition.Native;

/// <summary>What a worker asks of its own process.</summary>
internal static partial class LibC
{
    private const int ResourceData = 2;

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

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetResourceLimit(int resource, in ResourceLimit limit);

    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
