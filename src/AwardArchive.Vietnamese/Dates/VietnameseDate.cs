using System.Globalization;

namespace AwardArchive.Vietnamese;

/// <summary>A date as far as a paper gives it: a day, a month, or a year. Always one of the calendar, 1800 to 2199.</summary>
public readonly record struct VietnameseDate
{
    private VietnameseDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    public int? Month { get; }

    /// <summary>Null where the month is.</summary>
    public int? Day { get; }

    /// <summary>Null when there is no such date: month 13, 30 February, day without a month.</summary>
    public static VietnameseDate? Of(int year, int? month = null, int? day = null) =>
        year is < 1800 or > 2199 || month is < 1 or > 12 || (day is not null && month is null)
            || day < 1 || day > DateTime.DaysInMonth(year, month ?? 1)
            ? null
            : new(year, month, day);

    /// <summary>Reads what <see cref="ToString"/> writes: <c>1968</c>, <c>1968-02</c>, <c>1968-02-03</c>.</summary>
    public static bool TryParse(string? text, out VietnameseDate date)
    {
        date = default;
        if (text is not { Length: 4 or 7 or 10 } || (text.Length > 4 && text[4] != '-') || (text.Length > 7 && text[7] != '-')) return false;
        if (Number(text[..4]) is not { } year) return false;
        var month = text.Length > 4 ? Number(text[5..7]) : null;
        var day = text.Length > 7 ? Number(text[8..]) : null;
        if (text.Length > 4 && month is null || text.Length > 7 && day is null || Of(year, month, day) is not { } read) return false;
        date = read;
        return true;

        static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>ISO 8601, partial where the date is: <c>1968</c>, <c>1968-02</c>, <c>1968-02-03</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Year:D4}{(Month is { } month ? $"-{month:D2}" : "")}{(Day is { } day ? $"-{day:D2}" : "")}");
}
