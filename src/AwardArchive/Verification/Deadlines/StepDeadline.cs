using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace AwardArchive.Verification.Deadlines;

/// <summary>A step of a dossier on its way to the President, or its way back.</summary>
[JsonConverter(typeof(CamelCaseWords<DossierStep>))]
public enum DossierStep
{
    Commune,
    District,
    Province,
    Ministry,

    /// <summary>Papers that are not complete go back, with the reason in writing.</summary>
    ReturnIncomplete,
}

/// <summary>Until when a step must be done, and how it stands.</summary>
/// <param name="DueOn">Null where the law's number is not known.</param>
/// <param name="IsLate">Null where that cannot be told.</param>
public sealed record StepDeadline(
    [property: Description("Bước xử lý.")] DossierStep Step,
    [property: Description("Ngày nhận, không tính vào thời hạn.")] DateOnly ReceivedOn,
    [property: Description("Ngày làm xong, nếu đã xong.")] DateOnly? DoneOn,
    [property: Description("Thời hạn, ngày làm việc; null nếu chưa rõ.")] int? WorkingDays,
    [property: Description("Ngày đến hạn; null nếu chưa rõ.")] DateOnly? DueOn,
    [property: Description("Có trễ hạn không; null nếu chưa biết được.")] bool? IsLate,
    [property: Description("Căn cứ.")] string Basis,
    [property: Description("Điều chưa kiểm chứng hoặc chưa chắc chắn.")] IReadOnlyList<string> Unsure)
{
    /// <summary>The level or the act, in Vietnamese.</summary>
    public static string NameOf(DossierStep step) => step switch
    {
        DossierStep.Commune => "Cấp xã",
        DossierStep.District => "Cấp huyện",
        DossierStep.Province => "Cấp tỉnh",
        DossierStep.Ministry => "Bộ Nội vụ",
        _ => "Trả hồ sơ chưa đủ",
    };

    /// <summary>How it stands, in one Vietnamese sentence.</summary>
    public string Say()
    {
        var name = NameOf(Step);
        if (DueOn is not { } due || WorkingDays is not { } days) return $"{name}: chưa rõ thời hạn, không tính được ngày đến hạn.";
        var counted = string.Create(CultureInfo.InvariantCulture, $"{name}: {days} ngày làm việc từ {LawInForce.Written(ReceivedOn)}, hạn {LawInForce.Written(due)}");
        return (DoneOn, IsLate) switch
        {
            ({ } done, true) => $"{counted}; xong ngày {LawInForce.Written(done)}, trễ hạn.",
            ({ } done, false) => $"{counted}; xong ngày {LawInForce.Written(done)}, đúng hạn.",
            ({ } done, null) => $"{counted}; xong ngày {LawInForce.Written(done)}, chưa biết được có trễ hạn hay không.",
            (null, true) => $"{counted}; chưa xong, đã quá hạn.",
            (null, false) => $"{counted}; chưa đến hạn.",
            _ => $"{counted}; chưa xong, chưa biết được có quá hạn hay không.",
        };
    }
}
