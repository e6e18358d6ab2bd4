namespace AwardArchive.Vietnamese;

/// <summary>Reads <c>places.tsv</c> and <c>place-changes.tsv</c>.</summary>
internal static class EmbeddedPlaces
{
    public static PlaceHistory Read()
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("places.tsv"))
        {
            places.Add(row[0], new(row[2], Enum.Parse<PlaceLevel>(row[1], ignoreCase: true))
            {
                Type = row[3],
                Code = OrNull(row[4]),
                From = DayOf(row[5]),
                To = DayOf(row[6]),
                Above = row[7].Length == 0 ? null : places[row[7]],
                Spellings = row[8].Split(';', StringSplitOptions.RemoveEmptyEntries),
            });
        }
        var changes = EmbeddedTable.Read("place-changes.tsv").Select(row => new PlaceChange(
            DayOf(row[0]),
            Enum.Parse<PlaceEvidence>(row[1], ignoreCase: true),
            row[2],
            [.. row[3].Split(';').Select(id => new PlacePart(places[id.TrimEnd('*')], id.EndsWith('*')))],
            [.. row[4].Split(';').Select(id => places[id])]));
        return new([.. places.Values], [.. changes]);
    }

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private static VietnameseDate? DayOf(string cell) =>
        cell.Length == 0 ? null : VietnameseDate.TryParse(cell, out var date) ? date : throw new FormatException($"Not a date: '{cell}'.");
}
