using AwardArchive.Archive;

namespace AwardArchive.Viewing.Corrections;

/// <summary>A field that the machine's newest reading has otherwise than the one before, or otherwise than what counts.</summary>
/// <param name="Now">The machine's newest reading.</param>
/// <param name="Before">The machine's reading before; null: there was none that differed.</param>
/// <param name="Effective">What counts.</param>
public sealed record FactChange(
    string Field, string Label, IReadOnlyList<Fact> Now, IReadOnlyList<Fact>? Before, IReadOnlyList<Fact> Effective);

/// <summary>A row of which the same is true; null where there is no such row.</summary>
/// <param name="EntryId">Null: the row does not count.</param>
public sealed record EntryChange(Guid? EntryId, AwardEntry? Now, AwardEntry? Before, AwardEntry? Effective);

/// <summary>What another reading changed, and where it is at odds with persons. A pure function; rows are the same when they stand at the same place.</summary>
/// <param name="Entries">At most <see cref="MaxEntries"/>.</param>
/// <param name="EntriesInAll">How many rows it is.</param>
/// <param name="BeforeReadAt">When the document was read before; null when nothing differed since.</param>
public sealed record ReadingChanges(
    IReadOnlyList<FactChange> Facts, IReadOnlyList<EntryChange> Entries, int EntriesInAll, DateTimeOffset? ReadAt, DateTimeOffset? BeforeReadAt)
{
    public const int MaxEntries = 500;

    public static ReadingChanges None { get; } = new([], [], 0, null, null);

    /// <param name="reading">What the machine read.</param>
    /// <param name="effective">The facts that count.</param>
    /// <param name="entries">The entries that count, in reading order.</param>
    internal static ReadingChanges Of(MachineReading reading, DocumentFacts effective, IReadOnlyList<Entry> entries)
    {
        var now = MachineReading.Unpack(reading.Content);
        var before = reading.Before is { } content ? MachineReading.Unpack(content) : null;
        var facts = FactField.All
            .Select(field => new FactChange(
                field.Name, FactRule.OfDocument(field.Name).Label, field.Get(now.Facts), before is null ? null : field.Get(before.Facts), field.Get(effective)))
            .Where(change => !Same(change.Now, change.Effective) || (change.Before is not null && !Same(change.Now, change.Before)))
            .ToList();
        var rows = RowsOf(now.Entries, before?.Entries, entries)
            .Where(row => !Same(row.Now, row.Effective) || (before is not null && !Same(row.Now, row.Before))).ToList();
        return new(facts, [.. rows.Take(MaxEntries)], rows.Count, reading.ReadAt, reading.BeforeReadAt);
    }

    /// <summary>Those of the newest reading in order, then those that only the one before had, then those that only persons know.</summary>
    private static IEnumerable<EntryChange> RowsOf(IReadOnlyList<AwardEntry> now, IReadOnlyList<AwardEntry>? before, IReadOnlyList<Entry> entries)
    {
        var then = (before ?? []).Select((row, i) => Entry.Of(Guid.Empty, i + 1, row)).ToList();
        var sameBefore = EntryIdentity.Match(then, now);
        var same = EntryIdentity.Match(entries, now);
        for (var i = 0; i < now.Count; i++) yield return new(same[i]?.Id, now[i], sameBefore[i]?.Value, same[i]?.Value);
        foreach (var lost in then.Except(sameBefore.OfType<Entry>())) yield return new(null, null, lost.Value, null);
        foreach (var own in entries.Except(same.OfType<Entry>())) yield return new(own.Id, null, null, own.Value);
    }

    private static bool Same(IReadOnlyList<Fact> one, IReadOnlyList<Fact> other) => one.Select(fact => fact.Value).SequenceEqual(other.Select(fact => fact.Value));

    private static bool Same(AwardEntry? one, AwardEntry? other) =>
        one is null || other is null ? one == other : EntryField.All.Where(field => field.Name != EntryField.Place).All(field => field.Same(one, other));
}
