using System.Globalization;
using System.Text;
using AwardArchive.Vietnamese;

namespace AwardArchive.Capture;

/// <summary>Text from a sender, made fit to be shown on one line.</summary>
internal static class DisplayText
{
    /// <summary>NFC without control characters, without marks that turn or hide letters, without white space at the ends.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in NormalForm.Normalizable(text).EnumerateRunes()) // lone surrogates come out as U+FFFD too
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)) clean.Append(rune.ToString());
        }
        return clean.ToString().Normalize().Trim();
    }

    /// <summary>Of a path too long for a source reference, the end: it tells more than the beginning.</summary>
    public static string? End(string? path, int characters = DocumentCapture.MaxSourceReference) =>
        path?.Length > characters ? path[^characters..] : path;
}
