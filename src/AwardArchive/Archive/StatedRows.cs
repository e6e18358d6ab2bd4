namespace AwardArchive.Archive;

/// <summary>What persons have stated about the rows of one kind in a document.</summary>
internal sealed class StatedRows<T>
    where T : class, IRow<T>
{
    private readonly Dictionary<Guid, StatedRow> rows = [];

    /// <summary>Whether persons have stated anything.</summary>
    public bool Any => rows.Count > 0;

    /// <summary>Which fields of a row persons have stated.</summary>
    public IReadOnlyCollection<string> FieldsOf(Guid row) => rows.TryGetValue(row, out var stated) ? stated.Held.Keys : [];

    /// <summary>The rows that persons have said not to be there, as they were.</summary>
    public IEnumerable<(Guid Id, T Value)> Removed => rows.Where(row => row.Value.Removed is not null).Select(row => (row.Key, row.Value.Removed!));

    /// <summary>The machine's rows but for what persons have stated of them; with the rows that persons have added or corrected and the machine
    /// does not find; without those that they have removed.</summary>
    /// <param name="kept">The rows of the document so far, in reading order.</param>
    /// <param name="read">By the machine now, in reading order.</param>
    /// <returns>In reading order: the row that it is, null where it is new, and what it says.</returns>
    public IReadOnlyList<(Mention<T>? Same, T Value)> Over(IReadOnlyList<Mention<T>> kept, IReadOnlyList<T> read)
    {
        var removed = Removed.Select(row => new Mention<T> { Id = row.Id, Value = row.Value });
        var matched = EntryIdentity.Match([.. kept, .. removed], read);
        var over = new List<(Mention<T>? Same, T Value)>(read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            var stated = matched[i] is { } same ? rows.GetValueOrDefault(same.Id) : null;
            if (stated?.Removed is null) over.Add((matched[i], stated?.Over(read[i]) ?? read[i]));
        }
        foreach (var row in kept.Where(row => rows.ContainsKey(row.Id)).Except(matched.OfType<Mention<T>>()))
            over.Insert(PlaceOf(row.Value, [.. over.Select(other => other.Value)]), (row, row.Value));
        return over;
    }

    /// <summary>Where a row belongs among others in reading order: behind the last one that does not stand below it; without a place on its page, behind that page's.</summary>
    public static int PlaceOf(T row, IReadOnlyList<T> rows)
    {
        var at = rows.Count;
        while (at > 0 && HeightOf(rows[at - 1]).CompareTo(HeightOf(row)) > 0) at--;
        return at;

        static (int Page, int Y) HeightOf(T row) => (row.Page, row.Box == default ? int.MaxValue : row.Box.Y);
    }

    /// <summary>The next statement about a row of this kind.</summary>
    public void Take(Correction correction)
    {
        var id = correction.EntryId!.Value;
        if (!rows.TryGetValue(id, out var stated)) rows[id] = stated = new();
        if (correction.Field is { } name)
        {
            stated.Held[name] = correction.Facts is [var fact, ..] ? fact : null;
        }
        else if (correction.Action is CorrectionAction.Remove)
        {
            stated.Removed = correction.RowOf<T>();
        }
        else
        {
            stated.Removed = null;
            var value = correction.RowOf<T>();
            // Where a row says nothing a later reading may yet find something; and who confirms what it says, says not where it stands.
            foreach (var field in T.Fields.Where(field => correction.Action is CorrectionAction.Add || field.Name != RowField.Place))
            {
                if (field.Get(value) is { } fact) stated.Held[field.Name] = fact;
            }
        }
    }

    private sealed class StatedRow
    {
        /// <summary>Null of a field: the paper does not say it.</summary>
        public Dictionary<string, Fact?> Held { get; } = new(StringComparer.Ordinal);

        /// <summary>The row as it was, of one that is not there.</summary>
        public T? Removed { get; set; }

        public T Over(T read) => T.Fields.Aggregate(read, (row, field) => Held.TryGetValue(field.Name, out var fact) ? field.With(row, fact) : row);
    }
}
