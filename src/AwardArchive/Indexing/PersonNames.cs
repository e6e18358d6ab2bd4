using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>Where a text names a person by family name, middle names and given name.</summary>
internal static class PersonNames
{
    /// <summary>Words of the longest name whose ends are joined.</summary>
    private const int MaxWords = 4;

    /// <summary>How far from the family name the given name may stand: two words on (Nguyễn Thị Hoà) or three (Nguyễn Thị Thanh Hoà).</summary>
    /// <remarks>Where a name ends is not written: both are taken while the capitals last.</remarks>
    public static IEnumerable<int> GivenNames(AnalyzedText text, int first)
    {
        var words = text.Words;
        if (!words[first].IsCapital || !FamilyNames.IsCommonFolded(words[first].Folded)) yield break;
        for (var next = 1; next < MaxWords && first + next < words.Count; next++)
        {
            if (!words[first + next].IsCapital || !IsNext(text.Source.AsSpan(words[first + next - 1].End..words[first + next].Start))) yield break;
            if (next >= 2) yield return next;
        }
    }

    /// <summary>One blank, or none where the scan lost it: below a name in a list stands the next row.</summary>
    private static bool IsNext(ReadOnlySpan<char> between) => between is "" or " " or "\u00A0";
}
