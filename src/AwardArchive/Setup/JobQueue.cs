namespace AwardArchive.Setup;

/// <summary>The names of Hangfire's queues. A job in them is a turn, not a task: the catalog says which step is next.</summary>
internal static class JobQueue
{
    /// <summary>Pages, as long as any is due: the heavy work.</summary>
    public const string Pages = "pages";

    /// <summary>One page each, once more: served when <see cref="Pages"/> is empty, so that what arrives goes first.</summary>
    public const string PagesAgain = "pages-again";

    /// <summary>Steps of documents that no page is needed for, as long as any is due.</summary>
    public const string Documents = "documents";

    /// <summary>Verification and second copies: a machine at it has its own workers, so it keeps no page waiting.</summary>
    public const string Maintenance = "maintenance";
}
