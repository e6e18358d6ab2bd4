namespace AwardArchive.Vietnamese;

/// <summary>The type words that papers bear above their title (Decree 30/2020/NĐ-CP, Appendix III, and older forms).</summary>
public static class DocumentTypes
{
    /// <summary>A letter: it bears no type word.</summary>
    public const string Letter = "Công văn";

    private static readonly string[] Words =
    [
        "Quyết định", "Nghị định", "Nghị quyết", "Chỉ thị", "Lệnh", "Sắc lệnh", "Sắc luật", "Pháp lệnh", "Luật", "Thông tư", "Thông tư liên tịch",
        "Thông tri", "Thông báo", "Thông cáo", "Hướng dẫn", "Quy chế", "Quy định", "Kết luận", "Tờ trình", "Báo cáo", "Báo cáo thành tích",
        "Biên bản", "Kế hoạch", "Chương trình", "Phương án", "Đề án", "Dự án", "Công điện", "Hợp đồng", "Danh sách", "Bản khai",
        "Tờ khai", "Lý lịch", "Sơ yếu lý lịch", "Bản thành tích", "Tóm tắt thành tích", "Bản tóm tắt thành tích", "Bản sao", "Bản ghi nhớ",
        "Bản thỏa thuận", "Trích lục", "Giấy báo tử", "Giấy chứng tử", "Giấy chứng nhận", "Giấy xác nhận", "Giấy ủy quyền", "Giấy mời",
        "Giấy giới thiệu", "Giấy khen", "Giấy khai sinh", "Giấy nghỉ phép", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Phiếu trình", "Bằng khen",
        "Bằng Tổ quốc ghi công", "Bằng Tổ quốc ghi ơn", "Bằng Có công với nước", "Đơn", "Đơn đề nghị", "Đơn xin", "Đơn xin xác nhận", "Đơn trình bày", "Giấy đề nghị",
        "Giấy cam đoan", "Bản cam đoan", "Giấy truy tặng", "Giấy chứng thương", "Giấy ra viện", "Bản xác nhận", "Phiếu xác nhận", "Phiếu xác minh", "Quyết nghị", "Bảng kê",
    ];

    /// <summary>Shorter words are too easily one letter away from other words: Hợp đồng and Hội đồng.</summary>
    private const int FuzzyLength = 8;

    /// <summary>Certificates are headed in several ways.</summary>
    private static readonly (string Written, string Type)[] Headings =
        [
            ("Tổ quốc ghi công", "Bằng Tổ quốc ghi công"), ("Tặng bằng Tổ quốc ghi công", "Bằng Tổ quốc ghi công"), ("Tổ quốc ghi ơn", "Bằng Tổ quốc ghi ơn"),
            ("Tặng bằng khen", "Bằng khen"), ("Tặng giấy khen", "Giấy khen"), ("Có công với nước", "Bằng Có công với nước"),
        ];

    private static readonly (string Word, string Folded)[] LongestFirst =
    [
        .. Words.Select(word => (word, Folding.LettersAndDigits(word)))
            .Concat(Headings.Select(heading => (heading.Type, Folding.LettersAndDigits(heading.Written))))
            .OrderByDescending(word => word.Item2.Length),
    ];

    /// <summary>Papers that a person is given to keep: their number may stand at the foot.</summary>
    public static bool IsCertificate(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.StartsWith("Bằng ", StringComparison.Ordinal) || type is "Giấy chứng nhận" or "Giấy khen";
    }

    /// <summary>Recognizes a type word at the start of a line of capitals; lost or wrong marks do not matter, nor one wrong letter in a longer word.</summary>
    /// <param name="line">One line: <c>QUYẾT ĐỊNH</c>, <c>BẢN KHAI CÁ NHÂN</c>, <c>QUYÉT ĐlNH:</c>.</param>
    /// <returns>The word in its usual form, how many blank-divided words of the line it takes, and whether all letters agreed; null if there is none.</returns>
    public static (string Type, int Words, bool Exact)? Match(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var letters = new string[words.Length];
        for (var i = 0; i < words.Length; i++) letters[i] = Folding.LettersAndDigits(words[i]);
        foreach (var exact in new[] { true, false })
        {
            foreach (var (word, folded) in LongestFirst)
            {
                // A word of one syllable opens many lines: ĐƠN VỊ, LỆNH ĐIỀU ĐỘNG.
                if (Take(letters, folded, exact) is { } taken && (taken == words.Length || word.Contains(' ', StringComparison.Ordinal)))
                    return (word, taken, exact);
            }
        }
        return null;
    }

    private static int? Take(string[] letters, string folded, bool exact)
    {
        var start = "";
        for (var taken = 0; taken < letters.Length && start.Length <= folded.Length; taken++)
        {
            start += letters[taken];
            if (exact ? start == folded : folded.Length >= FuzzyLength && start.StartsWith(folded[0]) && DiffersByOne(start, folded)) return taken + 1;
        }
        return null;
    }

    private static bool DiffersByOne(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var start = 0;
        while (start < shorter.Length && shorter[start] == longer[start]) start++;
        var skip = shorter.Length == longer.Length ? 1 : 0;
        return start == shorter.Length || shorter.AsSpan(start + skip).SequenceEqual(longer.AsSpan(start + 1));
    }
}
