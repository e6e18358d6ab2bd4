using System.Collections.Frozen;
using System.Globalization;
using AwardArchive.Vietnamese;

namespace AwardArchive.Search;

/// <summary>The names of fields as people type them, in Vietnamese or English, with or without marks.</summary>
internal static class QueryFields
{
    private static readonly FrozenDictionary<string, QueryField> Names = new Dictionary<string, QueryField>
    {
        ["so"] = QueryField.Number,
        ["number"] = QueryField.Number,
        ["nam"] = QueryField.Year,
        ["year"] = QueryField.Year,
        ["nguoi"] = QueryField.Person,
        ["person"] = QueryField.Person,
        ["noi"] = QueryField.Place,
        ["place"] = QueryField.Place,
        ["loai"] = QueryField.Kind,
        ["kind"] = QueryField.Kind,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static QueryField? Find(string name) => Names.TryGetValue(Folding.Fold(name), out var field) ? field : null;

    public static string NameOf(QueryField field) => field switch
    {
        QueryField.Number => "số",
        QueryField.Year => "năm",
        QueryField.Person => "người",
        QueryField.Place => "nơi",
        _ => "loại",
    };

    /// <summary>Reads <c>1985</c>, <c>1985..1990</c>, <c>1985-1990</c>, <c>1985..</c>, <c>..1990</c>.</summary>
    public static bool TryReadYears(string text, out int? from, out int? to)
    {
        (from, to) = (null, null);
        var divided = text.Split("..") is [var before, var after] ? (before, after) : text.Split('-', '–') is [var one, var other] ? (one, other) : (text, text);
        if (!TryReadYear(divided.Item1, out from) || !TryReadYear(divided.Item2, out to)) return false;
        return from is not null || to is not null;
    }

    private static bool TryReadYear(string text, out int? year)
    {
        year = null;
        if (text.Length == 0) return true;
        if (text.Length > 4 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        year = number;
        return true;
    }
}
