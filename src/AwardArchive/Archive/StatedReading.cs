namespace AwardArchive.Archive;

/// <summary>What persons have stated about a document, the last word on each thing, to be laid over what a machine reads.</summary>
internal sealed class StatedReading
{
    private readonly Dictionary<string, IReadOnlyList<Fact>> fields = new(StringComparer.Ordinal);

    /// <param name="corrections">Of one document, in the order of their numbers.</param>
    public static StatedReading Of(IEnumerable<Correction> corrections)
    {
        var stated = new StatedReading();
        foreach (var correction in corrections)
        {
            if (correction.EntryId is null) stated.fields[correction.Field!] = correction.Facts;
            else if (correction.Row is RowKind.Kin) stated.Kin.Take(correction);
            else stated.Entries.Take(correction);
        }
        return stated;
    }

    /// <summary>Which fields of the document persons have stated.</summary>
    public IReadOnlyCollection<string> Fields => fields.Keys;

    public StatedRows<AwardEntry> Entries { get; } = new();

    public StatedRows<KinEntry> Kin { get; } = new();

    public StatedRows<T> Rows<T>()
        where T : class, IRow<T> => T.RowKind is RowKind.Kin ? (StatedRows<T>)(object)Kin : (StatedRows<T>)(object)Entries;

    /// <summary>The machine's facts but for those that persons have stated.</summary>
    public DocumentFacts Over(DocumentFacts machine) => FactField.All.Aggregate(
        machine, (facts, field) => fields.TryGetValue(field.Name, out var list) ? field.With(facts, list) : facts);
}
