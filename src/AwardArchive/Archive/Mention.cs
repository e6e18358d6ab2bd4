using System.Globalization;
using AwardArchive.Vietnamese;

namespace AwardArchive.Archive;

/// <summary>Somebody whom a paper names. A row of the catalog that keeps its identity when the document is read again.</summary>
/// <remarks>One table for all kinds: others point at a mention by its id, whatever it is, and people are searched and matched over all of them.</remarks>
public abstract class Mention
{
    /// <summary>UUID version 7. Others point at it: a person's record, a correction.</summary>
    public Guid Id { get; init; }

    public Guid DocumentId { get; init; }

    /// <summary>In reading order among those of its kind in the document, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>The name folded, without blanks: <c>nguyenthihoa</c>.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>Null where the paper does not say it.</summary>
    public int? BirthYear { get; set; }

    /// <summary>Letters and digits of the certificate's number; null where none is told, or one of fewer than three digits, which says nothing.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>What the paper says, whatever the kind.</summary>
    internal abstract IRow Said { get; }

    /// <summary>It stands in a document whose pages have other numbers, as by <see cref="RowField.Moved"/>.</summary>
    internal abstract void Move(int ordinal, int pages, int pageCount);

    public static string? CertificateKeyOf(string? number)
    {
        var key = string.Concat((number ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return key.Count(char.IsAsciiDigit) >= 3 ? key : null;
    }

    /// <summary>The year of a birth year or day; null where none is read.</summary>
    public static int? YearOf(Fact? birth) =>
        birth is { Value.Length: >= 4 } && int.TryParse(birth.Value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    public static string KeyOf(string name) => Folding.LettersAndDigits(name);
}

/// <summary>With what the paper says of him or her.</summary>
public class Mention<T> : Mention
    where T : class, IRow<T>
{
    public T Value { get; set; } = null!;

    internal override IRow Said => Value;

    internal override void Move(int ordinal, int pages, int pageCount) => Take(ordinal, RowField.Moved(Value, pages, pageCount));

    /// <summary>What a new reading says of the same row.</summary>
    public void Take(int ordinal, T value)
    {
        Ordinal = ordinal;
        Value = value;
        NameKey = KeyOf(value.Name.Value);
        BirthYear = YearOf(value.BirthYear);
        CertificateKey = CertificateKeyOf(value.CertificateNo?.Value);
    }

    /// <param name="id">Of a row that is put back, the one that it had.</param>
    internal static TRow Of<TRow>(Guid documentId, Guid id, int ordinal, T value)
        where TRow : Mention<T>, new()
    {
        var row = new TRow { Id = id, DocumentId = documentId };
        row.Take(ordinal, value);
        return row;
    }
}

/// <summary>An award entry of a document.</summary>
public sealed class Entry : Mention<AwardEntry>
{
    public static Entry Of(Guid documentId, int ordinal, AwardEntry value) => Of<Entry>(documentId, Guid.CreateVersion7(), ordinal, value);
}

/// <summary>A person whom a form of the dossier is about.</summary>
public sealed class Kin : Mention<KinEntry>
{
    public static Kin Of(Guid documentId, int ordinal, KinEntry value) => Of<Kin>(documentId, Guid.CreateVersion7(), ordinal, value);
}
