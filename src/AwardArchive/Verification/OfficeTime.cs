using System.Globalization;

namespace AwardArchive.Verification;

/// <summary>The clock of the offices: Indochina time, which has been UTC+7 without summer time since 1975.</summary>
internal static class OfficeTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);

    /// <summary><c>09:05 ngày 10-02-2015</c>.</summary>
    public static string Written(DateTimeOffset time) => time.ToOffset(Offset).ToString("HH:mm 'ngày' dd-MM-yyyy", CultureInfo.InvariantCulture);
}
