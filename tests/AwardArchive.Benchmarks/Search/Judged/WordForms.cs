using System.Globalization;
using System.Text;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Judged;

/// <summary>The ways in which people type one and the same words. Written apart from the library under test.</summary>
internal static class WordForms
{
    private static readonly string[] Switched =
        ["òa oà", "óa oá", "ỏa oả", "õa oã", "ọa oạ", "òe oè", "óe oé", "ỏe oẻ", "ọe oẹ", "ùy uỳ", "úy uý", "ủy uỷ", "ũy uỹ", "ụy uỵ"];

    public static string WithoutMarks(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            .Replace('đ', 'd').Replace('Đ', 'D');

    /// <summary>Some words with their marks, at least one of them without.</summary>
    public static string MixedMarks(string text, SplitMix64 random)
    {
        var words = text.Split(' ');
        var sure = random.Between(0, words.Length - 1);
        return string.Join(' ', words.Select((word, i) => i == sure || random.Chance(0.4f) ? WithoutMarks(word) : word));
    }

    /// <summary>The tone on the other vowel of oa, oe, uy.</summary>
    public static string OtherTonePlacement(string text)
    {
        foreach (var pair in Switched)
        {
            var (old, modern) = (pair[..2], pair[3..]);
            // One character that no text has keeps the first exchange from being undone by the second.
            text = text.Replace(old, "\uE001", StringComparison.Ordinal).Replace(modern, old, StringComparison.Ordinal).Replace("\uE001", modern, StringComparison.Ordinal);
        }
        return text;
    }

    public static string FirstAndLast(string name)
    {
        var words = name.Split(' ');
        return $"{words[0]} {words[^1]}";
    }
}
