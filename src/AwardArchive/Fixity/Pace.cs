namespace AwardArchive.Fixity;

/// <summary>How fast a run may read, and when it has read enough.</summary>
/// <param name="bytesPerSecond">0 for no limit.</param>
internal sealed class Pace(long bytesPerSecond, long objects, TimeSpan duration, TimeProvider time)
{
    private readonly long begun = time.GetTimestamp();
    private long bytes;

    /// <summary>The run ends with the document that it is at.</summary>
    public bool IsSpent => objects <= 0 || time.GetElapsedTime(begun) >= duration;

    /// <summary>Called after an object was read; waits until its bytes are within the rate.</summary>
    public Task SpendAsync(long byteSize, CancellationToken cancellationToken)
    {
        objects--;
        bytes += byteSize;
        if (bytesPerSecond == 0) return Task.CompletedTask;
        var wait = TimeSpan.FromSeconds((double)bytes / bytesPerSecond) - time.GetElapsedTime(begun);
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}
