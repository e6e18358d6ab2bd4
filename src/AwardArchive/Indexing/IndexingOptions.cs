using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Indexing;

/// <summary>How the index follows the catalog.</summary>
public sealed class IndexingOptions
{
    public const string Section = "Indexing";

    /// <value>Between two looks at the change feed. 10 milliseconds to 10 seconds. Default 250 milliseconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:10")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <value>Between two commits to disk while there are changes; other processes see commits only. 0 to 1 minute. Default 1 second.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan CommitInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <value>Before the index is opened again after it failed (a full disk). 10 milliseconds to 10 minutes. Default 5 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>Memory that changes may fill before they are written to a segment, in MiB. 1 to 1,024. Default 16.</value>
    [Range(1, 1024)]
    public int RamBufferMiB { get; set; } = 16;
}
