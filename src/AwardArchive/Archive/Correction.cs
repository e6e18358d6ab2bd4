using System.Text.Json;
using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>What a person says about what was read.</summary>
[JsonConverter(typeof(CamelCase<CorrectionAction>))]
public enum CorrectionAction
{
    /// <summary>It is this, not what the machine read.</summary>
    Set = 0,

    /// <summary>The machine read it right.</summary>
    Confirm = 1,

    /// <summary>The paper does not say it; of a row: there is no such row.</summary>
    Remove = 2,

    /// <summary>The machine missed a row.</summary>
    Add = 3,
}

/// <summary>One statement of a person about one field of a document or one of its rows. A row that is written once and never changed:
/// of several about the same thing the last counts, the others are its history.</summary>
public sealed class Correction
{
    public const int MaxBy = 100;

    public const int MaxNote = 1000;

    public Guid DocumentId { get; init; }

    /// <summary>From 1 in each document, in the order of the statements.</summary>
    public int Number { get; init; }

    public CorrectionAction Action { get; init; }

    /// <summary>The row that it is about; null: about the document.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>What kind of row that is; of a statement about the document it says nothing.</summary>
    public RowKind Row { get; init; }

    /// <summary>Name of a <see cref="FactField"/>, or with <see cref="EntryId"/> of a <see cref="RowField{T}"/>; null: about the whole row.</summary>
    public string? Field { get; init; }

    /// <summary>JSON. With <see cref="Field"/> a list of facts, empty where the paper says nothing; without it the whole row, of one that is removed as it was.</summary>
    public required string Value { get; init; }

    /// <summary>The person, as he or she is called.</summary>
    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Note { get; init; }

    /// <summary>The same statement, of the same person and time, about another document that has the page or row it is about.</summary>
    /// <param name="pages">As <see cref="RowField.Moved"/> takes them.</param>
    internal Correction CarriedTo(Guid documentId, int number, int pages, int pageCount) => new()
    {
        DocumentId = documentId,
        Number = number,
        Action = Action,
        EntryId = EntryId,
        Row = Row,
        Field = Field,
        Value = Field is null
            ? Row is RowKind.Kin ? MovedRow<KinEntry>(pages, pageCount) : MovedRow<AwardEntry>(pages, pageCount)
            : JsonSerializer.Serialize(Facts.Select(fact => fact.Moved(pages, pageCount)), JsonSerializerOptions.Web),
        By = By,
        At = At,
        Note = Note,
    };

    private string MovedRow<T>(int pages, int pageCount)
        where T : class, IRow<T> => JsonSerializer.Serialize(RowField.Moved(RowOf<T>(), pages, pageCount), JsonSerializerOptions.Web);

    internal IReadOnlyList<Fact> Facts => JsonSerializer.Deserialize<Fact[]>(Value, JsonSerializerOptions.Web)!;

    /// <summary>Of a statement about a whole row.</summary>
    internal IRow Whole => Row is RowKind.Kin ? RowOf<KinEntry>() : RowOf<AwardEntry>();

    /// <summary>Of a statement about a whole row of that kind.</summary>
    internal T RowOf<T>()
        where T : class, IRow<T> => JsonSerializer.Deserialize<T>(Value, JsonSerializerOptions.Web)!;
}

/// <summary>A statement before it is written.</summary>
/// <param name="EntryId">Null: about the document. Of a row that is added, its future id.</param>
/// <param name="Row">What kind of row.</param>
/// <param name="Field">Null: about the whole row.</param>
/// <param name="Value">JSON, as <see cref="Correction.Value"/>.</param>
internal sealed record Statement(CorrectionAction Action, Guid? EntryId, RowKind Row, string? Field, string Value)
{
    public static Statement About(string field, CorrectionAction action, IReadOnlyList<Fact> facts) => new(action, null, RowKind.Entry, field, Json(facts));

    public static Statement About<T>(Guid row, RowField<T> field, Fact? fact)
        where T : class, IRow<T> => new(
            fact is null ? CorrectionAction.Remove : CorrectionAction.Set, row, T.RowKind, field.Name, Json<IReadOnlyList<Fact>>(fact is null ? [] : [fact]));

    public static Statement About<T>(Guid row, CorrectionAction action, T value)
        where T : class, IRow<T> => new(action, row, T.RowKind, null, Json(value));

    public Correction Signed(Guid documentId, int number, Signature signature, DateTimeOffset at) => new()
    {
        DocumentId = documentId,
        Number = number,
        Action = Action,
        EntryId = EntryId,
        Row = Row,
        Field = Field,
        Value = Value,
        By = signature.By,
        At = at,
        Note = signature.Note,
    };

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}

/// <summary>Who states something, and why.</summary>
internal sealed record Signature(string By, string? Note)
{
    /// <summary>How facts name a person as their source.</summary>
    public const string SourcePrefix = "person:";

    public string Source => SourcePrefix + By;

    /// <summary>The fact as it is when this person says it.</summary>
    public Fact Over(Fact fact) => fact with { Confidence = 1, Source = Source };
}
