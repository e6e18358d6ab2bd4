using AwardArchive.Archive;

namespace AwardArchive.Search;

/// <summary>One stretch of the documents that match.</summary>
/// <param name="Total">All that match, on every stretch.</param>
/// <param name="TookMs">Milliseconds, reading the catalog included.</param>
/// <param name="Hits">Best first, or in the order asked for.</param>
/// <param name="Facets">Counted over all that match.</param>
/// <param name="DidYouMean">The query in words that the index has and that find more; null when the query found enough or nothing better is known.</param>
/// <param name="Understood">How the query was taken.</param>
/// <param name="NextCursor">Null at the end.</param>
/// <param name="Complete">How many of all that match have all that was asked for, in the mode told; they come first when hits are ordered by relevance.</param>
/// <param name="Partial">True when the time for an answer was over before all was searched.</param>
public sealed record SearchResponse(
    int Total, double TookMs, IReadOnlyList<SearchHit> Hits, SearchFacets Facets, string? DidYouMean, Understood Understood, string? NextCursor,
    int Complete = 0, bool Partial = false);

/// <summary>A document that matches; facts are null where the paper says nothing.</summary>
/// <param name="Score">Comparable within one query only.</param>
/// <param name="Pages">Up to three, best first; a document found by its facts alone shows its first page.</param>
/// <param name="Matches">Why it is a hit: what of the query stands on these pages and in which form, the closest first.</param>
public sealed record SearchHit(
    Guid DocumentId, string FileName, string? Title, string? Kind, string? Number, string? Symbol, string? IssuedOn, float Score,
    IReadOnlyList<HitPage> Pages, IReadOnlyList<HitMatch> Matches)
{
    /// <summary>Of the persons asked for by name, those that the document has as people, in rows of its list or on its form, the closest first; a few.</summary>
    public IReadOnlyList<HitPerson> People { get; init; } = [];
}

/// <summary>A row of an award list, or a person of a form, as it is stated now.</summary>
/// <param name="EntryId">Of the row.</param>
/// <param name="Page">From 1.</param>
/// <param name="Box">Around the row, in pixels of the page image; all zero where nobody has said where it stands.</param>
/// <param name="How">Why the name is held for the one asked for.</param>
public sealed record HitPerson(Guid EntryId, string Name, string? BirthYear, string? HomePlace, int Page, Box Box, MatchKind How);

/// <param name="Query">The part of the query.</param>
/// <param name="Text">What stands for it on a page, in normal form.</param>
/// <param name="How">Why it is held for it.</param>
public sealed record HitMatch(string Query, string Text, MatchKind How);

/// <param name="Number">From 1.</param>
/// <param name="Snippet">About 200 characters, in runs of hits and of what is around them.</param>
public sealed record HitPage(int Number, IReadOnlyList<SnippetRun> Snippet);

/// <summary>What a search can be narrowed by, each most frequent first but for the years.</summary>
/// <param name="Year">Of issue, latest first.</param>
/// <param name="Award">What the paper is about and what its rows give, each by itself and with its class; counts are of papers.</param>
/// <param name="Place">Of issue, as on the paper.</param>
/// <param name="Dossier">Ids.</param>
public sealed record SearchFacets(
    IReadOnlyList<FacetValue> Kind, IReadOnlyList<FacetValue> Year, IReadOnlyList<FacetValue> Issuer, IReadOnlyList<FacetValue> Award,
    IReadOnlyList<FacetValue> Place, IReadOnlyList<FacetValue> Dossier);

public sealed record FacetValue(string Value, int Count);

/// <summary>How a query was taken.</summary>
/// <param name="Query">The parts that were looked for, in normal form.</param>
/// <param name="Mode">How strictly.</param>
/// <param name="Notes">What a person should know, in Vietnamese; empty when the query was taken as typed.</param>
public sealed record Understood(string Query, MatchMode Mode, IReadOnlyList<string> Notes);
