namespace AwardArchive.Verification.Deadlines;

/// <summary>A working day that was counted to.</summary>
/// <param name="IsEarliest">A year on the way has no published days off: the true day may be later, never earlier.</param>
/// <param name="Unverified">Days off and days worked on the way that only general knowledge knows.</param>
internal sealed record CountedDay(DateOnly Day, bool IsEarliest, IReadOnlyList<DateOnly> Unverified);

/// <summary>The working days of public offices: Monday to Friday without the days off, and Saturdays worked instead.</summary>
/// <remarks>Of a year whose days off were published all count; of another only those that every year has.</remarks>
internal sealed class WorkCalendar
{
    private readonly Dictionary<DateOnly, (bool IsOff, bool IsVerified)> _published = [];
    private readonly HashSet<int> _years;
    private readonly HashSet<DateOnly> _everyYear = [];

    private WorkCalendar(IEnumerable<string[]> published, IEnumerable<string[]> lunar)
    {
        foreach (var row in published) _published[TableFile.Day(row[0])!.Value] = (row[1] == "off", row[3] != "unverified");
        _years = [.. _published.Keys.Select(day => day.Year)];
        foreach (var row in lunar)
        {
            var tet = TableFile.Day(row[0])!.Value;
            _everyYear.UnionWith([tet.AddDays(-1), tet, tet.AddDays(1), tet.AddDays(2), TableFile.Day(row[1])!.Value]);
        }
    }

    public static WorkCalendar Default { get; } = new(TableFile.Rows("holidays.tsv"), TableFile.Rows("lunar-days.tsv"));

    /// <summary>Whether the days off of the year are known whole.</summary>
    public bool IsPublished(int year) => _years.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        _published.TryGetValue(day, out var special) ? !special.IsOff
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (IsPublished(day.Year) || !IsOffEveryYear(day));

    /// <summary>The last day of so many working days.</summary>
    /// <param name="start">Not counted itself (Bộ luật Dân sự 2015, article 147).</param>
    /// <param name="workingDays">From 1.</param>
    public CountedDay After(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var unverified = new List<DateOnly>();
        var isEarliest = false;
        var day = start;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            isEarliest |= !IsPublished(day.Year);
            if (_published.TryGetValue(day, out var special) && !special.IsVerified) unverified.Add(day);
            if (IsWorkingDay(day)) left--;
        }
        return new(day, isEarliest, unverified);
    }

    private bool IsOffEveryYear(DateOnly day) => (day.Month, day.Day) is (1, 1) or (4, 30) or (5, 1) or (9, 2) || _everyYear.Contains(day);
}
