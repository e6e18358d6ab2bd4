using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup;

/// <summary>Queues again what stands still: at start, since the queue may have died with the last process, and then every minute.</summary>
internal sealed partial class Sweep(
    Catalog catalog, IIngestionPipeline pipeline, IOptions<PipelineOptions> options, TimeProvider time, ILogger<Sweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.Failed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var held = await catalog.TryHoldSweepAsync(cancellationToken);
        if (held is not null) await pipeline.QueueStandingAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The sweep for standing work failed; it is tried again.")]
        public static partial void Failed(ILogger log, Exception exception);
    }
}
