using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>How what an <see cref="AuditEntry"/> tells of ended. The numbers are hashed: they are never given anew.</summary>
[JsonConverter(typeof(CamelCase<AuditOutcome>))]
public enum AuditOutcome
{
    Done = 0,

    /// <summary>About to begin; another entry, whose <see cref="AuditEntry.Intent"/> is this one, says how it ended. Without it nobody knows: the process died.</summary>
    Intended = 1,

    /// <summary>Whoever asked had no right to it, or nobody knew who asked.</summary>
    Refused = 2,

    /// <summary>Not there, not as it must be asked for, or broken on the way.</summary>
    Failed = 3,
}

/// <summary>One link of the audit chain: who did or looked at what, when and from where. A row of the catalog, written once.</summary>
public sealed class AuditEntry
{
    public const int MaxName = 256, MaxAddress = 256, MaxTarget = 300;

    /// <summary>From 1, without gaps, in the order of commits.</summary>
    public long Number { get; set; }

    public DateTimeOffset At { get; init; }

    public AuditAction Action { get; init; }

    public AuditOutcome Outcome { get; init; }

    /// <summary>The entry that announced it; null: none did.</summary>
    public long? Intent { get; init; }

    /// <summary>Null: no account.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Of the account, as it was then; <c>system</c> for the service and for commands at the machine; empty: nobody knew.</summary>
    public required string Name { get; init; }

    /// <summary>The token it came with; null: none.</summary>
    public Guid? TokenId { get; init; }

    /// <summary>Of the network; of a command, the user and machine.</summary>
    public string? Address { get; init; }

    /// <summary>On what, by ids: <c>documents/ID/pages/3/image</c>. Never words of a paper or of a person.</summary>
    public string? Target { get; init; }

    /// <summary>What may name persons, enciphered with the key of its month (<see cref="AuditMonthKey"/>): nonce, bytes, tag.</summary>
    public byte[]? Detail { get; set; }

    /// <summary>Names the key of <see cref="Hash"/>, which lies outside the database.</summary>
    public int KeyId { get; set; }

    /// <summary><see cref="Hash"/> of the entry before; 32 zeros for the first.</summary>
    public byte[] Previous { get; set; } = [];

    /// <summary>HMAC-SHA-256 of all the above.</summary>
    public byte[] Hash { get; set; } = [];
}

/// <summary>The key that enciphers the details of a month's entries. A row of the catalog; the chain does not need it.</summary>
public sealed class AuditMonthKey
{
    /// <summary>202611 is November 2026, UTC.</summary>
    public int Month { get; init; }

    /// <summary>Enciphered in its turn by a key that lies outside the database; null: destroyed, and with it what it enciphered.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Names the key that opens it.</summary>
    public int KeyId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DestroyedAt { get; set; }
}
