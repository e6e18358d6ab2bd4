using System.Globalization;
using System.Text.RegularExpressions;

namespace AwardArchive.Search;

internal enum QuerySign : byte
{
    Words,
    Phrase,
    Not,
    Or,
    Near,
    Open,
    Close,
    Field,
}

/// <summary>A piece of a typed query.</summary>
/// <param name="Text">Of words and phrases.</param>
/// <param name="Distance">Of <see cref="QuerySign.Near"/>.</param>
/// <param name="Field">Of <see cref="QuerySign.Field"/>; what it asks for is the next piece.</param>
internal readonly record struct QueryToken(QuerySign Sign, string Text = "", int Distance = 0, QueryField Field = default);

/// <summary>Cuts what people type into pieces. Nothing is an error: a sign that means nothing where it stands only divides.</summary>
internal static partial class QueryLexer
{
    public static IEnumerable<QueryToken> Cut(string text)
    {
        // Old letters typed all in capitals have no small word to tell HOẶC the word from HOẶC the sign.
        var hasSmall = text.Any(char.IsLower);
        for (var at = 0; at < text.Length;)
        {
            if (IsBlank(text[at]))
            {
                at++;
                continue;
            }
            if (text[at] is '(' or ')')
            {
                yield return new(text[at++] == '(' ? QuerySign.Open : QuerySign.Close);
                continue;
            }
            if (IsMinus(text[at]) && at + 1 < text.Length && !IsBlank(text[at + 1]))
            {
                yield return new(QuerySign.Not);
                at++;
                if (text[at] is '(' or ')') continue;
            }
            if (IsQuote(text[at]) && NextQuote(text, at + 1) is > 0 and var close)
            {
                yield return new(QuerySign.Phrase, text[(at + 1)..close]);
                at = close + 1;
                continue;
            }
            var end = EndOfChunk(text, at);
            if (FieldIn(text, at, end) is { } named)
            {
                yield return new(QuerySign.Field, Field: named.Field);
                at = named.End;
                continue;
            }
            yield return SignOf(text[at..end], hasSmall);
            at = end;
        }
    }

    private static QueryToken SignOf(string chunk, bool hasSmall)
    {
        if (chunk is "OR" or "|" or "||" || (hasSmall && chunk is "HOẶC" or "HOAC")) return new(QuerySign.Or);
        if (chunk is "NEAR" || (hasSmall && chunk is "GẦN")) return new(QuerySign.Near, Distance: NearPart.DefaultDistance);
        var near = NearSign().Match(chunk);
        return near.Success
            ? new(QuerySign.Near, Distance: Math.Clamp(int.Parse(near.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 0, NearPart.MaxDistance))
            : new(QuerySign.Words, chunk);
    }

    /// <summary>A known name before a colon that something follows at once.</summary>
    private static (QueryField Field, int End)? FieldIn(string text, int start, int end)
    {
        var colon = text.IndexOf(':', start, end - start);
        if (colon <= start || colon + 1 == text.Length || IsBlank(text[colon + 1])) return null;
        return QueryFields.Find(text[start..colon]) is { } field ? (field, colon + 1) : null;
    }

    /// <summary>Up to a blank, a quote or a parenthesis; over the blank of <c>26 /KH-UBND</c>.</summary>
    private static int EndOfChunk(string text, int start)
    {
        var end = start + 1; // a quote without its partner opens nothing
        while (end < text.Length && !IsQuote(text[end]) && text[end] is not ('(' or ')'))
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

    [GeneratedRegex(@"^(?:near|gần|gan)/(\d{1,3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NearSign();
}
