using System.Text.Json;

namespace AwardArchive.Places;

/// <summary>A file is no list of places that is known here, or a row of it is wrong.</summary>
/// <param name="message">What is wrong and where, for the person at the terminal.</param>
internal sealed class GazetteerFileException(string message) : Exception(message);

/// <summary>
/// Reads the three public lists (JSON, UTF-8) of thanglequoc/vietnamese-provinces-database: units before 2025 (provinces with
/// <c>District</c>, these with <c>Ward</c>), units after 2025 (provinces with <c>Wards</c>), and what these were made of
/// (<c>ma, ten, magoc, truocsapnhap</c>). Which of them a file is shows in its rows.
/// </summary>
internal static class GazetteerFile
{
    /// <summary>The lists have less than 1 MB; a file beyond this is something else.</summary>
    public const long MaxBytes = 64L << 20;

    private const int MaxNameLength = 200;

    private const int MaxTextLength = 10_000;

    /// <exception cref="GazetteerFileException">It is not one of the three, or a row is wrong.</exception>
    public static (GazetteerKind Kind, IReadOnlyList<UnitRow> Units, IReadOnlyList<MergeRow> Merges) Read(Stream file)
    {
        using var document = Parse(file);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() == 0 || root[0].ValueKind != JsonValueKind.Object)
            throw new GazetteerFileException("The file must be a JSON list of provinces or of merged units, and not an empty one.");
        var first = root[0];
        return first.TryGetProperty("truocsapnhap", out _) ? (GazetteerKind.Merges2025, [], Merges(root))
            : first.TryGetProperty("District", out _) ? (GazetteerKind.UnitsBefore2025, Units(root, "District", "Ward"), [])
            : first.TryGetProperty("Wards", out _) ? (GazetteerKind.UnitsAfter2025, Units(root, "Wards", null), [])
            : throw new GazetteerFileException(
                "Its rows have neither District (units before 2025), Wards (units after 2025) nor truocsapnhap (what units were made of).");
    }

    private static JsonDocument Parse(Stream file)
    {
        try
        {
            return JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException e)
        {
            throw new GazetteerFileException($"The file is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} of it.");
        }
    }

    private static List<UnitRow> Units(JsonElement provinces, string below, string? belowThat)
    {
        var units = new List<UnitRow>();
        AddUnits(units, provinces, "$", level: 0, above: null, below, belowThat);
        RefuseTwice(units.Select(unit => (unit.Level, unit.Code, unit.FullName)));
        if (!units.Any(unit => unit.Level == 2)) throw new GazetteerFileException("There is no commune in the file.");
        return units;
    }

    private static void AddUnits(List<UnitRow> units, JsonElement rows, string path, int level, string? above, string? below, string? belowThat)
    {
        if (rows.ValueKind == JsonValueKind.Null) return; // districts of islands have no communes
        if (rows.ValueKind != JsonValueKind.Array) throw new GazetteerFileException($"{path} must be a list.");
        var at = 0;
        foreach (var row in rows.EnumerateArray())
        {
            var here = $"{path}[{at++}]";
            var code = Code(row, "Code", here);
            units.Add(new(level, code, Text(row, "FullName", here, MaxNameLength), above));
            if (below is null) continue;
            if (!row.TryGetProperty(below, out var rowsBelow)) throw new GazetteerFileException($"{here}: {below} is missing.");
            // Since 2025 what lies below a province is a commune.
            AddUnits(units, rowsBelow, $"{here}.{below}", below == "Wards" ? 2 : level + 1, code, belowThat, null);
        }
    }

    private static List<MergeRow> Merges(JsonElement rows)
    {
        var merges = new List<MergeRow>();
        foreach (var row in rows.EnumerateArray())
        {
            var here = $"$[{merges.Count}]";
            var province = Code(row, "magoc", here);
            var text = Text(row, "truocsapnhap", here, MaxTextLength);
            merges.Add(new(Code(row, "ma", here), Text(row, "ten", here, MaxNameLength), province == "0" ? null : province, text));
        }
        RefuseTwice(merges.Select(merge => (merge.ProvinceCode is null ? 0 : 2, merge.Code, merge.FullName)));
        return merges;
    }

    private static void RefuseTwice(IEnumerable<(int Level, string Code, string FullName)> units)
    {
        var twice = units.GroupBy(unit => (unit.Level, unit.Code)).FirstOrDefault(same => same.Skip(1).Any());
        if (twice is not null)
            throw new GazetteerFileException($"The code {twice.Key.Code} stands twice: {string.Join(", ", twice.Select(unit => unit.FullName))}.");
    }

    private static string Code(JsonElement row, string name, string path)
    {
        var code = Text(row, name, path, 10);
        return code.All(char.IsAsciiDigit) ? code : throw new GazetteerFileException($"{path}: {name} is not made of digits.");
    }

    private static string Text(JsonElement row, string name, string path, int maxLength)
    {
        if (row.ValueKind != JsonValueKind.Object) throw new GazetteerFileException($"{path} must be an object.");
        var text = row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? StringOf(value) : null;
        if (string.IsNullOrWhiteSpace(text)) throw new GazetteerFileException($"{path}: {name} is missing.");
        return text.Length <= maxLength ? text.Trim() : throw new GazetteerFileException($"{path}: {name} is longer than {maxLength} letters.");
    }

    /// <summary>Null where an escape is half a surrogate pair.</summary>
    private static string? StringOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
