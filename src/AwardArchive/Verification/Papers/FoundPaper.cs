using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.Papers;

/// <summary>What a paper is to a dossier.</summary>
internal enum PaperKind
{
    Other,
    DeclarationOfMother,
    DeclarationOfRelative,
    PowerOfAttorney,
    Minutes,
    Submission,

    /// <summary>Bằng Tổ quốc ghi công, or an excerpt of a martyr's file.</summary>
    MartyrCertificate,

    /// <summary>Giấy chứng nhận thương binh.</summary>
    InvalidCertificate,

    /// <summary>A commune's confirmation that a widow cared for a martyr's parents.</summary>
    CareConfirmation,
}

/// <summary>A paper in a dossier.</summary>
/// <param name="Level">Of the body that issued it; null where that is not read.</param>
/// <param name="IssuedOn">Null unless the whole day is read.</param>
/// <param name="Names">Whom it is about, folded.</param>
internal sealed record FoundPaper(Guid DocumentId, PaperKind Kind, IssuerLevel? Level, DateOnly? IssuedOn, IReadOnlyList<string> Names)
{
    /// <summary>By what counts: read by the machine or stated by a person.</summary>
    /// <param name="people">Whom the form names.</param>
    public static FoundPaper Of(Guid documentId, DocumentFacts facts, IReadOnlyList<KinEntry> people) => new(
        documentId, KindOf(facts, people), LevelOf(facts), DateOnly.TryParseExact(facts.IssuedOn?.Value, "yyyy-MM-dd", out var day) ? day : null,
        [.. people.Select(kin => Folding.LettersAndDigits(kin.Name.Value))]);

    private static PaperKind KindOf(DocumentFacts facts, IReadOnlyList<KinEntry> people) => facts.Kind?.Value switch
    {
        "Bản khai" or "Tờ khai" => people.Any(kin => kin.Relation == KinRelation.Declarant) ? PaperKind.DeclarationOfRelative : PaperKind.DeclarationOfMother,
        "Giấy ủy quyền" => PaperKind.PowerOfAttorney,
        "Biên bản" => PaperKind.Minutes,
        "Tờ trình" => PaperKind.Submission,
        "Bằng Tổ quốc ghi công" => PaperKind.MartyrCertificate,
        "Trích lục" when people.Any(kin => kin.IsMartyr) => PaperKind.MartyrCertificate,
        "Giấy chứng nhận" when people.Any(kin => kin.InvalidPercent is not null) || Says(facts.Title, "thuongbinh") => PaperKind.InvalidCertificate,
        "Giấy xác nhận" or "Bản xác nhận" when Says(facts.Title, "chamsoc") => PaperKind.CareConfirmation,
        _ => PaperKind.Other,
    };

    private static IssuerLevel? LevelOf(DocumentFacts facts)
    {
        var issuer = Folding.LettersAndDigits(facts.Issuer?.Value ?? "");
        bool Of(params string[] units) => Array.Exists(units, unit => issuer.Contains($"uybannhandan{unit}", StringComparison.Ordinal));
        return Of("xa", "phuong", "thitran", "dackhu") ? IssuerLevel.Commune
            : Of("huyen", "quan", "thixa") ? IssuerLevel.District
            : Of("tinh") ? IssuerLevel.Province
            : issuer.StartsWith("bo", StringComparison.Ordinal) ? IssuerLevel.Ministry
            // A city may be of a province or under the government: its name alone does not tell.
            : null;
    }

    private static bool Says(Fact? fact, string folded) => Folding.LettersAndDigits(fact?.Value ?? "").Contains(folded, StringComparison.Ordinal);
}

internal enum IssuerLevel
{
    Commune,
    District,
    Province,
    Ministry,
}
