using AwardArchive.Indexing;
using AwardArchive.Vietnamese;

namespace AwardArchive.Search;

/// <summary>
/// Reads what people type: words, <c>"phrases"</c>, <c>-without</c>, <c>a OR b</c> (HOẶC), <c>( )</c>, <c>a near/5 b</c> (gần/5), <c>prefix*</c>,
/// <c>like~</c>, <c>năm:1985..1990</c>. What hangs together around a sign (<c>26/KH-UBND</c>, <c>thi-đua</c>) is a phrase, and may be a
/// document's number or a date. Nothing is an error.
/// </summary>
internal sealed class SearchQueryParser
{
    /// <summary>Groups within groups; deeper parentheses only divide.</summary>
    private const int MaxDepth = 16;

    private readonly List<QueryToken> tokens;
    private int next;
    private int room = SearchQuery.MaxWords;
    private bool truncated;

    private SearchQueryParser(string text) => tokens = [.. QueryLexer.Cut(text)];

    public static SearchQuery Parse(string? text)
    {
        var parser = new SearchQueryParser(NormalForm.Of(text ?? ""));
        var (required, excluded) = parser.ParseGroup(depth: 0);
        return new(required, excluded, parser.truncated);
    }

    /// <summary>Up to the parenthesis that closes it.</summary>
    private (List<QueryPart> Required, List<QueryPart> Excluded) ParseGroup(int depth)
    {
        var (required, excluded) = (new List<QueryPart>(), new List<QueryPart>());
        var (isOr, near, isNot) = (false, -1, false);
        while (next < tokens.Count && !truncated)
        {
            var token = tokens[next++];
            switch (token.Sign)
            {
                case QuerySign.Or: isOr = true; continue;
                case QuerySign.Near: near = token.Distance; continue;
                case QuerySign.Not: isNot = true; continue;
                case QuerySign.Close when depth > 0: return (Distinct(required), Distinct(excluded));
                case QuerySign.Close: continue;
            }
            if (ParsePart(token, depth) is { } part)
            {
                if (isNot) excluded.Add(part);
                else if (near >= 0 && part is WordsPart second && required is [.., WordsPart first]) required[^1] = new NearPart(first, second, near);
                else if (isOr && required.Count > 0) required[^1] = Either(required[^1], part);
                else required.Add(part);
            }
            (isOr, near, isNot) = (false, -1, false);
        }
        return (Distinct(required), Distinct(excluded));
    }

    private QueryPart? ParsePart(QueryToken token, int depth) => token.Sign switch
    {
        QuerySign.Open => depth < MaxDepth ? ParseParentheses(depth + 1) : null,
        QuerySign.Field => ParseField(token.Field),
        QuerySign.Phrase => WordsOf(token.Text, isQuoted: true),
        _ => WordsOf(token.Text, isQuoted: false),
    };

    private QueryPart? ParseParentheses(int depth)
    {
        var (required, excluded) = ParseGroup(depth);
        if (required.Count == 1 && excluded.Count == 0) return required[0];
        return required.Count == 0 ? null : new GroupPart(required, excluded); // a group that only excludes has nothing to give
    }

    private QueryPart? ParseField(QueryField field)
    {
        if (next == tokens.Count || tokens[next].Sign is not (QuerySign.Words or QuerySign.Phrase)) return null;
        var value = tokens[next++];
        if (field == QueryField.Year && QueryFields.TryReadYears(value.Text, out var from, out var to)) return new FieldPart(field, null, from, to);
        var words = WordsOf(value.Text, isQuoted: value.Sign == QuerySign.Phrase);
        return words is null || field == QueryField.Year ? words : new FieldPart(field, words with { Form = WordForm.Phrase });
    }

    private WordsPart? WordsOf(string text, bool isQuoted)
    {
        var analyzed = AnalyzedText.Of(text);
        if (analyzed.Words.Count == 0) return null;
        if (room == 0)
        {
            truncated = true;
            return null;
        }
        truncated = analyzed.Words.Count > room;
        var words = analyzed.Words.Take(room).Select(word => new SearchWord(word.Forms, word.IsCapital)).ToList();
        room -= words.Count;
        var key = analyzed.Numbers is [{ First: 0 } number] && number.Count == analyzed.Words.Count && !truncated ? number.Key : null;
        return new(words, isQuoted || words.Count > 1 ? WordForm.Phrase : FormOf(text), key);
    }

    private static WordForm FormOf(string chunk) => chunk[^1] switch
    {
        '*' => WordForm.Prefix,
        '~' => WordForm.Fuzzy,
        _ => WordForm.Plain,
    };

    private static AnyPart Either(QueryPart first, QueryPart second) =>
        first is AnyPart any ? new([.. any.Parts, second]) : new([first, second]);

    private static List<QueryPart> Distinct(List<QueryPart> parts) => [.. parts.DistinctBy(part => part.ToString())];
}
