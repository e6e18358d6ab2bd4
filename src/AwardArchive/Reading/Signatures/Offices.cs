using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Signatures;

/// <summary>The offices in which papers are signed, as they begin a line of capitals; and what stands there that is no office.</summary>
internal static class Offices
{
    /// <summary>Longest first is not needed: only whether a line begins so.</summary>
    private static readonly string[] Names =
    [
        "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "QUYỀN CHỦ TỊCH", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC", "THỦ TƯỚNG", "PHÓ THỦ TƯỚNG",
        "BỘ TRƯỞNG", "THỨ TRƯỞNG", "CHÍNH TRỊ VIÊN", "CHÍNH ỦY", "PHÓ CHÍNH ỦY", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "PHÓ BAN", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG",
        "PHÓ PHÒNG", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "PHÓ VĂN PHÒNG", "VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG", "BÍ THƯ", "PHÓ BÍ THƯ", "TỔNG BÍ THƯ",
        "CHỈ HUY TRƯỞNG", "CHỈ HUY PHÓ", "PHÓ CHỈ HUY", "TƯ LỆNH", "PHÓ TƯ LỆNH", "CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "TỔNG CỤC TRƯỞNG", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG",
        "VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "THƯ KÝ", "TỔNG THƯ KÝ", "CHỦ TRÌ", "CHỦ TỌA", "CHỦ TOẠ", "ỦY VIÊN", "UỶ VIÊN", "TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN",
        "TRƯỞNG TY", "PHÓ TRƯỞNG TY", "PHÓ TY", "TRƯỞNG ĐOÀN", "TRƯỞNG THÔN", "TRƯỞNG BẢN", "TRƯỞNG TIỂU BAN", "THAM MƯU TRƯỞNG", "TỔNG THAM MƯU TRƯỞNG",
        "ĐỘI TRƯỞNG", "TỈNH ĐỘI TRƯỞNG", "HUYỆN ĐỘI TRƯỞNG", "XÃ ĐỘI TRƯỞNG", "TIỂU ĐOÀN TRƯỞNG", "TRUNG ĐOÀN TRƯỞNG", "SƯ ĐOÀN TRƯỞNG", "LỮ ĐOÀN TRƯỞNG",
        "HIỆU TRƯỞNG", "CHÁNH THANH TRA", "CHÁNH ÁN", "THỐNG ĐỐC", "THỦ TRƯỞNG", "HỘI TRƯỞNG", "TỔ TRƯỞNG", "TRƯỞNG TỘC", "TỘC TRƯỞNG",
    ];

    /// <summary>Who signs for himself: he holds no office.</summary>
    private static readonly string[] Roles =
    [
        "nguoi khai", "nguoi lam don", "nguoi viet", "nguoi de nghi", "nguoi uy quyen", "nguoi duoc uy quyen", "nguoi nhan uy quyen", "nguoi lap", "nguoi lam chung",
        "ben uy quyen", "ben duoc uy quyen", "ben nhan uy quyen", "dai dien gia dinh", "dai dien than nhan", "than nhan", "nguoi bao tin", "nguoi cam doan",
        "nguoi xac nhan", "nguoi trinh bay", "dai dien gia toc", "dai dien ho toc", "dai dien noi toc",
    ];

    private static readonly (string Folded, string Name)[] LongestFirst =
        [.. Names.Select(name => (Folded: Folding.Fold(name), name)).OrderByDescending(office => office.Folded.Length)];

    /// <summary>Longer offices are not another word when a letter is lost.</summary>
    private const int FuzzyLength = 7;

    public static bool IsOffice(string folded) => Array.Exists(LongestFirst, office => Begins(folded, office.Folded)) || Nearly(folded) is not null;

    /// <summary>A line that is an office but for one letter, wrong, lost or added at its ends: <c>HỦ TỊCH</c>.</summary>
    private static string? Nearly(string folded)
    {
        var letters = string.Concat(folded.Where(char.IsLetter));
        if (letters.Length < FuzzyLength - 1) return null;
        foreach (var (office, name) in LongestFirst)
        {
            var its = office.Replace(" ", "", StringComparison.Ordinal);
            if (its.Length >= FuzzyLength && Math.Abs(its.Length - letters.Length) <= 1 && Differ(letters, its)) return name;
        }
        return null;
    }

    private static bool Differ(string one, string other)
    {
        if (one.Length > other.Length) (one, other) = (other, one);
        var start = 0;
        while (start < one.Length && one[start] == other[start]) start++;
        return start == one.Length || one.AsSpan(one.Length == other.Length ? start + 1 : start).SequenceEqual(other.AsSpan(start + 1));
    }

    /// <summary>Trương Công An is a name, TRƯỞNG CÔNG AN an office.</summary>
    public static bool IsOfficeWithMarks(string text) =>
        Array.Exists(LongestFirst, office => Begins(Folding.Fold(text), office.Folded) && KeyOf(text[..office.Name.Length]) == KeyOf(office.Name));

    /// <summary>Gives a line that begins with an office its marks; a line that has them all stays as it is.</summary>
    public static string Mend(string line)
    {
        var folded = Folding.Fold(line);
        if (folded.Length != line.Length || Array.Find(LongestFirst, office => Begins(folded, office.Folded)) is not { Name: { } name }) return Nearly(folded) ?? line;
        return KeyOf(line[..name.Length]) == KeyOf(name) && line[..name.Length].All(letter => !char.IsLower(letter)) ? line : name + line[name.Length..];
    }

    /// <summary>Either place of the tone.</summary>
    private static string KeyOf(string words) => string.Join(' ', words.Split(' ').Select(word => NormalForm.OfWord(word)));

    public static bool IsRole(string folded) => Array.Exists(Roles, role => Begins(folded, role));

    private static bool Begins(string folded, string words) =>
        folded.StartsWith(words, StringComparison.Ordinal) && (folded.Length == words.Length || !char.IsLetterOrDigit(folded[words.Length]));
}
