namespace AwardArchive.Indexing;

/// <summary>Wakes everyone who waits for the next time something happens.</summary>
/// <remarks>Take <see cref="Next"/> before looking at the state, wait after: what happens in between is not missed.</remarks>
internal sealed class Signal
{
    private TaskCompletionSource next = New();

    public Task Next => Volatile.Read(ref next).Task;

    public void Set() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
