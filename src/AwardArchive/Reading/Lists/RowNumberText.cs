using System.Globalization;

namespace AwardArchive.Reading.Lists;

/// <summary>The number at the head of a row: <c>12</c>, <c>12.</c>, <c>l2</c>.</summary>
/// <param name="Value">From 1; 0 is a number misread, of which its neighbors tell more.</param>
/// <param name="IsRepaired">Signs that look like digits were taken for them.</param>
internal readonly record struct RowNumberText(int Value, bool IsRepaired)
{
    /// <summary>No list has ten thousand rows on one count.</summary>
    private const int Longest = 4;

    /// <returns>Null where a word is none.</returns>
    public static RowNumberText? Of(string text)
    {
        var core = text.Trim('.', ',', ')', '(', '/', '-', ':', ';', '_', '\'', '*', '|');
        if (core.Length is 0 or > Longest) return null;
        var digits = DigitText.Of(core);
        return digits is not null && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, digits != core || number == 0) : null;
    }
}
