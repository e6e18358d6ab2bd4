using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>What says so.</summary>
[JsonConverter(typeof(CamelCase<ProofKind>))]
public enum ProofKind
{
    /// <summary>The word of who enters it, without a paper.</summary>
    Statement = 0,

    /// <summary>Bản khai of the mother or a relative, giấy ủy quyền.</summary>
    Declaration = 1,

    /// <summary>Bằng "Tổ quốc ghi công" of the Prime Minister, Giấy chứng nhận thương binh, or a certified copy.</summary>
    Certificate = 2,

    /// <summary>One of older make, or for those who are treated like war invalids: it must be exchanged or confirmed first.</summary>
    UnexchangedCertificate = 3,

    /// <summary>A decision, judgment or order.</summary>
    Decision = 4,

    /// <summary>The list annexed to one.</summary>
    AnnexedList = 5,

    /// <summary>Minutes of the commune's meeting.</summary>
    Minutes = 6,

    /// <summary>Tờ trình of an authority.</summary>
    Submission = 7,

    /// <summary>Confirmed in writing by the authority whose matter it is.</summary>
    Confirmation = 8,

    /// <summary>Civil status: birth, adoption, marriage, death, household book.</summary>
    CivilStatus = 9,

    /// <summary>Giấy báo tử.</summary>
    DeathNotice = 10,

    /// <summary>The name stands in an award dossier only (Decree 131/2021/NĐ-CP, article 68, clause 3).</summary>
    AwardDossier = 11,
}

/// <summary>What a paper, or a person without one, says about one input of the case.</summary>
/// <param name="Id">By what it says and where, so that the same is proposed under the same id.</param>
/// <param name="PersonId">Whom it is about; null: the case as a whole.</param>
/// <param name="Field">The input as the case file calls it: <c>martyrCertificate</c>.</param>
/// <param name="Value">As JSON of the case file writes it, without quotes: <c>seen</c>, <c>true</c>, <c>81</c>.</param>
/// <param name="Proves">Else it only claims.</param>
/// <param name="Source">Null: no paper.</param>
public sealed record CaseEvidence(Guid Id, Guid? PersonId, string Field, string Value, ProofKind Kind, bool Proves, CaseSource? Source)
{
    /// <summary>The name that the paper gives to the person; it may be somebody else's too.</summary>
    public string? Subject { get; init; }

    public string? CertificateNo { get; init; }

    public string? DecisionNo { get; init; }
}
