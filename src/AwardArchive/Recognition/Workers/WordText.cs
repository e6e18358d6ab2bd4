using System.Text;

namespace AwardArchive.Recognition.Workers;

/// <summary>The form in which words are kept.</summary>
internal static class WordText
{
    /// <summary>NFC, without white space and control characters; may come out empty.</summary>
    public static string Clean(string text)
    {
        var kept = text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)))
            : text;
        return kept.IsNormalized(NormalizationForm.FormC) ? kept : kept.Normalize(NormalizationForm.FormC);
    }
}
