using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>
/// Reads what people type: words, <c>"phrases"</c>, <c>-without</c>, <c>-"without this phrase"</c>. What hangs together around a sign
/// (<c>26/KH-UBND</c>, <c>thi-đua</c>) is a phrase, and may be a document's number. Nothing is an error.
/// </summary>
internal static class SearchQueryParser
{
    public static SearchQuery Parse(string? text)
    {
        var required = new List<SearchClause>();
        var excluded = new List<SearchClause>();
        var room = SearchQuery.MaxWords;
        foreach (var part in Split(text ?? ""))
        {
            var analyzed = AnalyzedText.Of(part.Text);
            if (analyzed.Words.Count == 0) continue;
            if (room == 0) return new(required, excluded, Truncated: true);
            var clause = ClauseOf(analyzed, room);
            var clauses = part.IsExcluded ? excluded : required;
            if (!clauses.Contains(clause)) clauses.Add(clause);
            if (analyzed.Words.Count > room) return new(required, excluded, Truncated: true);
            room -= analyzed.Words.Count;
        }
        return new(required, excluded, Truncated: false);
    }

    private static SearchClause ClauseOf(AnalyzedText text, int room)
    {
        var key = text.Numbers is [{ First: 0 } number] && number.Count == text.Words.Count ? number.Key : null;
        return new([.. text.Words.Take(room).Select(word => new SearchWord(word.Exact, word.Folded))], key);
    }

    /// <summary>Quoted stretches, and what blanks divide.</summary>
    private static IEnumerable<(string Text, bool IsExcluded)> Split(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (IsBlank(text[at]))
            {
                at++;
                continue;
            }
            var excluded = IsMinus(text[at]) && at + 1 < text.Length && !IsBlank(text[at + 1]);
            var start = excluded ? at + 1 : at;
            var close = IsQuote(text[start]) ? NextQuote(text, start + 1) : -1;
            var end = close >= 0 ? close : EndOfChunk(text, start);
            yield return (text[start..end], excluded);
            at = close >= 0 ? close + 1 : end;
        }
    }

    /// <summary>Up to a blank or a quote; over the blank of <c>26 /KH-UBND</c>.</summary>
    private static int EndOfChunk(string text, int start)
    {
        var end = start + 1; // a quote without its partner opens nothing
        while (end < text.Length && !IsQuote(text[end]))
        {
            if (IsBlank(text[end]) && !(char.IsDigit(text[end - 1]) && end + 2 < text.Length && text[end + 1] == '/' && !IsBlank(text[end + 2]))) break;
            end++;
        }
        return end;
    }

    private static int NextQuote(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (IsQuote(text[at])) return at;
        }
        return -1;
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    private static bool IsMinus(char character) => character is '-' or '\u2212';

    private static bool IsQuote(char character) => character is '"' or '“' or '”' or '„' or '«' or '»';
}
