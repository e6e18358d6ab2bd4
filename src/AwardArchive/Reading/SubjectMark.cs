using System.Text.RegularExpressions;

namespace AwardArchive.Reading;

/// <summary>"V/v" (về việc), which opens the subject of a letter; OCR reads its slash as <c>l</c>, <c>1</c> or <c>I</c> too.</summary>
internal static class SubjectMark
{
    private static readonly Regex Pattern = new(@"^[Vv]\s?[/\\|lI1]\s?[VvYy]\s{0,2}[:.]?(?:\s|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <returns>How many characters it takes at the start of the text; null when it is not there.</returns>
    public static int? LengthIn(string text) => Pattern.Match(text) is { Success: true } match ? match.Value.TrimEnd().Length : null;
}
