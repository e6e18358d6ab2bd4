using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.People.Matching;

/// <summary>Why mentions may be of one award given twice.</summary>
[JsonConverter(typeof(CamelCase<DuplicateAwardKind>))]
public enum DuplicateAwardKind
{
    /// <summary>One person, one award, one class, several papers.</summary>
    SameAward,

    /// <summary>One number of a certificate for one award on several rows, whoever is named there.</summary>
    SameCertificate,
}

/// <summary>Award entries that may be one award given twice: for people to look at, not a finding.</summary>
/// <param name="Kind">What is the same.</param>
/// <param name="Award">Canonical; null where no paper says it.</param>
/// <param name="AwardClass">Null of awards without classes.</param>
/// <param name="Certificate">As written on the first; only of <see cref="DuplicateAwardKind.SameCertificate"/>.</param>
/// <param name="Mentions">Two at least, in the order of their ids.</param>
public sealed record DuplicateAward(
    DuplicateAwardKind Kind, string? Award, string? AwardClass, string? Certificate, IReadOnlyList<Guid> Mentions)
{
    /// <summary>Of the mentions of one person: those with the same award and class in different papers.</summary>
    /// <remarks>A class that is not said may be any: it is compared with those that say none.</remarks>
    public static IReadOnlyList<DuplicateAward> OfPerson(IEnumerable<PersonMention> mentions) =>
    [
        .. mentions.Where(mention => mention.Award is not null)
            .GroupBy(mention => (mention.Award, mention.AwardClass))
            .Where(award => award.Select(mention => mention.DocumentId).Distinct().Skip(1).Any())
            .Select(award => new DuplicateAward(
                DuplicateAwardKind.SameAward, award.Key.Award, award.Key.AwardClass, null, [.. award.Select(mention => mention.Id).Order()])),
    ];

    /// <summary>Of all mentions: numbers of certificates that come up on several rows for one award. What forms tell of a certificate gives none.</summary>
    public static IReadOnlyList<DuplicateAward> OfCertificates(IEnumerable<PersonMention> mentions) =>
    [
        .. mentions.Where(mention => mention.Row is RowKind.Entry && Mention.CertificateKeyOf(mention.Certificate) is not null)
            .GroupBy(mention => (Number: Mention.CertificateKeyOf(mention.Certificate), mention.Award))
            .Where(rows => rows.Skip(1).Any())
            .Select(rows => rows.OrderBy(mention => mention.Id).ToList())
            .Select(rows => new DuplicateAward(
                DuplicateAwardKind.SameCertificate, rows[0].Award, rows[0].AwardClass, rows[0].Certificate, [.. rows.Select(mention => mention.Id)])),
    ];
}
