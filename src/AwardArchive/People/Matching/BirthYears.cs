using System.Globalization;
using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>Compares birth years and days.</summary>
internal static class BirthYears
{
    // Shares among two papers about one person.
    private const double Same = 0.9;
    private const double OneOff = 0.03; // each side: âm lịch, tuổi mụ
    private const double TwoOff = 0.004;
    private const double OneDigit = 0.005; // each of the years that one digit makes
    private const double Anything = 0.0002; // each of all years

    private const double SameDay = 0.9 * 365;
    private const double OtherDay = 0.1;

    public static Evidence Compare(VietnameseDate? one, VietnameseDate? other, Population population)
    {
        var (written, others) = (one?.ToString(), other?.ToString());
        if (one is not { } a || other is not { } b) return new(EvidenceKind.BirthYearMissing, 0, written, others);
        var (share, kind) = ShareOf(a.Year, b.Year);
        var weight = Math.Log(share / Math.Sqrt(population.Year(a.Year) * population.Year(b.Year)));
        if (a.Year != b.Year || a.Day is null || b.Day is null) return new(kind, weight, written, others);
        return a == b
            ? new(EvidenceKind.BirthDateSame, weight + Math.Log(SameDay), written, others)
            : new(EvidenceKind.BirthDayDiffers, weight + Math.Log(OtherDay), written, others);
    }

    public static bool IsOneDigitOff(int one, int other)
    {
        var (a, b) = (one.ToString(CultureInfo.InvariantCulture), other.ToString(CultureInfo.InvariantCulture));
        return a.Length == b.Length && a.Zip(b).Count(pair => pair.First != pair.Second) == 1;
    }

    private static (double Share, EvidenceKind Kind) ShareOf(int one, int other) => Math.Abs(one - other) switch
    {
        0 => (Same, EvidenceKind.BirthYearSame),
        1 => (OneOff, EvidenceKind.BirthYearNear),
        2 => (TwoOff, EvidenceKind.BirthYearNear),
        _ when IsOneDigitOff(one, other) => (OneDigit, EvidenceKind.BirthYearMisread),
        _ => (Anything, EvidenceKind.BirthYearDiffers),
    };
}
