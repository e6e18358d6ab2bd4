using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Access;

/// <summary>How people sign in.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    /// <value>After so long without a request a session ends. 5 minutes to 7 days. Default 8 hours, a day's work.</value>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(8);

    /// <value>So many wrong passwords or codes one after another lock the account. 3 to 100. Default 10.</value>
    [Range(3, 100)]
    public int MaxFailedAttempts { get; set; } = 10;

    /// <value>How long a locked account lets nobody in. 1 minute to 1 day. Default 15 minutes.</value>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LockDuration { get; set; } = TimeSpan.FromMinutes(15);

    /// <value>How long a password that somebody else gave can be used to come in and choose another. 1 hour to 90 days. Default 7 days: it is handed over in person, and there are weekends.</value>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan OneTimePasswordLife { get; set; } = TimeSpan.FromDays(7);
}
