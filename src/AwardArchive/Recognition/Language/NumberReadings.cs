namespace AwardArchive.Recognition.Language;

/// <summary>Numbers of which recognition took digits for letters: <c>I975</c>, <c>2O15</c>, <c>l6</c>. Never shown, only searched.</summary>
internal static class NumberReadings
{
    public const double Likely = 0.5;

    private const string Ones = "IlÌÍìíỈỉỊịLTtij";
    private const string Naughts = "OoÔôÓóØQ";
    private const string Fives = "SsŠš";

    /// <summary>The same in digits, where digits and their look-alikes stand together, or strokes alone: <c>I</c>, <c>ll</c>; else null.</summary>
    public static string? Of(string core)
    {
        if (core.Length == 0 || core.All(char.IsAsciiDigit)) return null;
        if (!core.Any(char.IsAsciiDigit) && (core.Length > 2 || !core.All(sign => sign is 'I' or 'l' or 'Ì' or 'Í'))) return null;
        var digits = core.Select(DigitOf).ToArray();
        return Array.IndexOf(digits, null) < 0 ? string.Concat(digits) : null;
    }

    /// <summary>Whether a single sign looks like a one.</summary>
    public static bool IsOne(string core) => core.Length == 1 && Ones.Contains(core[0], StringComparison.Ordinal);

    private static char? DigitOf(char sign) => char.IsAsciiDigit(sign) ? sign
        : Ones.Contains(sign, StringComparison.Ordinal) ? '1'
        : Naughts.Contains(sign, StringComparison.Ordinal) ? '0'
        : Fives.Contains(sign, StringComparison.Ordinal) ? '5'
        : null;
}
