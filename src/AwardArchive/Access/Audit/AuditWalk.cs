using AwardArchive.Archive;

namespace AwardArchive.Access.Audit;

/// <summary>Goes along the chain, entry by entry, and says where it is not what was written.</summary>
internal sealed class AuditWalk(AuditKeys keys, AuditNeighbors neighbors)
{
    private const int MaxFaults = 20;

    private readonly List<AuditFault> faults = [];

    /// <summary>What the next entry must follow; null where that cannot be said, behind a fault.</summary>
    private byte[]? previous = AuditHash.Start;

    /// <summary>By how much the numbers that were given differ from those that stand there now, behind entries that were taken out or put in.</summary>
    private long shift;

    private long row;
    private bool ended;

    public long Entries { get; private set; }

    /// <summary>The number, as it was given, of the last entry passed.</summary>
    public long Number { get; private set; }

    /// <summary>The last genuine entry.</summary>
    public AuditMark? Last { get; private set; }

    public IReadOnlyList<AuditFault> Faults => faults;

    /// <summary>More would tell nobody more.</summary>
    public bool IsFull => faults.Count >= MaxFaults;

    private bool IsKeyMissing => faults.Any(fault => fault.Kind == AuditFaultKind.KeyMissing);

    public void Note(AuditFaultKind kind, long number)
    {
        // Marks of a key that is not here cannot be told from forged ones.
        if (!IsFull && !(kind == AuditFaultKind.CheckpointForged && IsKeyMissing)) faults.Add(new(kind, number));
    }

    public async Task StepAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        Entries++;
        if (entry.Number < 1)
        {
            Note(AuditFaultKind.Inserted, entry.Number);
            return;
        }
        if (entry.Number > row + 1)
        {
            Note(AuditFaultKind.Deleted, row + 1 + shift);
            previous = null;
        }
        row = entry.Number;
        if (keys.Find(entry.KeyId) is not { } key)
        {
            if (!IsKeyMissing) Note(AuditFaultKind.KeyMissing, entry.Number);
            Pass(entry.Number + shift, entry, genuine: false);
        }
        else if (AuditHash.IsGenuine(entry, entry.Number + shift, key))
        {
            if (previous is not null && !previous.AsSpan().SequenceEqual(entry.Previous)) Note(AuditFaultKind.Rewritten, entry.Number + shift);
            Pass(entry.Number + shift, entry, genuine: true);
        }
        else
        {
            await FaultAsync(entry, key, cancellationToken);
        }
    }

    /// <summary>The entry passed last against what a head or checkpoint knows of it.</summary>
    /// <param name="number">Of the mark; no higher than <see cref="Number"/>.</param>
    /// <param name="mark">Null: it was not written with our key.</param>
    public void Compare(long number, AuditMark? mark)
    {
        if (mark is null) Note(AuditFaultKind.CheckpointForged, number);
        // Where the entry is gone or wrong, that is noted already.
        else if (Last?.Number == number && !Last.Hash.AsSpan().SequenceEqual(mark.Hash)) Note(AuditFaultKind.Rewritten, number);
    }

    /// <summary>A mark knows of entries behind the last one.</summary>
    public void EndBefore()
    {
        if (!ended) Note(AuditFaultKind.Truncated, Number + 1);
        ended = true;
    }

    private async Task FaultAsync(AuditEntry entry, AuditKey key, CancellationToken cancellationToken)
    {
        var number = entry.Number + shift;
        var (kind, behind) = await neighbors.ExplainAsync(entry, number, key, cancellationToken);
        Note(kind, kind == AuditFaultKind.Inserted ? entry.Number : number);
        shift += behind;
        // One that was put in has no number of its own: what stands behind it follows what stood before it.
        if (kind == AuditFaultKind.Inserted) return;
        Pass(entry.Number + shift, entry, genuine: kind == AuditFaultKind.Deleted);
        if (kind != AuditFaultKind.Deleted) previous = null;
    }

    private void Pass(long number, AuditEntry entry, bool genuine)
    {
        Number = number;
        previous = entry.Hash;
        if (genuine) Last = new(number, entry.Hash);
    }
}
