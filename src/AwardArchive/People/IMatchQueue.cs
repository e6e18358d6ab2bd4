namespace AwardArchive.People;

/// <summary>Asks for a matching of all rows in the background.</summary>
internal interface IMatchQueue
{
    /// <summary>Returns at once. Asked for while one is made, what changed meanwhile is compared a while after.</summary>
    void MatchNow();
}
