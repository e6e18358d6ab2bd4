namespace AwardArchive.Vietnamese;

/// <summary>Phrases that are looked for in texts, the longest at each place; marks as in <see cref="MarkPattern"/>, the text being what was typed.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, (string[] Words, T Value)[]> byFirstWord;

    public PhraseTable(IEnumerable<(string Phrase, T Value)> phrases) =>
        byFirstWord = phrases
            .Select(phrase => (Words: Tokenizer.Tokenize(phrase.Phrase).Select(token => token.Normal()).ToArray(), phrase.Value))
            .GroupBy(phrase => Folding.Fold(phrase.Words[0]))
            .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>In order, not overlapping.</summary>
    public IEnumerable<(int Start, int End, IReadOnlyList<T> Values)> Find(string text)
    {
        Token[] tokens = [.. Tokenizer.Tokenize(text)];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (MatchAt(tokens, i) is not { } match) continue;
            var last = i + match.Words - 1;
            yield return (tokens[i].Start, tokens[last].End, match.Values);
            i = last;
        }
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>How many tokens it takes and all that is kept under it; null when there is none.</returns>
    public (int Words, IReadOnlyList<T> Values)? MatchAt(ReadOnlySpan<Token> tokens, int first)
    {
        if (first >= tokens.Length) return null;
        var pattern = MarkPattern.OfNormal(tokens[first].Normal());
        if (!byFirstWord.TryGetValue(pattern.Folded, out var candidates)) return null;
        var length = 0;
        List<T>? values = null;
        foreach (var (words, value) in candidates)
        {
            if (words.Length < length) break;
            if (!pattern.Matches(words[0]) || !Follow(tokens[(first + 1)..], words.AsSpan(1))) continue;
            length = words.Length;
            (values ??= []).Add(value);
        }
        return values is null ? null : (length, values);
    }

    private static bool Follow(ReadOnlySpan<Token> tokens, ReadOnlySpan<string> words)
    {
        if (tokens.Length < words.Length) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (!MarkPattern.OfNormal(tokens[i].Normal()).Matches(words[i])) return false;
        }
        return true;
    }
}
