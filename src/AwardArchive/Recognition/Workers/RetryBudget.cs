using System.Diagnostics;

namespace AwardArchive.Recognition.Workers;

/// <summary>The time in which a page may be tried once more, from now on.</summary>
internal sealed class RetryBudget(TimeSpan time)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public bool IsSpent => Stopwatch.GetElapsedTime(_started) >= time;
}
