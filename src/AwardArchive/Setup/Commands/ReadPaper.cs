using AwardArchive.Archive;

namespace AwardArchive.Setup.Commands;

/// <summary>A line of <c>read --json</c>: what stands on a paper; null where it says nothing.</summary>
/// <param name="File">Its base name.</param>
/// <param name="Kind">The paper's own type word; "Công văn" for a letter.</param>
/// <param name="Number">Digits and suffix: <c>345</c> of "Số: 345/QĐ-UB".</param>
/// <param name="Symbol">The rest of the number: <c>QĐ-UB</c>.</param>
/// <param name="IssuedOn">ISO 8601, partial where the paper is.</param>
/// <param name="Issuer">As printed, without the body above it.</param>
/// <param name="Summary">The trích yếu, without "V/v".</param>
/// <param name="Signer">Without titles.</param>
/// <param name="SignerTitle">The signer's own office, without "KT. CHỦ TỊCH" above it.</param>
/// <param name="Award">The canonical name without class.</param>
/// <param name="AwardClass">Nhất, Nhì or Ba.</param>
/// <param name="Recipients">In reading order; of a form of the dossier the person that it is about.</param>
/// <param name="Children">Of the mother whom a form of the dossier is about.</param>
internal sealed record ReadPaper(
    string File,
    string? Kind,
    string? Number,
    string? Symbol,
    string? IssuedOn,
    string? Place,
    string? Issuer,
    string? Summary,
    string? Signer,
    string? SignerTitle,
    string? Award,
    string? AwardClass,
    IReadOnlyList<ReadRecipient> Recipients,
    IReadOnlyList<ReadChild> Children)
{
    public static ReadPaper Of(string file, DocumentReading reading)
    {
        var facts = reading.Facts;
        return new(
            file, facts.Kind?.Value, facts.Number?.Value, facts.Symbol?.Value, facts.IssuedOn?.Value, facts.Place?.Value, facts.Issuer?.Value, facts.Title?.Value,
            facts.Signer?.Value, facts.SignerTitle?.Value, facts.Award?.Value, facts.AwardClass?.Value,
            [.. reading.Recipients().Select(entry => new ReadRecipient(entry.Name.Value, Mention.YearOf(entry.BirthYear), entry.HomePlace?.Value, entry.AwardClass?.Value))],
            [
                .. reading.Kin.Where(kin => kin.Relation == KinRelation.Child)
                    .Select(child => new ReadChild(child.Name.Value, Mention.YearOf(child.BirthYear), child.DeathDate?.Value, child.CertificateNo?.Value)),
            ]);
    }
}

/// <param name="Name">Without Ông, Bà, Mẹ.</param>
/// <param name="Hometown">As printed.</param>
/// <param name="Class">Nhất, Nhì or Ba.</param>
internal sealed record ReadRecipient(string Name, int? BirthYear, string? Hometown, string? Class);

/// <param name="DeathDate">ISO 8601, partial where the paper is.</param>
/// <param name="CertificateNo">Of the Bằng "Tổ quốc ghi công".</param>
internal sealed record ReadChild(string Name, int? BirthYear, string? DeathDate, string? CertificateNo);
