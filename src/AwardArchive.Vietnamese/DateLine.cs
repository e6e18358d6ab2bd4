using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AwardArchive.Vietnamese;

/// <summary>Place and date of issue: <c>Đakrông, ngày 10 tháng 02 năm 2015</c>, also with blanks left open, in digits, or without a place.</summary>
/// <param name="Place">As written; null when there is none.</param>
/// <param name="Start">Where it begins in the text, the place included.</param>
/// <param name="Length">To the end of the date.</param>
public sealed record DateLine(string? Place, VietnameseDate Date, int Start, int Length)
{
    /// <summary>What stands where nobody has filled in the day: dots, rules, blanks.</summary>
    private const string Open = @"[\s._…\-]{0,40}";

    // OCR loses marks, and blanks around digits.
    private const string Day = "[Nn]g[aàáảãạâ]y";
    private const string Month = "[Tt]h[aáàảãạâ]ng";
    private const string YearWord = "[Nn][aăãâắằ]m";

    private const string InWords =
        Day + Open + @"(?<day>\d{1,2})?" + Open + Month + Open + @"(?<month>\d{1,2})?" + Open + YearWord + Open + @"(?<year>\d{4})";

    private const string InDigits =
        Day + @"\s{0,3}(?<day>\d{1,2})\s{0,2}[-/.]\s{0,2}(?<month>\d{1,2})\s{0,2}[-/.]\s{0,2}(?<year>\d{4})";

    private const string PlaceWord = @"(?:\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)?|T[PXT]\.?|\p{Ll}{2,6})";

    /// <summary>Not the symbol of a number that stands before it on the same line; in capitals only at the line's start.</summary>
    private const string PlaceWords =
        @"(?:(?:^|[^\p{L}\p{Nd}])(?<place>\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)?(?:[\s\-.]{1,3}" + PlaceWord + @"){0,6}|TP\.?(?:[\s\-.]{0,3}" + PlaceWord
        + @"){1,5})|^\s{0,9}(?<place>\p{Lu}{2,12}(?:[\s\-.]{1,3}\p{Lu}{1,12}){0,5}))";

    private static readonly Regex WithPlace = new(
        PlaceWords + @"\s{0,3},\s{0,3}(?:" + InWords + "|" + InDigits + ")", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Alone = new(
        @"^\s{0,9}(?:" + InWords + "|" + InDigits + ")", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Finds it anywhere in a line, where a place stands before it; without a place only at the line's start.</summary>
    /// <returns>False also where the date is not in the calendar: nothing is repaired.</returns>
    public static bool TryFind(string line, [NotNullWhen(true)] out DateLine? found)
    {
        ArgumentNullException.ThrowIfNull(line);
        var match = WithPlace.Match(line);
        if (!match.Success) match = Alone.Match(line);
        found = null;
        if (!match.Success || DateOf(match) is not { } date) return false;
        var place = match.Groups["place"];
        var start = place.Success ? place.Index : match.Index;
        found = new(place.Success ? place.Value.Trim() : null, date, start, match.Index + match.Length - start);
        return true;
    }

    private static VietnameseDate? DateOf(Match match)
    {
        var (day, month) = (NumberOf(match.Groups["day"]), NumberOf(match.Groups["month"]));
        return VietnameseDate.Of(NumberOf(match.Groups["year"])!.Value, month, month is null ? null : day);
    }

    private static int? NumberOf(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
