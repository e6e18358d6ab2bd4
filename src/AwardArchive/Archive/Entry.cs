using System.Globalization;
using AwardArchive.Vietnamese;

namespace AwardArchive.Archive;

/// <summary>An award entry of a document. A row of the catalog that keeps its identity when the document is read again.</summary>
public sealed class Entry
{
    /// <summary>UUID version 7. Others point at it: a person's record, a correction.</summary>
    public Guid Id { get; init; }

    public Guid DocumentId { get; init; }

    /// <summary>In reading order, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>The name folded, without blanks: <c>nguyenthihoa</c>.</summary>
    public required string NameKey { get; set; }

    /// <summary>Null where the paper does not say it.</summary>
    public int? BirthYear { get; set; }

    public required AwardEntry Value { get; set; }

    public static Entry Of(Guid documentId, int ordinal, AwardEntry value) => Of(documentId, Guid.CreateVersion7(), ordinal, value);

    /// <param name="id">Of a row that is put back, the one that it had.</param>
    public static Entry Of(Guid documentId, Guid id, int ordinal, AwardEntry value)
    {
        var entry = new Entry { Id = id, DocumentId = documentId, NameKey = "", Value = value };
        entry.Take(ordinal, value);
        return entry;
    }

    /// <summary>What a new reading says of the same row.</summary>
    public void Take(int ordinal, AwardEntry value)
    {
        Ordinal = ordinal;
        Value = value;
        NameKey = KeyOf(value.Name.Value);
        BirthYear = YearOf(value.BirthYear);
    }

    /// <summary>The year of a birth year or day; null where none is read.</summary>
    public static int? YearOf(Fact? birth) =>
        birth is { Value.Length: >= 4 } && int.TryParse(birth.Value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    public static string KeyOf(string name) => Folding.LettersAndDigits(name);
}
