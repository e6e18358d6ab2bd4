namespace AwardArchive.Reading.Lists;

/// <summary>Signs that recognition gives for digits, in a place where only a number can stand.</summary>
internal static class DigitText
{
    private static readonly Dictionary<char, char> Digits = Pairs(
        ('0', "OoÔôƠơÓóÒòQDĐØС"), ('1', "IlÌÍìíỈỉỊịiLTtjJ|!¡[]"), ('2', "ZzŽž"), ('3', "ЗзƷʒ"), ('4', "AÂ"), ('5', "SsŠš"), ('6', "bGб"), ('8', "B§&"), ('9', "gqƍ"));

    /// <summary>Signs that stand for nothing else in Vietnamese.</summary>
    private const string NoLetters = "§&ŠŽ";

    /// <returns>The same in digits; null where a sign looks like none. A text without any digit is a number only up to two signs.</returns>
    public static string? Of(string text)
    {
        if (text.Length == 0 || (!text.Any(char.IsAsciiDigit) && (text.Length > 2 || !Digits.TryGetValue(text[0], out var first) || !(first is '1' || NoLetters.Contains(text[0], StringComparison.Ordinal))))) return null;
        var digits = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) digits[i] = text[i];
            else if (Digits.TryGetValue(text[i], out var digit)) digits[i] = digit;
            else return null;
        }
        return new(digits);
    }

    private static Dictionary<char, char> Pairs(params ReadOnlySpan<(char Digit, string Signs)> rows)
    {
        var pairs = new Dictionary<char, char>();
        foreach (var (digit, signs) in rows)
        {
            foreach (var sign in signs) pairs[sign] = digit;
        }
        return pairs;
    }
}
