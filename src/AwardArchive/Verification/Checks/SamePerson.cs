using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.Checks;

/// <summary>How sure it is that two cases name one person.</summary>
internal enum Sameness
{
    Different,

    /// <summary>The name alone: namesakes of one commune are usual.</summary>
    NameOnly,

    /// <summary>Name, and birth, death or home.</summary>
    Likely,

    /// <summary>The number of a certificate, or an award entry that people took for both.</summary>
    Sure,
}

internal static class SamePerson
{
    public static Sameness Compare(
        CasePerson one, IReadOnlySet<string> certificates, CasePerson other, IReadOnlySet<string> otherCertificates, Func<string, string, bool> placesDiffer)
    {
        if (certificates.Overlaps(otherCertificates) || one.Entries.Intersect(other.Entries).Any()) return Sameness.Sure;
        if (!IsOneName(one.Name, other.Name)) return Sameness.Different;
        var agreements = 0;
        foreach (var (mine, theirs) in ((string?, string?)[])[(one.Birth, other.Birth), (one.Death, other.Death)])
        {
            if (!VietnameseDate.TryParse(mine, out var day) || !VietnameseDate.TryParse(theirs, out var otherDay)) continue;
            if (Differ(day, otherDay)) return Sameness.Different;
            agreements++;
        }
        if (one.HomePlace is { } home && other.HomePlace is { } otherHome)
        {
            if (placesDiffer(home, otherHome)) return Sameness.Different;
            agreements++;
        }
        return agreements > 0 ? Sameness.Likely : Sameness.NameOnly;
    }

    /// <summary>Marks aside; a middle name may be missing.</summary>
    public static bool IsOneName(string one, string other) =>
        Folding.LettersAndDigits(one) == Folding.LettersAndDigits(other)
        || (PersonName.TryParse(one, out var name) && PersonName.TryParse(other, out var its) && name.Compare(its).Match >= NameMatch.MarksDiffer);

    /// <summary>Two days, known in whole or in part, that cannot be one.</summary>
    public static bool Differ(VietnameseDate one, VietnameseDate other) =>
        one.Year != other.Year || (one.Month is { } month && other.Month is { } its && month != its) || (one.Day is { } day && other.Day is { } theirs && day != theirs);
}
