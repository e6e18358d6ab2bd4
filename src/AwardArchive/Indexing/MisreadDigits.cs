using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>Puts words together that recognition tore by reading a letter as a digit: <c>Th1ên</c>, <c>8ùi</c>.</summary>
/// <remarks>They stay as they are read; what they may have been is for the search to see. Numbers with a letter (345a, 12NQ, QH13) stay apart.</remarks>
internal static class MisreadDigits
{
    /// <summary>The digits that letters are read as: l i, o, s, b g.</summary>
    private const string Suspects = "105869";

    public static IEnumerable<(Token Token, bool IsNumber)> Join(IEnumerable<Token> tokens)
    {
        Token? before = null;
        Token? digit = null;
        foreach (var token in tokens)
        {
            if (digit is { } torn && token.Start == torn.End && IsRestOfWord(token))
            {
                before = token with { Start = before?.Start ?? torn.Start };
                digit = null;
                continue;
            }
            if (before is { } word && digit is null && token.Start == word.End && IsSuspect(token))
            {
                digit = token;
                continue;
            }
            if (before is { } whole) yield return (whole, false);
            if (digit is { } number) yield return (number, true);
            (before, digit) = (null, null);
            if (IsSuspect(token)) digit = token;
            else if (token.IsNumber) yield return (token, true);
            else before = token;
        }
        if (before is { } last) yield return (last, false);
        if (digit is { } lastNumber) yield return (lastNumber, true);
    }

    private static bool IsSuspect(Token token) => token.End - token.Start == 1 && Suspects.Contains(token.Source[token.Start], StringComparison.Ordinal);

    /// <summary>Small letters, at least two, with a vowel: no unit and no suffix of a number.</summary>
    private static bool IsRestOfWord(Token token)
    {
        if (token.IsNumber || !char.IsLower(token.Source[token.Start])) return false;
        var word = Folding.Fold(token.Normal());
        foreach (var letter in word.Length < 2 ? "" : word)
        {
            if (letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y') return true;
        }
        return false;
    }
}
