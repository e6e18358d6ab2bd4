using System.Text.RegularExpressions;

namespace AwardArchive.Reading.Signatures;

/// <summary>In what capacity somebody signs: <c>TM.</c> for a body, <c>KT.</c> for the head, <c>TL.</c> by order, <c>TUQ.</c> by authorization, <c>Q.</c> acting.</summary>
/// <remarks>Decree 30/2020/NĐ-CP, Appendix I; older papers write T.M., T/M, K.T. and "Quyền".</remarks>
internal static class CapacityMark
{
    /// <summary>OCR reads the dot as a comma, and a T as an I or a one. With a sign inside it needs none behind.</summary>
    private static readonly Regex Pattern = new(
        @"^['’""“.,:\-\s]{0,3}(?:"
        + @"(?:(?<tm>[TI1][./]?\s?M)|(?<kt>K[./]?\s?[TI1])|(?<tl>[TI1][./]?\s?L)|(?<tuq>[TI1][./]?\s?[UƯ][./]?\s?[QO])|(?<q>Q))\s?[.,/:]\s{0,2}"
        + @"|(?:(?<tm>T[./]\s?M)|(?<kt>K[./]\s?T)|(?<tl>T[./]\s?L)|(?<tuq>T[./]\s?U[./]\s?Q)|(?<q>QUYỀN))\s{1,2})",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly (string Group, string Mark)[] Marks = [("tm", "TM."), ("kt", "KT."), ("tl", "TL."), ("tuq", "TUQ."), ("q", "Q.")];

    /// <returns>The mark in its usual form and how many characters it takes at the start of the line; null when there is none.</returns>
    public static (string Mark, int Length)? ReadStart(string line)
    {
        var match = Pattern.Match(line);
        if (!match.Success || match.Length == line.Length || !char.IsUpper(line[match.Length])) return null;
        return (Array.Find(Marks, mark => match.Groups[mark.Group].Success).Mark, match.Length);
    }
}
