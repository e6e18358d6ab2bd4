using System.Globalization;

namespace AwardArchive.Dossiers.Retention;

/// <summary>How long a dossier is kept at least.</summary>
/// <param name="Code">As <see cref="RecordFields"/> has it.</param>
/// <param name="Meaning">For people, in Vietnamese.</param>
/// <param name="Years">From the end of the dossier, which is its newest paper; null: for ever, or as a person said elsewhere.</param>
public sealed record RetentionTerm(string Code, string Meaning, int? Years);

/// <summary>The terms, and when they are over. Pure.</summary>
internal static class RetentionTerms
{
    public static readonly IReadOnlyList<RetentionTerm> All =
    [
        new("01", "Vĩnh viễn", null),
        new("02", "70 năm", 70),
        new("03", "50 năm", 50),
        new("04", "30 năm", 30),
        new("05", "20 năm", 20),
        new("06", "10 năm", 10),
        new("07", "Khác", null),
    ];

    /// <summary>Those that end.</summary>
    public static readonly IReadOnlyDictionary<string, RetentionTerm> Ending = All.Where(term => term.Years is not null).ToDictionary(term => term.Code, StringComparer.Ordinal);

    /// <summary>The last day on which the dossier's newest paper may have been written.</summary>
    /// <param name="days">ISO days or parts of them (<c>1968</c>, <c>1968-02</c>); what is none is left out.</param>
    public static DateOnly? EndOf(IEnumerable<string?> days) => days.Select(LastDayOf).Max();

    /// <summary>The first day on which it need not be kept any more; null when the term has no end, or that is beyond the calendar.</summary>
    public static DateOnly? OverOn(RetentionTerm term, DateOnly end) =>
        term.Years is { } years && end.Year + years < DateOnly.MaxValue.Year ? end.AddYears(years).AddDays(1) : null;

    private static DateOnly? LastDayOf(string? day)
    {
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole)) return whole;
        if (DateOnly.TryParseExact(day, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return month.AddDays(DateTime.DaysInMonth(month.Year, month.Month) - 1);
        return int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and <= 9999 ? new DateOnly(year, 12, 31) : null;
    }
}
