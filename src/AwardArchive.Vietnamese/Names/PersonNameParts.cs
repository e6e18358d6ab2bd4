namespace AwardArchive.Vietnamese;

/// <summary>Cuts one name, without aliases, into titles, family, middle and given name.</summary>
internal static class PersonNameParts
{
    private static readonly PhraseTable<string> Titles = new(EmbeddedTable.Read("titles.tsv").Select(row => (row[0], row[0])));

    /// <returns>Null where there is no name, or something that no name has: digits.</returns>
    public static PersonName? Read(string text, int start, int end)
    {
        // Tokens keep their place in the whole text.
        Token[] tokens = [.. Tokenizer.Tokenize(text[..end]).SkipWhile(token => token.Start < start).Select(token => token with { Source = text })];
        if (tokens.Any(token => token.IsNumber)) return null;
        var first = 0;
        List<string> titles = [];
        while (TitleAt(text, tokens, first) is { } words)
        {
            titles.Add(text[tokens[first].Start..tokens[first + words - 1].End]);
            first += words;
        }
        if (first == tokens.Length) return null;
        var family = tokens.Length - first == 1 ? 0 : Math.Max(1, FamilyNames.LengthAt(tokens, first));
        if (family == tokens.Length - first) family = 1;
        var given = tokens.Length - 1;
        return new(titles, Words(text, tokens, first, first + family), Words(text, tokens, first + family, given), Words(text, tokens, given, given + 1)!, [],
            tokens[first].Start, tokens[given].End);
    }

    public static int WordCount(PersonName name) => Tokenizer.Tokenize(name.Full).Count();

    /// <summary>At least one word must stay behind it.</summary>
    private static int? TitleAt(string text, Token[] tokens, int at)
    {
        if (Titles.MatchAt(tokens, at) is not { } title || at + title.Words >= tokens.Length) return null;
        var isWhole = title.Values.Any(words => IsWhole(tokens.AsSpan(at, title.Words), words));
        if (!isWhole) return null;
        var written = text[tokens[at].Start];
        var isName = title.Words == 1 && char.IsUpper(written) && tokens.Length - at > 2 && IsNameToo(tokens[at]) && FamilyNames.LengthAt(tokens, at + 1) == 0;
        return isName ? null : title.Words;
    }

    /// <summary>Ông Ích Khiêm, Chị … : a family name of the table that is also a title.</summary>
    private static bool IsNameToo(Token token) => FamilyNames.LengthAt([token], 0) == 1;

    /// <summary>With all marks or none.</summary>
    private static bool IsWhole(ReadOnlySpan<Token> tokens, string words)
    {
        var at = 0;
        var exact = true;
        var folded = true;
        foreach (var word in Tokenizer.Tokenize(words))
        {
            var normal = tokens[at++].Normal();
            exact &= normal == word.Normal();
            folded &= normal == Folding.Fold(word.Normal());
        }
        return exact || folded;
    }

    private static string? Words(string text, Token[] tokens, int first, int end) =>
        end > first ? string.Join(' ', tokens[first..end].Select(token => NormalForm.Of(text[token.Start..token.End]))) : null;
}
