using System.Runtime.CompilerServices;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Capture.FileWorkers;
using AwardArchive.Capture.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Capture;

/// <summary>Sandboxes as the service has them, for parts that are set up by hand.</summary>
internal static class Sandboxes
{
    private static readonly ConditionalWeakTable<CaptureOptions, FileWorkerPool> Pools = [];

    static Sandboxes() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var (_, pool) in Pools) pool.DisposeAsync().AsTask().GetAwaiter().GetResult();
    };

    /// <summary>As far as this machine allows.</summary>
    public static ParserSandbox Usual { get; } = Of(SandboxUse.Auto);

    public static ParserSandbox Of(SandboxUse use, string? dataFolder = null) => new(
        Options.Create(new SandboxOptions { Use = use }),
        Options.Create(new ArchiveOptions { DataFolder = dataFolder ?? "/nonexistent" }),
        NullLogger<ParserSandbox>.Instance);

    /// <summary>One pool for the same settings; its workers end by themselves when they have no work.</summary>
    public static FileWorkerPool Workers(IOptions<CaptureOptions> options) => Pools.GetValue(
        options.Value, _ => new(options, Usual, TimeProvider.System, NullLogger<FileWorkerPool>.Instance));
}
