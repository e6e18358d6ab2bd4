namespace AwardArchive.Capture.Sandbox;

/// <summary>What one child process gets, and no more.</summary>
internal sealed record Confinement
{
    /// <value>Files and folders of this machine, and where the child finds them; read only.</value>
    public IReadOnlyList<(string Path, string Inside)> Visible { get; init; } = [];

    /// <value>Processes and threads that it may have.</value>
    public int Processes { get; init; } = 64;

    /// <value>Whether it may start processes; else threads only, so that all it holds stays under one limit of memory.</value>
    public bool MayFork { get; init; }

    /// <value>Address space; for programs that do not reserve more than they use.</value>
    public long? AddressBytes { get; init; }

    /// <value>Writable private memory (RLIMIT_DATA).</value>
    public long? DataBytes { get; init; }

    /// <value>Largest file that it may write.</value>
    public long? FileBytes { get; init; }

    /// <value>Processor time of its whole life: holds even when the service dies first.</value>
    public TimeSpan? ProcessorTime { get; init; }

    /// <value>Whether everything else on the machine goes first, also when memory runs out.</value>
    public bool YieldsToOthers { get; init; }

    /// <value>All of its environment beside PATH, LC_ALL and TMPDIR.</value>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
