using System.Globalization;
using AwardArchive.Archive;

namespace AwardArchive.Reading.Lists;

/// <summary>Rows count up from one: a number that does not fit between its neighbors was misread; a gap is a row that was not read, or is not there.</summary>
internal static class RowSequence
{
    private const string Source = "list-row-sequence/1";
    private const double Mended = 0.6;

    /// <summary>More say nothing new: the list is read badly as a whole.</summary>
    private const int MostWarnings = 20;

    /// <summary>Of the last row of a list nothing tells whether its number was misread; so many rows before it may be missing.</summary>
    private const int MostMissing = 20;

    /// <summary>Sets right the numbers that those before and after give away.</summary>
    public static IReadOnlyList<AwardEntry> Mend(IReadOnlyList<AwardEntry> entries)
    {
        var mended = entries.ToArray();
        for (var i = 1; i + 1 < entries.Count; i++)
        {
            if (NumberOf(mended[i - 1]) is { } before && NumberOf(entries[i + 1]) == before + 2 && mended[i].RowNumber is { } number && NumberOf(mended[i]) != before + 1)
                mended[i] = mended[i] with { RowNumber = number with { Value = $"{before + 1}", Confidence = Math.Round(number.Confidence * Mended, 3), Source = Source } };
        }
        return mended;
    }

    public static IEnumerable<ReadingWarning> Check(IReadOnlyList<AwardEntry> entries) => Find(entries).Take(MostWarnings);

    private static IEnumerable<ReadingWarning> Find(IReadOnlyList<AwardEntry> entries)
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
                yield return new("rowsMissing", number == expected + 1 ? $"Không đọc được hàng số {expected}." : $"Không đọc được các hàng từ số {expected} đến số {number - 1}.", entry.Page, box);
            else
                yield return new("rowsRepeated", $"Số thứ tự {number} có nhiều lần hoặc đứng sai chỗ.", entry.Page, box);
            expected = goesOn ? number + 1 : expected + 1;
        }
    }

    private static int? NumberOf(AwardEntry entry) =>
        int.TryParse(entry.RowNumber?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
