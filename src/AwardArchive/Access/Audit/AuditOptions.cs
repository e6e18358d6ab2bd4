using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Access.Audit;

/// <summary>How the audit chain is kept.</summary>
public sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <value>The secret of the chain and of its details, at least 32 characters. Default none: a file of the data folder, made at the first start. Needed where
    /// the catalog is shared: all machines have the same.</value>
    [MinLength(32, ErrorMessage = $"{Section}:{nameof(Key)} has fewer than 32 characters.")]
    public string? Key { get; set; }

    /// <value>Secrets of before, with which older entries are verified and their details read. Default none.</value>
    public IReadOnlyList<string> PreviousKeys { get; set; } = [];

    /// <value>Where this machine's head of the chain lies; better not on the disk of the catalog. Default <c>audit</c> in the data folder.</value>
    public string? Folder { get; set; }

    /// <value>Months after which the words that may name persons are destroyed, by destroying the key of their month; 0: never. 0 to 1200. Default 24.</value>
    [Range(0, 1200)]
    public int DetailMonths { get; set; } = 24;

    /// <value>How long a checkpoint may be behind while there are new entries. 1 second to 1 day. Default 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <value>How many entries a checkpoint may be behind. 1 to 1,000,000. Default 10,000.</value>
    [Range(1, 1_000_000)]
    public int CheckpointEntries { get; set; } = 10_000;
}
