using System.Security.Cryptography;
using System.Text;
using AwardArchive.Archive;

namespace AwardArchive.Verification.Cases;

/// <summary>Somebody whom a declaration or a submission names and the case does not have.</summary>
/// <param name="Person">With an id of the proposal, and the paper as source.</param>
/// <param name="Reason">In Vietnamese.</param>
public sealed record PersonProposal(CasePerson Person, string FileName, string Reason);

/// <summary>What a paper says of an input, and how well it fits whom it may be about. It counts when somebody accepts it.</summary>
/// <param name="Agreements">The name first; what the paper or the case does not say is left out.</param>
/// <param name="IsDoubtful">Something differs: it may be about somebody else of the same name. To accept it takes a reason.</param>
/// <param name="IsInDossier">Else the paper lies elsewhere in the archive.</param>
/// <param name="Reason">In Vietnamese.</param>
public sealed record EvidenceProposal(
    CaseEvidence Evidence, string FileName, bool IsInDossier, IReadOnlyList<Agreement> Agreements, bool IsDoubtful, string Reason);

/// <summary>What the papers say now that may belong into the case: pure. Nothing of it counts.</summary>
internal static class CaseProposals
{
    /// <summary>Persons of the papers in the dossier whom the case does not have; the mother first.</summary>
    public static IReadOnlyList<PersonProposal> People(CaseState state, IEnumerable<CasePaper> papers)
    {
        var found = new List<PersonProposal>();
        foreach (var paper in papers.Where(paper => paper is { IsInDossier: true, Kind: ProofKind.Declaration or ProofKind.Submission }))
        {
            foreach (var read in paper.People)
            {
                var role = RoleOf(read.Kin.Relation);
                if (role == CaseRole.Mother && state.Mother is not null) continue;
                var of = read.Kin.Relation == KinRelation.Self ? read.Kin : read.Mother;
                if (state.Mother is { } mother && of is not null && PersonComparer.Name(mother.Name, of.Name.Value) is null) continue; // of another mother
                var person = new CasePerson(IdOf(state.DossierId, paper.Document.Id, role.ToString(), read.Name, read.Kin.BirthYear?.Value), role, read.Name)
                {
                    Birth = read.Kin.BirthYear?.Value,
                    Death = read.Kin.DeathDate?.Value,
                    HomePlace = read.Kin.HomePlace?.Value,
                    Source = SourceOf(paper.Document, read.Kin.Name.AsWritten, read.Kin.Page, read.Kin.Box),
                };
                if (state.People.Any(one => IsSame(one, person)) || found.Exists(one => IsSame(one.Person, person))) continue;
                // A case has one mother: papers that know her name and another birth year speak of the same one.
                if (role == CaseRole.Mother && found.FindIndex(one => one.Person.Role == role && PersonComparer.Name(one.Person.Name, person.Name) is not null) is var known and >= 0)
                {
                    found[known] = found[known] with { Reason = $"{found[known].Reason} {CaseText.Of(paper.Kind!.Value)} ghi sinh {person.Birth}." };
                    continue;
                }
                found.Add(new(person, paper.Document.FileName, $"{CaseText.Of(paper.Kind!.Value)} ghi là {CaseText.Of(role)}{(of is null || role == CaseRole.Mother ? "" : $" của {of.Name.Value}")}."));
            }
        }
        return [.. found.OrderBy(one => one.Person.Role)];
    }

    /// <summary>Evidence that nobody has decided about; what fits best first.</summary>
    public static IReadOnlyList<EvidenceProposal> Evidence(CaseState state, IEnumerable<CasePaper> papers, PersonComparer comparer)
    {
        var numbers = state.Evidence.Where(one => one is { IsAccepted: true, Evidence: { PersonId: not null, CertificateNo: not null } })
            .ToLookup(one => one.Evidence.PersonId, one => one.Evidence.CertificateNo!);
        var found = new List<EvidenceProposal>();
        foreach (var paper in papers.Where(paper => paper.Kind is not null))
        {
            foreach (var read in paper.People)
            {
                foreach (var person in state.People.Where(person => MayBe(paper, read.Kin, person.Role)))
                {
                    if (comparer.Compare(person, read.Kin, [.. numbers[person.Id].Distinct()]) is not { } agreements) continue;
                    if (OfMother(state, read) is { } mother) agreements = [.. agreements, mother];
                    found.AddRange(Said(paper, read.Kin, person.Role).Select(said => Proposal(state, paper, read, person, said, agreements)));
                }
            }
        }
        return
        [
            .. found.DistinctBy(one => one.Evidence.Id).Where(one => state.FindEvidence(one.Evidence.Id) is null)
                .OrderBy(one => one.IsDoubtful).ThenByDescending(one => one.IsInDossier).ThenByDescending(one => one.Agreements.Count(point => point.Level == AgreementLevel.Same)),
        ];
    }

    /// <summary>Whether the paper no longer says what was decided about; in Vietnamese, null when it still does.</summary>
    /// <param name="paper">Null: it is gone from the archive, or withdrawn.</param>
    public static string? Changed(CaseEvidence evidence, CasePaper? paper)
    {
        if (evidence.Source is not { } source) return null;
        if (paper is null) return "Văn bản này không còn trong kho, hoặc đã được rút.";
        if (paper.Document.Sha256 != source.Sha256) return "Bản gốc của văn bản không còn là bản đã xem.";
        if (evidence.Id.Version != ProposedVersion || evidence.Subject is not { } subject) return null; // a person entered it
        return paper.People.Any(read => read.Name == subject && Same(read.Kin.CertificateNo?.Value, evidence.CertificateNo)
            && (evidence.Field != CaseField.InvalidPercent || read.Kin.InvalidPercent?.Value == evidence.Value))
            ? null
            : $"Trang này nay đọc khác: khi quyết định ghi “{source.AsWritten}”. Mục đã quyết định vẫn giữ như cũ; hãy xem lại trang.";

        static bool Same(string? one, string? other) => Mention.KeyOf(one ?? "") == Mention.KeyOf(other ?? "");
    }

    /// <summary>Of ids that are made of what is proposed (RFC 9562); those that persons make are of version 7.</summary>
    private const int ProposedVersion = 8;

    private static EvidenceProposal Proposal(
        CaseState state, CasePaper paper, PaperPerson read, CasePerson person, (string Field, string Value, ProofKind Kind, Fact? On) said, IReadOnlyList<Agreement> agreements)
    {
        var at = said.On ?? read.Kin.Name;
        var box = said.On is null ? read.Kin.Box : read.Kin.Name.Page == at.Page ? at.Box.Union(read.Kin.Name.Box) : at.Box;
        var evidence = new CaseEvidence(
            IdOf(state.DossierId, paper.Document.Id, $"{person.Id:N}", said.Field, said.Value, read.Name, read.Kin.CertificateNo?.Value), person.Id, said.Field, said.Value,
            said.Kind, CaseField.Find(said.Field)!.IsProvedBy(said.Kind, said.Value),
            SourceOf(paper.Document, said.On is null ? read.Kin.Name.AsWritten : $"{read.Kin.Name.AsWritten}: {at.AsWritten}", at.Page, box))
        {
            Subject = read.Name,
            CertificateNo = read.Kin.CertificateNo?.Value,
            DecisionNo = read.Kin.DecisionNo?.Value,
        };
        var isDoubtful = agreements.Any(point => point.Level == AgreementLevel.Differs);
        var reason = $"{CaseText.Of(said.Kind)}{(paper.IsInDossier ? "" : " (ngoài hồ sơ này)")}: {string.Join("; ", agreements.Select(point => point.Text))}."
            + (isDoubtful ? " Có thể là người khác trùng tên." : agreements.Count == 1 ? " Chỉ có họ tên để so sánh." : "");
        return new(evidence, paper.Document.FileName, paper.IsInDossier, agreements, isDoubtful, reason);
    }

    /// <summary>What a paper says of a person, as inputs of the case; whether it proves them is <see cref="CaseField"/>'s to say.</summary>
    private static IEnumerable<(string Field, string Value, ProofKind Kind, Fact? On)> Said(CasePaper paper, KinEntry read, CaseRole role)
    {
        var kind = paper.Kind!.Value;
        if (paper.IsOfInvalid)
        {
            yield return (CaseField.InvalidCertificate, kind == ProofKind.Certificate ? "seen" : "claimed", kind, read.CertificateNo);
            if (read.InvalidPercent is { } percent) yield return (CaseField.InvalidPercent, percent.Value, kind, percent);
            yield break;
        }
        var isFamily = kind is ProofKind.Declaration or ProofKind.Minutes or ProofKind.Submission;
        if (isFamily && role == CaseRole.Child)
        {
            yield return (CaseField.Relation, "birth", kind, null);
            if (kind == ProofKind.Minutes) yield return (CaseField.RelationProved, "true", kind, null);
        }
        if (kind is ProofKind.Certificate) yield return (CaseField.MartyrCertificate, "seen", kind, read.CertificateNo);
        else if (read.IsMartyr || kind is ProofKind.DeathNotice) yield return (CaseField.MartyrCertificate, "claimed", kind, read.CertificateNo);
    }

    private static bool MayBe(CasePaper paper, KinEntry read, CaseRole role) => paper.Kind is ProofKind.Declaration or ProofKind.Minutes or ProofKind.Submission
        ? RoleOf(read.Relation) == role
        : role != CaseRole.Husband || !paper.IsOfInvalid;

    /// <summary>Children of another mother have names too.</summary>
    private static Agreement? OfMother(CaseState state, PaperPerson read) => (state.Mother, read.Mother) switch
    {
        ({ } mother, { } its) => PersonComparer.Name(mother.Name, its.Name.Value) is { } same
            ? new("mother", same.Level, $"khai dưới tên bà mẹ {its.Name.Value}")
            : new("mother", AgreementLevel.Differs, $"khai dưới tên bà mẹ khác: {its.Name.Value}"),
        _ => null,
    };

    private static bool IsSame(CasePerson one, CasePerson other) =>
        one.Role == other.Role && PersonComparer.Name(one.Name, other.Name) is not null && (one.Birth is null || other.Birth is null || one.Birth[..4] == other.Birth[..4]);

    private static CaseRole RoleOf(KinRelation relation) => relation switch
    {
        KinRelation.Self => CaseRole.Mother,
        KinRelation.Husband => CaseRole.Husband,
        _ => CaseRole.Child,
    };

    private static CaseSource SourceOf(Document document, string asWritten, int page, Box box) => new(document.Id, document.Sha256, page, box, asWritten);

    private static Guid IdOf(Guid dossier, Guid document, params string?[] said)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [$"{dossier:N}", $"{document:N}", .. said])));
        var id = hash[..16];
        id[6] = (byte)((id[6] & 0x0f) | (ProposedVersion << 4));
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return new(id, bigEndian: true);
    }
}
