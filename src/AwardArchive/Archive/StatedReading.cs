namespace AwardArchive.Archive;

/// <summary>What persons have stated about a document, the last word on each thing, to be laid over what a machine reads.</summary>
internal sealed class StatedReading
{
    private readonly Dictionary<string, IReadOnlyList<Fact>> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, StatedEntry> entries = [];

    /// <param name="corrections">Of one document, in the order of their numbers.</param>
    public static StatedReading Of(IEnumerable<Correction> corrections)
    {
        var stated = new StatedReading();
        foreach (var correction in corrections) stated.Take(correction);
        return stated;
    }

    /// <summary>Which fields of the document persons have stated.</summary>
    public IReadOnlyCollection<string> Fields => fields.Keys;

    /// <summary>Which fields of an entry persons have stated.</summary>
    public IReadOnlyCollection<string> FieldsOf(Guid entry) => entries.TryGetValue(entry, out var stated) ? stated.Held.Keys : [];

    /// <summary>The rows that persons have said not to be there, as they were.</summary>
    public IEnumerable<(Guid Id, AwardEntry Value)> Removed => entries.Where(entry => entry.Value.Removed is not null).Select(entry => (entry.Key, entry.Value.Removed!));

    /// <summary>The machine's facts but for those that persons have stated.</summary>
    public DocumentFacts Over(DocumentFacts machine) => FactField.All.Aggregate(
        machine, (facts, field) => fields.TryGetValue(field.Name, out var list) ? field.With(facts, list) : facts);

    /// <summary>The machine's rows but for what persons have stated of them; with the rows that persons have added or corrected and the machine
    /// does not find; without those that they have removed.</summary>
    /// <param name="kept">The entries of the document so far, in reading order.</param>
    /// <param name="read">By the machine now, in reading order.</param>
    /// <returns>In reading order: the entry that it is, null where it is new, and what it says.</returns>
    public IReadOnlyList<(Entry? Same, AwardEntry Value)> Over(IReadOnlyList<Entry> kept, IReadOnlyList<AwardEntry> read)
    {
        var removed = Removed.Select(row => new Entry { Id = row.Id, NameKey = "", Value = row.Value }).ToList();
        var matched = EntryIdentity.Match([.. kept, .. removed], read);
        var rows = new List<(Entry? Same, AwardEntry Value)>(read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            var stated = matched[i] is { } same ? entries.GetValueOrDefault(same.Id) : null;
            if (stated?.Removed is null) rows.Add((matched[i], stated?.Over(read[i]) ?? read[i]));
        }
        foreach (var entry in kept.Where(entry => entries.ContainsKey(entry.Id)).Except(matched.OfType<Entry>()))
            rows.Insert(PlaceOf(entry.Value, [.. rows.Select(row => row.Value)]), (entry, entry.Value));
        return rows;
    }

    /// <summary>Where a row belongs among others in reading order: behind the last one that does not stand below it; without a place on its page, behind that page's.</summary>
    public static int PlaceOf(AwardEntry entry, IReadOnlyList<AwardEntry> rows)
    {
        var at = rows.Count;
        while (at > 0 && HeightOf(rows[at - 1]).CompareTo(HeightOf(entry)) > 0) at--;
        return at;

        static (int Page, int Y) HeightOf(AwardEntry row) => (row.Page, row.Box == default ? int.MaxValue : row.Box.Y);
    }

    private void Take(Correction correction)
    {
        if (correction.EntryId is not { } id)
        {
            fields[correction.Field!] = correction.Facts;
            return;
        }
        if (!entries.TryGetValue(id, out var stated)) entries[id] = stated = new();
        if (correction.Field is { } name)
        {
            stated.Held[name] = correction.Facts is [var fact, ..] ? fact : null;
        }
        else if (correction.Action is CorrectionAction.Remove)
        {
            stated.Removed = correction.Entry;
        }
        else
        {
            stated.Removed = null;
            var value = correction.Entry;
            // Where a row says nothing a later reading may yet find something; and who confirms what it says, says not where it stands.
            foreach (var field in EntryField.All.Where(field => correction.Action is CorrectionAction.Add || field.Name != EntryField.Place))
            {
                if (field.Get(value) is { } fact) stated.Held[field.Name] = fact;
            }
        }
    }

    private sealed class StatedEntry
    {
        /// <summary>Null of a field: the paper does not say it.</summary>
        public Dictionary<string, Fact?> Held { get; } = new(StringComparer.Ordinal);

        /// <summary>The row as it was, of one that is not there.</summary>
        public AwardEntry? Removed { get; set; }

        public AwardEntry Over(AwardEntry read) => EntryField.All.Aggregate(
            read, (entry, field) => Held.TryGetValue(field.Name, out var fact) ? field.With(entry, fact) : entry);
    }
}
