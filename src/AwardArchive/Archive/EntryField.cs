namespace AwardArchive.Archive;

/// <summary>The fields of an award entry that a person may correct.</summary>
internal static class EntryField
{
    public static readonly IReadOnlyList<RowField<AwardEntry>> All =
    [
        RowField.Word<AwardEntry>("kind", entry => RowField.NameOf(entry.Kind), (entry, value) => entry with
        {
            Kind = Enum.TryParse<RecipientKind>(value, ignoreCase: true, out var kind) ? kind : RecipientKind.Person,
        }),
        new("name", entry => entry.Name, (entry, fact) => fact is null ? entry : entry with { Name = fact }),
        new("rowNumber", entry => entry.RowNumber, (entry, fact) => entry with { RowNumber = fact }),
        new("birthYear", entry => entry.BirthYear, (entry, fact) => entry with { BirthYear = fact }),
        new("sex", entry => entry.Sex, (entry, fact) => entry with { Sex = fact }),
        new("homePlace", entry => entry.HomePlace, (entry, fact) => entry with { HomePlace = fact }),
        new("service", entry => entry.Service, (entry, fact) => entry with { Service = fact }),
        new("reason", entry => entry.Reason, (entry, fact) => entry with { Reason = fact }),
        new("award", entry => entry.Award, (entry, fact) => entry with { Award = fact }),
        new("awardClass", entry => entry.AwardClass, (entry, fact) => entry with { AwardClass = fact }),
        new("certificateNo", entry => entry.CertificateNo, (entry, fact) => entry with { CertificateNo = fact }),
        RowField.Word<AwardEntry>("isPosthumous", entry => RowField.TextOf(entry.IsPosthumous)!, (entry, value) => entry with { IsPosthumous = value == "true" }),
        RowField.PlaceOf<AwardEntry>((entry, page, box) => entry with { Page = page, Box = box }),
    ];
}
