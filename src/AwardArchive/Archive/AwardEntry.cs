using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>Who is awarded.</summary>
[JsonConverter(typeof(CamelCase<RecipientKind>))]
public enum RecipientKind
{
    Person,
    Family,
    Collective,
}

/// <summary>One who is awarded, as a list or the text of a decision names him: a row of a table, or a name after "tặng … cho".</summary>
/// <param name="Name">Without Ông, Bà, Mẹ; as written otherwise.</param>
/// <param name="Page">From 1; where the row begins.</param>
/// <param name="Box">Around the whole row.</param>
public sealed record AwardEntry(Fact Name, int Page, Box Box) : IRow<AwardEntry>
{
    static RowKind IRow<AwardEntry>.RowKind => RowKind.Entry;

    static IReadOnlyList<RowField<AwardEntry>> IRow<AwardEntry>.Fields => EntryField.All;

    static AwardEntry IRow<AwardEntry>.Named(Fact name, int page, Box box) => new(name, page, box);

    public RecipientKind Kind { get; init; }

    /// <summary>Read from a row of a table; else from running text or a certificate, or stated by a person.</summary>
    public bool IsListed { get; init; }

    /// <summary>The number that stands before the name.</summary>
    public Fact? RowNumber { get; init; }

    /// <summary>Four digits; or ISO 8601 where the paper gives the day.</summary>
    public Fact? BirthYear { get; init; }

    /// <summary><c>male</c> or <c>female</c>, where the paper says it.</summary>
    public Fact? Sex { get; init; }

    /// <summary>Home place as printed; the value has its lines joined.</summary>
    public Fact? HomePlace { get; init; }

    /// <summary>Post, unit, years of service.</summary>
    public Fact? Service { get; init; }

    public Fact? Reason { get; init; }

    /// <summary>The canonical name without class: the row's own, or that of the heading above it, or the decision's.</summary>
    public Fact? Award { get; init; }

    /// <summary><c>Nhất</c>, <c>Nhì</c> or <c>Ba</c>.</summary>
    public Fact? AwardClass { get; init; }

    /// <summary>Of the certificate, or of the book that it is entered in: số bằng, số sổ.</summary>
    public Fact? CertificateNo { get; init; }

    /// <summary>"Truy tặng": given to the dead.</summary>
    public bool IsPosthumous { get; init; }
}
