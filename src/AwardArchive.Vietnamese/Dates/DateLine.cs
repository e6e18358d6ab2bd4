using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace AwardArchive.Vietnamese;

/// <summary>Place and date of issue: <c>Đakrông, ngày 10 tháng 02 năm 2015</c>, also with blanks left open, in digits, or without a place.</summary>
/// <param name="Place">As written; null when there is none.</param>
/// <param name="Repaired">OCR gave letters for digits: its day or month is less sure.</param>
/// <param name="Start">Where it begins in the text, the place included.</param>
/// <param name="Length">To the end of the date.</param>
public sealed record DateLine(string? Place, VietnameseDate Date, bool Repaired, int Start, int Length)
{
    /// <summary>What stands where nobody has filled in the day: dots, rules, blanks.</summary>
    private const string Open = @"[\s._…\-]{0,40}";

    // OCR loses marks, and blanks around digits.
    private const string Day = "[Nn]g[aàáảãạâ]y";
    private const string Month = "[Tt]h[aáàảãạâ]ng";
    private const string YearWord = "[Nn][aăãâắằ]m";

    /// <summary>Digits as OCR gives them in italics: a one as I, l, T, L or Ì, a naught as O or Ô.</summary>
    private const string Digits = @"[\dIlTLÌÍOÔ]{1,2}";

    /// <summary>A month of one sign is a five when it looks like an S, with a shade beside it or not.</summary>
    private const string Five = "5?[SŠ]";

    /// <summary>A day that cannot be read leaves the month: <c>ngày 1Š tháng 10</c>.</summary>
    private const string InWords =
        Day + Open + "(?:(?<day>" + Digits + @")|\S{1,3})?" + Open + Month + Open + "(?<month>" + Digits + "|" + Five + ")?" + Open + YearWord + Open
        + @"(?<year>\d{4})(?<end>[^\p{L}\p{Nd}]|$)";

    private const string InDigits =
        Day + @"\s{0,3}(?<day>\d{1,2})\s{0,2}[-/.]\s{0,2}(?<month>\d{1,2})\s{0,2}[-/.]\s{0,2}(?<year>\d{4})(?<end>[^\p{L}\p{Nd}]|$)";

    private const string PlaceWord = @"(?:\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)?|T[PXT]\.?|\p{Ll}{2,6})";

    private const string CapitalizedPlace =
        @"(?<place>\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)?(?:[\s\-.]{1,3}" + PlaceWord + @"){0,6}|TP\.?(?:[\s\-.]{0,3}" + PlaceWord + "){1,5})";

    /// <summary>Not the symbol of a number that stands before it on the same line; in capitals only at the line's start.</summary>
    private const string PlaceWords =
        @"(?:(?:^|[^\p{L}\p{Nd}])" + CapitalizedPlace + @"|^\s{0,9}(?<place>\p{Lu}{2,12}(?:[\s\-.]{1,3}\p{Lu}{1,12}){0,5}))";

    /// <summary>OCR reads the comma as a dot.</summary>
    private static readonly Regex WithPlace = new(
        PlaceWords + @"\s{0,3}[,.;]\s{0,3}(?:" + InWords + "|" + InDigits + ")", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>At the line's start, without a comma or without a place.</summary>
    private static readonly Regex AtStart = new(
        @"^\s{0,9}(?:" + CapitalizedPlace + @"\s{1,3})?(?:" + InWords + "|" + InDigits + ")", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Finds it anywhere in a line, where a place stands before it; without a place only at the line's start.</summary>
    /// <returns>False also where the date is not in the calendar: nothing is repaired.</returns>
    public static bool TryFind(string line, [NotNullWhen(true)] out DateLine? found)
    {
        ArgumentNullException.ThrowIfNull(line);
        var match = WithPlace.Match(line);
        if (!match.Success) match = AtStart.Match(line);
        found = null;
        if (!match.Success || DateOf(match) is not { } date) return false;
        var place = match.Groups["place"];
        var start = place.Success ? place.Index : match.Index;
        var repaired = HasLetter(match.Groups["day"]) || HasLetter(match.Groups["month"]);
        found = new(place.Success ? place.Value.Trim() : null, date, repaired, start, match.Groups["end"].Index - start);
        return true;
    }

    private static VietnameseDate? DateOf(Match match)
    {
        var (day, month) = (NumberOf(match.Groups["day"]), NumberOf(match.Groups["month"]));
        return VietnameseDate.Of(NumberOf(match.Groups["year"])!.Value, month, month is null ? null : day);
    }

    private static bool HasLetter(Group group) => group.Success && group.Value.Any(char.IsLetter);

    private static int? NumberOf(Group group)
    {
        if (!group.Success) return null;
        if (group.ValueSpan[^1] is 'S' or 'Š') return 5;
        var number = 0;
        foreach (var character in group.ValueSpan)
        {
            var digit = character switch
            {
                'I' or 'l' or 'T' or 'L' or 'Ì' or 'Í' => 1,
                'O' or 'Ô' => 0,
                _ => (int)char.GetNumericValue(character),
            };
            number = (number * 10) + digit;
        }
        return number;
    }
}
