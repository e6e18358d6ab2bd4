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

    /// <summary>The paper does not say it; of an entry: there is no such row.</summary>
    Remove = 2,

    /// <summary>The machine missed a row.</summary>
    Add = 3,
}

/// <summary>One statement of a person about one field of a document or one of its award entries. A row that is written once and never changed:
/// of several about the same thing the last counts, the others are its history.</summary>
public sealed class Correction
{
    public const int MaxBy = 100;

    public const int MaxNote = 1000;

    public Guid DocumentId { get; init; }

    /// <summary>From 1 in each document, in the order of the statements.</summary>
    public int Number { get; init; }

    public CorrectionAction Action { get; init; }

    /// <summary>Null: about the document.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>Name of a <see cref="FactField"/>, or with <see cref="EntryId"/> of an <see cref="EntryField"/>; null: about the whole entry.</summary>
    public string? Field { get; init; }

    /// <summary>JSON. With <see cref="Field"/> a list of facts, empty where the paper says nothing; without it the whole entry, of one that is removed as it was.</summary>
    public required string Value { get; init; }

    /// <summary>The person, as he or she is called.</summary>
    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Note { get; init; }

    /// <summary>The same statement, of the same person and time, about another document that has the page or row it is about.</summary>
    /// <param name="pages">As <see cref="AwardEntry.Moved"/> takes them.</param>
    internal Correction CarriedTo(Guid documentId, int number, int pages, int pageCount) => new()
    {
        DocumentId = documentId,
        Number = number,
        Action = Action,
        EntryId = EntryId,
        Field = Field,
        Value = Field is null
            ? JsonSerializer.Serialize(Entry.Moved(pages, pageCount), JsonSerializerOptions.Web)
            : JsonSerializer.Serialize(Facts.Select(fact => fact.Moved(pages, pageCount)), JsonSerializerOptions.Web),
        By = By,
        At = At,
        Note = Note,
    };

    internal IReadOnlyList<Fact> Facts => JsonSerializer.Deserialize<Fact[]>(Value, JsonSerializerOptions.Web)!;

    internal AwardEntry Entry => JsonSerializer.Deserialize<AwardEntry>(Value, JsonSerializerOptions.Web)!;
}

/// <summary>A statement before it is written.</summary>
/// <param name="EntryId">Null: about the document. Of an entry that is added, its future id.</param>
/// <param name="Field">Null: about the whole entry.</param>
/// <param name="Facts">Of the field.</param>
/// <param name="Entry">Of the whole entry.</param>
internal sealed record Statement(CorrectionAction Action, Guid? EntryId, string? Field, IReadOnlyList<Fact>? Facts, AwardEntry? Entry)
{
    public static Statement About(string field, CorrectionAction action, IReadOnlyList<Fact> facts) => new(action, null, field, facts, null);

    public static Statement About(Guid entry, string field, Fact? fact) =>
        new(fact is null ? CorrectionAction.Remove : CorrectionAction.Set, entry, field, fact is null ? [] : [fact], null);

    public static Statement About(Guid entry, CorrectionAction action, AwardEntry value) => new(action, entry, null, null, value);

    public Correction Signed(Guid documentId, int number, Signature signature, DateTimeOffset at) => new()
    {
        DocumentId = documentId,
        Number = number,
        Action = Action,
        EntryId = EntryId,
        Field = Field,
        Value = Field is null ? JsonSerializer.Serialize(Entry, JsonSerializerOptions.Web) : JsonSerializer.Serialize(Facts, JsonSerializerOptions.Web),
        By = signature.By,
        At = at,
        Note = signature.Note,
    };
}

/// <summary>Who states something, and why.</summary>
internal sealed record Signature(string By, string? Note)
{
    /// <summary>How facts name a person as their source.</summary>
    public const string SourcePrefix = "person:";

    public string Source => SourcePrefix + By;
}
