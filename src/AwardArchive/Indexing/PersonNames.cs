using System.Collections.Frozen;
using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>Where a text names a person by family name, middle names and given name.</summary>
internal static class PersonNames
{
    /// <summary>Words of the longest name whose ends are joined.</summary>
    private const int MaxWords = 4;

    private static readonly FrozenSet<string> Families = FamilyNames.Common.Select(name => Folding.Fold(NormalForm.OfWord(name))).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="folded">A word.</param>
    public static bool IsFamily(string folded) => Families.Contains(folded);

    /// <summary>How far from the family name the given name may stand: two words on (Nguyễn Thị Hoà) or three (Nguyễn Thị Thanh Hoà).</summary>
    /// <remarks>Where a name ends is not written: both are taken while the capitals last.</remarks>
    public static IEnumerable<int> GivenNames(IReadOnlyList<AnalyzedWord> words, int first)
    {
        if (!words[first].IsCapital || !IsFamily(words[first].Folded)) yield break;
        for (var next = 1; next < MaxWords && first + next < words.Count; next++)
        {
            // One blank between: names are not divided by commas, and seldom by lines.
            if (!words[first + next].IsCapital || words[first + next].Start - words[first + next - 1].End != 1) yield break;
            if (next >= 2) yield return next;
        }
    }
}
