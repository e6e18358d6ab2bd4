using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Dossiers.Retention;

namespace AwardArchive.Dossiers;

/// <summary>A field of an archival record.</summary>
/// <param name="Name">As the circular calls it.</param>
/// <param name="Label">For people, in Vietnamese.</param>
/// <param name="MaxLength">In characters.</param>
/// <param name="IsDerived">It follows from the papers; nobody enters it.</param>
/// <param name="Default">Where nobody entered anything; null: nothing.</param>
public sealed record RecordField(string Name, string Label, int MaxLength, bool IsDerived = false, string? Default = null)
{
    /// <summary>What codes stand for; null: any text.</summary>
    public IReadOnlyDictionary<string, string>? Codes { get; init; }

    /// <summary>Whole days, <c>yyyy-MM-dd</c>, or parts of them.</summary>
    public bool IsDate { get; init; }

    /// <returns>What is wrong with a text that is not empty, for a person; null when nothing is.</returns>
    public string? Refuse(string text) =>
        text.Length > MaxLength ? $"dài quá {MaxLength} ký tự"
        : Codes is { } codes && !codes.ContainsKey(text) ? $"phải là một trong các mã {string.Join(", ", codes.Keys)}"
        : null;

    /// <summary>A value with what its code stands for.</summary>
    public string Show(string value) => Codes?.GetValueOrDefault(value) is { } meaning ? $"{value} – {meaning}" : value;
}

/// <summary>
/// The fields of Circular 05/2025/TT-BNV (14 May 2025, in force since 1 July 2025) for a dossier and a document: names, lengths and codes. The text of the
/// circular could not be read in the gazette, and public notes on it contradict each other on 17 or 18 fields of the dossier: this table is the only place that knows them.
/// </summary>
internal static class RecordFields
{
    /// <summary>Award dossiers are kept for ever (of people with merit: Decree 131/2021/NĐ-CP, article 128, clause 6).</summary>
    private const string Permanent = "01";

    /// <summary>They tell of wounds, convictions and kin of people who live.</summary>
    private const string Conditional = "02";

    public const string Digitized = "02";

    public static readonly IReadOnlyList<RecordField> OfDossier =
    [
        new("fileCode", "Mã hồ sơ", 100),
        new("title", "Tiêu đề hồ sơ", 1000, IsDerived: true),
        new(Dossier.RetentionField, "Thời hạn lưu trữ", 2, Default: Permanent) { Codes = RetentionTerms.All.ToDictionary(term => term.Code, term => term.Meaning, StringComparer.Ordinal) },
        new("mode", "Chế độ sử dụng", 2, Default: Conditional) { Codes = Codes(("01", "Công khai"), ("02", "Có điều kiện"), ("03", "Mật")) },
        new("language", "Ngôn ngữ", 50, Default: "Tiếng Việt"),
        new("startDate", "Thời gian bắt đầu", 10, IsDerived: true) { IsDate = true },
        new("endDate", "Thời gian kết thúc", 10, IsDerived: true) { IsDate = true },
        new("keyword", "Từ khóa", 100),
        new("totalDoc", "Tổng số tài liệu", 10, IsDerived: true),
        new("numberOfPaper", "Số lượng tờ", 10),
        new("numberOfPage", "Số lượng trang", 10, IsDerived: true),
        new("format", "Tình trạng vật lý", 2) { Codes = Codes(("01", "Tốt"), ("02", "Bình thường"), ("03", "Hỏng")) },
        new("inforSign", "Ký hiệu thông tin", 30),
        new("confidenceLevel", "Mức độ tin cậy", 2, Default: Digitized) { Codes = Codes(("01", "Gốc điện tử"), ("02", "Số hóa"), ("03", "Hỗn hợp")) },
        new("paperFileCode", "Mã hồ sơ giấy", 100),
        new("riskRecovery", "Chế độ dự phòng", 1) { Codes = Codes(("0", "Không"), ("1", "Có")) },
        new("riskRecoveryStatus", "Tình trạng dự phòng", 2) { Codes = Codes(("01", "Đã dự phòng"), ("02", "Chưa dự phòng")) },
        new("description", "Ghi chú", 2000),
    ];

    /// <summary>All are derived: a person changes them by correcting the facts.</summary>
    public static readonly IReadOnlyList<RecordField> OfDocument =
    [
        new("docId", "Mã định danh", 25, IsDerived: true),
        new("docCode", "Mã lưu trữ của tài liệu", 100, IsDerived: true),
        new("docOrdinal", "Số thứ tự trong hồ sơ", 7, IsDerived: true),
        new("typeName", "Tên loại", 2, IsDerived: true) { Codes = DocumentTypeCodes.All },
        new("codeNumber", "Số của tài liệu", 11, IsDerived: true),
        new("codeNotation", "Ký hiệu của tài liệu", 30, IsDerived: true),
        new("issuedDate", "Ngày ban hành", 10, IsDerived: true) { IsDate = true },
        new("organName", "Cơ quan ban hành", 200, IsDerived: true),
        new("subject", "Trích yếu", 500, IsDerived: true),
        new("autograph", "Bút tích", 2000, IsDerived: true),
        new("process", "Quy trình xử lý", 100, IsDerived: true),
        new("numberOfPage", "Số trang", 4, IsDerived: true),
    ];

    public static RecordField? Find(string name) => OfDossier.FirstOrDefault(field => field.Name == name);

    private static Dictionary<string, string> Codes(params (string Code, string Meaning)[] codes) =>
        codes.ToDictionary(code => code.Code, code => code.Meaning, StringComparer.Ordinal);
}

/// <summary>Codes of types of papers, as far as they are known; every other type is <see cref="Other"/>.</summary>
internal static class DocumentTypeCodes
{
    public const string Other = "32";

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["01"] = "Nghị quyết",
        ["02"] = "Quyết định",
        ["03"] = "Chỉ thị",
        ["10"] = "Kế hoạch",
        ["14"] = "Báo cáo",
        ["15"] = "Tờ trình",
        ["16"] = "Giấy ủy quyền",
        ["20"] = "Biên bản",
        ["22"] = "Công văn",
        [Other] = "Khác",
    };

    /// <param name="kind">The paper's own type word; null: it has none or it was not read.</param>
    public static string Of(string? kind) =>
        All.FirstOrDefault(type => string.Equals(type.Value, kind, StringComparison.OrdinalIgnoreCase)).Key ?? Other;

    /// <summary>A number of the record.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
