using System.Diagnostics;
using System.Text.RegularExpressions;
using AwardArchive.Tests.Access;

namespace AwardArchive.Tests;

/// <summary><c>award-archive serve</c> in a process of its own, on a free port of this machine.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> log = [];

    private ServerProcess(Process process) => this.process = process;

    /// <summary>Its base address is the server's; it asks as somebody who may do everything.</summary>
    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>With which <see cref="Http"/> asks; for others who ask.</summary>
    public string Token { get; private set; } = "";

    public int Id => process.Id;

    /// <summary>Everything it has written so far.</summary>
    public string Log
    {
        get
        {
            lock (log) return string.Join('\n', log);
        }
    }

    /// <exception cref="InvalidOperationException">It ended, or what it needs was away before anybody could sign in.</exception>
    public static async Task<ServerProcess> StartAsync(string data, IReadOnlyDictionary<string, string>? environment = null, params string[] options)
    {
        environment ??= new Dictionary<string, string>();
        var server = await StartAsync(environment, ["serve", "--data", data, "--urls", "http://127.0.0.1:0", .. options]);
        try
        {
            server.Token = await server.Http.SignInAsync(data, environment);
            return server;
        }
        catch (Exception e)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"Nobody can sign in: {server.Log}", e);
        }
    }

    /// <summary>A command of the program that leaves its work to this server.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => ArchiveProgram.RunAsync(
        new Dictionary<string, string> { ["AWARD_ARCHIVE_TOKEN"] = Token }, [.. arguments, "--server", Http.BaseAddress!.ToString()]);

    /// <summary><c>award-archive work</c>: it has no address.</summary>
    public static Task<ServerProcess> StartWorkAsync(string data, IReadOnlyDictionary<string, string> environment) =>
        StartAsync(environment, ["work", "--data", data]);

    private static async Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = ArchiveProgram.StartInfo(environment, arguments);
        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        server.process.Exited += (_, _) => server.listening.TrySetException(new InvalidOperationException($"The server ended: {server.Log}"));
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            server.Http.BaseAddress = await server.listening.Task.WaitAsync(StartLimit, TestContext.Current.CancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks again and again until it is so.</summary>
    /// <exception cref="TimeoutException">The test's time is over; tells what the server wrote.</exception>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        try
        {
            while (!await isSo()) await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException(Log, e);
        }
    }

    /// <summary><c>kill -9</c> for it and all its children, as a loss of power would.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Ends when the process has ended, whatever ended it.</summary>
    public Task ExitedAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <summary>Asks it to stop (SIGTERM) and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync(CancellationToken.None);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        Http.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (log) log.Add(line);
        if (Listening().Match(line) is { Success: true } match) listening.TrySetResult(new Uri(match.Groups[1].Value));
        if (line == "Award Archive: at work") listening.TrySetResult(new Uri("http://127.0.0.1"));
    }

    [GeneratedRegex(@"^Award Archive: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
