using System.Buffers;

namespace AwardArchive.Vietnamese;

/// <summary>The short forms of award papers, both ways. Nothing here rewrites a text: a short form has alternatives, not a meaning.</summary>
/// <remarks>
/// Signs and blanks within do not matter (<c>TĐ-KT</c>, <c>T.Ư</c>, <c>LĐ-TB&amp;XH</c>), and marks as in <see cref="MarkPattern"/>: <c>HDBT</c>
/// may be <c>HĐBT</c>. Small letters are allowed where no word of everyday language reads alike: <c>ubnd</c>, but not <c>ca</c> for <c>CA</c>.
/// </remarks>
public static class Abbreviations
{
    /// <summary>Parts of one short form that blanks or signs divide: <c>L Đ - T B &amp; X H</c>.</summary>
    private const int MaxParts = 8;

    /// <summary>A form as short as this that has a vowel may be a word: <c>ca</c>, <c>tu</c>.</summary>
    private const int WordLike = 3;

    private static readonly SearchValues<char> Joints = SearchValues.Create(" .-–&,");

    private static readonly Abbreviation[] Table =
        [.. EmbeddedTable.Read("abbreviations.tsv").Select(row => new Abbreviation(row[0], row[1], SourceOf(row[2])))];

    private static readonly ILookup<string, (string Key, Abbreviation Row)> ByShort =
        Table.Select(row => (Key: NormalForm.OfWord(row.ShortForm), row)).ToLookup(entry => Folding.Fold(entry.Key), entry => entry);

    private static readonly int LongestShort = ByShort.Max(group => group.Key.Length);

    private static readonly PhraseTable<Abbreviation> ByPhrase = new(Table.Select(row => (row.Phrase, row)));

    public static IReadOnlyList<Abbreviation> All => Table;

    /// <summary>What a short form may stand for.</summary>
    /// <param name="written">The short form and nothing else.</param>
    /// <returns>Empty when it is not known.</returns>
    public static IReadOnlyList<Abbreviation> Expand(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return MeaningsOf(written);
    }

    /// <summary>The short forms of a phrase.</summary>
    /// <param name="phrase">With its marks or without: marks that are written must fit.</param>
    /// <returns>Empty when none is known.</returns>
    public static IReadOnlyList<Abbreviation> Shorten(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        Token[] tokens = [.. Tokenizer.Tokenize(phrase)];
        return ByPhrase.MatchAt(tokens, 0) is { } match && match.Words == tokens.Length ? match.Values : [];
    }

    /// <summary>The short forms in a text, the longest at each place, in order, not overlapping.</summary>
    public static IEnumerable<AbbreviationMention> FindShort(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return EnumerateShort(text);
    }

    /// <summary>The phrases in a text that have short forms, the longest at each place, in order, not overlapping.</summary>
    public static IEnumerable<AbbreviationMention> FindPhrases(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ByPhrase.Find(text).Select(found => new AbbreviationMention(found.Start, found.End, found.Values));
    }

    private static IEnumerable<AbbreviationMention> EnumerateShort(string text)
    {
        Token[] tokens = [.. Tokenizer.Tokenize(text)];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (LongestAt(text, tokens, i) is not { } found) continue;
            yield return new(tokens[i].Start, tokens[found.Last].End, found.Meanings);
            i = found.Last;
        }
    }

    private static (int Last, IReadOnlyList<Abbreviation> Meanings)? LongestAt(string text, Token[] tokens, int first)
    {
        (int, IReadOnlyList<Abbreviation>)? longest = null;
        for (var last = first; last < tokens.Length && last < first + MaxParts; last++)
        {
            if (last > first && !IsJoint(text, tokens[first].Start, tokens[last - 1].End, tokens[last])) break;
            if (tokens[last].IsNumber || tokens[last].End - tokens[first].Start > 4 * LongestShort) break;
            if (MeaningsOf(text.AsSpan(tokens[first].Start..tokens[last].End)) is { Count: > 0 } meanings) longest = (last, meanings);
        }
        return longest;
    }

    /// <summary>A sign joins parts; a blank joins parts in capitals only, else every sentence would be a short form.</summary>
    private static bool IsJoint(string text, int start, int end, Token next)
    {
        var between = text.AsSpan(end, next.Start - end);
        if (between.Length > 3 || between.ContainsAnyExcept(Joints)) return false;
        return between is "." or "-" or "–" or "&" or "," || IsCapitals(text.AsSpan(start..next.End));
    }

    private static IReadOnlyList<Abbreviation> MeaningsOf(ReadOnlySpan<char> written)
    {
        if (written.Length > 4 * LongestShort) return [];
        var pattern = MarkPattern.Of(written);
        if (pattern.Folded.Length > LongestShort || !ByShort.Contains(pattern.Folded)) return [];
        if (pattern.Folded.Length <= WordLike && HasVowel(pattern.Folded) && !IsWrittenAsShort(written, pattern)) return [];
        return [.. ByShort[pattern.Folded].Where(entry => pattern.Matches(entry.Key)).Select(entry => entry.Row)];
    }

    private static bool HasVowel(string folded)
    {
        foreach (var character in folded)
        {
            if (Letter.TryRead(character, out var letter) && letter.IsVowel) return true;
        }
        return false;
    }

    /// <summary>In capitals, or in the mixed case of the table (<c>QyĐ</c>).</summary>
    private static bool IsWrittenAsShort(ReadOnlySpan<char> written, MarkPattern pattern)
    {
        if (IsCapitals(written)) return true;
        var letters = string.Concat(NormalForm.Of(written.ToString()).Where(char.IsLetter));
        return ByShort[pattern.Folded].Any(entry => string.Equals(entry.Row.ShortForm, letters, StringComparison.Ordinal));
    }

    private static bool IsCapitals(ReadOnlySpan<char> written)
    {
        foreach (var character in written)
        {
            if (char.IsLetter(character) && !char.IsUpper(character)) return false;
        }
        return true;
    }

    private static AbbreviationSource SourceOf(string mark) => mark switch
    {
        "ND30" => AbbreviationSource.Decree30,
        "met" => AbbreviationSource.Papers,
        "used" => AbbreviationSource.Usage,
        _ => throw new InvalidOperationException($"Unknown source '{mark}' in abbreviations.tsv."),
    };
}
