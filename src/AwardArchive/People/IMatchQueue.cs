namespace AwardArchive.People;

/// <summary>Asks for a matching of all entries in the background.</summary>
internal interface IMatchQueue
{
    /// <summary>Returns at once. Asked for twice it is made twice, which does no harm.</summary>
    void MatchNow();
}
