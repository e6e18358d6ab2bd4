using AwardArchive.Vietnamese;

namespace AwardArchive.Demo.Papers;

/// <summary>Dates of death as papers have them: a day, a month, a year, or nothing.</summary>
internal static class MartyrDates
{
    /// <summary>ISO 8601; partial now and then, for families often know the year only.</summary>
    public static string Draw(SplitMix64 random, DateOnly first, DateOnly last)
    {
        var date = PaperContext.Iso(random.Date(first, last));
        return random.Chance(0.7f) ? date : date[..(random.Chance(0.5f) ? 7 : 4)];
    }

    /// <summary><c>12/03/1968</c>, <c>03/1968</c>, <c>1968</c>.</summary>
    public static string Short(string? iso) => iso is null ? "" : string.Join('/', iso.Split('-').Reverse());

    /// <summary><c>ngày 12 tháng 3 năm 1968</c>, <c>tháng 3 năm 1968</c>, <c>năm 1968</c>.</summary>
    public static string InWords(string? iso) => !VietnameseDate.TryParse(iso, out var date)
        ? ""
        : (date.Day is { } day ? $"ngày {day:00} " : "") + (date.Month is { } month ? $"tháng {month} " : "") + $"năm {date.Year}";
}
