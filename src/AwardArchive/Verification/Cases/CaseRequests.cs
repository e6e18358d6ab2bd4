using AwardArchive.Archive;

namespace AwardArchive.Verification.Cases;

/// <summary>Somebody of the case as a person enters him or her; of one that exists, what is null stays and an empty text takes away.</summary>
/// <param name="Birth">Four digits or ISO 8601.</param>
/// <param name="Death">ISO 8601, partial where no more is known.</param>
/// <param name="Entries">Award entries of the archive that are of this person.</param>
/// <param name="ProposalId">A person whom a paper names: what is null is taken from there, and the paper is kept as the source.</param>
public sealed record PersonEdit(
    CaseRole? Role = null, string? Name = null, string? Birth = null, string? Death = null, string? HomePlace = null, IReadOnlyList<Guid>? Entries = null,
    Guid? ProposalId = null, string? By = null, string? Reason = null);

/// <summary>What an officer says of an input herself, with a paper or without: without, it only claims.</summary>
/// <param name="PersonId">Null: of the case as a whole.</param>
/// <param name="Field">As the case file calls it: <c>martyrCertificate</c>.</param>
/// <param name="Value">As the case file writes it: <c>seen</c>, <c>true</c>, <c>81</c>.</param>
/// <param name="ClaimOnly">The paper could prove it, but does not.</param>
/// <param name="DocumentId">With <paramref name="Page"/>: where it stands.</param>
/// <param name="Box">Null: the page as a whole.</param>
/// <param name="AsWritten">What is written there.</param>
/// <param name="Subject">The name that stands there.</param>
public sealed record EvidenceEdit(
    Guid? PersonId = null, string? Field = null, string? Value = null, ProofKind? Kind = null, bool ClaimOnly = false, Guid? DocumentId = null, int? Page = null,
    Box? Box = null, string? AsWritten = null, string? Subject = null, string? CertificateNo = null, string? DecisionNo = null, string? By = null, string? Reason = null);

/// <summary>Who decides, and why.</summary>
public sealed record CaseAnswer(string? By = null, string? Reason = null);
