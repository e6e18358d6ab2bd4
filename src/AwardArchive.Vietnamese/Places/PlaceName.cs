namespace AwardArchive.Vietnamese;

/// <summary>What a name of a place is looked up by, and the words that say what kind of unit it is.</summary>
internal static class PlaceName
{
    private static readonly PlaceLevel[] Cities = [PlaceLevel.Province, PlaceLevel.District];

    /// <summary>Longest first where one begins another.</summary>
    private static readonly (string[] Words, PlaceLevel[] Levels)[] Types =
    [
        (["thành", "phố"], Cities), (["thị", "trấn"], [PlaceLevel.Commune]), (["thị", "xã"], [PlaceLevel.District]),
        (["thủ", "đô"], [PlaceLevel.Province]), (["đặc", "khu"], [PlaceLevel.District, PlaceLevel.Commune]),
        (["tỉnh"], [PlaceLevel.Province]), (["huyện"], [PlaceLevel.District]), (["quận"], [PlaceLevel.District]),
        (["xã"], [PlaceLevel.Commune]), (["phường"], [PlaceLevel.Commune]),
        (["tp"], Cities), (["tx"], [PlaceLevel.District]), (["tt"], [PlaceLevel.Commune]),
        (["t"], [PlaceLevel.Province]), (["h"], [PlaceLevel.District]), (["q"], [PlaceLevel.District]),
        (["x"], [PlaceLevel.Commune]), (["p"], [PlaceLevel.Commune]),
    ];

    /// <summary>All letters and digits together: <c>Đa Krông</c>, <c>Đakrông</c> and <c>ĐaKrông</c> are one name.</summary>
    public static string Key(string name) => Key([.. Tokenizer.Tokenize(name)]);

    public static string Key(ReadOnlySpan<Token> tokens)
    {
        var key = "";
        foreach (var token in tokens) key += token.Normal();
        return key;
    }

    /// <summary>Reads the type that stands at a token.</summary>
    /// <returns>How many tokens it takes and the levels that have it; null when there is none, or nothing behind it.</returns>
    public static (int Words, PlaceLevel[] Levels)? TypeAt(ReadOnlySpan<Token> tokens, int at)
    {
        foreach (var (words, levels) in Types)
        {
            if (at + words.Length < tokens.Length && Is(tokens[at], words[0]) && (words.Length == 1 || Is(tokens[at + 1], words[1]))) return (words.Length, levels);
        }
        return null;
    }

    /// <summary>With all marks or none: <c>Phương</c> is no <c>phường</c>. A single letter only before a dot.</summary>
    private static bool Is(Token token, string word)
    {
        var normal = token.Normal();
        if (normal != NormalForm.OfWord(word) && normal != Folding.Fold(word)) return false;
        return word.Length > 1 || (token.End < token.Source.Length && token.Source[token.End] == '.');
    }
}
