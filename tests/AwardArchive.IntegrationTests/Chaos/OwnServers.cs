using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using AwardArchive.Archive.S3;
using AwardArchive.Tests.Servers;
using Minio.DataModel.Args;
using Npgsql;

namespace AwardArchive.Tests.Chaos;

/// <summary>A PostgreSQL and an S3 server that only this test uses and may kill (<c>eng/services.sh</c>), each behind a proxy.</summary>
internal sealed class OwnServers : IAsyncDisposable
{
    private static readonly string Scripts = Path.Combine(Repository.Root, "eng");

    private readonly string folder;
    private readonly S3Connection connection;

    private OwnServers(string folder, string postgres, string endpoint)
    {
        this.folder = folder;
        Postgres = postgres;
        Objects = new()
        {
            Endpoint = endpoint, Bucket = "chaos", AccessKey = "archive", SecretKey = "archive-secret",
        };
        connection = new(Microsoft.Extensions.Options.Options.Create(Objects));
        PostgresWay = new(new(IPAddress.Loopback, new NpgsqlConnectionStringBuilder(postgres).Port));
        ObjectsWay = new(new(IPAddress.Loopback, new Uri(endpoint).Port));
    }

    /// <summary>How the test itself reaches the catalog, past the proxy.</summary>
    public string Postgres { get; }

    /// <summary>How the test itself reaches the objects, past the proxy.</summary>
    public S3Options Objects { get; }

    public FaultProxy PostgresWay { get; }

    public FaultProxy ObjectsWay { get; }

    /// <summary>The settings with which the archive reaches both, through the proxies.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["Catalog__ConnectionString"] = new NpgsqlConnectionStringBuilder(Postgres) { Port = PostgresWay.Port }.ConnectionString,
        ["Audit__Key"] = PostgresDatabase.AuditKey,
        ["Storage__S3__Endpoint"] = $"http://127.0.0.1:{ObjectsWay.Port}",
        ["Storage__S3__Bucket"] = Objects.Bucket,
        ["Storage__S3__AccessKey"] = Objects.AccessKey,
        ["Storage__S3__SecretKey"] = Objects.SecretKey,
        ["Storage__S3__Timeout"] = "00:00:05",
    };

    public static async Task<OwnServers> StartAsync()
    {
        // Made by the script, so that PostgreSQL's own user gets there.
        var folder = Path.Combine(Path.GetTempPath(), $"award-archive-chaos-{Guid.NewGuid():N}");
        var lines = await RunAsync("services.sh", "start", folder);
        var (postgres, s3) = ServiceAddresses.Parse(lines);
        var servers = new OwnServers(folder, postgres, s3);
        await servers.connection.Minio.MakeBucketAsync(new MakeBucketArgs().WithBucket(servers.Objects.Bucket), TestContext.Current.CancellationToken);
        return servers;
    }

    /// <summary>Starts again what was killed.</summary>
    public Task RestartAsync() => RunAsync("services.sh", "start", folder);

    public void KillPostmaster() => Kill(Postmaster);

    /// <summary>One of the processes that serve a connection; the server ends all others and recovers.</summary>
    public void KillBackend(Random random)
    {
        var backends = Children(Postmaster).Where(process => CommandLine(process).Contains("127.0.0.1(", StringComparison.Ordinal)).ToList();
        if (backends.Count > 0) Kill(backends[random.Next(backends.Count)]);
    }

    /// <param name="all">The store behind the gateway too.</param>
    public Task KillObjectsAsync(bool all) =>
        all ? RunAsync("s3-server.sh", "kill", Path.Combine(folder, "s3")) : RunAsync("s3-server.sh", "kill", Path.Combine(folder, "s3"), "gateway");

    public async ValueTask DisposeAsync()
    {
        PostgresWay.Dispose();
        ObjectsWay.Dispose();
        connection.Dispose();
        await RunAsync("services.sh", "stop", folder);
    }

    /// <summary>The processes that a process started.</summary>
    public static IEnumerable<int> Children(int parent) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _) && ParentOf(folder) == parent
        select int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture);

    public static string CommandLine(int process) => ReadOrNothing($"/proc/{process}/cmdline").Replace('\0', ' ');

    /// <summary><c>kill -9</c> of a process and those it started.</summary>
    public static void Kill(int process)
    {
        try
        {
            using var killed = Process.GetProcessById(process);
            killed.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    private int Postmaster => int.Parse(File.ReadLines(Path.Combine(folder, "postgres", "data", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    private static int ParentOf(string folder)
    {
        var status = ReadOrNothing(Path.Combine(folder, "stat"));
        var fields = status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 && int.TryParse(fields[1], out var parent) ? parent : 0;
    }

    private static string ReadOrNothing(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Scripts, script), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // What it starts inherits the pipe of errors: only its own end is waited for.
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = new ConcurrentQueue<string?>();
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data);
        process.BeginErrorReadLine();
        while (!process.HasExited) await Task.Delay(50);
        Assert.True(process.ExitCode == 0, $"{script} {string.Join(' ', arguments)} ended with {process.ExitCode}: {string.Join('\n', errors)}");
        return await output;
    }
}
