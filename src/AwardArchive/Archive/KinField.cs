namespace AwardArchive.Archive;

/// <summary>The fields of a person of a form that a person may correct.</summary>
internal static class KinField
{
    public static readonly IReadOnlyList<RowField<KinEntry>> All =
    [
        RowField.Word<KinEntry>("relation", kin => RowField.NameOf(kin.Relation), (kin, value) =>
            Enum.TryParse<KinRelation>(value, ignoreCase: true, out var relation) ? kin with { Relation = relation } : kin),
        new("name", kin => kin.Name, (kin, fact) => fact is null ? kin : kin with { Name = fact }),
        new("birthYear", kin => kin.BirthYear, (kin, fact) => kin with { BirthYear = fact }),
        new("deathDate", kin => kin.DeathDate, (kin, fact) => kin with { DeathDate = fact }),
        new("homePlace", kin => kin.HomePlace, (kin, fact) => kin with { HomePlace = fact }),
        new("certificateNo", kin => kin.CertificateNo, (kin, fact) => kin with { CertificateNo = fact }),
        new("decisionNo", kin => kin.DecisionNo, (kin, fact) => kin with { DecisionNo = fact }),
        new("invalidPercent", kin => kin.InvalidPercent, (kin, fact) => kin with { InvalidPercent = fact }),
        RowField.Word<KinEntry>("isMartyr", kin => RowField.TextOf(kin.IsMartyr)!, (kin, value) => kin with { IsMartyr = value == "true" }),
        RowField.PlaceOf<KinEntry>((kin, page, box) => kin with { Page = page, Box = box }),
    ];
}
