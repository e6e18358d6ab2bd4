using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>Who somebody is in the case of a mother.</summary>
[JsonConverter(typeof(CamelCase<CaseRole>))]
public enum CaseRole
{
    Mother = 0,
    Husband = 1,
    Child = 2,
}

/// <summary>Somebody whom a case is about, as far as people know.</summary>
/// <param name="Name">Without Ông, Bà, Mẹ.</param>
public sealed record CasePerson(Guid Id, CaseRole Role, string Name)
{
    /// <summary>Four digits, or ISO 8601 where the day is known.</summary>
    public string? Birth { get; init; }

    /// <summary>ISO 8601, partial where no more is known.</summary>
    public string? Death { get; init; }

    public string? HomePlace { get; init; }

    /// <summary>The paper that names the person first; null: a person entered it.</summary>
    public CaseSource? Source { get; init; }

    /// <summary>Award entries of the archive that people take for this person.</summary>
    public IReadOnlyList<Guid> Entries { get; init; } = [];
}

/// <summary>A place on a paper, and what stood there when somebody looked at it.</summary>
/// <param name="Sha256">Of the original's bytes.</param>
/// <param name="Page">From 1.</param>
/// <param name="Box">Null: the page as a whole.</param>
/// <param name="AsWritten">The letters on the page.</param>
public sealed record CaseSource(Guid DocumentId, string Sha256, int Page, Box? Box, string AsWritten);
