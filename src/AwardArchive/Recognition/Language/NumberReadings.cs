namespace AwardArchive.Recognition.Language;

/// <summary>Numbers of which recognition took digits for letters or signs: <c>I975</c>, <c>2O15</c>, <c>l6,</c>, <c>§</c>.</summary>
internal static class NumberReadings
{
    /// <summary>Of signs that are a number, if they are one: nothing but the sign itself speaks for it.</summary>
    private const double Likely = 0.5;

    /// <summary>S is an eight as often as a five.</summary>
    private const double EitherOfTwo = 0.25;

    private const int LongestNumber = 8;

    private const string Ones = "IlÌÍìíỈỉỊịLTtijJ|!¡[]{}";
    private const string Naughts = "OoÔôÓóØQ";
    private const string FivesOrEights = "SsŠš";
    private const char Eight = '§';

    /// <summary>Strokes that are no word where no digit stands among them.</summary>
    private const string Strokes = "IlÌÍ|";

    /// <summary>Beside a digit nothing else than one: T, L and the like may be the letter of a code.</summary>
    private const string SureOnes = "IlÌÍìíỈỉỊị";

    private const string SureNaughts = "OÔÓØ";

    /// <summary>The same word in digits, where they and their look-alikes stand together, or strokes alone: <c>I</c>, <c>ll</c>, <c>IS</c>.</summary>
    /// <param name="text">A word as recognized, signs at its ends and all.</param>
    public static IEnumerable<AlternativeReading> Of(string text)
    {
        if (!IsMisread(text[NumberIn(text)])) return [];
        var readings = InDigits(text);
        return readings.Select(reading => new AlternativeReading(reading, readings.Count > 1 ? EitherOfTwo : Likely));
    }

    /// <summary>All ways to read each sign as a digit, itself only if all are digits; none if a sign is like no digit.</summary>
    public static IReadOnlyList<string> InDigits(string text)
    {
        var range = NumberIn(text);
        var number = text[range];
        if (number.Length is 0 or > LongestNumber || number.Any(sign => DigitOf(sign, '5') is null)) return [];
        return number.AsSpan().ContainsAny(FivesOrEights) ? [With('5'), With('8')] : [With('5')];

        string With(char fiveOrEight) =>
            $"{text.AsSpan(..range.Start.Value)}{string.Concat(number.Select(sign => DigitOf(sign, fiveOrEight)))}{text.AsSpan(range.End.Value)}";
    }

    /// <summary>Whether a single sign looks like a one.</summary>
    public static bool IsOne(string core) => core.Length == 1 && Ones.Contains(core[0], StringComparison.Ordinal);

    /// <summary>Whether it has digits, and beside them only signs that stand in no word and no code with them.</summary>
    public static bool IsOfDigitsAndStrokes(string text)
    {
        var number = text[NumberIn(text)];
        return number.Length <= LongestNumber && number.Any(char.IsAsciiDigit) && !number.All(char.IsAsciiDigit)
            // § before a number is what it is.
            && number[0] != Eight && number.All(sign => char.IsAsciiDigit(sign) || sign == Eight || (SureOnes + SureNaughts).Contains(sign, StringComparison.Ordinal));
    }

    /// <summary>Whether it looks as Roman ones do.</summary>
    public static bool MayBeRoman(string text) => text[NumberIn(text)] is { Length: > 0 } number && number.All(sign => sign is 'I' or 'l' or 'i' or '|');

    private static Range NumberIn(string text)
    {
        var start = text.Length - text.TrimStart('(').Length;
        return start..Math.Max(start, text.TrimEnd('.', ',', ';', ':', ')', '_').Length);
    }

    private static bool IsMisread(string number)
    {
        if (number.Length is 0 or > LongestNumber || number.All(char.IsAsciiDigit)) return false;
        if (number.Any(sign => DigitOf(sign, '5') is null)) return false;
        return number.Any(char.IsAsciiDigit) || number[0] == Eight
            || (number.Length <= 2 && Strokes.Contains(number[0], StringComparison.Ordinal) && number[1..].All(sign => (Strokes + "SŠO").Contains(sign, StringComparison.Ordinal)));
    }

    private static char? DigitOf(char sign, char fiveOrEight) => char.IsAsciiDigit(sign) ? sign
        : Ones.Contains(sign, StringComparison.Ordinal) ? '1'
        : Naughts.Contains(sign, StringComparison.Ordinal) ? '0'
        : FivesOrEights.Contains(sign, StringComparison.Ordinal) ? fiveOrEight
        : sign == Eight ? '8'
        : null;
}
