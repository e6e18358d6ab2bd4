using System.Text;
using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition.Workers;

/// <summary>The form in which words are kept.</summary>
internal static class WordText
{
    // Tesseract now and then reads the stroke of "05/2012" as a fraction slash, and readers then draw a fraction.
    private static readonly Rune FractionSlash = new('\u2044');
    private static readonly Rune Slash = new('/');

    /// <summary>NFC, without white space and control characters; half a surrogate pair becomes U+FFFD. May come out empty.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in NormalForm.Normalizable(text).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) kept.Append(rune == FractionSlash ? Slash : rune);
        }
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }
}
