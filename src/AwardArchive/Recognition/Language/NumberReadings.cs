namespace AwardArchive.Recognition.Language;

/// <summary>Numbers of which recognition took digits for letters: <c>I975</c>, <c>2O15</c>, <c>l6</c>.</summary>
internal static class NumberReadings
{
    /// <summary>The same with digits, if at least one digit and nothing but their look-alikes stand there; else null.</summary>
    public static string? OfMixed(string core) => core.Any(char.IsAsciiDigit) && core.Any(sign => !char.IsAsciiDigit(sign)) ? AllDigits(core) : null;

    /// <summary>The same where nothing was read as a digit: <c>II</c>, <c>l</c>.</summary>
    public static string? OfLetters(string core) => core.Length is 1 or 2 && !core.Any(char.IsAsciiDigit) ? AllDigits(core) : null;

    private static string? AllDigits(string core)
    {
        Span<char> digits = stackalloc char[8];
        if (core.Length > digits.Length) return null;
        for (var i = 0; i < core.Length; i++)
        {
            if (DigitOf(core[i]) is not { } digit) return null;
            digits[i] = digit;
        }
        return digits[..core.Length].ToString();
    }

    private static char? DigitOf(char sign) => sign switch
    {
        >= '0' and <= '9' => sign,
        'I' or 'l' or '|' or 'i' or 'Ì' or 'Í' or 'ì' or 'í' or 'Ỉ' or 'ỉ' or 'Ị' or 'ị' or 'L' or 'T' or 't' or 'j' => '1',
        'O' or 'o' or 'Ô' or 'ô' or 'Ó' or 'ó' or 'Ø' or 'Q' => '0',
        'S' or 's' or 'Š' or 'š' => '5',
        'B' => '8',
        'Z' or 'z' => '2',
        'g' or 'q' => '9',
        _ => null,
    };
}
