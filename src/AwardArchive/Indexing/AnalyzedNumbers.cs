using System.Globalization;
using System.Text;

namespace AwardArchive.Indexing;

/// <summary>
/// Finds document numbers and dates in running text, however they are written: <c>26/KH-UBND</c>, <c>26 /KH-UBND</c>, <c>12NQ/HĐNN8</c>;
/// <c>10/02/2015</c>, <c>10.2.2015</c>, <c>ngày 10 tháng 02 năm 2015</c>.
/// </summary>
/// <remarks>Generous on purpose: a key that is no document's number costs a term that nobody asks for.</remarks>
internal static class AnalyzedNumbers
{
    private const int MaxDigits = 5;
    private const int MaxWords = 10; // 03/2014/TTLT-BNV-BQP-BLĐTBXH has six

    public static IReadOnlyList<AnalyzedNumber> Find(string text, IReadOnlyList<AnalyzedWord> words)
    {
        var numbers = new List<AnalyzedNumber>();
        for (var first = 0; first < words.Count; first++)
        {
            if (!words[first].IsNumber || words[first].Exact.Length > MaxDigits) continue;
            if (FindDate(text, words, first) is { } date)
            {
                numbers.Add(date);
                first += date.Count - 1;
                continue;
            }
            var count = 1;
            while (count < MaxWords && first + count < words.Count && IsJoined(text, words, first + count, atHead: count == 1)) count++;
            if (count == 1 || !HasLetters(words, first, count)) continue;
            numbers.Add(new(first, count, KeyOf(words, first, count)));
            first += count - 1;
        }
        return numbers;
    }

    /// <summary>Day, month and year: in digits, or with their names between.</summary>
    private static AnalyzedNumber? FindDate(string text, IReadOnlyList<AnalyzedWord> words, int first)
    {
        var named = first + 4 < words.Count && words[first + 1].Folded == "thang" && words[first + 3].Folded == "nam";
        var digits = first + 2 < words.Count && IsDateSign(text, words, first + 1) && IsDateSign(text, words, first + 2);
        if (!named && !digits) return null;
        var step = named ? 2 : 1;
        var (day, month, year) = (NumberAt(words, first), NumberAt(words, first + step), NumberAt(words, first + step + step));
        return day is >= 1 and <= 31 && month is >= 1 and <= 12 && year is >= 1000 and <= 2999
            ? new(first, named ? 5 : 3, string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"))
            : null;
    }

    private static bool IsDateSign(string text, IReadOnlyList<AnalyzedWord> words, int index) =>
        words[index].Start - words[index - 1].End == 1 && text[words[index - 1].End] is '/' or '-' or '.';

    private static int NumberAt(IReadOnlyList<AnalyzedWord> words, int index) =>
        words[index].IsNumber && words[index].Folded.Length <= 4 ? int.Parse(words[index].Folded, CultureInfo.InvariantCulture) : -1;

    /// <summary>Whether only a sign, or nothing, divides the word from the one before; blanks are allowed after the leading digits only.</summary>
    private static bool IsJoined(string text, IReadOnlyList<AnalyzedWord> words, int index, bool atHead)
    {
        var gap = text.AsSpan(words[index - 1].End..words[index].Start);
        var sign = gap.Trim();
        if (sign.Length != gap.Length && !(atHead && gap.Length <= 4 && sign.Length == 1)) return false;
        return sign is "" or "/" or "-" or "–" or ";"; // OCR reads the slash as a semicolon
    }

    private static bool HasLetters(IReadOnlyList<AnalyzedWord> words, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            if (!words[i].IsNumber) return true;
        }
        return false;
    }

    private static string KeyOf(IReadOnlyList<AnalyzedWord> words, int first, int count)
    {
        var key = new StringBuilder(words[first].Folded.TrimStart('0'));
        for (var i = first + 1; i < first + count; i++) key.Append(words[i].Folded);
        return key.ToString();
    }
}
