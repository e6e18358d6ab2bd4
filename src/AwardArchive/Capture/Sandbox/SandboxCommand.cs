using System.Diagnostics;
using System.Globalization;
using AwardArchive.Archive;

namespace AwardArchive.Capture.Sandbox;

/// <summary>The words by which a program is started in a sandbox of some form.</summary>
/// <param name="startedBy">What stands before each start.</param>
/// <param name="isPrivileged">Whether the superuser starts it.</param>
internal sealed class SandboxCommand(SandboxOptions options, ArchiveOptions archive, IReadOnlyList<string> startedBy, bool isPrivileged)
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

    /// <summary>How to start a program so that it gets this and no more. Standard input, output and error are pipes.</summary>
    public ProcessStartInfo Of(SandboxForm form, IReadOnlyList<string> program, Confinement confinement)
    {
        List<string> command = [.. startedBy];
        if (confinement.YieldsToOthers) command.AddRange(["nice", "-n", "10", "choom", "-n", "500", "--"]);
        switch (form.Status.Kind)
        {
            case SandboxKind.Bubblewrap:
                // A shell opens the filter's file, since .NET hands no file on to a child; then it is bubblewrap.
                if (form.Filters is { } filters)
                    command.AddRange(["/bin/sh", "-c", "exec \"$@\" 3<\"$0\"", confinement.MayFork ? filters.WithProcesses : filters.ThreadsOnly]);
                command.AddRange(["bwrap", .. Bubblewrap(form, confinement), "--"]);
                if (form.Status.HasOwnUser)
                {
                    var user = Number(FirstUser + (int)((uint)Interlocked.Increment(ref _lastUser) % Users));
                    command.AddRange(["setpriv", $"--reuid={user}", $"--regid={user}", "--clear-groups", "--bounding-set=-all", "--inh-caps=-all", "--"]);
                }
                break;
            case SandboxKind.Unshare:
                command.AddRange(["unshare", .. isPrivileged ? (string[])[] : ["--user", "--map-current-user"], "--net", "--ipc", "--uts", "--"]);
                break;
        }
        command.AddRange(["prlimit", .. Limits(form, confinement), "--", .. program]);
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

    private IEnumerable<string> Bubblewrap(SandboxForm form, Confinement confinement)
    {
        // A session of its own keeps it from typing into the terminal (TIOCSTI), and Ctrl-C from it.
        List<string> arguments =
            ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent", "--new-session"];
        if (form.OwnUserNameSpace) arguments.Add("--unshare-user");
        else arguments.AddRange(["--cap-drop", "ALL"]);
        if (form.Status.HasOwnUser) arguments.AddRange(["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"]);
        if (form.Filters is not null) arguments.AddRange(["--seccomp", "3"]);
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
        arguments.AddRange(["--perms", "1777", "--size", Number(options.TemporaryBytes), "--tmpfs", "/tmp"]);
        foreach (var folder in above.Where(folder => folder != "/tmp" && IsTemporary(folder))) arguments.AddRange(["--perms", "0755", "--dir", folder]);
        foreach (var folder in OwnProgram.Folders.Where(IsNotOfTheSystem)) arguments.AddRange(["--ro-bind", folder, folder]);
        foreach (var hidden in Hidden()) arguments.AddRange(hidden);
        foreach (var (path, inside) in confinement.Visible) arguments.AddRange(["--ro-bind", path, inside]);
        arguments.AddRange(["--remount-ro", "/", "--chdir", "/tmp"]);
        return arguments;
    }

    /// <summary>What lies in the program's own folder and is not the program: settings, and the data of whoever never moved it.</summary>
    private IEnumerable<string[]> Hidden()
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

    private static IEnumerable<string> Limits(SandboxForm form, Confinement confinement)
    {
        // Counted for a user: only where the child has one of its own, or a name space of its own, does it count for the child alone.
        if (form.Status.HasOwnUser || form.OwnUserNameSpace) yield return $"--nproc={Number(confinement.Processes)}";
        if (confinement.AddressBytes is { } address) yield return $"--as={Number(address)}";
        if (confinement.DataBytes is { } data) yield return $"--data={Number(data)}";
        if (confinement.FileBytes is { } file) yield return $"--fsize={Number(file)}";
        if (confinement.ProcessorTime is { } time) yield return $"--cpu={Number((long)Math.Ceiling(time.TotalSeconds))}";
        yield return "--core=0";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
