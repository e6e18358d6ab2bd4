using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.Capture.Sandbox;

[JsonConverter(typeof(CamelCase<SandboxKind>))]
public enum SandboxKind
{
    /// <summary>Limits of time, memory and output, and an environment without secrets: these always hold.</summary>
    LimitsOnly,

    /// <summary>Without network and shared memory of others, by unshare(1); the files of the machine are in reach.</summary>
    Unshare,

    /// <summary>By bubblewrap: nothing but programs and the one file is there.</summary>
    Bubblewrap,
}

/// <summary>What holds for the processes that open files, as it was tried out on this machine.</summary>
/// <param name="NetworkIsAway">No network, of this machine neither.</param>
/// <param name="FilesAreAway">Data folder, catalog, keys and homes are not there; the file to be read is read only.</param>
/// <param name="ProcessesAreAway">They see and signal no process but their own.</param>
/// <param name="SystemCallsAreFiltered">Sockets, new name spaces, tracing, kernel keys and the like are refused by seccomp(2).</param>
/// <param name="HasOwnUser">They run as a user that nothing belongs to; else as the service's, without any capability.</param>
/// <param name="Lacking">Why it is not more; null when nothing is missing.</param>
public sealed record SandboxStatus(
    SandboxKind Kind, bool NetworkIsAway, bool FilesAreAway, bool ProcessesAreAway, bool SystemCallsAreFiltered, bool HasOwnUser, string? Lacking)
{
    /// <summary>Whether <see cref="SandboxUse.Required"/> is content.</summary>
    public bool IsWhole => NetworkIsAway && FilesAreAway && ProcessesAreAway && SystemCallsAreFiltered;
}
