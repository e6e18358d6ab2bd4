namespace AwardArchive.Search.Batch;

/// <summary>A person to look for.</summary>
/// <param name="Name">As written in the list, titles and aliases included.</param>
/// <param name="BirthYear">Null when it is not known.</param>
/// <param name="Place">Home place or any other; null when it is not known.</param>
public sealed record BatchRow(string Name, int? BirthYear = null, string? Place = null);

/// <summary>What the archive has of one person of the list.</summary>
/// <param name="Row">From 1, in the order of the list.</param>
/// <param name="Hits">Best first; empty when nobody of that name was found.</param>
public sealed record BatchAnswer(int Row, string Name, int? BirthYear, string? Place, IReadOnlyList<BatchHit> Hits);

/// <summary>A page that may speak of the person; whether it does, a person decides.</summary>
/// <param name="Score">0 to 1: how well the name, the year of birth and the place agree.</param>
/// <param name="Page">From 1.</param>
/// <param name="Text">The name as it stands there, in normal form; null when only its words stand on the page.</param>
/// <param name="HasBirthYear">Whether the year of birth stands near the name; null when none was given.</param>
/// <param name="HasPlace">Whether the place stands near the name; null when none was given.</param>
/// <param name="Snippet">What stands around it.</param>
public sealed record BatchHit(
    double Score, Guid DocumentId, string FileName, string? Title, string? Number, string? Symbol, string? IssuedOn, int Page, string? Text,
    bool? HasBirthYear, bool? HasPlace, string Snippet);
