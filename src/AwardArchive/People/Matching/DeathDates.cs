using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>Compares days of death: martyrs of one name fell in other years.</summary>
internal static class DeathDates
{
    // Shares among two papers about one person.
    private const double SameYear = 0.9;
    private const double SameDay = 0.85;
    private const double OneOff = 0.04; // by the moon, or as the notice came
    private const double Otherwise = 0.01;

    /// <summary>Most fell in two decades.</summary>
    private const double UsualYear = 1.0 / 15;

    private const double DaysOfYear = 365;

    /// <summary>Null where either paper says nothing.</summary>
    public static Evidence? Compare(VietnameseDate? one, VietnameseDate? other)
    {
        if (one is not { } a || other is not { } b) return null;
        var (written, others) = (a.ToString(), b.ToString());
        if (Math.Abs(a.Year - b.Year) is > 0 and var apart) return new(EvidenceKind.DeathDateDiffers, Math.Log((apart == 1 ? OneOff : Otherwise) / UsualYear), written, others);
        var sameYear = Math.Log(SameYear / UsualYear);
        if (a.Day is null || b.Day is null) return new(EvidenceKind.DeathYearSame, sameYear, written, others);
        return a == b
            ? new(EvidenceKind.DeathDateSame, sameYear + Math.Log(SameDay * DaysOfYear), written, others)
            : new(EvidenceKind.DeathDateDiffers, sameYear + Math.Log(1 - SameDay), written, others);
    }
}
