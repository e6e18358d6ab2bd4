using System.Collections.Concurrent;

namespace AwardArchive.Setup;

/// <summary>Knows which steps wait in the queue, so that the sweep does not queue again what only waits for its turn.</summary>
internal interface IQueuedSteps
{
    /// <summary>Called before the sweep looks for standing work.</summary>
    /// <returns>False when so much waits that looking has no use yet.</returns>
    bool Look();

    /// <summary>Called before a step is queued.</summary>
    /// <returns>False when it waits already.</returns>
    bool Note(PipelineStep step);

    /// <summary>Called as a job starts: from now on its lease, not its place in the queue, keeps others away.</summary>
    void Started(PipelineStep step);
}

/// <summary>For a queue in this process's memory: so is the note of what waits in it.</summary>
internal sealed class QueuedStepsInMemory : IQueuedSteps
{
    private readonly ConcurrentDictionary<PipelineStep, byte> waiting = [];

    public bool Look() => true;

    public bool Note(PipelineStep step) => waiting.TryAdd(step, 0);

    public void Started(PipelineStep step) => waiting.TryRemove(step, out _);
}
