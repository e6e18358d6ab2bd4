using System.Globalization;
using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>A letter or digit of a text together with the combining marks and invisible characters that follow it.</summary>
internal static class Cluster
{
    /// <summary>Marks of one letter that are looked at. Vietnamese needs two; more is noise, and noise may not cost time.</summary>
    private const int MaxMarks = 8;

    private const char ZeroWidthSpace = '\u200B';

    internal enum Kind
    {
        Separator,
        Letter,
        Digit,
    }

    /// <summary>What stands at the start of the text, and how many characters belong to it; at least 1.</summary>
    public static int Measure(ReadOnlySpan<char> text, out Kind kind)
    {
        var length = 1;
        if (char.IsAscii(text[0]))
            kind = char.IsAsciiLetter(text[0]) ? Kind.Letter : char.IsAsciiDigit(text[0]) ? Kind.Digit : Kind.Separator;
        else if (Letter.TryRead(text[0], out _))
            kind = Kind.Letter;
        else
        {
            Rune.DecodeFromUtf16(text, out var rune, out length); // a lone surrogate becomes U+FFFD, a separator
            kind = Rune.IsLetter(rune) ? Kind.Letter : Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? Kind.Digit : Kind.Separator;
        }
        if (kind == Kind.Separator) return length;
        while (length < text.Length && text[length] >= '\u00AD' && IsAttached(text[length..], out var attached)) length += attached;
        return length;
    }

    /// <summary>Reads a cluster of kind <see cref="Kind.Letter"/> as a Vietnamese letter.</summary>
    /// <param name="cluster">As measured.</param>
    /// <param name="letter">The letter with case and marks.</param>
    /// <param name="other">When false is returned: the letters it is made of (two of a ligature) in NFC, without the marks that do not compose.</param>
    public static bool TryReadLetter(ReadOnlySpan<char> cluster, out Letter letter, out string other)
    {
        other = "";
        if (cluster.Length == 1 && Letter.TryRead(cluster[0], out letter)) return true;

        var parts = WithoutInvisible(cluster).Normalize(NormalizationForm.FormKD); // full-width letters and ligatures are only looks
        if (Letter.TryRead(parts[0], out letter))
        {
            var known = true;
            foreach (var mark in parts.AsSpan(1)) known = known && letter.TryMark(mark, out letter);
            if (known && letter.TryCompose(out _)) return true;
        }
        other = WithoutMarks(parts.Normalize(NormalizationForm.FormC));
        if (!other.EnumerateRunes().All(Rune.IsLetterOrDigit)) other = WithoutMarks(WithoutInvisible(cluster).Normalize()); // a whole sentence in one sign
        return false;
    }

    /// <summary>Takes combining marks out of NFC text; letters that are composed with theirs stay.</summary>
    public static string WithoutMarks(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsMark(Rune.GetUnicodeCategory(rune))) kept.Append(rune);
        }
        return kept.ToString();
    }

    private static string WithoutInvisible(ReadOnlySpan<char> cluster)
    {
        var kept = new StringBuilder();
        var marks = -1; // the first rune is the letter
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            if (++marks > MaxMarks) break;
            kept.Append(rune);
        }
        return kept.ToString();
    }

    /// <summary>Marks, and format characters like the soft hyphen; the zero width space divides words.</summary>
    private static bool IsAttached(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        if (Letter.TryRead(text[0], out _)) return false; // nearly always
        Rune.DecodeFromUtf16(text, out var rune, out length);
        var category = Rune.GetUnicodeCategory(rune);
        return IsMark(category) || (category == UnicodeCategory.Format && text[0] != ZeroWidthSpace);
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
