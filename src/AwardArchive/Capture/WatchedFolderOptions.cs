using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Capture;

/// <summary>The folder that scanners write to.</summary>
public sealed class WatchedFolderOptions
{
    public const string Section = "Capture:WatchedFolder";

    /// <value>Default true.</value>
    public bool Enabled { get; set; } = true;

    /// <value>A folder, made when missing. Default: <c>inbox</c> in the data folder.</value>
    public string? Path { get; set; }

    /// <value>For how long size and time must not change before a file counts as finished. 0 seconds to 1 hour. Default 3 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(3);

    /// <value>Pause between two looks. 100 milliseconds to 1 hour. Default 2 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);
}
