using System.Globalization;
using AwardArchive.Verification;
using AwardArchive.Verification.Deadlines;
using CsCheck;

namespace AwardArchive.Tests.Verification.Deadlines;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Default;

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 366 * 17].Select(day => new DateOnly(2013, 7, 15).AddDays(day));

    [Fact]
    public void A_counted_day_is_a_working_day_with_so_many_behind_it() => Gen.Select(Days, Gen.Int[1, 60]).Sample((start, days) =>
    {
        var counted = Calendar.After(start, days).Day;
        var between = Enumerable.Range(1, counted.DayNumber - start.DayNumber).Count(after => Calendar.IsWorkingDay(start.AddDays(after)));
        return Calendar.IsWorkingDay(counted) && between == days;
    });

    [Fact]
    public void Counting_in_two_pieces_counts_the_same() => Gen.Select(Days, Gen.Int[1, 30], Gen.Int[1, 30]).Sample((start, one, other) =>
        Calendar.After(Calendar.After(start, one).Day, other).Day == Calendar.After(start, one + other).Day);

    [Fact]
    public void Who_begins_later_is_not_done_earlier() => Gen.Select(Days, Gen.Int[1, 30]).Sample((start, days) =>
        Calendar.After(start, days).Day <= Calendar.After(start.AddDays(1), days).Day);

    [Fact]
    public void No_working_day_is_on_a_Sunday_or_a_fixed_holiday() => Days.Sample(day =>
        !Calendar.IsWorkingDay(day) || (day.DayOfWeek != DayOfWeek.Sunday && (day.Month, day.Day) is not ((1, 1) or (4, 30) or (5, 1) or (9, 2))));

    [Theory]
    [InlineData("2025-01-20", 10, "2025-02-10")] // Tết: Monday to Friday off
    [InlineData("2025-04-18", 10, "2025-05-06")] // Saturday 26-4 is worked for Friday 2-5
    [InlineData("2026-01-01", 2, "2026-01-06")]
    [InlineData("2024-08-30", 1, "2024-09-04")]
    public void Days_off_and_days_worked_instead_count_as_published(string start, int days, string due)
    {
        var counted = Calendar.After(Day(start), days);
        Assert.Equal(Day(due), counted.Day);
        Assert.False(counted.IsEarliest);
        Assert.Empty(counted.Unverified);
    }

    [Fact]
    public void A_year_without_published_days_counts_what_is_sure_and_says_so()
    {
        Assert.False(Calendar.IsPublished(2015));
        // Tết 2015: Wednesday 18-2 to Saturday 21-2 are off in any case.
        Assert.Equal(Day("2015-02-24"), Calendar.After(Day("2015-02-16"), 3).Day);
        Assert.True(Calendar.After(Day("2015-02-16"), 3).IsEarliest);
        Assert.True(Calendar.After(Day("2022-12-31"), 1) is { IsEarliest: false }); // of 2023 only
        Assert.True(Calendar.After(Day("2026-12-31"), 1) is { IsEarliest: true });
    }

    [Fact]
    public void What_only_general_knowledge_knows_is_named() =>
        Assert.Equal([Day("2024-04-29"), Day("2024-05-04")], Calendar.After(Day("2024-04-25"), 6).Unverified);

    [Fact]
    public void Every_day_of_the_tables_is_one_that_the_tables_can_mean()
    {
        foreach (var row in TableFile.Rows("holidays.tsv"))
        {
            Assert.Equal(5, row.Length);
            Assert.Contains(row[1], (string[])["off", "work"]);
            Assert.Contains(row[3], (string[])["seen", "unverified"]);
            // Only a weekend can be worked instead.
            if (row[1] == "work") Assert.Equal(DayOfWeek.Saturday, Day(row[0]).DayOfWeek);
        }
        var calendar = new ChineseLunisolarCalendar();
        foreach (var row in TableFile.Rows("lunar-days.tsv"))
        {
            // One time zone apart: a new moon in the hour between is a day earlier in Vietnam, as in 2030.
            var tet = Day(row[0]);
            var chinese = DateOnly.FromDateTime(calendar.ToDateTime(tet.Year, 1, 1, 0, 0, 0, 0));
            Assert.InRange(chinese.DayNumber - tet.DayNumber, 0, 1);
            var leap = calendar.GetLeapMonth(tet.Year);
            var hung = DateOnly.FromDateTime(calendar.ToDateTime(tet.Year, leap is 2 or 3 ? 4 : 3, 10, 0, 0, 0, 0));
            Assert.InRange(hung.DayNumber - Day(row[1]).DayNumber, 0, 1);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
