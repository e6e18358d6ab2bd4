using System.Globalization;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Components;

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
        "self" => "Đương sự",
        "child" => "Con",
        "husband" => "Chồng",
        "declarant" => "Người khai",
        "relative" => "Thân nhân",
        "true" => "Có",
        "false" => "Không",
        _ => value,
    };

    public static string Values(IReadOnlyList<Fact> facts) => facts.Count == 0 ? "không ghi" : string.Join("; ", facts.Select(fact => Value(fact.Value)));

    /// <summary>A row on one line.</summary>
    public static string Of<T>(T? row)
        where T : class, IRow<T> => row switch
        {
            AwardEntry entry => Line(entry.RowNumber, entry.Name, entry.BirthYear, entry.HomePlace, entry.Award, entry.AwardClass, entry.CertificateNo),
            KinEntry kin => $"{RelationOf(kin)}: {Line(kin.Name, kin.BirthYear, kin.DeathDate, kin.HomePlace, kin.CertificateNo, kin.DecisionNo, kin.InvalidPercent)}",
            _ => "không có",
        };

    /// <summary>Who somebody is on the form: <c>con, liệt sĩ</c>.</summary>
    public static string RelationOf(KinEntry person)
    {
        var relation = Value(RowField.NameOf(person.Relation)).ToLower(CultureInfo.CurrentCulture);
        return person.IsMartyr ? $"{relation}, liệt sĩ" : relation;
    }

    /// <summary>The choices of a field that has a few values, and that nothing is said.</summary>
    public static RenderFragment Options(IReadOnlyList<string> values, string? chosen) => options =>
    {
        foreach (var value in values.Prepend(""))
        {
            options.OpenElement(0, "option");
            options.AddAttribute(1, "value", value);
            options.AddAttribute(2, "selected", value == (chosen ?? ""));
            options.AddContent(3, Value(value));
            options.CloseElement();
        }
    };

    public static string Time(DateTimeOffset time) => time.ToLocalTime().ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Line(params Fact?[] facts) => string.Join(", ", facts.OfType<Fact>().Select(fact => fact.Value));
}
