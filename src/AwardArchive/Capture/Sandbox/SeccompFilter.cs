using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace AwardArchive.Capture.Sandbox;

/// <summary>The system calls that no parser of files needs, as a program of classic BPF for seccomp(2).</summary>
/// <remarks>
/// A list of what is refused, not of what is allowed: the runtime and the libraries use some two hundred calls, and which ones changes with
/// their versions. Numbers: the kernel's <c>syscall_64.tbl</c> and <c>asm-generic/unistd.h</c>.
/// </remarks>
internal static class SeccompFilter
{
    // linux/bpf_common.h, linux/seccomp.h, linux/audit.h
    private const ushort LoadWord = 0x20, JumpIfEqual = 0x15, JumpIfAtLeast = 0x35, JumpIfAnyBit = 0x45, And = 0x54, Return = 0x06;
    private const uint Allow = 0x7FFF0000, KillProcess = 0x80000000, Refuse = 0x00050000 | 1, NoSuchCall = 0x00050000 | 38;
    private const uint ArchitectureX64 = 0xC000003E, ArchitectureArm64 = 0xC00000B7;

    // Of struct seccomp_data; the low half of an argument, on little-endian machines.
    private const uint NumberAt = 0, ArchitectureAt = 4, FirstArgument = 16;

    // Calls of the x32 ABI have this bit.
    private const uint X32 = 0x40000000;

    private const uint NewThread = 0x00010000; // CLONE_THREAD
    private const uint NewNameSpaces = 0x7E020000; // CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
    private const uint SharedAndAnonymous = 0x21; // MAP_SHARED | MAP_ANONYMOUS

    /// <summary>Name, number on x86-64, number on arm64; -1 where there is none.</summary>
    private static readonly (string Name, int X64, int Arm64)[] Refused =
    [
        ("socket", 41, 198), ("socketpair", 53, 199),
        ("ptrace", 101, 117), ("process_vm_readv", 310, 270), ("process_vm_writev", 311, 271), ("kcmp", 312, 272), ("pidfd_getfd", 438, 438),
        ("unshare", 272, 97), ("setns", 308, 268), ("chroot", 161, 51), ("pivot_root", 155, 41), ("mount", 165, 40), ("umount2", 166, 39),
        ("open_tree", 428, 428), ("move_mount", 429, 429), ("fsopen", 430, 430), ("fsconfig", 431, 431), ("fsmount", 432, 432),
        ("fspick", 433, 433), ("mount_setattr", 442, 442), ("open_by_handle_at", 304, 265), ("name_to_handle_at", 303, 264),
        ("bpf", 321, 280), ("perf_event_open", 298, 241), ("userfaultfd", 323, 282),
        ("io_uring_setup", 425, 425), ("io_uring_enter", 426, 426), ("io_uring_register", 427, 427),
        ("keyctl", 250, 219), ("add_key", 248, 217), ("request_key", 249, 218),
        ("kexec_load", 246, 104), ("kexec_file_load", 320, 294), ("init_module", 175, 105), ("finit_module", 313, 273), ("delete_module", 176, 106),
        ("reboot", 169, 142), ("swapon", 167, 224), ("swapoff", 168, 225), ("acct", 163, 89), ("syslog", 103, 116), ("quotactl", 179, 60),
        ("settimeofday", 164, 170), ("clock_settime", 227, 112), ("adjtimex", 159, 171), ("clock_adjtime", 305, 266),
        ("iopl", 172, -1), ("ioperm", 173, -1), ("modify_ldt", 154, -1), ("uselib", 134, -1),
        // Memory that counts for no limit of the process.
        ("memfd_create", 319, 279), ("memfd_secret", 447, 447), ("shmget", 29, 194), ("msgget", 68, 186), ("semget", 64, 190), ("mq_open", 240, 180),
    ];

    /// <summary>Whether there is a filter for this machine.</summary>
    public static bool IsKnown => RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    /// <param name="mayFork">Whether new processes are allowed beside new threads.</param>
    /// <returns>An array of <c>struct sock_filter</c>, as <c>bwrap --seccomp</c> takes it.</returns>
    public static byte[] Program(bool mayFork)
    {
        var x64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        var program = new List<(ushort Code, byte True, byte False, uint Value)>
        {
            (LoadWord, 0, 0, ArchitectureAt),
            (JumpIfEqual, 1, 0, x64 ? ArchitectureX64 : ArchitectureArm64),
            (Return, 0, 0, KillProcess),
            (LoadWord, 0, 0, NumberAt),
        };
        if (x64) program.AddRange([(JumpIfAtLeast, 0, 1, X32), (Return, 0, 0, Refuse)]);
        foreach (var (_, numberX64, numberArm64) in Refused)
        {
            if ((x64 ? numberX64 : numberArm64) is var number and >= 0) RefuseCall(number, Refuse);
        }
        // Its flags lie in memory, where no filter sees them: the C library then takes clone.
        RefuseCall(435, NoSuchCall);
        if (x64 && !mayFork) RefuseCall(57, Refuse); // fork
        if (x64 && !mayFork) RefuseCall(58, Refuse); // vfork
        WithArgument(x64 ? 56 : 220, 0, mayFork // clone
            ? [(JumpIfAnyBit, 0, 1, NewNameSpaces), (Return, 0, 0, Refuse)]
            : [(JumpIfAnyBit, 1, 0, NewThread), (Return, 0, 0, Refuse), (JumpIfAnyBit, 0, 1, NewNameSpaces), (Return, 0, 0, Refuse)]);
        WithArgument(x64 ? 9 : 222, 3, [(And, 0, 0, SharedAndAnonymous), (JumpIfEqual, 0, 1, SharedAndAnonymous), (Return, 0, 0, Refuse)]); // mmap
        program.Add((Return, 0, 0, Allow));
        return Encode(program);

        void RefuseCall(int number, uint answer) => program.AddRange([(JumpIfEqual, 0, 1, (uint)number), (Return, 0, 0, answer)]);

        // A look at one argument; whoever passes it is allowed.
        void WithArgument(int number, uint argument, (ushort Code, byte True, byte False, uint Value)[] look)
        {
            program.Add((JumpIfEqual, 0, (byte)(look.Length + 2), (uint)number));
            program.Add((LoadWord, 0, 0, FirstArgument + (8 * argument)));
            program.AddRange(look);
            program.Add((Return, 0, 0, Allow));
        }
    }

    private static byte[] Encode(List<(ushort Code, byte True, byte False, uint Value)> program)
    {
        var bytes = new byte[8 * program.Count];
        for (var i = 0; i < program.Count; i++)
        {
            var (code, yes, no, value) = program[i];
            var at = bytes.AsSpan(8 * i, 8);
            BinaryPrimitives.WriteUInt16LittleEndian(at, code);
            (at[2], at[3]) = (yes, no);
            BinaryPrimitives.WriteUInt32LittleEndian(at[4..], value);
        }
        return bytes;
    }
}
