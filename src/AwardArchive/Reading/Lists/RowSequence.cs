using AwardArchive.Archive;

namespace AwardArchive.Reading.Lists;

/// <summary>Rows count up from one: a number that does not fit between its neighbors was misread.</summary>
internal static class RowSequence
{
    private const string Source = "list-row-sequence/1";
    private const double Mended = 0.6;

    /// <summary>Sets right the numbers that those before and after give away.</summary>
    public static IReadOnlyList<AwardEntry> Mend(IReadOnlyList<AwardEntry> entries)
    {
        var mended = entries.ToArray();
        for (var i = 1; i + 1 < entries.Count; i++)
        {
            if (RowWarnings.NumberOf(mended[i - 1]) is { } before && RowWarnings.NumberOf(entries[i + 1]) == before + 2
                && mended[i].RowNumber is { } number && RowWarnings.NumberOf(mended[i]) != before + 1)
                mended[i] = mended[i] with { RowNumber = number with { Value = $"{before + 1}", Confidence = Math.Round(number.Confidence * Mended, 3), Source = Source } };
        }
        return mended;
    }
}
