using System.Globalization;

namespace AwardArchive.Archive;

/// <summary>What of the rows of lists does not add up, whoever read them: a gap in their numbers is a row that was not read, or is not there; and the paper says
/// how many there are. Pure functions, so that a row that a person mends takes its warning away.</summary>
internal static class RowWarnings
{
    private const string Missing = "rowsMissing", Repeated = "rowsRepeated", TotalDiffers = "totalDiffers";

    /// <summary>More say nothing new: the list is read badly as a whole.</summary>
    private const int MostWarnings = 20;

    /// <summary>Of the last row of a list nothing tells whether its number was misread; so many rows before it may be missing.</summary>
    private const int MostMissing = 20;

    /// <param name="entries">In reading order.</param>
    /// <param name="totals">How many the paper says there are, in each place where it does; digits.</param>
    public static IReadOnlyList<ReadingWarning> Of(IReadOnlyList<AwardEntry> entries, IReadOnlyList<Fact> totals) =>
        [.. Sequence([.. entries.Where(entry => entry.IsListed || entry.RowNumber is not null)]).Take(MostWarnings), .. Total(entries.Count, totals)];

    /// <summary>Those of a reading, with what its rows say now in the place of what they said.</summary>
    public static IReadOnlyList<ReadingWarning> Again(IReadOnlyList<ReadingWarning> before, IReadOnlyList<AwardEntry> entries, IReadOnlyList<Fact> totals) =>
        [.. before.Where(warning => warning.Kind is not (Missing or Repeated or TotalDiffers)), .. Of(entries, totals)];

    public static int? NumberOf(AwardEntry entry) =>
        int.TryParse(entry.RowNumber?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<ReadingWarning> Sequence(IReadOnlyList<AwardEntry> entries)
    {
        var expected = 1;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            // A row whose number was lost is a row; and each group may count anew.
            if (NumberOf(entry) is not { } number || number == expected || number == 1)
            {
                expected = NumberOf(entry) == 1 ? 2 : expected + 1;
                continue;
            }
            // A number that the next row goes on from was printed so; one that stands alone was more likely misread.
            var goesOn = i + 1 < entries.Count ? NumberOf(entries[i + 1]) == number + 1 : number - expected <= MostMissing;
            var box = entry.RowNumber!.Box;
            if (number > expected && goesOn)
                yield return new(Missing, number == expected + 1 ? $"Không đọc được hàng số {expected}." : $"Không đọc được các hàng từ số {expected} đến số {number - 1}.", entry.Page, box);
            else
                yield return new(Repeated, $"Số thứ tự {number} có nhiều lần hoặc đứng sai chỗ.", entry.Page, box);
            expected = goesOn ? number + 1 : expected + 1;
        }
    }

    /// <summary>Nothing when the entries are as many as the paper says, in one sum or in several.</summary>
    private static IEnumerable<ReadingWarning> Total(int entries, IReadOnlyList<Fact> totals)
    {
        if (totals.Count == 0 || entries == 0) yield break;
        var numbers = totals.Select(total => int.Parse(total.Value, CultureInfo.InvariantCulture)).ToList();
        if (numbers.Contains(entries) || numbers.Sum() == entries) yield break;
        yield return new(TotalDiffers, $"Văn bản nói có {numbers[0]}, đọc được {entries}.", totals[0].Page, totals[0].Box);
    }
}
