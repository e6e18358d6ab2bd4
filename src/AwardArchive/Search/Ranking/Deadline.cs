namespace AwardArchive.Search;

/// <summary>Until when an answer must be there. Whoever sees it pass stops with what there is.</summary>
internal sealed class Deadline(TimeProvider time, TimeSpan budget)
{
    private readonly long began = time.GetTimestamp();

    /// <summary>Somebody stopped before the end: the answer lacks something.</summary>
    public bool WasMet { get; private set; }

    public bool IsOver()
    {
        if (!WasMet && time.GetElapsedTime(began) > budget) WasMet = true;
        return WasMet;
    }
}
