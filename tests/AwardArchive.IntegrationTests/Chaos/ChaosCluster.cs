namespace AwardArchive.Tests.Chaos;

/// <summary>Two that serve and two that work, each on a small disk and with a clock of its own, on servers that may be killed.</summary>
internal sealed class ChaosCluster : IAsyncDisposable
{
    private const int DiskMebibytes = 400;

    private readonly List<SmallDisk> disks = [];

    private ChaosCluster(OwnServers behind) => Behind = behind;

    public OwnServers Behind { get; }

    public IReadOnlyList<ChaosNode> Servers { get; private set; } = [];

    public IReadOnlyList<ChaosNode> Workers { get; private set; } = [];

    public IReadOnlyList<ChaosNode> Nodes => [.. Servers, .. Workers];

    /// <param name="folder">For the clocks.</param>
    public static async Task<ChaosCluster> StartAsync(string folder)
    {
        var clock = ClockShift.Build(folder);
        Assert.SkipWhen(clock is null, "No C compiler to set clocks with: eng/packages.sh tcc");
        var cluster = new ChaosCluster(await OwnServers.StartAsync());
        try
        {
            ChaosNode Node(string name, Func<string, Dictionary<string, string>, Task<ServerProcess>> start)
            {
                var disk = SmallDisk.TryCreate(DiskMebibytes);
                Assert.SkipWhen(disk is null, "May not mount small disks; run as root.");
                cluster.disks.Add(disk!);
                var shift = new ClockShift(folder, name);
                var environment = new Dictionary<string, string>(cluster.Behind.Environment)
                {
                    ["Pipeline__LeaseDuration"] = "00:00:10",
                    ["Pipeline__SweepInterval"] = "00:00:02",
                    ["Recognition__Workers"] = "1",
                    ["Archive__MinFreeBytes"] = $"{16 << 20}",
                };
                shift.AddTo(environment, clock!);
                var data = Path.Combine(disk!.Path, "data");
                return new(name, disk.Path, shift, () => start(data, environment));
            }

            cluster.Servers = [.. new[] { "one", "other" }.Select(name => Node(name, (data, environment) => ServerProcess.StartAsync(data, environment, "--without-work")))];
            cluster.Workers = [.. new[] { "first", "second" }.Select(name => Node(name, ServerProcess.StartWorkAsync))];
            foreach (var node in cluster.Nodes) await node.StartedAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes) await node.DisposeAsync();
        await Behind.DisposeAsync();
        foreach (var disk in disks) disk.Dispose();
    }
}
