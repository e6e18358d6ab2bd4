using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>What is done to texts and queries before a peer gets them, so that none loses for a want of one line of set-up.</summary>
internal static partial class PeerText
{
    /// <summary>Composed: none of the peers' tokenizers joins a letter and its marks reliably.</summary>
    public static string Composed(string text) => text.Normalize(NormalizationForm.FormC);

    /// <summary>Composed, and đ made d, for engines that take marks off but not the stroke.</summary>
    public static string WithoutStroke(string text) => Composed(text).Replace('đ', 'd').Replace('Đ', 'D').Replace('Ð', 'D');

    /// <summary>Lower case, no marks, no stroke, for an engine that takes nothing off.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var character in WithoutStroke(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) bare.Append(char.ToLowerInvariant(character));
        }
        return bare.ToString();
    }

    /// <summary>Quoted stretches, and what blanks divide.</summary>
    public static IReadOnlyList<(string Text, bool IsPhrase)> Parts(string query) =>
        [.. PartPattern().Matches(query).Select(match => match.Groups[1].Success ? (match.Groups[1].Value, true) : (match.Value, false))];

    [GeneratedRegex("\"([^\"]+)\"|[^\\s\"]+")]
    private static partial Regex PartPattern();
}
