using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

[JsonConverter(typeof(CamelCase<WithdrawalAim>))]
public enum WithdrawalAim
{
    /// <summary>The document goes out of sight.</summary>
    Withdraw = 0,

    /// <summary>A document that was withdrawn comes back.</summary>
    Restore = 1,
}

[JsonConverter(typeof(CamelCase<WithdrawalState>))]
public enum WithdrawalState
{
    /// <summary>For a second person.</summary>
    Waiting = 0,

    Done = 1,

    /// <summary>By a second person.</summary>
    Refused = 2,

    /// <summary>By who asked.</summary>
    TakenBack = 3,
}

/// <summary>
/// Somebody wants a document out of sight, or back, and why; by whom it was decided. A row of the catalog, kept for ever: it says who withdrew what. Where no second person
/// is needed it is done as soon as it is asked.
/// </summary>
public sealed class WithdrawalRequest
{
    public const int MaxReason = 1000;

    /// <summary>UUID version 7: sorts by time of asking.</summary>
    public Guid Id { get; init; }

    public Guid DocumentId { get; init; }

    public WithdrawalAim Aim { get; init; }

    /// <summary>Why, in the words of who asked.</summary>
    public required string Reason { get; init; }

    /// <summary>The account; null: at the machine itself.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>As people knew who it was at that time.</summary>
    public required string AskedByName { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public WithdrawalState State { get; set; }

    public Guid? DecidedBy { get; set; }

    public string? DecidedByName { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What who decided said of it.</summary>
    public string? Note { get; set; }
}
