using System.Globalization;
using AwardArchive.Archive;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Facts and statements in words for people.</summary>
internal static class FactText
{
    /// <summary>Who or what says so.</summary>
    public static string Source(Fact fact) => fact.Source.StartsWith(Signature.SourcePrefix, StringComparison.Ordinal)
        ? $"{fact.Source[Signature.SourcePrefix.Length..]} (người)"
        : $"máy đọc ({fact.Source})";

    public static string Of(CorrectionAction action) => action switch
    {
        CorrectionAction.Set => "sửa",
        CorrectionAction.Confirm => "xác nhận",
        CorrectionAction.Remove => "xóa",
        _ => "thêm",
    };

    /// <summary>A value that is a code, in words.</summary>
    public static string Value(string value) => value switch
    {
        "secret" => "Mật",
        "topSecret" => "Tối mật",
        "ultraSecret" => "Tuyệt mật",
        "male" => "Nam",
        "female" => "Nữ",
        "person" => "Cá nhân",
        "family" => "Gia đình",
        "collective" => "Tập thể",
        "true" => "Có",
        "false" => "Không",
        _ => value,
    };

    public static string Values(IReadOnlyList<Fact> facts) => facts.Count == 0 ? "không ghi" : string.Join("; ", facts.Select(fact => Value(fact.Value)));

    /// <summary>A row on one line.</summary>
    public static string Of(AwardEntry? entry) => entry is null ? "không có" : string.Join(
        ", ", new[] { entry.RowNumber, entry.Name, entry.BirthYear, entry.HomePlace, entry.Award, entry.AwardClass }.OfType<Fact>().Select(fact => fact.Value));

    public static string Time(DateTimeOffset time) => time.ToLocalTime().ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
}
