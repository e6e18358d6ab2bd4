using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Fixity;

/// <summary>How often, and how fast, what the archive keeps is verified.</summary>
public sealed class FixityOptions
{
    public const string Section = "Fixity";

    /// <value>Whether verification begins by itself. Default true. The command and REST work in any case.</value>
    public bool Enabled { get; set; } = true;

    /// <value>When a run begins, if there is something to verify: cron with five fields, UTC. Default every quarter of an hour.</value>
    [Required]
    public string Schedule { get; set; } = "*/15 * * * *";

    /// <value>From the beginning of one pass over everything to that of the next. 1 minute to 366 days. Default 7 days.</value>
    [Range(typeof(TimeSpan), "00:01:00", "366.00:00:00")]
    public TimeSpan PassInterval { get; set; } = TimeSpan.FromDays(7);

    /// <value>Bytes read in a second, at most and on the average of a run. 0 for no limit, to 100 GiB. Default 20 MiB.</value>
    [Range(0, 100L << 30)]
    public long BytesPerSecond { get; set; } = 20L << 20;

    /// <value>Objects after which a run ends, with the document that it is at. 1 to 100,000,000. Default 50,000.</value>
    [Range(1, 100_000_000)]
    public long ObjectsPerRun { get; set; } = 50_000;

    /// <value>Time after which a run ends, with the document that it is at. 1 second to 1 day. Default 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RunTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <value>How old an object that no row knows must be before it is an orphan: no upload and no page takes so long. 1 hour to 366 days. Default 1 day.</value>
    [Range(typeof(TimeSpan), "01:00:00", "366.00:00:00")]
    public TimeSpan OrphanAge { get; set; } = TimeSpan.FromDays(1);

    /// <value>Between two comparisons of a machine's index with the catalog. 1 minute to 366 days. Default 1 day.</value>
    [Range(typeof(TimeSpan), "00:01:00", "366.00:00:00")]
    public TimeSpan IndexCheckInterval { get; set; } = TimeSpan.FromDays(1);
}
