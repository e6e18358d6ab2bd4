using AwardArchive.Archive;

namespace AwardArchive.People.Matching;

/// <summary>Compares numbers of certificates. One number is of one person; a martyr has one number, whatever forms tell of him.</summary>
internal static class Certificates
{
    /// <summary>However long the number, it may have been copied from the line above.</summary>
    private const double MostSame = 2_000;

    /// <summary>Numbers without a series begin anew in every province, and low ones come up everywhere.</summary>
    private const double WithoutSeries = 1.0 / 20;

    /// <summary>Two numbers of one martyr: one was misread, or the certificate was given anew.</summary>
    private const double Other = 0.05;

    private const double OneLetterOff = 0.3;

    /// <summary>Null where they say nothing of each other: a number is missing, or they may be certificates of two things.</summary>
    /// <param name="name">What the two names say.</param>
    public static Evidence? Compare(ReadMention one, ReadMention other, EvidenceKind name)
    {
        if (one.Certificate is not { } mine || other.Certificate is not { } theirs || !IsOneThing(one.Source, other.Source)) return null;
        var (written, others) = (one.Source.Certificate, other.Source.Certificate);
        if (mine == theirs)
        {
            // What names the number by another name contradicts it, and says nothing of who is meant.
            return name is EvidenceKind.NameDiffers
                ? new(EvidenceKind.CertificateOfAnother, 0, $"{written}, {one.Source.Name}", $"{others}, {other.Source.Name}")
                : new(EvidenceKind.CertificateSame, Math.Log(WeightOf(mine)), written, others);
        }
        // Awards of one name are given again, with other numbers; what forms tell of is given once.
        if (one.Source.Row is not RowKind.Kin || other.Source.Row is not RowKind.Kin || one.Source.CertificateOf is null || other.Source.CertificateOf is null) return null;
        return new(EvidenceKind.CertificateDiffers, Math.Log(IsOneLetterOff(mine, theirs) ? OneLetterOff : Other), written, others);
    }

    private static double WeightOf(string number) =>
        char.IsLetter(number[0]) ? MostSame : Math.Min(MostSame, WithoutSeries * Math.Pow(10, number.Count(char.IsAsciiDigit)));

    private static bool IsOneThing(PersonMention one, PersonMention other) =>
        one.CertificateOf is null || other.CertificateOf is null || one.CertificateOf == other.CertificateOf;

    private static bool IsOneLetterOff(string one, string other) =>
        one.Length == other.Length && one.Zip(other).Count(pair => pair.First != pair.Second) == 1;
}
