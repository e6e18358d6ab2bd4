using System.Globalization;

namespace AwardArchive.Verification.Deadlines;

/// <summary>Deadlines by step and by the law of the day on which the papers came; what was read, and where, stands in <c>deadlines.tsv</c>.</summary>
internal static class DeadlineRules
{
    /// <summary>Days off that a year without data can have beyond those of every year: the fifth day of Tết, the second of the National Day, and those given for
    /// holidays on a weekend.</summary>
    private const int MostHiddenDaysOff = 10;

    private static readonly Rule[] Rules = [.. TableFile.Rows("deadlines.tsv").Select(Rule.Of)];

    /// <param name="receivedOn">When the level got the papers.</param>
    /// <param name="doneOn">When it sent them on; null: not yet.</param>
    /// <param name="asOf">The day for which "late" is told while it is not done.</param>
    /// <returns>Null where no law of that day has the step: before the decree, or the district after it ended.</returns>
    public static StepDeadline? Of(DossierStep step, DateOnly receivedOn, DateOnly? doneOn, DateOnly asOf)
    {
        if (Array.Find(Rules, rule => rule.Step == step && rule.From <= receivedOn && !(rule.To < receivedOn)) is not { } found) return null;
        if (found.WorkingDays is not { } days)
            return new(step, receivedOn, doneOn, null, null, null, found.Basis, ["Chưa đọc được thời hạn của bước này trong Nghị định 83/2025/NĐ-CP (câu hỏi 2)."]);
        var due = WorkCalendar.Default.After(receivedOn, days);
        string[] unsure =
        [
            .. due.IsEarliest ? ["Lịch nghỉ được công bố của năm đó chưa có trong dữ liệu: chỉ trừ thứ bảy, chủ nhật và các ngày lễ năm nào cũng nghỉ; ngày đến hạn thật có thể muộn hơn, không sớm hơn."] : Array.Empty<string>(),
            .. due.Unverified.Count > 0 ? [$"Có ngày nghỉ hoặc ngày làm bù chưa kiểm chứng: {string.Join(", ", due.Unverified.Select(LawInForce.Written))}."] : Array.Empty<string>(),
        ];
        return new(step, receivedOn, doneOn, days, due.Day, IsLate(receivedOn, days, due, doneOn ?? asOf), found.Basis, unsure);
    }

    /// <summary>Late on any reading of the days that are not sure, in time on any, or null.</summary>
    private static bool? IsLate(DateOnly receivedOn, int days, CountedDay due, DateOnly until)
    {
        var longer = due.Unverified.Count + (due.IsEarliest ? MostHiddenDaysOff : 0);
        if (until > WorkCalendar.Default.After(receivedOn, days + longer).Day) return true;
        return until <= WorkCalendar.Default.After(receivedOn, Math.Max(1, days - due.Unverified.Count)).Day ? false : null;
    }

    private sealed record Rule(DateOnly From, DateOnly? To, DossierStep Step, int? WorkingDays, string Basis)
    {
        public static Rule Of(string[] row) => new(
            TableFile.Day(row[0])!.Value, TableFile.Day(row[1]), Enum.Parse<DossierStep>(row[2], ignoreCase: true),
            row[3] == "-" ? null : int.Parse(row[3], CultureInfo.InvariantCulture), row[5]);
    }
}
