namespace AwardArchive.Archive;

/// <summary>How much somebody handed in on a day. A row of the catalog, written where there is a limit.</summary>
public sealed class UploadTally
{
    public Guid UserId { get; init; }

    /// <summary>As <see cref="DateOnly.DayNumber"/>, in the server's time zone.</summary>
    public int Day { get; init; }

    public long Bytes { get; set; }
}
