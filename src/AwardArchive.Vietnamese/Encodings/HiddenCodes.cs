namespace AwardArchive.Vietnamese;

/// <summary>Bytes that do not survive being shown: letters of old encodings that became a hyphen or a bullet on the way.</summary>
/// <remarks>
/// Readers of PDF show AD as a hyphen and codes without a letter as a bullet (ISO 32000-1, annex D.2, notes 3 and 6); so <c>thưởng</c> in
/// TCVN3 comes out as <c>th-ởng</c>. Many other programs drop or replace the soft hyphen as well.
/// </remarks>
public static class HiddenCodes
{
    private const char Hyphen = '-';
    private const char Bullet = '•';

    /// <summary>Puts a byte back where exactly one makes a possible syllable of the letters around it; other hyphens and bullets stay.</summary>
    /// <param name="text">As for <see cref="LegacyText.Decode"/>.</param>
    /// <param name="encoding">Of <paramref name="text"/>.</param>
    /// <returns>Of the same length.</returns>
    public static string Restore(string text, LegacyEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (LegacyText.CodecOf(encoding) is not ByteCodec || text.AsSpan().IndexOfAny(Hyphen, Bullet) < 0) return text;
        var restored = text.ToCharArray();
        for (var i = 0; i < restored.Length; i++)
        {
            if (restored[i] is Hyphen or Bullet) restored[i] = Find(restored, i, encoding);
        }
        return new(restored);
    }

    private static char Find(char[] text, int at, LegacyEncoding encoding)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && MayBeLetter(text[start - 1])) start--;
        while (end < text.Length && MayBeLetter(text[end])) end++;
        var shown = text[at];
        if (end - start == 1) return shown;
        var found = shown;
        foreach (var code in shown == Hyphen ? "\u00AD" : "\u0081\u008D\u008F\u0090\u0095\u009D") // 95 is the bullet's own
        {
            var syllable = new string(text, start, end - start).ToCharArray();
            syllable[at - start] = code;
            if (LegacyText.Decode(new(syllable), encoding) is not { Unconverted.Count: 0 } read || !Syllable.IsPossible(read.Text)) continue;
            if (found != shown) return shown; // two would do
            found = code;
        }
        return found;
    }

    private static bool MayBeLetter(char character) => char.IsAscii(character) ? char.IsAsciiLetter(character) : character is not Bullet && !char.IsWhiteSpace(character);
}
