namespace AwardArchive.Archive;

/// <summary>Something about a paper that does not add up and that a person should look at.</summary>
/// <param name="Kind">For programs: <c>rowsMissing</c>, <c>rowsRepeated</c>, <c>totalDiffers</c>, <c>twoHeads</c> …</param>
/// <param name="Message">For a person, in Vietnamese.</param>
/// <param name="Page">From 1.</param>
/// <param name="Box">Null: the whole page.</param>
public sealed record ReadingWarning(string Kind, string Message, int Page, Box? Box = null)
{
    /// <summary>Another paper may begin on this page.</summary>
    public const string NewHead = "newHead";
}
