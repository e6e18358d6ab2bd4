namespace AwardArchive.Vietnamese;

/// <summary>A date where a text says it, in figures or in words.</summary>
/// <param name="Date">As far as the text gives it; null of a lunar date, which stays text, and of a day without its year.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Start">In the text as given, UTF-16 units.</param>
/// <param name="End">After its last character.</param>
public sealed record DateMention(VietnameseDate? Date, DateForm Form, int Start, int End)
{
    /// <summary>All dates of a text, in order, not overlapping. Linear in its length.</summary>
    /// <param name="text">In any composition.</param>
    /// <remarks>
    /// Read are <c>20/7/1954</c>, <c>20-7-1954</c>, <c>20.7.1954</c> (day first; a month above 12 makes it no date, nothing is turned round),
    /// <c>ngày 20 tháng 7 năm 1954</c>, the same in words, <c>tháng 8 năm 1948</c>, <c>8/1948</c> behind "tháng", <c>năm 1968</c>,
    /// <c>mồng 2 tháng giêng năm 1946</c>. "Âm lịch", a year by its sign (<c>năm Mậu Thân</c>) and days without a year give no date.
    /// A year alone counts only behind "năm".
    /// </remarks>
    public static IReadOnlyList<DateMention> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Token[] tokens = [.. Tokenizer.Tokenize(text)];
        var found = new List<DateMention>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if ((DateFigures.ReadAt(text, tokens, i) ?? DateWords.ReadAt(text, tokens, i)) is not { } date) continue;
            if (date.Mention is { } mention) found.Add(mention);
            i = date.Last;
        }
        return found;
    }
}

/// <summary>How a date is written.</summary>
public enum DateForm
{
    /// <summary><c>20/7/1954</c>, <c>ngày 20 tháng 7 năm 1954</c>.</summary>
    Figures,

    /// <summary><c>ngày hai mươi tháng bảy năm một nghìn chín trăm năm mươi tư</c>; one part in words is enough.</summary>
    Words,

    /// <summary><c>mồng 2 tháng giêng năm 1946</c>: months that also name those of the moon. The day may be another by the sun.</summary>
    MaybeLunar,

    /// <summary>Said to be of the moon, or with a year by its sign: text only.</summary>
    Lunar,

    /// <summary>A day and a month without their year: text only.</summary>
    WithoutYear,
}
