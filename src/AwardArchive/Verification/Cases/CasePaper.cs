using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.Cases;

/// <summary>Somebody whom a paper names.</summary>
/// <param name="Mother">Whose relative the paper says that is; null: it does not say.</param>
internal sealed record PaperPerson(KinEntry Kin, KinEntry? Mother)
{
    public string Name => Kin.Name.Value;
}

/// <summary>A paper as evidence: what it is, and whom it names.</summary>
/// <param name="Kind">Null: of no use in a case.</param>
/// <param name="IsInDossier">Else it lies elsewhere in the archive.</param>
internal sealed record CasePaper(Document Document, ProofKind? Kind, bool IsOfInvalid, IReadOnlyList<PaperPerson> People, bool IsInDossier)
{
    private const string Merit = "Bằng Tổ quốc ghi công";

    /// <param name="document">With its facts.</param>
    /// <param name="entries">Its award entries that may be of somebody in the case.</param>
    /// <param name="isInDossier">It lies in the dossier of the case.</param>
    public static CasePaper Of(Document document, IReadOnlyList<Entry> entries, bool isInDossier)
    {
        var facts = document.Facts ?? DocumentFacts.None;
        var (kind, isOfInvalid) = KindOf(facts);
        var people = new List<PaperPerson>();
        KinEntry? mother = kind is ProofKind.Declaration ? facts.Kin.FirstOrDefault(kin => kin.Relation == KinRelation.Self) : null;
        foreach (var kin in facts.Kin)
        {
            // Minutes and submissions name one mother after another, each before her children; on a certificate the only person is the one it was given for.
            if (kin.Relation == KinRelation.Self && kind is ProofKind.Minutes or ProofKind.Submission) mother = kin;
            if (kin.Relation is KinRelation.Self or KinRelation.Child or KinRelation.Husband) people.Add(new(kin, kin.Relation == KinRelation.Self ? null : mother));
        }
        if (people.Count == 0 && facts.Award?.Value == Merit)
        {
            kind = facts.AnnexTo is null && facts.Kind?.Value == "Quyết định" ? ProofKind.Decision : ProofKind.AnnexedList;
            people.AddRange(entries.Where(entry => entry.Value.Kind == RecipientKind.Person).Select(entry => new PaperPerson(
                new(KinRelation.Self, entry.Value.Name, entry.Value.Page, entry.Value.Box) { BirthYear = entry.Value.BirthYear, HomePlace = entry.Value.HomePlace, IsMartyr = true }, null)));
        }
        return new(document, people.Count > 0 ? kind : null, isOfInvalid, people, isInDossier);
    }

    private static (ProofKind? Kind, bool IsOfInvalid) KindOf(DocumentFacts facts)
    {
        switch (facts.Kind?.Value)
        {
            case "Biên bản":
                return (ProofKind.Minutes, false);
            case "Tờ trình":
                return (ProofKind.Submission, false);
            case "Bản khai" or "Tờ khai":
                return (ProofKind.Declaration, false);
            case "Giấy báo tử":
                return (ProofKind.DeathNotice, false);
        }
        if (facts.Kin is not [{ Relation: KinRelation.Self } person]) return (null, false);
        var by = Folding.LettersAndDigits($"{facts.SignerTitle?.Value} {facts.Issuer?.Value}");
        // Certificates of Ministers must be exchanged first (Decree 131/2021/NĐ-CP, article 23).
        if (person.IsMartyr) return (by.Contains("botruong", StringComparison.Ordinal) ? ProofKind.UnexchangedCertificate : ProofKind.Certificate, false);
        var title = Folding.LettersAndDigits($"{facts.Title?.Value}");
        return person.InvalidPercent is not null || person.CertificateNo is not null
            ? (title.Contains("nhuthuongbinh", StringComparison.Ordinal) ? ProofKind.UnexchangedCertificate : ProofKind.Certificate, true)
            : (null, false);
    }
}
