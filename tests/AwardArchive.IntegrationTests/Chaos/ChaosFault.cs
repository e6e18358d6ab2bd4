using AwardArchive.Tests.Servers;

namespace AwardArchive.Tests.Chaos;

/// <summary>One thing that goes wrong, and is set right again before the call ends.</summary>
/// <param name="Name">For the report.</param>
internal sealed record ChaosFault(string Name, Func<ChaosCluster, Random, Task> HappenAsync)
{
    /// <summary>How long something stays wrong.</summary>
    private const int ShortestMs = 300, LongestMs = 4000;

    public static readonly IReadOnlyList<ChaosFault> All =
    [
        new("kill -9 of a server", (cluster, random) =>
        {
            Any(cluster.Servers, random).Kill();
            return Task.CompletedTask;
        }),
        new("kill -9 of a machine that works", (cluster, random) =>
        {
            Any(cluster.Workers, random).Kill();
            return Task.CompletedTask;
        }),
        new("kill -9 of a recognizing process", (cluster, random) =>
        {
            Any(cluster.Workers, random).KillWorker(random);
            return Task.CompletedTask;
        }),
        new("kill -9 of a PostgreSQL backend", (cluster, random) =>
        {
            cluster.Behind.KillBackend(random);
            return Task.CompletedTask;
        }),
        new("kill -9 of PostgreSQL", async (cluster, random) =>
        {
            cluster.Behind.KillPostmaster();
            await WhileAsync(random);
            await cluster.Behind.RestartAsync();
        }),
        new("kill -9 of the S3 gateway", async (cluster, random) =>
        {
            await cluster.Behind.KillObjectsAsync(all: false);
            await WhileAsync(random);
            await cluster.Behind.RestartAsync();
        }),
        new("kill -9 of the whole S3 server", async (cluster, random) =>
        {
            await cluster.Behind.KillObjectsAsync(all: true);
            await WhileAsync(random);
            await cluster.Behind.RestartAsync();
        }),
        new("connections refused", async (cluster, random) =>
        {
            var way = Any([cluster.Behind.PostgresWay, cluster.Behind.ObjectsWay], random);
            way.Cut();
            await WhileAsync(random);
            way.Restore();
        }),
        new("connections reset", (cluster, random) =>
        {
            Any([cluster.Behind.PostgresWay, cluster.Behind.ObjectsWay], random).ResetAll();
            return Task.CompletedTask;
        }),
        new("answers late", (cluster, random) => TroubleAsync(
            Any([cluster.Behind.PostgresWay, cluster.Behind.ObjectsWay], random), new(Delay: TimeSpan.FromMilliseconds(random.Next(50, 1500))), random)),
        new("reset in the middle of a body", (cluster, random) => TroubleAsync(cluster.Behind.ObjectsWay, new(ResetAfter: random.Next(1_000, 400_000)), random)),
        new("wrong bytes to and from the store", (cluster, random) => TroubleAsync(cluster.Behind.ObjectsWay, new(WrongBytes: true), random)),
        new("the store answers 503", (cluster, random) => TroubleAsync(cluster.Behind.ObjectsWay, Trouble.SlowDown, random)),
        new("disk full", async (cluster, random) =>
        {
            var filler = Path.Combine(Any(cluster.Nodes, random).Folder, "filler");
            await FillAsync(filler);
            await WhileAsync(random);
            File.Delete(filler);
        }),
        new("clock set", async (cluster, random) =>
        {
            var clock = Any(cluster.Nodes, random).Clock!;
            clock.Set(TimeSpan.FromSeconds(random.Next(-7200, 7200)));
            await WhileAsync(random);
            clock.Set(TimeSpan.Zero);
        }),
    ];

    private static T Any<T>(IReadOnlyList<T> some, Random random) => some[random.Next(some.Count)];

    private static Task WhileAsync(Random random) => Task.Delay(random.Next(ShortestMs, LongestMs), TestContext.Current.CancellationToken);

    private static async Task TroubleAsync(FaultProxy way, Trouble trouble, Random random)
    {
        way.Trouble = trouble;
        await WhileAsync(random);
        way.Trouble = Trouble.None;
    }

    private static async Task FillAsync(string filler)
    {
        var zeros = new byte[1 << 20];
        try
        {
            await using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (true) await file.WriteAsync(zeros, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
