using System.Diagnostics;
using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Capture.Sandbox;

#pragma warning disable CA1416 // Modes of files: the service runs where there are some.

/// <summary>
/// Locks up the processes that open files: whoever takes one over finds no network, no data folder, no catalog, no secret and no other
/// process, and can neither stay nor fill the machine. As far as the machine allows, which is tried out once.
/// </summary>
internal sealed partial class ParserSandbox(IOptions<SandboxOptions> options, IOptions<ArchiveOptions> archive, ILogger<ParserSandbox> log)
{
    private readonly Lock _gate = new();
    private SandboxForm? _found;

    /// <summary>Limits only, for whatever starts programs outside of a service.</summary>
    public static ParserSandbox None { get; } = new(
        Options.Create(new SandboxOptions { Use = SandboxUse.Never }), Options.Create(new ArchiveOptions()),
        Microsoft.Extensions.Logging.Abstractions.NullLogger<ParserSandbox>.Instance);

    /// <summary>What stands before each start, for a service of another user than the one that runs this; nothing as a rule.</summary>
    internal IReadOnlyList<string> StartedBy { get; init; } = [];

    /// <summary>What holds on this machine. The first call tries it out, in some tens of milliseconds.</summary>
    public SandboxStatus Status => Known.Status;

    /// <summary>Where children that see no files of the machine write: memory of their own.</summary>
    public string TemporaryFolderOr(string folder) => Status.FilesAreAway ? "/tmp" : folder;

    /// <summary>A way for files to a child that lives longer than one of them.</summary>
    public Inbox OpenInbox()
    {
        if (!Status.FilesAreAway) return new(null, otherUser: false);
        // Beside the objects, so that files can be linked; emptied when the service starts.
        var scratch = archive.Value.ScratchFolder;
        return new(Path.Combine(Directory.Exists(scratch) ? scratch : Path.GetTempPath(), $"inbox-{Guid.NewGuid():N}"), Status.HasOwnUser);
    }

    /// <summary>How to start a program so that it gets this and no more. Standard input, output and error are pipes.</summary>
    public ProcessStartInfo Start(IReadOnlyList<string> program, Confinement confinement) => Command.Of(Known, program, confinement);

    private SandboxCommand Command => new(options.Value, archive.Value, StartedBy, IsPrivileged);

    private bool IsPrivileged => StartedBy.Count == 0 && Environment.IsPrivilegedProcess;

    private SandboxForm Known
    {
        get { lock (_gate) return _found ??= Find(); }
    }

    /// <summary>From the most to the least, until one works.</summary>
    private SandboxForm Find()
    {
        var found = new SandboxForm(new(SandboxKind.LimitsOnly, false, false, false, false, false, "Sandbox:Use is never."), false, null);
        if (options.Value.Use is not SandboxUse.Never)
        {
            var troubles = new List<string>();
            found = Candidates(WriteFilters()).FirstOrDefault(Works) ?? found;
            if (!found.Status.IsWhole || (IsPrivileged && !found.Status.HasOwnUser))
                found = found with { Status = found.Status with { Lacking = string.Join(" ", troubles.Distinct()) } };

            bool Works(SandboxForm candidate)
            {
                var trouble = TryOut(candidate);
                if (trouble is not null) troubles.Add($"{candidate.Name}: {trouble}");
                return trouble is null;
            }
        }
        if (found.Status.IsWhole) Log.Whole(log, found.Name);
        else Log.Lacking(log, found.Name, found.Status.Lacking);
        return found;
    }

    private IEnumerable<SandboxForm> Candidates(FilterFiles? filters)
    {
        var bubblewrap = new SandboxStatus(SandboxKind.Bubblewrap, true, true, true, filters is not null, false, null);
        // The superuser makes the name spaces and then becomes somebody whom nothing belongs to: better than a name space for users,
        // in which the kernel still takes the child for the superuser where files of his are concerned.
        if (IsPrivileged) yield return new(bubblewrap with { HasOwnUser = true }, false, filters);
        yield return new(bubblewrap, true, filters);
        if (IsPrivileged) yield return new(bubblewrap, false, filters);
        yield return new(new(SandboxKind.Unshare, true, false, false, false, false, null), !IsPrivileged, null);
        yield return new(new(SandboxKind.LimitsOnly, false, false, false, false, false, null), false, null);
    }

    /// <summary>Starts a program that looks whether our own could be read there.</summary>
    /// <returns>Why it does not work; null when it does.</returns>
    private string? TryOut(SandboxForm candidate)
    {
        try
        {
            var start = Command.Of(
                candidate,
                ["/bin/sh", "-c", "for file; do test -r \"$file\" || { echo \"$file cannot be read\" >&2; exit 3; }; done", "sh", .. OwnProgram.Files],
                new() { Processes = 16 });
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : errors.Trim() is { Length: > 0 } said ? said : $"exit code {process.ExitCode}.";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }

    /// <returns>Null where there is no filter for this processor, or no place for its file.</returns>
    private FilterFiles? WriteFilters()
    {
        if (!SeccompFilter.IsKnown) return null;
        try
        {
            // Two small files without secrets, which live as long as the process; whoever starts a child reads them.
            var folder = Directory.CreateTempSubdirectory("award-archive-filters-").FullName;
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            var files = new FilterFiles(Path.Combine(folder, "threads.bpf"), Path.Combine(folder, "processes.bpf"));
            File.WriteAllBytes(files.ThreadsOnly, SeccompFilter.Program(mayFork: false));
            File.WriteAllBytes(files.WithProcesses, SeccompFilter.Program(mayFork: true));
            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NoFilter(log, e.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Files are opened in a sandbox: {Kind}, without network, files and processes of others")]
        public static partial void Whole(ILogger logger, string kind);

        [LoggerMessage(2, LogLevel.Warning, "Files are opened without a whole sandbox: {Kind}. Missing is: {Lacking}")]
        public static partial void Lacking(ILogger logger, string kind, string? lacking);

        [LoggerMessage(3, LogLevel.Warning, "The filter of system calls cannot be written: {Error}")]
        public static partial void NoFilter(ILogger logger, string error);
    }
}
