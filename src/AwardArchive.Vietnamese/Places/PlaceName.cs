namespace AwardArchive.Vietnamese;

/// <summary>What a name of a place is looked up by, and the words that say what kind of unit it is.</summary>
public static class PlaceName
{
    private static readonly PlaceLevel[] Cities = [PlaceLevel.Province, PlaceLevel.District];

    private static readonly (string[] Words, string Type, PlaceLevel[] Levels)[] Types =
    [
        (["thành", "phố"], "thành phố", Cities), (["thị", "trấn"], "thị trấn", [PlaceLevel.Commune]), (["thị", "xã"], "thị xã", [PlaceLevel.District]),
        (["thủ", "đô"], "thành phố", [PlaceLevel.Province]), (["đặc", "khu"], "đặc khu", [PlaceLevel.District, PlaceLevel.Commune]),
        (["tỉnh"], "tỉnh", [PlaceLevel.Province]), (["huyện"], "huyện", [PlaceLevel.District]), (["quận"], "quận", [PlaceLevel.District]),
        (["xã"], "xã", [PlaceLevel.Commune]), (["phường"], "phường", [PlaceLevel.Commune]),
        (["tp"], "thành phố", Cities), (["tx"], "thị xã", [PlaceLevel.District]), (["tt"], "thị trấn", [PlaceLevel.Commune]),
        (["t"], "tỉnh", [PlaceLevel.Province]), (["h"], "huyện", [PlaceLevel.District]), (["q"], "quận", [PlaceLevel.District]),
        (["x"], "xã", [PlaceLevel.Commune]), (["p"], "phường", [PlaceLevel.Commune]),
    ];

    /// <summary>
    /// All letters and digits together, as by <see cref="NormalForm.OfWord"/>: <c>Đa Krông</c>, <c>Đakrông</c> and <c>ĐaKrông</c> are one name.
    /// </summary>
    public static string Key(string name) => Key([.. Tokenizer.Tokenize(name)]);

    /// <summary>Takes the type off: <c>Thị trấn Krông Klang</c>, <c>TP. Huế</c>.</summary>
    /// <returns>The type in full and in small letters, null where there is none; the name as written.</returns>
    public static (string? Type, string Name) Split(string written)
    {
        Token[] tokens = [.. Tokenizer.Tokenize(written)];
        return TypeAt(tokens, 0) is { } type ? (type.Type, written[tokens[type.Words].Start..].Trim()) : (null, written.Trim());
    }

    internal static string Key(ReadOnlySpan<Token> tokens)
    {
        var key = "";
        foreach (var token in tokens) key += token.Normal();
        return key;
    }

    /// <summary>Reads the type that stands at a token.</summary>
    /// <returns>How many tokens it takes, in full, and the levels that have it; null when there is none, or nothing behind it.</returns>
    internal static (int Words, string Type, PlaceLevel[] Levels)? TypeAt(ReadOnlySpan<Token> tokens, int at)
    {
        foreach (var (words, type, levels) in Types)
        {
            if (at + words.Length < tokens.Length && Is(tokens[at], words[0]) && (words.Length == 1 || Is(tokens[at + 1], words[1])))
                return (words.Length, type, levels);
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
