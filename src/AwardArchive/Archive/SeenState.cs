namespace AwardArchive.Archive;

/// <summary>What a person looked at before choosing among the results of a page.</summary>
internal abstract record SeenState
{
    /// <summary>The whole document: anything that happened to it since is a reason to look again.</summary>
    public sealed record OfDocument(int Version) : SeenState;

    /// <summary>The results of one page. That facts are read anew after a choice on another page does not matter to it.</summary>
    public sealed record OfPage(int Recognition, ChoiceBy ChosenBy) : SeenState;
}
