using System.Diagnostics;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>A PostgreSQL of the benchmark's own in a folder, reached through a socket in it only: no port is opened.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";

    private readonly Process process;
    private bool hasEnded;

    private PostgresServer(string folder, Process process)
    {
        Folder = folder;
        this.process = process;
        // A benchmark that is stopped takes its server with it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (!hasEnded) process.Kill();
        };
    }

    public string Folder { get; }

    public string ConnectionString => $"Host={Folder};Username=postgres;Database=postgres;Timeout=60;Command Timeout=0;Maximum Pool Size=16;Max Auto Prepare=0";

    public static async Task<PostgresServer> StartAsync()
    {
        // A short path: a socket's may have 107 letters. Not below the benchmark's folder, which the server's user may not enter.
        var folder = Directory.CreateTempSubdirectory("aa-pg-").FullName;
        if (Environment.IsPrivilegedProcess) await Run.OutputAsync("chown", "postgres", folder);
        string[] asUser = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];
        await RunAsync([.. asUser, $"{Binaries}/initdb", "-D", $"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
        string[] command =
        [
            .. asUser, $"{Binaries}/postgres", "-D", $"{folder}/data", "-c", "listen_addresses=", "-c", $"unix_socket_directories={folder}",
            "-c", "shared_buffers=1GB", "-c", "work_mem=64MB", "-c", "maintenance_work_mem=512MB", "-c", "max_wal_size=4GB", "-c", "jit=off",
        ];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, WorkingDirectory = folder })!;
        // The pipe must be read, or the server stops when it is full.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new(folder, process);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // SIGINT: fast shutdown.
            await Run.OutputAsync("kill", "-INT", $"{process.Id}");
            await process.WaitForExitAsync();
        }
        hasEnded = true;
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static Task RunAsync(string[] command) => Run.OutputAsync(command[0], command[1..]);
}
