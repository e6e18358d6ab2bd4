namespace AwardArchive.Recognition.Language;

/// <summary>Numbers of which recognition took digits for letters or signs: <c>I975</c>, <c>2O15</c>, <c>l6,</c>, <c>§</c>. Never shown, only searched.</summary>
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

    /// <summary>The same word in digits, where they and their look-alikes stand together, or strokes alone: <c>I</c>, <c>ll</c>, <c>IS</c>.</summary>
    /// <param name="text">A word as recognized, signs at its ends and all.</param>
    public static IEnumerable<AlternativeReading> Of(string text)
    {
        var start = text.Length - text.TrimStart('(').Length;
        var number = text.TrimStart('(').TrimEnd('.', ',', ';', ':', ')', '_');
        if (!IsMisread(number)) yield break;
        var isEither = number.AsSpan().ContainsAny(FivesOrEights);
        yield return With('5');
        if (isEither) yield return With('8');

        AlternativeReading With(char fiveOrEight) => new(
            $"{text.AsSpan(0, start)}{string.Concat(number.Select(sign => DigitOf(sign, fiveOrEight)))}{text.AsSpan(start + number.Length)}",
            isEither ? EitherOfTwo : Likely);
    }

    /// <summary>Whether a single sign looks like a one.</summary>
    public static bool IsOne(string core) => core.Length == 1 && Ones.Contains(core[0], StringComparison.Ordinal);

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
