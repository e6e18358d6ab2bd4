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
public sealed record RowChange<T>(Guid? EntryId, T? Now, T? Before, T? Effective)
    where T : class, IRow<T>;

/// <summary>What another reading changed, and where it is at odds with persons. A pure function; rows are the same when they stand at the same place.</summary>
/// <param name="Entries">At most <see cref="MaxRows"/>.</param>
/// <param name="EntriesInAll">How many rows it is.</param>
/// <param name="Kin">Of the persons of a form; at most <see cref="MaxRows"/>.</param>
/// <param name="KinInAll">How many it is.</param>
/// <param name="BeforeReadAt">When the document was read before; null when nothing differed since.</param>
public sealed record ReadingChanges(
    IReadOnlyList<FactChange> Facts, IReadOnlyList<RowChange<AwardEntry>> Entries, int EntriesInAll, IReadOnlyList<RowChange<KinEntry>> Kin, int KinInAll,
    DateTimeOffset? ReadAt, DateTimeOffset? BeforeReadAt)
{
    public const int MaxRows = 500;

    public static ReadingChanges None { get; } = new([], [], 0, [], 0, null, null);

    /// <param name="reading">What the machine read.</param>
    /// <param name="effective">The facts that count.</param>
    /// <param name="entries">The entries that count, in reading order.</param>
    /// <param name="kin">The persons of a form that count, in reading order.</param>
    internal static ReadingChanges Of(MachineReading reading, DocumentFacts effective, IReadOnlyList<Entry> entries, IReadOnlyList<Kin> kin)
    {
        var now = MachineReading.Unpack(reading.Content);
        var before = reading.Before is { } content ? MachineReading.Unpack(content) : null;
        var facts = FactField.All
            .Select(field => new FactChange(
                field.Name, FactRule.OfDocument(field.Name).Label, field.Get(now.Facts), before is null ? null : field.Get(before.Facts), field.Get(effective)))
            .Where(change => !Same(change.Now, change.Effective) || (change.Before is not null && !Same(change.Now, change.Before)))
            .ToList();
        var (rows, persons) = (Differing(now.Entries, before?.Entries, entries), Differing(now.Kin, before?.Kin, kin));
        return new(facts, [.. rows.Take(MaxRows)], rows.Count, [.. persons.Take(MaxRows)], persons.Count, reading.ReadAt, reading.BeforeReadAt);
    }

    private static List<RowChange<T>> Differing<T>(IReadOnlyList<T> now, IReadOnlyList<T>? before, IReadOnlyList<Mention<T>> rows)
        where T : class, IRow<T> =>
        [.. RowsOf(now, before, rows).Where(row => !Same(row.Now, row.Effective) || (before is not null && !Same(row.Now, row.Before)))];

    /// <summary>Those of the newest reading in order, then those that only the one before had, then those that only persons know.</summary>
    private static IEnumerable<RowChange<T>> RowsOf<T>(IReadOnlyList<T> now, IReadOnlyList<T>? before, IReadOnlyList<Mention<T>> rows)
        where T : class, IRow<T>
    {
        var then = (before ?? []).Select((row, i) => Mention<T>.Of<Mention<T>>(Guid.Empty, Guid.Empty, i + 1, row)).ToList();
        var sameBefore = EntryIdentity.Match(then, now);
        var same = EntryIdentity.Match(rows, now);
        for (var i = 0; i < now.Count; i++) yield return new(same[i]?.Id, now[i], sameBefore[i]?.Value, same[i]?.Value);
        foreach (var lost in then.Except(sameBefore.OfType<Mention<T>>())) yield return new(null, null, lost.Value, null);
        foreach (var own in rows.Except(same.OfType<Mention<T>>())) yield return new(own.Id, null, null, own.Value);
    }

    private static bool Same(IReadOnlyList<Fact> one, IReadOnlyList<Fact> other) => one.Select(fact => fact.Value).SequenceEqual(other.Select(fact => fact.Value));

    private static bool Same<T>(T? one, T? other)
        where T : class, IRow<T> =>
        one is null || other is null ? ReferenceEquals(one, other) : T.Fields.Where(field => field.Name != RowField.Place).All(field => field.Same(one, other));
}
