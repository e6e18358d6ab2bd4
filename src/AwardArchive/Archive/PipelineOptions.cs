using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Archive;

/// <summary>How steps are tried again.</summary>
public sealed class PipelineOptions
{
    public const string Section = "Pipeline";

    /// <value>Failures of a step before it is parked. 1 to 20. Default 3.</value>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 3;

    /// <value>How long a step may run before others may take it. 1 minute to 1 day. Default 15 minutes.</value>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromMinutes(15);

    /// <value>How often standing work is looked for. 1 second to 1 hour. Default 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(1);
}
