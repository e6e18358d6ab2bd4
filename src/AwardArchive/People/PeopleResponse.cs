using AwardArchive.Archive;

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
