namespace AwardArchive.Archive.Postgres;

/// <summary>What PostgreSQL can keep as text.</summary>
internal static class PostgresText
{
    private const char Replacement = '�';

    /// <summary>Puts U+FFFD in the place of what it cannot keep, so that offsets into the text stay right.</summary>
    public static string Storable(string text)
    {
        var length = text.Length;
        for (var i = 0; i < length; i++)
        {
            if (IsPair(text, i)) i++;
            else if (text[i] == '\0' || char.IsSurrogate(text[i])) return Replaced(text);
        }
        return text;
    }

    private static string Replaced(string text) => string.Create(text.Length, text, (span, source) =>
    {
        source.CopyTo(span);
        for (var i = 0; i < span.Length; i++)
        {
            if (IsPair(source, i)) i++;
            else if (span[i] == '\0' || char.IsSurrogate(span[i])) span[i] = Replacement;
        }
    });

    private static bool IsPair(string text, int i) => i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
}
