namespace AwardArchive.Tests.Chaos;

/// <summary>A process of the archive under a supervisor: whenever it ends it is started again, as <c>restart: unless-stopped</c> does.</summary>
internal sealed class ChaosNode : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Func<Task<ServerProcess>> start;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task supervision;
    private volatile ServerProcess? process;
    private volatile int starts;

    /// <param name="name">For messages.</param>
    /// <param name="folder">Its data folder.</param>
    /// <param name="start">Starts it; fails while what it needs is away.</param>
    public ChaosNode(string name, string folder, ClockShift? clock, Func<Task<ServerProcess>> start)
    {
        (Name, Folder, Clock, this.start) = (name, folder, clock, start);
        supervision = Task.Run(SuperviseAsync);
    }

    public string Name { get; }

    public string Folder { get; }

    public ClockShift? Clock { get; }

    /// <summary>Null while it is down.</summary>
    public ServerProcess? Process => process;

    public int Restarts => Math.Max(starts - 1, 0);

    public string Log { get; private set; } = "";

    /// <summary><c>kill -9</c> with all its children.</summary>
    public void Kill()
    {
        if (process is { } running) OwnServers.Kill(running.Id);
    }

    /// <summary><c>kill -9</c> of one of its workers, the processes that recognize.</summary>
    public void KillWorker(Random random)
    {
        if (process is not { } running) return;
        var workers = OwnServers.Children(running.Id).Where(child => OwnServers.CommandLine(child).Contains("ocr-worker", StringComparison.Ordinal)).ToList();
        if (workers.Count > 0) OwnServers.Kill(workers[random.Next(workers.Count)]);
    }

    /// <summary>Until it is up for the first time.</summary>
    public async Task StartedAsync()
    {
        while (starts == 0) await Task.Delay(Pause, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await supervision;
        stopping.Dispose();
    }

    private async Task SuperviseAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var started = await start();
                process = started;
                starts++;
                await started.ExitedAsync(stopping.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or InvalidOperationException or TimeoutException)
            {
                Log = e.Message; // it did not come up, or the test is over
            }
            finally
            {
                if (process is { } ended) Log = ended.Log;
                process = null;
            }
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
