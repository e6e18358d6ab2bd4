using System.Globalization;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>A year or day of birth as a cell gives it.</summary>
/// <param name="Value">Four digits, or ISO 8601.</param>
/// <param name="Certainty">Lower where signs were taken for digits or the century was added.</param>
internal readonly record struct BirthYearText(string Value, int Start, int Length, double Certainty)
{
    private const int Earliest = 1820;
    private const int Latest = 2015;

    /// <param name="text">Of a cell that holds nothing else.</param>
    public static BirthYearText? Of(string text)
    {
        if (DateMention.FindAll(text).FirstOrDefault(date => date.Date is { } day && IsPlausible(day.Year)) is { } mention)
            return new(mention.Date.ToString()!, mention.Start, mention.End - mention.Start, 1);
        var best = default(BirthYearText?);
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (Year(text, start, end) is { } year && (best is null || year.Certainty > best.Value.Certainty)) best = year;
            start = end;
        }
        return best;
    }

    private static BirthYearText? Year(string text, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        var written = text[start..end];
        // "19.32": a speck.
        var core = string.Concat(written.Where(char.IsLetterOrDigit));
        if (core.Length is not (4 or 2) || DigitText.Of(core) is not { } digits) return null;
        var certainty = digits == core ? 1 : 0.6;
        if (core.Length != written.Length) certainty *= 0.8;
        // Of old papers: "32".
        if (core.Length == 2)
        {
            if (digits != core) return null;
            (digits, certainty) = ($"19{digits}", 0.5);
        }
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsPlausible(year)
            ? new(digits, start, end - start, certainty) : null;
    }

    private static bool IsPlausible(int year) => year is >= Earliest and <= Latest;
}
