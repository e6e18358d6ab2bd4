using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>Something in the archive that is not as it should be. A row of the catalog: one an object and incident, kept after it is mended.</summary>
public sealed class Finding
{
    /// <summary>UUID version 7: sorts by time of discovery.</summary>
    public Guid Id { get; init; }

    public FindingKind Kind { get; set; }

    public FindingPlace Place { get; init; }

    /// <summary>The object's key; of a document in the index <c>documents/{id}</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Whose object it is; null when no row knows it.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>The page; null when it is of no page.</summary>
    public int? PageNumber { get; init; }

    /// <summary>SHA-256 of what should be there; null when nothing should, or nobody knows.</summary>
    public string? ExpectedSha256 { get; init; }

    /// <summary>SHA-256 of what is there; null when nothing is.</summary>
    public string? FoundSha256 { get; set; }

    public DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public FindingState State { get; set; }

    /// <summary>When it was repaired or accepted; null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public FindingRemedy Remedy { get; set; }

    /// <summary>The key under which the altered bytes are kept; null when there were none or they were left where they are.</summary>
    public string? QuarantineKey { get; set; }

    /// <summary>For the administrator: what the store said, or why somebody accepted it.</summary>
    public string? Note { get; set; }
}

/// <summary>What is wrong, written as <c>notIndexed</c>.</summary>
[JsonConverter(typeof(CamelCase<FindingKind>))]
public enum FindingKind
{
    /// <summary>The catalog names an object, and the store answers that there is none.</summary>
    Missing = 0,

    /// <summary>Other bytes than were put.</summary>
    Altered = 1,

    /// <summary>The bytes of another object of the catalog.</summary>
    Swapped = 2,

    /// <summary>An object that no row knows, older than uploads take.</summary>
    Orphaned = 3,

    /// <summary>The store has it and fails to read it.</summary>
    Unreadable = 4,

    /// <summary>A document that can be searched by the catalog and not by the index.</summary>
    NotIndexed = 5,

    /// <summary>The index has an older version of it.</summary>
    StaleInIndex = 6,

    /// <summary>The index has what the catalog does not have, or hides.</summary>
    StrayInIndex = 7,
}

/// <summary>Where it was found, written as <c>objects</c>.</summary>
[JsonConverter(typeof(CamelCase<FindingPlace>))]
public enum FindingPlace
{
    /// <summary>In the object store.</summary>
    Objects = 0,

    /// <summary>In the second object store.</summary>
    Second = 1,

    /// <summary>In the index of a machine.</summary>
    Index = 2,
}

/// <summary>Written as <c>open</c>.</summary>
[JsonConverter(typeof(CamelCase<FindingState>))]
public enum FindingState
{
    Open = 0,

    /// <summary>What should be there is there, and was verified.</summary>
    Repaired = 1,

    /// <summary>A person knows of it and leaves it.</summary>
    Accepted = 2,
}

/// <summary>What was done about it, written as <c>fromOtherStore</c>.</summary>
[JsonConverter(typeof(CamelCase<FindingRemedy>))]
public enum FindingRemedy
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>Put back from the other store; altered bytes were set aside.</summary>
    FromOtherStore = 1,

    /// <summary>Nothing: there is no second store.</summary>
    NoOtherStore = 2,

    /// <summary>Nothing: the other store has no good copy either.</summary>
    NoGoodCopy = 3,

    /// <summary>The page is recognized once more, which puts it back.</summary>
    MadeAgain = 4,

    /// <summary>The index took the document from the catalog again.</summary>
    IndexedAgain = 5,

    /// <summary>An orphan that somebody removed.</summary>
    Removed = 6,

    /// <summary>It was as it should be when it was next looked at.</summary>
    FoundWhole = 7,
}
