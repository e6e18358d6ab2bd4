using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.Access.Audit;

/// <summary>In what way the chain is not what was written.</summary>
[JsonConverter(typeof(CamelCase<AuditFaultKind>))]
internal enum AuditFaultKind
{
    /// <summary>The entry says something else than when it was written.</summary>
    Changed,

    /// <summary>Entries are gone, from this number on, whether or not those behind were numbered anew.</summary>
    Deleted,

    /// <summary>Nobody who has the key wrote the entry here.</summary>
    Inserted,

    /// <summary>The entry stands in the place of another.</summary>
    Reordered,

    /// <summary>The end is gone: a head or checkpoint knows this number, and the chain stops before it.</summary>
    Truncated,

    /// <summary>The entry was written with the key, but is not the one that a head or checkpoint knows, or not behind the one that stands before it.</summary>
    Rewritten,

    /// <summary>What lies in the place of this machine's head was not written with the key.</summary>
    HeadForged,

    /// <summary>There are entries, and this machine has no head of them.</summary>
    HeadMissing,

    /// <summary>What lies in the place of the checkpoint was not written with the key.</summary>
    CheckpointForged,

    /// <summary>Whether the entry is genuine, only another key can tell, which is not here.</summary>
    KeyMissing,
}

/// <param name="Number">The first entry that it concerns.</param>
internal sealed record AuditFault(AuditFaultKind Kind, long Number);

/// <summary>What verifying the chain came to.</summary>
/// <param name="Entries">Looked at.</param>
/// <param name="Last">The mark of the last genuine entry, to be noted on paper; null: there is none.</param>
/// <param name="Head">The number that this machine's head knows; null: it has none.</param>
/// <param name="Behind">Entries that the head does not know yet: their writer was killed before it answered for them, or is another machine.</param>
/// <param name="Checkpoints">Held against the chain.</param>
/// <param name="Open">Changes that were announced and never told the end of: their process died.</param>
/// <param name="Faults">In the order of the chain; empty: it is whole. No more than the first few.</param>
internal sealed record AuditVerdict(long Entries, string? Last, long? Head, long Behind, int Checkpoints, long Open, IReadOnlyList<AuditFault> Faults);
