namespace AwardArchive.Recognition.Workers;

/// <summary>The processor time of this process in which a page may be tried once more, from now on.</summary>
/// <remarks>Not the clock's: what a page becomes must not depend on how busy the machine is.</remarks>
internal sealed class RetryBudget(TimeSpan time)
{
    private readonly TimeSpan _before = Environment.CpuUsage.TotalTime;

    public bool IsSpent => Environment.CpuUsage.TotalTime - _before >= time;
}
