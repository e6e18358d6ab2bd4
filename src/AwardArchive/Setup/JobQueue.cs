namespace AwardArchive.Setup;

/// <summary>The names of Hangfire's queues.</summary>
internal static class JobQueue
{
    /// <summary>One page each: the heavy work.</summary>
    public const string Pages = "pages";

    /// <summary>One step of one document each.</summary>
    public const string Documents = "documents";
}
