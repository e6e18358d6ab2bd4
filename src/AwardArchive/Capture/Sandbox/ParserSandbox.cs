using System.Diagnostics;
using System.Globalization;
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
    /// <summary>Of the range that systemd keeps for users of the moment (systemd.exec(5), DynamicUser=): no file belongs to them.</summary>
    private const int FirstUser = 61184, Users = 4336;

    private const string Programs = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Of the system, read only: programs, libraries, and what they are set up by.</summary>
    private static readonly string[] SystemFolders =
    [
        "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives",
        "/etc/fonts", "/etc/localtime", "/etc/ssl/openssl.cnf", "/var/cache/fontconfig",
    ];

    private static readonly string[] Devices = ["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"];

    private static int _lastUser = Random.Shared.Next(Users);

    private readonly Lock _gate = new();
    private Found? _found;

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
    public ProcessStartInfo Start(IReadOnlyList<string> program, Confinement confinement) => 
        Start(Known, program, confinement);

    private ProcessStartInfo Start(Found found, IReadOnlyList<string> program, Confinement confinement)
    {
        List<string> command = [.. StartedBy];
        if (confinement.YieldsToOthers) command.AddRange(["nice", "-n", "10", "choom", "-n", "500", "--"]);
        switch (found.Status.Kind)
        {
            case SandboxKind.Bubblewrap:
                // A shell opens the filter's file, since .NET hands no file on to a child; then it is bubblewrap.
                if (found.Filters is { } filters)
                    command.AddRange(["/bin/sh", "-c", "exec \"$@\" 3<\"$0\"", confinement.MayFork ? filters.WithProcesses : filters.ThreadsOnly]);
                command.AddRange(["bwrap", .. Bubblewrap(found, confinement), "--"]);
                if (found.Status.HasOwnUser)
                {
                    var user = Number(FirstUser + (int)((uint)Interlocked.Increment(ref _lastUser) % Users));
                    command.AddRange(["setpriv", $"--reuid={user}", $"--regid={user}", "--clear-groups", "--bounding-set=-all", "--inh-caps=-all", "--"]);
                }
                break;
            case SandboxKind.Unshare:
                command.AddRange(["unshare", .. IsPrivileged ? (string[])[] : ["--user", "--map-current-user"], "--net", "--ipc", "--uts", "--"]);
                break;
        }
        command.AddRange(["prlimit", .. Limits(found, confinement), "--", .. program]);
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        // Nothing is inherited: the settings of the service, secrets among them, may be in its environment.
        start.Environment.Clear();
        start.Environment["PATH"] = Programs;
        start.Environment["LC_ALL"] = "C";
        start.Environment["TMPDIR"] = "/tmp";
        foreach (var (name, value) in confinement.Environment) start.Environment[name] = value;
        return start;
    }

    private IEnumerable<string> Bubblewrap(Found found, Confinement confinement)
    {
        // A session of its own keeps it from typing into the terminal (TIOCSTI), and Ctrl-C from it.
        List<string> arguments =
            ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent", "--new-session"];
        if (found.OwnUserNameSpace) arguments.Add("--unshare-user");
        else arguments.AddRange(["--cap-drop", "ALL"]);
        if (found.Status.HasOwnUser) arguments.AddRange(["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"]);
        if (found.Filters is not null) arguments.AddRange(["--seccomp", "3"]);
        // bubblewrap makes the folders above a mount for itself alone.
        var above = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in SystemFolders.Concat(OwnProgram.Folders).Concat(confinement.Visible.Select(one => one.Inside)))
        {
            for (var folder = Path.GetDirectoryName(path)!; folder != "/" && IsNotOfTheSystem(folder); folder = Path.GetDirectoryName(folder)!) above.Add(folder);
        }
        foreach (var folder in above.Where(folder => !IsTemporary(folder))) arguments.AddRange(["--perms", "0755", "--dir", folder]);
        foreach (var folder in SystemFolders)
        {
            if (new DirectoryInfo(folder).LinkTarget is { } target) arguments.AddRange(["--symlink", target, folder]);
            else arguments.AddRange(["--ro-bind-try", folder, folder]);
        }
        // No /dev of bubblewrap's: that is memory without a limit.
        arguments.AddRange(["--proc", "/proc", "--dir", "/dev"]);
        foreach (var device in Devices) arguments.AddRange(["--dev-bind-try", device, device]);
        arguments.AddRange(["--perms", "1777", "--size", Number(options.Value.TemporaryBytes), "--tmpfs", "/tmp"]);
        foreach (var folder in above.Where(folder => folder != "/tmp" && IsTemporary(folder))) arguments.AddRange(["--perms", "0755", "--dir", folder]);
        foreach (var folder in OwnProgram.Folders.Where(IsNotOfTheSystem)) arguments.AddRange(["--ro-bind", folder, folder]);
        foreach (var hidden in Hidden(archive.Value)) arguments.AddRange(hidden);
        foreach (var (path, inside) in confinement.Visible) arguments.AddRange(["--ro-bind", path, inside]);
        arguments.AddRange(["--remount-ro", "/", "--chdir", "/tmp"]);
        return arguments;
    }

    private bool IsPrivileged => StartedBy.Count == 0 && Environment.IsPrivilegedProcess;

    private Found Known
    {
        get { lock (_gate) return _found ??= Find(); }
    }

    /// <summary>What lies in the program's own folder and is not the program: settings, and the data of whoever never moved it.</summary>
    private static IEnumerable<string[]> Hidden(ArchiveOptions archive)
    {
        var data = Path.GetFullPath(archive.DataFolder);
        if (Directory.Exists(data) && OwnProgram.Folders.Concat(SystemFolders).Any(folder => data.StartsWith(folder + "/", StringComparison.Ordinal)))
            yield return ["--size", "4096", "--tmpfs", data, "--remount-ro", data];
        foreach (var settings in Directory.EnumerateFiles(AppContext.BaseDirectory, "appsettings*.json"))
            yield return ["--ro-bind", "/dev/null", settings];
    }

    private static bool IsTemporary(string folder) => folder == "/tmp" || folder.StartsWith("/tmp/", StringComparison.Ordinal);

    private static bool IsNotOfTheSystem(string folder) =>
        !SystemFolders.Any(system => folder.StartsWith(system + "/", StringComparison.Ordinal) || folder == system);

    private static IEnumerable<string> Limits(Found found, Confinement confinement)
    {
        // Counted for a user: only where the child has one of its own, or a name space of its own, does it count for the child alone.
        if (found.Status.HasOwnUser || found.OwnUserNameSpace) yield return $"--nproc={Number(confinement.Processes)}";
        if (confinement.AddressBytes is { } address) yield return $"--as={Number(address)}";
        if (confinement.DataBytes is { } data) yield return $"--data={Number(data)}";
        if (confinement.FileBytes is { } file) yield return $"--fsize={Number(file)}";
        if (confinement.ProcessorTime is { } time) yield return $"--cpu={Number((long)Math.Ceiling(time.TotalSeconds))}";
        yield return "--core=0";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>From the most to the least, until one works.</summary>
    private Found Find()
    {
        var found = new Found(new(SandboxKind.LimitsOnly, false, false, false, false, false, "Sandbox:Use is never."), false, null);
        if (options.Value.Use is not SandboxUse.Never)
        {
            var troubles = new List<string>();
            found = Candidates(WriteFilters()).FirstOrDefault(Works) ?? found;
            if (!found.Status.IsWhole || (IsPrivileged && !found.Status.HasOwnUser))
                found = found with { Status = found.Status with { Lacking = string.Join(" ", troubles.Distinct()) } };

            bool Works(Found candidate)
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

    private IEnumerable<Found> Candidates(FilterFiles? filters)
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
    private string? TryOut(Found candidate)
    {
        try
        {
            var start = Start(
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

    private sealed record FilterFiles(string ThreadsOnly, string WithProcesses);

    private sealed record Found(SandboxStatus Status, bool OwnUserNameSpace, FilterFiles? Filters)
    {
        public string Name => Status.Kind switch
        {
            SandboxKind.Bubblewrap => $"bubblewrap{(Status.HasOwnUser ? " with a user of its own" : OwnUserNameSpace ? " in a user name space" : "")}",
            SandboxKind.Unshare => "unshare",
            _ => "limits only",
        };
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
