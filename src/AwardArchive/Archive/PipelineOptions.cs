using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Archive;

/// <summary>How steps are tried again.</summary>
public sealed class PipelineOptions
{
    public const string Section = "Pipeline";

    /// <value>Failures of a step before it is parked. 1 to 20. Default 3.</value>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 3;

    /// <value>How long others leave a step alone after its machine was last heard of; while it runs it is held anew every third of that.
    /// 10 seconds to 1 day. Default 2 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromMinutes(2);

    /// <value>How often standing work is looked for. 1 second to 1 hour. Default 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(1);
}
