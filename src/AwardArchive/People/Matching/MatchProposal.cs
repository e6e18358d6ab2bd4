namespace AwardArchive.People.Matching;

/// <summary>Two mentions that may be of one person. A proposal only: a person confirms or refuses it.</summary>
/// <param name="One">The smaller id of the two; of a look-up, the person who is looked for.</param>
/// <param name="Other">The larger; of a look-up, the entry.</param>
/// <param name="Probability">That they are of one person, 0 to 1.</param>
/// <param name="IsSure">
/// Probable beyond doubt, and by more than name and place: one birth year, relative or certificate at least. Two of one name in one
/// commune are often two people.
/// </param>
/// <param name="Reasons">The heaviest first.</param>
public sealed record MatchProposal(Guid One, Guid Other, double Probability, bool IsSure, IReadOnlyList<Evidence> Reasons)
{
    private const double Sure = 0.98;

    internal static MatchProposal Of(Guid one, Guid other, double probability, IEnumerable<Evidence> evidence)
    {
        Evidence[] reasons = [.. evidence.OrderByDescending(reason => Math.Abs(reason.Weight)).ThenBy(reason => reason.Kind)];
        var isBacked = reasons.Any(reason => reason.Kind is EvidenceKind.BirthYearSame or EvidenceKind.BirthDateSame
            or EvidenceKind.KinSame or EvidenceKind.CertificateSame or EvidenceKind.DeathDateSame);
        return new(one, other, probability, isBacked && probability >= Sure, reasons);
    }
}
