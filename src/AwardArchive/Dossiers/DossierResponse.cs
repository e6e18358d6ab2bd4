using AwardArchive.Archive;

namespace AwardArchive.Dossiers;

/// <summary>A line of the list of dossiers.</summary>
/// <param name="Pages">That are there.</param>
public sealed record DossierSummary(Guid Id, string Title, DossierPlace Place, int Documents, int Pages, int? ExpectedPages, int Version);

/// <summary>A dossier as REST shows it.</summary>
/// <param name="FolderKey">The folder that its scans came from; null: a person made it.</param>
/// <param name="Pages">That are there.</param>
/// <param name="Record">The fields of Circular 05/2025/TT-BNV, in their order.</param>
/// <param name="Warnings">Missing or double pages and sheets, for a person.</param>
/// <param name="Kind">Null: papers without a case.</param>
public sealed record DossierResponse(
    Guid Id, string Title, DossierPlace Place, int Documents, int Pages, int? ExpectedPages, int? ExpectedSheets, IReadOnlyList<RecordValue> Record,
    IReadOnlyList<string> Warnings, string? FolderKey, DateTimeOffset CreatedAt, int Version, DossierKind? Kind)
{
    internal static DossierResponse Of(Dossier dossier, IReadOnlyList<Document> documents) => new(
        dossier.Id, dossier.Title, dossier.Place, documents.Count, documents.Sum(document => document.PageCount), dossier.ExpectedPages,
        dossier.ExpectedSheets, DossierRecord.Of(dossier, documents), DossierGaps.Of(dossier, documents), dossier.FolderKey, dossier.CreatedAt, dossier.Version, dossier.Kind);
}

/// <summary>A document of a dossier.</summary>
/// <param name="Version">Of the document: its ETag.</param>
/// <param name="Record">The fields of the circular, in their order.</param>
public sealed record DossierDocument(
    Guid Id, int Ordinal, string FileName, int? SheetFrom, int? SheetTo, int PageCount, int Version, IReadOnlyList<RecordValue> Record);

/// <summary>A document that may belong into the dossier.</summary>
/// <param name="MemberId">The document of the dossier that speaks for it.</param>
/// <param name="Number">The number that both have to do with.</param>
/// <param name="Reason">For a person, in Vietnamese.</param>
/// <param name="IsAnnex">One says that it is annexed to the other; else it only names it.</param>
public sealed record ProposalResponse(Guid DocumentId, string FileName, Guid MemberId, string MemberFileName, string Number, string Reason, bool IsAnnex, int Version)
{
    internal static ProposalResponse Of(DossierProposal proposal) => new(
        proposal.Document.Id, proposal.Document.FileName, proposal.Member.Id, proposal.Member.FileName, proposal.Number, (proposal.Kind, proposal.MemberKind) switch
        {
            (ReferenceKind.Annex, _) => $"ghi là kèm theo văn bản số {proposal.Number} của hồ sơ này",
            (_, ReferenceKind.Annex) => $"mang số {proposal.Number}; một văn bản của hồ sơ này ghi là kèm theo nó",
            (ReferenceKind.Citation, _) => $"dẫn văn bản số {proposal.Number} của hồ sơ này",
            _ => $"mang số {proposal.Number}; một văn bản của hồ sơ này dẫn nó",
        },
        ReferenceKind.Annex == proposal.Kind || ReferenceKind.Annex == proposal.MemberKind, proposal.Document.Version);
}
