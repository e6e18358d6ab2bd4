using AwardArchive.Archive;

namespace AwardArchive.Viewing.Corrections;

/// <summary>What a person says of one field of a document.</summary>
/// <param name="Value">In normal form: an ISO date, a number without blanks; of a field that holds one fact.</param>
/// <param name="Values">Of a field that holds a list: all of it, in order, at most 500.</param>
/// <param name="AsWritten">The letters on the page; null: as the value.</param>
/// <param name="Page">From 1; null: where the fact stands already, else the first page.</param>
/// <param name="Box">In pixels of the stored page image; null: where the fact stands already, else nowhere on the page (all zero).</param>
/// <param name="By">Who says so; absent or empty: whoever sends it.</param>
/// <param name="Note">Why.</param>
public sealed record FactEdit(
    string? Value = null, IReadOnlyList<string>? Values = null, string? AsWritten = null, int? Page = null, Box? Box = null, string? By = null, string? Note = null);

/// <summary>A row as a person says it is.</summary>
internal interface IRowEdit<T>
    where T : class, IRow<T>
{
    /// <summary>Name of the field, and what is said of it.</summary>
    IEnumerable<(string Field, string? Text)> Texts { get; }

    int? Page { get; }

    Box? Box { get; }

    string? By { get; }

    string? Note { get; }
}

/// <summary>An award entry as a person says it is; what is null the paper does not say.</summary>
/// <param name="Kind"><c>person</c>, <c>family</c> or <c>collective</c>; null: as it is, of a new entry a person.</param>
/// <param name="IsPosthumous">Null: as it is.</param>
/// <param name="Page">From 1; null: where the row stands already, else the first page.</param>
/// <param name="Box">In pixels of the stored page image; null as with <paramref name="Page"/>.</param>
/// <param name="By">Who says so; absent or empty: whoever sends it.</param>
/// <param name="Note">Why.</param>
public sealed record EntryEdit(
    string? Name = null, string? Kind = null, string? RowNumber = null, string? BirthYear = null, string? Sex = null, string? HomePlace = null,
    string? Service = null, string? Reason = null, string? Award = null, string? AwardClass = null, string? CertificateNo = null, bool? IsPosthumous = null,
    int? Page = null, Box? Box = null, string? By = null, string? Note = null) : IRowEdit<AwardEntry>
{
    IEnumerable<(string Field, string? Text)> IRowEdit<AwardEntry>.Texts =>
    [
        ("kind", Kind), ("name", Name), ("rowNumber", RowNumber), ("birthYear", BirthYear), ("sex", Sex), ("homePlace", HomePlace), ("service", Service),
        ("reason", Reason), ("award", Award), ("awardClass", AwardClass), ("certificateNo", CertificateNo), ("isPosthumous", RowField.TextOf(IsPosthumous)),
    ];
}

/// <summary>A person of a form as somebody says he or she is; what is null the paper does not say.</summary>
/// <param name="Relation"><c>self</c>, <c>child</c>, <c>husband</c>, <c>declarant</c> or <c>relative</c>; null: as it is, of a new person a relative.</param>
/// <param name="BirthYear">Four digits, or ISO 8601.</param>
/// <param name="DeathDate">ISO 8601, partial where the paper is.</param>
/// <param name="CertificateNo">Of the Bằng "Tổ quốc ghi công", or of the war invalid's certificate.</param>
/// <param name="InvalidPercent">1 to 100.</param>
/// <param name="IsMartyr">Null: as it is.</param>
/// <param name="Page">From 1; null: where the row stands already, else the first page.</param>
/// <param name="Box">In pixels of the stored page image; null as with <paramref name="Page"/>.</param>
/// <param name="By">Who says so; absent or empty: whoever sends it.</param>
/// <param name="Note">Why.</param>
public sealed record KinEdit(
    string? Name = null, string? Relation = null, string? BirthYear = null, string? DeathDate = null, string? HomePlace = null, string? CertificateNo = null,
    string? DecisionNo = null, string? InvalidPercent = null, bool? IsMartyr = null, int? Page = null, Box? Box = null, string? By = null, string? Note = null)
    : IRowEdit<KinEntry>
{
    IEnumerable<(string Field, string? Text)> IRowEdit<KinEntry>.Texts =>
    [
        ("relation", Relation), ("name", Name), ("birthYear", BirthYear), ("deathDate", DeathDate), ("homePlace", HomePlace), ("certificateNo", CertificateNo),
        ("decisionNo", DecisionNo), ("invalidPercent", InvalidPercent), ("isMartyr", RowField.TextOf(IsMartyr)),
    ];
}

/// <summary>Who confirms, and why.</summary>
public sealed record Confirmation(string? By = null, string? Note = null);

/// <summary>Which stretch of a list.</summary>
public sealed record StretchRequest
{
    public const int DefaultSize = 50;

    /// <summary>As the stretch before gave it.</summary>
    public int? Cursor { get; init; }

    /// <value>1 to 500. Default 50.</value>
    [System.ComponentModel.DataAnnotations.Range(1, 500, ErrorMessage = "size phải từ 1 đến 500.")]
    public int? Size { get; init; }
}
