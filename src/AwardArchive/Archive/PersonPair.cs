using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>Two award entries that may be of one person, and what a person said to it. A row of the catalog.</summary>
/// <remarks>Persons have no rows of their own: a person is the entries that a chain of confirmed pairs joins, so that taking one back divides it again.</remarks>
public sealed class PersonPair
{
    /// <summary>By <see cref="IdOf"/>: a pair that is withdrawn and proposed again is the same one.</summary>
    public Guid Id { get; init; }

    /// <summary>The smaller entry id of the two, by <see cref="Guid.CompareTo(Guid)"/>. The entry may be gone: a new reading did not find it.</summary>
    public Guid One { get; init; }

    public Guid Other { get; init; }

    public PairState State { get; set; }

    /// <summary>0 to 1, as last computed.</summary>
    public double Probability { get; set; }

    /// <summary>By more than name and place.</summary>
    public bool IsSure { get; set; }

    /// <summary>The weightiest first; none of a pair that somebody joined by hand.</summary>
    public required IReadOnlyList<PairReason> Reasons { get; set; }

    /// <summary>Digest of what both entries said when the pair was last proposed or decided: a refusal holds until it changes.</summary>
    public required string Seen { get; set; }

    /// <summary>When the matching began that proposed it last. Older ones that nobody decided are taken out at the end of a matching.</summary>
    public DateTimeOffset ProposedAt { get; set; }

    /// <summary>Of two entries, in either order.</summary>
    public static Guid IdOf(Guid one, Guid other)
    {
        if (one.CompareTo(other) > 0) (one, other) = (other, one);
        Span<byte> both = stackalloc byte[32];
        one.TryWriteBytes(both, bigEndian: true, out _);
        other.TryWriteBytes(both[16..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(both, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}

/// <param name="Text">For people, in Vietnamese: <c>cùng năm sinh: 1932</c>.</param>
/// <param name="Weight">Natural logarithm of the likelihood ratio; below 0 it speaks against.</param>
/// <param name="IsContradiction">Both cannot be right.</param>
public sealed record PairReason(string Text, double Weight, bool IsContradiction);

/// <summary>Written as <c>proposed</c>.</summary>
[JsonConverter(typeof(CamelCase<PairState>))]
public enum PairState
{
    Proposed = 0,
    Confirmed = 1,
    Refused = 2,
}

/// <summary>What somebody said of a pair; never changed and never deleted. A row of the catalog.</summary>
public sealed class PairDecision
{
    /// <summary>UUID version 7: sorts by time.</summary>
    public Guid Id { get; init; }

    public Guid PairId { get; init; }

    public Guid One { get; init; }

    public Guid Other { get; init; }

    /// <summary>What the pair was from then on; <see cref="PairState.Proposed"/>: the decision before it is taken back.</summary>
    public PairState State { get; init; }

    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>In the words of who decided; null where nothing is said.</summary>
    public string? Reason { get; init; }
}
