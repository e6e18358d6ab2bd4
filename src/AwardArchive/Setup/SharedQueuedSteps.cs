using Hangfire;
using Hangfire.Common;

namespace AwardArchive.Setup;

/// <summary>For a queue that many machines fill and empty: asks the queue itself, once a sweep.</summary>
internal sealed class SharedQueuedSteps(JobStorage storage) : IQueuedSteps
{
    /// <summary>A longer queue is not read: whatever was lost is found when it is shorter.</summary>
    private const int MaxRead = 10_000;

    private const int AtATime = 1_000;

    private volatile IReadOnlySet<PipelineStep> seen = new HashSet<PipelineStep>();

    public bool Look()
    {
        var monitor = storage.GetMonitoringApi();
        var queues = monitor.Queues();
        if (queues.Sum(queue => queue.Length) > MaxRead) return false;
        var steps = new HashSet<PipelineStep>();
        foreach (var queue in queues)
        {
            // Not those that are being done: their leases say so, and one whose machine died must not wait for Hangfire to notice.
            for (var from = 0; from < queue.Length; from += AtATime)
            {
                var jobs = monitor.EnqueuedJobs(queue.Name, from, AtATime).Select(job => job.Value?.Job).OfType<Job>();
                steps.UnionWith(jobs.Select(PipelineJobs.StepOf).OfType<PipelineStep>());
            }
        }
        seen = steps;
        return true;
    }

    public bool Note(PipelineStep step) => !seen.Contains(step);

    public void Started(PipelineStep step)
    {
        // The job is no longer in the queue the next time it is read.
    }
}
