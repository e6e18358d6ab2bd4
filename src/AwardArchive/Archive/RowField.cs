using System.Text.Json;

namespace AwardArchive.Archive;

/// <summary>A field of a row that a person may correct.</summary>
/// <param name="Name">As JSON calls it.</param>
/// <param name="With">A name cannot be taken away: null leaves the row as it is there.</param>
public sealed record RowField<T>(string Name, Func<T, Fact?> Get, Func<T, Fact?, T> With)
    where T : class, IRow<T>
{
    /// <summary>Whether the row has a fact of its own for it; else it is a word or a place that the row has in any case.</summary>
    public bool IsFact { get; init; } = true;

    /// <summary>Whether both say the same in this field.</summary>
    public bool Same(T one, T other) =>
        Name == RowField.Place ? (one.Page, one.Box) == (other.Page, other.Box) : Get(one)?.Value == Get(other)?.Value;
}

internal static class RowField
{
    /// <summary>Where the row stands: a fact that has a page and a box and says nothing.</summary>
    public const string Place = "place";

    public static RowField<T>? Find<T>(string name)
        where T : class, IRow<T> => T.Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>The same row in a document whose pages have other numbers.</summary>
    /// <param name="pages">By how many pages it stands further on; less than 0: further on the front.</param>
    /// <param name="pageCount">Of that document; what stands on a page that it does not have stands nowhere on its first.</param>
    public static T Moved<T>(T row, int pages, int pageCount)
        where T : class, IRow<T> => T.Fields.Aggregate(row, (moved, field) => field.With(moved, field.Get(moved)?.Moved(pages, pageCount)));

    /// <summary>Of a word that every row of the kind has.</summary>
    public static RowField<T> Word<T>(string name, Func<T, string> get, Func<T, string?, T> with)
        where T : class, IRow<T> => new(name, row => On(row, get(row)), (row, fact) => with(row, fact?.Value)) { IsFact = false };

    public static RowField<T> PlaceOf<T>(Func<T, int, Box, T> with)
        where T : class, IRow<T> => new(Place, row => On(row, ""), (row, fact) => fact is null ? row : with(row, fact.Page, fact.Box)) { IsFact = false };

    /// <summary>As JSON writes it.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Of a word that is yes or no.</summary>
    public static string? TextOf(bool? word) => word switch { true => "true", false => "false", null => null };

    private static Fact On<T>(T row, string value)
        where T : class, IRow<T> => new(value, value, row.Page, row.Box, row.Name.Confidence, row.Name.Source);
}
