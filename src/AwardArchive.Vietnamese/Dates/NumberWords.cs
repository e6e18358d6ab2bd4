namespace AwardArchive.Vietnamese;

/// <summary>Whole numbers in words, up to 9,999: <c>hai mươi lăm</c>, <c>một nghìn chín trăm linh năm</c>.</summary>
internal static class NumberWords
{
    private const string Thousand = "nghìn";

    /// <summary>
    /// Reads the longest number that begins at a token. Words with all their marks or none; "năm" behind "mười" is the year, five is "lăm".
    /// </summary>
    /// <returns>The number and how many tokens it takes; null when there is none.</returns>
    public static (int Value, int Words)? ReadAt(ReadOnlySpan<Token> tokens, int at)
    {
        var start = at;
        var value = 0;
        if (Digit(tokens, at) is { } thousands && Is(tokens, at + 1, Thousand, "ngàn"))
        {
            (value, at) = (thousands * 1000, at + 2);
            if (HundredsAt(tokens, at) is { } rest) (value, at) = (value + rest.Value, at + rest.Words);
        }
        else if (HundredsAt(tokens, at) is { } small) (value, at) = (small.Value, at + small.Words);
        return at == start ? null : (value, at - start);
    }

    private static (int Value, int Words)? HundredsAt(ReadOnlySpan<Token> tokens, int at)
    {
        if (!((Digit(tokens, at) ?? Zero(tokens, at)) is { } hundreds && Is(tokens, at + 1, "trăm"))) return TensAt(tokens, at);
        var value = hundreds * 100;
        if (Is(tokens, at + 2, "linh", "lẻ") && Digit(tokens, at + 3) is { } single) return (value + single, 4);
        return TensAt(tokens, at + 2) is { } tens && tens.Value >= 10 ? (value + tens.Value, 2 + tens.Words) : (value, 2);
    }

    private static (int Value, int Words)? TensAt(ReadOnlySpan<Token> tokens, int at)
    {
        int value;
        int words;
        if (Is(tokens, at, "mười")) (value, words) = (10, 1);
        else if (Digit(tokens, at) is { } tens && tens > 1 && Is(tokens, at + 1, "mươi")) (value, words) = (tens * 10, 2);
        else return Digit(tokens, at) is { } single ? (single, 1) : null;
        return UnitBehindTens(tokens, at + words, value) is { } unit ? (value + unit, words + 1) : (value, words);
    }

    private static int? UnitBehindTens(ReadOnlySpan<Token> tokens, int at, int tens) =>
        Is(tokens, at, "lăm", "nhăm") ? 5 : tens > 10 && Is(tokens, at, "mốt") ? 1 : Digit(tokens, at) is { } unit && unit != 5 ? unit : null;

    private static int? Digit(ReadOnlySpan<Token> tokens, int at)
    {
        if (at >= tokens.Length || tokens[at].IsNumber) return null;
        return tokens[at].Normal() switch
        {
            "một" or "mot" => 1,
            "hai" => 2,
            "ba" => 3,
            "bốn" or "bon" or "tư" or "tu" => 4,
            "năm" or "nam" => 5,
            "sáu" or "sau" => 6,
            "bảy" or "bay" or "bẩy" => 7,
            "tám" or "tam" => 8,
            "chín" or "chin" => 9,
            _ => null,
        };
    }

    private static int? Zero(ReadOnlySpan<Token> tokens, int at) => Is(tokens, at, "không") ? 0 : null;

    /// <summary>Whether one of the words stands there, with all its marks or none.</summary>
    internal static bool Is(ReadOnlySpan<Token> tokens, int at, params ReadOnlySpan<string> words)
    {
        if (at >= tokens.Length) return false;
        var normal = tokens[at].Normal();
        foreach (var word in words)
        {
            if (normal == NormalForm.OfWord(word) || normal == Folding.Fold(word)) return true;
        }
        return false;
    }
}
