using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>Marks that stand for what the row above has: <c>nt</c>, <c>-nt-</c>, <c>"</c>, <c>-//-</c>.</summary>
internal static class DittoText
{
    private static readonly string[] Words = ["nt", "n t", "nhu tren", "nhu t", "ntr", "nl", "nf"];

    public static bool Is(string text)
    {
        var folded = string.Join(' ', Tokenizer.Tokenize(text).Select(token => Folding.Fold(token.Normal())));
        return folded.Length == 0
            ? text.Any(sign => sign is '"' or '“' or '”' or '„' or '″' or '‟' or '/' or '\'' or '’' or '‘' or '`' or '´' or '=')
            : Words.Contains(folded) && text.Length <= 10;
    }

    /// <summary>"Hải Lộc, nt": the last part is that of the row above.</summary>
    /// <returns>Null where the text ends with no mark.</returns>
    public static string? Completed(string text, string above)
    {
        var comma = text.LastIndexOf(',');
        if (comma <= 0 || !Is(text[(comma + 1)..])) return null;
        var parts = text.Count(sign => sign == ',');
        var start = 0;
        for (var part = 0; part < parts && start >= 0; part++) start = above.IndexOf(',', start) is >= 0 and var found ? found + 1 : -1;
        return start > 0 ? $"{text[..comma]}, {above[start..].Trim()}" : null;
    }
}
