namespace AwardArchive.Demo;

/// <param name="Name">Canonical, without class.</param>
/// <param name="Printed">As it stands before the class.</param>
/// <param name="Classes">Empty for an award without classes.</param>
/// <param name="Merit">What it is given for.</param>
internal sealed record DemoAward(string Name, string Printed, string[] Classes, string Merit);

internal static class DemoAwards
{
    public const string HeroicMother = "Bà mẹ Việt Nam anh hùng";

    public const string MeritOfTheNation = "Tổ quốc ghi công";

    private const string AntiAmerican = "đã có thành tích trong cuộc kháng chiến chống Mỹ, cứu nước";
    private const string AntiFrench = "đã có thành tích trong cuộc kháng chiến chống thực dân Pháp";
    private static readonly string[] Three = ["Nhất", "Nhì", "Ba"];
    private static readonly string[] Two = ["Nhất", "Nhì"];

    /// <summary>Signed by the State Council, before and after it by the President.</summary>
    public static DemoAward[] Orders { get; } =
    [
        new("Huân chương Kháng chiến chống Mỹ", "Huân chương Kháng chiến chống Mỹ, cứu nước", Three, AntiAmerican),
        new("Huân chương Kháng chiến chống Pháp", "Huân chương Kháng chiến chống Pháp", Three, AntiFrench),
        new("Huân chương Kháng chiến", "Huân chương Kháng chiến", Three, "đã có công lao đóng góp trong sự nghiệp kháng chiến"),
        new("Huân chương Độc lập", "Huân chương Độc lập", Three, "đã có công lao to lớn trong sự nghiệp cách mạng của Đảng và của dân tộc"),
        new("Huân chương Chiến công", "Huân chương Chiến công", Three, "đã lập chiến công xuất sắc trong chiến đấu và phục vụ chiến đấu"),
    ];

    /// <summary>Signed by the Council of Ministers.</summary>
    public static DemoAward[] Medals { get; } =
    [
        new("Huy chương Kháng chiến chống Mỹ", "Huy chương Kháng chiến chống Mỹ, cứu nước", Two, AntiAmerican),
        new("Huy chương Kháng chiến", "Huy chương Kháng chiến", Two, AntiAmerican),
    ];
}
