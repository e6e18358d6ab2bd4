using System.Diagnostics;
using System.Globalization;
using AwardArchive.Tests.Access;

namespace AwardArchive.Benchmarks.Machines;

/// <summary>A process of the archive, until disposed.</summary>
internal sealed class ArchiveProcess : IDisposable
{
    private const string Prefix = "Award Archive: ";

    private readonly Process process;

    private ArchiveProcess(Process process, string said)
    {
        this.process = process;
        if (said.StartsWith("http", StringComparison.Ordinal)) Http.BaseAddress = new(said.Split(' ')[0]);
    }

    /// <summary>Its base address is the server's; a machine that works has none.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Resident now, its children not counted.</summary>
    public long Bytes => ProcessTree.Bytes(process.Id, "VmRSS");

    /// <summary>Of the process alone, and of those it started.</summary>
    public (double Own, double Children) CpuSeconds => CpuTime.SecondsOf(process.Id);

    public static async Task<ArchiveProcess> StartAsync(IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        if (arguments[0] == "serve") arguments = [.. arguments, "--urls", "http://127.0.0.1:0"];
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "award-archive"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            var archive = new ArchiveProcess(process, line[Prefix.Length..]);
            if (archive.Http.BaseAddress is not null) await archive.Http.SignInAsync(arguments[Array.IndexOf(arguments, "--data") + 1], environment);
            return archive;
        }
        throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {(process.WaitForExit(1000) ? process.ExitCode.ToString(CultureInfo.InvariantCulture) : "no code")}.");
    }

    /// <param name="batch">Empty: by itself.</param>
    public async Task<HttpResponseMessage> UploadAsync(string path, string batch = "")
    {
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent { { new StringContent(batch), "batch" }, { new StreamContent(file), "file", Path.GetFileName(path) } };
        return await Http.PostAsync(new Uri("api/v1/documents", UriKind.Relative), form);
    }

    public void Dispose()
    {
        using (var stop = Process.Start("kill", ["-TERM", $"{process.Id}"])) stop.WaitForExit();
        process.WaitForExit();
        process.Dispose();
        Http.Dispose();
    }
}
