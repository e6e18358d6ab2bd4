using AwardArchive.Archive;

namespace AwardArchive.Dossiers;

/// <summary>A dossier as a person enters it; of one that exists, what is null stays and an empty text takes away.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="ExpectedPages">As its cover says; 0 takes away.</param>
/// <param name="ExpectedSheets">The number of its last sheet; 0 takes away.</param>
/// <param name="Record">Fields of the record by their names in the circular; derived ones are refused.</param>
/// <param name="Kind"><c>heroicMother</c>; empty takes away, as long as nobody decided anything in its case.</param>
public sealed record DossierEdit(
    string? Title = null, DossierPlaceEdit? Place = null, int? ExpectedPages = null, int? ExpectedSheets = null,
    IReadOnlyDictionary<string, string?>? Record = null, string? Kind = null);

/// <inheritdoc cref="DossierPlace"/>
public sealed record DossierPlaceEdit(string? Fonds = null, string? Catalog = null, string? Box = null, string? Number = null, string? Shelf = null);

/// <summary>Which sheets of the dossier a document is; both null: not known.</summary>
public sealed record Membership(int? SheetFrom = null, int? SheetTo = null);

/// <summary>What a person says of a proposal.</summary>
public sealed record ProposalAnswer(string? By = null, string? Note = null);
