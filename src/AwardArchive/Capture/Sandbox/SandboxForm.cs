namespace AwardArchive.Capture.Sandbox;

/// <summary>A way to lock children up: one that is tried, or the one that works.</summary>
/// <param name="Status">What it keeps away.</param>
/// <param name="OwnUserNameSpace">Whether users are numbered anew in it.</param>
/// <param name="Filters">Of system calls; null: none.</param>
internal sealed record SandboxForm(SandboxStatus Status, bool OwnUserNameSpace, FilterFiles? Filters)
{
    public string Name => Status.Kind switch
    {
        SandboxKind.Bubblewrap => $"bubblewrap{(Status.HasOwnUser ? " with a user of its own" : OwnUserNameSpace ? " in a user name space" : "")}",
        SandboxKind.Unshare => "unshare",
        _ => "limits only",
    };
}

/// <summary>Files with the program of <see cref="SeccompFilter"/>, for children that start none of their own and for others.</summary>
internal sealed record FilterFiles(string ThreadsOnly, string WithProcesses);
