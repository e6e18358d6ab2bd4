using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Access.Defense;

/// <summary>How much one sender may ask for. Short bursts may be <see cref="BurstSeconds"/> times what is allowed in a second.</summary>
public sealed class DefenseOptions
{
    public const string Section = "Access:Limits";

    /// <summary>A page of the archive asks for a dozen images at once.</summary>
    internal const int BurstSeconds = 20;

    /// <value>Requests a second of one person in a browser. 1 to 100,000. Default 50.</value>
    [Range(1, 100_000)]
    public int PersonPerSecond { get; set; } = 50;

    /// <value>Requests a second of all programs of one person. 1 to 1,000,000. Default 1,000: bulk loads are not held up.</value>
    [Range(1, 1_000_000)]
    public int ProgramsPerSecond { get; set; } = 1_000;

    /// <value>Requests a second of one address from which nobody signed in. 1 to 100,000. Default 100.</value>
    [Range(1, 100_000)]
    public int AddressPerSecond { get; set; } = 100;

    /// <value>Attempts to sign in a minute of one address, whoever it tries to be; twice as many at once. 1 to 10,000. Default 60: an office of people behind one
    /// address comes to work in one minute. What guesses at one account come to, its lock says.</value>
    [Range(1, 10_000)]
    public int SignInsPerMinute { get; set; } = 60;

    /// <value>Heavy requests of one person that are worked on at the same time; further ones wait. 1 to 1,000. Default 4.</value>
    [Range(1, 1_000)]
    public int HeavyAtOnce { get; set; } = 4;

    /// <value>Heavy requests of one person that wait; further ones are refused. 0 to 1,000. Default 16.</value>
    [Range(0, 1_000)]
    public int HeavyWaiting { get; set; } = 16;

    /// <value>Bytes that one person may hand in on one day (of the server's time zone); null: as many as there is room for. Default null.</value>
    [Range(1L, long.MaxValue)]
    public long? UploadBytesPerDay { get; set; }
}
