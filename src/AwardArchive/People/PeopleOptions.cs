using System.ComponentModel.DataAnnotations;

namespace AwardArchive.People;

/// <summary>When rows are compared as people by themselves.</summary>
public sealed class PeopleOptions
{
    public const string Section = "People";

    /// <value>Whether matching begins by itself. Default true. The command, REST and the page work in any case.</value>
    public bool MatchByItself { get; set; } = true;

    /// <value>When everything is compared, whether anything changed or not: cron with five fields, UTC. Default at 19:30, half past two at night in Vietnam.</value>
    [Required]
    public string Schedule { get; set; } = "30 19 * * *";

    /// <value>How long after a change was noticed it is compared, with whatever changed since. 1 minute to 7 days. Default 30 minutes.</value>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan AfterChange { get; set; } = TimeSpan.FromMinutes(30);
}
