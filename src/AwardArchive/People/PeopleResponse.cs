using AwardArchive.Archive;
using AwardArchive.People.Matching;

namespace AwardArchive.People;

/// <summary>An award entry of a person as REST shows it; null is what the paper does not say.</summary>
/// <param name="BirthYear">Four digits; or ISO 8601 where the paper gives the day.</param>
/// <param name="Sex"><c>male</c> or <c>female</c>.</param>
/// <param name="HomePlace">As printed.</param>
/// <param name="Award">The canonical name without class.</param>
/// <param name="Number">Of the document: <c>345</c> of "Số: 345/QĐ-UB".</param>
/// <param name="Symbol">The rest of it: <c>QĐ-UB</c>.</param>
/// <param name="IssuedOn">ISO 8601, partial where the paper is.</param>
/// <param name="Page">From 1.</param>
/// <param name="Box">Around the whole row, in pixels of the stored page image; all zero where nobody knows.</param>
/// <param name="Confidence">Of the name, 0 to 1.</param>
public sealed record PersonEntryResponse(
    Guid Id, string Name, string? BirthYear, string? Sex, string? HomePlace, string? Award, string? AwardClass, bool IsPosthumous,
    Guid DocumentId, string? Number, string? Symbol, string? IssuedOn, int Page, Box Box, double Confidence);

/// <summary>All that the archive has of a person: the entries that a chain of confirmed pairs joins, or one that nobody has joined.</summary>
/// <param name="Id">The smallest id of its entries; each of them leads here.</param>
/// <param name="Names">Each way it is written, once.</param>
/// <param name="Entries">By the day of the paper.</param>
/// <param name="Contradictions">What two papers say that cannot both be right.</param>
/// <param name="DuplicateAwards">What may be one award given twice.</param>
/// <param name="Decisions">What people said of pairs with one of the entries, oldest first.</param>
public sealed record PersonResponse(
    Guid Id, IReadOnlyList<string> Names, IReadOnlyList<PersonEntryResponse> Entries, IReadOnlyList<ContradictionResponse> Contradictions,
    IReadOnlyList<DuplicateAward> DuplicateAwards, IReadOnlyList<PairDecisionResponse> Decisions);

/// <param name="One">An entry of the person.</param>
/// <param name="Other">Another one.</param>
/// <param name="Text">In Vietnamese, with both values.</param>
public sealed record ContradictionResponse(Guid One, Guid Other, EvidenceKind Kind, string Text);

/// <param name="PairId">What was decided about.</param>
/// <param name="One">An entry.</param>
/// <param name="Other">Another one.</param>
/// <param name="OneName">Its name now.</param>
/// <param name="OtherName">Its name now.</param>
/// <param name="State">What the pair was from then on; proposed: the decision before it is taken back.</param>
public sealed record PairDecisionResponse(
    Guid PairId, Guid One, Guid Other, string OneName, string OtherName, PairState State, string By, DateTimeOffset At, string? Reason);

/// <summary>Two entries that may be of one person.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="IsSure">By more than name and place.</param>
/// <param name="Reasons">The weightiest first.</param>
public sealed record PairResponse(
    Guid Id, PersonEntryResponse One, PersonEntryResponse Other, double Probability, bool IsSure, IReadOnlyList<PairReason> Reasons);
