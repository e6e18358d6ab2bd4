using System.Globalization;
using AwardArchive.Archive;

namespace AwardArchive.Viewing.Corrections;

/// <summary>What a person may state of a field.</summary>
/// <param name="Label">As people call the field, in Vietnamese.</param>
/// <param name="MaxLength">In UTF-16 units.</param>
/// <param name="Allows">Null: any text that is not empty.</param>
/// <param name="Demand">What is demanded, for a person: "phải là …".</param>
internal sealed record FactRule(string Label, int MaxLength, Func<string, bool>? Allows = null, string Demand = "")
{
    /// <summary>Of letters as they stand on the page.</summary>
    public const int MaxWritten = 2000;

    private const string DateDemand = "phải là ngày có thật dạng 1985-09-19, tháng dạng 1985-09 hoặc năm dạng 1985";

    private static readonly FactRule Certificate = new("Số bằng, số giấy chứng nhận", 50, text => text.Any(char.IsAsciiDigit), "phải có chữ số");

    private static readonly string[] DateForms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private static readonly Dictionary<string, FactRule> OfDocuments = new(StringComparer.Ordinal)
    {
        ["kind"] = new("Loại văn bản", 100),
        ["number"] = new("Số", 20, IsNumber, "phải bắt đầu bằng chữ số và không có khoảng trắng"),
        ["symbol"] = new("Ký hiệu", 50, text => !text.Any(char.IsWhiteSpace), "không được có khoảng trắng"),
        ["issuedOn"] = new("Ngày ban hành", 10, IsDate, DateDemand),
        ["place"] = new("Nơi ban hành", 200),
        ["issuer"] = new("Cơ quan ban hành", 300),
        ["parent"] = new("Cơ quan chủ quản", 300),
        ["title"] = new("Trích yếu", 2000),
        ["award"] = new("Hình thức khen thưởng", 200),
        ["awardClass"] = OneOf("Hạng", "Nhất", "Nhì", "Ba"),
        ["signer"] = new("Người ký", 200),
        ["signerTitle"] = new("Chức vụ người ký", 200),
        ["capacity"] = OneOf("Thẩm quyền ký", "TM.", "KT.", "TL.", "TUQ.", "Q."),
        ["secrecy"] = OneOf("Dấu độ mật", "secret", "topSecret", "ultraSecret"),
        ["copyMark"] = OneOf("Dấu sao", "SAO Y", "SAO LỤC", "TRÍCH SAO"),
        ["annexTo"] = new("Kèm theo văn bản", 100),
        ["citations"] = new("Văn bản được dẫn", 100),
        ["sentTo"] = new("Nơi nhận", 500),
    };

    private static readonly Dictionary<string, FactRule> OfEntries = new(StringComparer.Ordinal)
    {
        ["kind"] = OneOf("Đối tượng", "person", "family", "collective"),
        ["name"] = new("Họ tên", 200),
        ["rowNumber"] = new("Số thứ tự", 10),
        ["birthYear"] = new("Năm sinh", 10, IsDate, DateDemand),
        ["sex"] = OneOf("Giới tính", "male", "female"),
        ["homePlace"] = new("Quê quán", 500),
        ["service"] = new("Chức vụ, đơn vị", 1000),
        ["reason"] = new("Thành tích", 2000),
        ["award"] = new("Hình thức khen thưởng", 200),
        ["awardClass"] = OneOf("Hạng", "Nhất", "Nhì", "Ba"),
        ["certificateNo"] = Certificate,
        ["isPosthumous"] = OneOf("Truy tặng", "true", "false"),
        ["place"] = new("Vị trí trên trang", 0),
    };

    private static readonly Dictionary<string, FactRule> OfKin = new(StringComparer.Ordinal)
    {
        ["relation"] = OneOf("Quan hệ", "self", "child", "husband", "declarant", "relative"),
        ["name"] = new("Họ tên", 200),
        ["birthYear"] = new("Năm sinh", 10, IsDate, DateDemand),
        ["deathDate"] = new("Ngày hy sinh, từ trần", 10, IsDate, DateDemand),
        ["homePlace"] = new("Quê quán", 500),
        ["certificateNo"] = Certificate,
        ["decisionNo"] = new("Số quyết định", 50, IsNumber, "phải bắt đầu bằng chữ số và không có khoảng trắng"),
        ["invalidPercent"] = new("Tỷ lệ thương tật (%)", 3, IsPercent, "phải là số nguyên từ 1 đến 100"),
        ["isMartyr"] = OneOf("Liệt sĩ", "true", "false"),
        ["place"] = new("Vị trí trên trang", 0),
    };

    public static FactRule OfDocument(string field) => OfDocuments[field];

    /// <param name="field">Of a row of that kind.</param>
    public static FactRule OfRow<T>(string field)
        where T : class, IRow<T> => OfRow(T.RowKind, field);

    public static FactRule OfRow(RowKind kind, string field) => (kind is RowKind.Kin ? OfKin : OfEntries)[field];

    /// <summary>The values there are; empty where any text may stand.</summary>
    public IReadOnlyList<string> Values { get; private init; } = [];

    /// <returns>What is wrong with a text that is not empty, for a person; null when nothing is.</returns>
    public string? Refuse(string text) =>
        text.Length > MaxLength ? $"dài quá {MaxLength} ký tự"
        : Allows?.Invoke(text) == false ? Demand
        : null;

    private static FactRule OneOf(string label, params string[] values) =>
        new(label, 100, values.Contains, $"phải là {string.Join(", ", values[..^1])} hoặc {values[^1]}") { Values = values };

    private static bool IsNumber(string text) => char.IsAsciiDigit(text[0]) && !text.Any(char.IsWhiteSpace);

    private static bool IsPercent(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is >= 1 and <= 100 && text[0] != '0';

    /// <summary>ISO 8601, whole or partial, of four digits of a year.</summary>
    private static bool IsDate(string text) =>
        text[0] != '0' && DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
