namespace AwardArchive.Recognition.Language;

/// <summary>
/// The numbers of a page of which digits were read as letters or strokes, and which the page itself gives away: by their row of a list, by the
/// frame of a date, by their own form. A word of digits alone is none of them, whatever stands around it.
/// </summary>
internal sealed class MisreadNumbers
{
    private const string Brackets = "[]{}()";

    private static readonly char[] Joints = ['/', '-', '.'];

    private readonly WordsInContext _page;
    private readonly IReadOnlyDictionary<int, string> _numbersOfRows;
    private readonly bool _hasMonthsInDigits;

    public MisreadNumbers(WordsInContext page)
    {
        _page = page;
        _numbersOfRows = RowNumbers.Of(page);
        var months = Enumerable.Range(0, page.Words.Count).Where(IsMonth).Select(i => page.Cores[i].Core).ToList();
        _hasMonthsInDigits = months.Exists(month => month.Length > 0 && month.All(char.IsAsciiDigit)) && !months.Exists(IsSurelyRoman);
    }

    /// <summary>The word with its digits; null for what is no misread number, or not surely.</summary>
    public string? Of(int i)
    {
        if (_numbersOfRows.TryGetValue(i, out var number)) return number;
        var text = _page.Words[i].Text;
        if (NumberReadings.InDigits(text) is [var reading] && reading != text && (IsInFrame(i) || IsYear(text, reading))) return reading;
        return OfStrokes(text);
    }

    /// <summary>Where nothing but a number stands: <c>ngày … tháng</c>, <c>tháng … năm</c>, <c>hồi … giờ</c>, <c>Điều …</c>; with a digit of its own also after <c>số</c>.</summary>
    private bool IsInFrame(int i)
    {
        var (text, neighbors) = (_page.Words[i].Text, _page.NeighborsOf(i));
        if (IsMonth(i)) return !NumberReadings.MayBeRoman(text) || _hasMonthsInDigits;
        return (neighbors.Before, neighbors.After) switch
        {
            ("ngày", "tháng") or ("hồi", "giờ") => true,
            ("điều", _) => _page.Cores[i - 1].IsCapitalized && (NumberReadings.MayBeRoman(text) || text.Any(char.IsAsciiDigit)),
            ("số", _) => text.Any(char.IsAsciiDigit),
            _ => false,
        };
    }

    private bool IsMonth(int i) => _page.NeighborsOf(i) is { Before: "tháng", After: "năm" };

    private static bool IsSurelyRoman(string month) => month.ContainsAny('V', 'X') && month.All(letter => letter is 'I' or 'V' or 'X');

    private static bool IsYear(string text, string reading) =>
        !text.Any(Brackets.Contains) && WordCore.Of(reading).Core is ['1', '8' or '9', _, _] or ['2', '0', _, _];

    /// <summary>Digits, and beside them nothing but strokes that no word and no code has there: <c>I5</c>, <c>3I6-KT/HĐBT</c>, <c>l9/5/1975</c>.</summary>
    private static string? OfStrokes(string text)
    {
        var made = text.ToCharArray();
        var from = 0;
        foreach (var part in text.Split(Joints))
        {
            if (NumberReadings.IsOfDigitsAndStrokes(part)) NumberReadings.InDigits(part)[0].CopyTo(0, made, from, part.Length);
            else if (IsAssembly(part)) made[from + part.Length - 2] = '1';
            from += part.Length + 1;
        }
        return made.AsSpan().SequenceEqual(text) ? null : new(made);
    }

    /// <summary>The number of a National Assembly in a law's: <c>UBTVQHI3</c>.</summary>
    private static bool IsAssembly(string part) => part is [.., 'Q' or 'O', 'H', 'I' or 'l', >= '0' and <= '9'];
}
