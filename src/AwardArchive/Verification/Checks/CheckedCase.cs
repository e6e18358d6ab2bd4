using AwardArchive.Archive;
using AwardArchive.Verification.Cases;
using AwardArchive.Verification.Papers;

namespace AwardArchive.Verification.Checks;

/// <summary>A paper of the dossier, with its facts and the persons of its form that count.</summary>
/// <param name="Name">By which people know it: kind, number and day, or the file's name.</param>
internal sealed record CheckedPaper(Guid DocumentId, string Name, DocumentFacts Facts, IReadOnlyList<KinEntry> People)
{
    public FoundPaper Found { get; } = FoundPaper.Of(DocumentId, Facts, People);
}

/// <summary>Another dossier's case.</summary>
internal sealed record OtherCase(string Title, CaseState State);

/// <summary>An entry of an earlier list that may be the mother's.</summary>
/// <param name="Paper">The decision, as people know it.</param>
/// <param name="IsTitle">It gives the title itself.</param>
/// <param name="IsConfirmed">A person said that it is hers.</param>
/// <param name="Reasons">Why it may be hers, in Vietnamese.</param>
internal sealed record PriorAward(
    Guid EntryId, string Name, string? Award, string? HomePlace, string? Birth, string Paper, bool IsTitle, bool IsConfirmed, IReadOnlyList<string> Reasons, PaperSpot Spot);

/// <summary>All that the checks look at: what they give depends on nothing else.</summary>
/// <param name="AsOf">The day whose law and forms count.</param>
/// <param name="Today">For which "late" is told.</param>
/// <param name="PlacesDiffer">Whether two home places cannot be one, by the history of places.</param>
internal sealed record CheckedCase(
    CaseState State, CaseInputs? Inputs, DateOnly AsOf, DateOnly Today, IReadOnlyList<CheckedPaper> Papers, IReadOnlyList<OtherCase> Others,
    IReadOnlyList<PriorAward> Prior, Func<string, string, bool> PlacesDiffer);
