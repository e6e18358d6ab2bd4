using System.Collections.Frozen;

namespace AwardArchive.Indexing;

/// <summary>Where a text names a person by family name, middle names and given name.</summary>
internal static class PersonNames
{
    /// <summary>Words of the longest name whose ends are joined.</summary>
    private const int MaxWords = 4;

    /// <summary>Folded. The families of nearly everyone, and those of the peoples of the province.</summary>
    private static readonly FrozenSet<string> Families = (
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan ha luong cao mai dao lam truong ta thai tang tong " +
        "vuong luu trieu quach kieu tu to phung phu ong chau chu dam kim lo mac mau nghiem ninh nong quan sam thach than tieu ton trang tuong ung vi " +
        "van che lai giang khuat khuong kha ho con pi kray hien").Split(' ').ToFrozenSet(StringComparer.Ordinal);

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
