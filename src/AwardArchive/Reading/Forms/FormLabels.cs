using AwardArchive.Archive;
using static AwardArchive.Reading.Forms.FormLabel;

namespace AwardArchive.Reading.Forms;

/// <summary>The labels of forms 01a to 04/BMAH (Decree 56/2013/NĐ-CP), of certificates and death notices, and the ways communes and units word them.</summary>
internal static class FormLabels
{
    private static readonly FormLabel[] Facts =
    [
        .. Of(FormField.BirthYear, "sinh năm", "năm sinh", "ngày tháng năm sinh", "ngày sinh", "sinh ngày", "ngày năm sinh"),
        .. Of(
            FormField.DeathDate, "hy sinh ngày", "ngày hy sinh", "hy sinh", "đã hy sinh", "đã hy sinh ngày", "hy sinh năm", "năm hy sinh", "ngày tháng năm hy sinh",
            "hy sinh vào ngày", "từ trần", "đã từ trần", "từ trần ngày", "đã từ trần ngày", "ngày từ trần", "chết ngày", "đã chết ngày", "ngày mất", "mất ngày",
            "đã mất ngày",
            // Certificates have the day in the line below.
            "đã hy sinh vì sự nghiệp giải phóng dân tộc", "đã hy sinh vì sự nghiệp chống Mỹ cứu nước", "đã hy sinh vì sự nghiệp cách mạng",
            "đã hy sinh trong sự nghiệp kháng chiến chống Pháp", "đã hy sinh trong sự nghiệp chống Mỹ cứu nước",
            "đã hy sinh vì sự nghiệp xây dựng và bảo vệ tổ quốc", "đã hy sinh vì sự nghiệp bảo vệ tổ quốc"),
        .. Of(FormField.HomePlace, "quê quán", "nguyên quán", "sinh quán"),
        .. Of(
            FormField.CertificateNo, "bằng tổ quốc ghi công số", "bằng TQGC số", "số bằng TQGC", "số bằng tổ quốc ghi công", "số bằng", "bằng số",
            "đã được cấp bằng tổ quốc ghi công số", "giấy chứng nhận thương binh số", "số giấy chứng nhận", "giấy chứng nhận số", "số GCN", "GCN số"),
        .. Of(
            FormField.DecisionNo, "quyết định số", "theo quyết định số", "ban hành theo quyết định số", "quyết định cấp bằng số", "số quyết định", "theo QĐ số", "QĐ số",
            "số QĐ"),
        .. Of(
            FormField.InvalidPercent, "tỷ lệ thương tật", "thương tật", "tỷ lệ suy giảm khả năng lao động", "suy giảm khả năng lao động", "tỷ lệ tổn thương cơ thể",
            "tỷ lệ mất sức lao động", "mất sức lao động", "tỷ lệ suy giảm khả năng lao động do thương tật"),
        .. Of(
            FormField.Other, "nơi ở hiện nay", "chỗ ở hiện nay", "nơi đăng ký hộ khẩu thường trú", "đăng ký hộ khẩu thường trú", "hộ khẩu thường trú", "nơi thường trú",
            "trú quán", "nơi cư trú", "tổng số con", "tổng số con đẻ con nuôi", "số con là liệt sĩ", "số con liệt sĩ", "quan hệ với bà mẹ", "quan hệ với liệt sĩ",
            "mối quan hệ với bà mẹ", "nhập ngũ", "nhập ngũ ngày", "ngày nhập ngũ", "tham gia cách mạng", "bị thương ngày", "ngày bị thương", "bị thương",
            "tình trạng hôn nhân", "vào sổ vàng số", "mẹ Việt Nam anh hùng", "bà mẹ Việt Nam anh hùng", "mẹ Việt Nam", "bà mẹ Việt Nam", "gia đình liệt sĩ",
            "nghĩa trang liệt sĩ", "thân nhân liệt sĩ"),
        .. OnlyBefore(LabelUse.BeforeColon, Of(
            FormField.Other, "bí danh", "tên gọi khác", "dân tộc", "tôn giáo", "giới tính", "nam nữ", "mặt trận", "đơn vị", "đơn vị khi hy sinh", "cấp bậc", "chức vụ",
            "cấp bậc chức vụ", "trường hợp", "trường hợp hy sinh", "tại", "nơi hy sinh", "hạng", "thương binh hạng", "ngày", "số CMND", "số CMTND", "CMND số", "số CCCD",
            "cấp tại", "cấp ngày", "nơi cấp", "ngày cấp", "nghề nghiệp", "trình độ", "điện thoại", "số điện thoại", "ghi chú", "an táng tại", "mộ táng tại", "thường trú",
            "địa chỉ", "quan hệ")),
    ];

    private static readonly FormLabel[] Persons =
    [
        .. Of(FormField.Person, "họ và tên", "họ tên", "họ tên khai sinh", "họ và tên khai sinh", "họ và tên thật"),
        .. OnlyBefore(LabelUse.BeforeColon, Of(FormField.Person, "ông bà", "ông", "bà", "chứng nhận ông bà", "cấp cho ông bà")),
        .. OnlyBefore(LabelUse.BeforeName, Of(FormField.Person, "đồng chí", "tôi là", "tên tôi là", "tôi tên là")),
        .. Of(FormField.Person, KinRelation.Husband, "họ và tên chồng", "họ tên chồng", "họ và tên vợ chồng", "tên chồng"),
        .. Martyrs(Of(FormField.Person, KinRelation.Husband, "họ và tên chồng liệt sĩ")),
        .. Martyrs(Of(FormField.Person, KinRelation.Child, "họ và tên liệt sĩ", "họ tên liệt sĩ", "tên liệt sĩ")),
        .. Of(FormField.Person, KinRelation.Child, "họ và tên con", "họ tên con"),
        .. Of(FormField.Person, KinRelation.Self, "họ và tên bà mẹ", "họ tên bà mẹ", "họ và tên mẹ", "tên bà mẹ"),
        .. Of(FormField.Person, KinRelation.Declarant, "họ và tên người khai", "họ tên người khai"),
        .. OnlyBefore(LabelUse.BeforeColon, Of(FormField.Person, KinRelation.Declarant, "người đứng khai", "ủy quyền cho ông bà", "ủy quyền cho")),
    ];

    /// <summary>As sentences and forms say who somebody is.</summary>
    private static readonly FormLabel[] Kin = OnlyBefore(LabelUse.BeforeName,
    [
        .. Martyrs(Of(FormField.Person, KinRelation.Child, "liệt sĩ", "con là liệt sĩ", "con liệt sĩ")),
        .. Martyrs(Of(FormField.Person, KinRelation.Husband, "chồng là liệt sĩ")),
        .. Of(FormField.Person, KinRelation.Husband, "chồng là", "chồng là ông", "có chồng là"),
    ]);

    private static readonly FormLabel[] Mothers = OnlyBefore(LabelUse.BeforeName, Of(FormField.Person, KinRelation.Self, "mẹ", "bà mẹ", "cụ bà"));

    private static readonly FormLabel[] Sections =
    [
        .. Of(
            FormField.Section, KinRelation.Self, "bản khai cá nhân", "sơ yếu lý lịch", "phần khai về bà mẹ", "khai về bà mẹ", "bà mẹ được đề nghị truy tặng", "bà mẹ được đề nghị tặng",
            "phần khai về bà mẹ được đề nghị truy tặng", "thông tin về bà mẹ", "về bà mẹ"),
        .. Of(
            FormField.Section, KinRelation.Declarant, "bản khai thân nhân", "phần khai về người khai", "phần khai về thân nhân", "người khai", "phần khai cá nhân", "người được ủy quyền",
            "bên được ủy quyền", "thông tin về người khai", "sơ yếu lý lịch người khai"),
        .. Of(FormField.Section, KinRelation.Relative, "người ủy quyền", "bên ủy quyền"),
        .. Martyrs(Of(FormField.Section, KinRelation.Child, "con là liệt sĩ", "các con là liệt sĩ", "họ và tên các con là liệt sĩ", "phần khai về liệt sĩ")),
        .. Of(FormField.Section, KinRelation.Child, "con đẻ con nuôi", "danh sách các con", "các con"),
        .. Of(
            FormField.Closing, "tôi xin cam đoan", "xin cam đoan", "chúng tôi xin cam đoan", "chúng tôi thống nhất", "xác nhận của", "nơi nhận", "nội dung ủy quyền"),
    ];

    /// <summary>Of declarations and powers of attorney.</summary>
    public static IReadOnlyList<FormLabel> OfForms { get; } = LongestFirst([.. Sections, .. Facts, .. Persons, .. Kin]);

    /// <summary>Of certificates, whose number is their own.</summary>
    public static IReadOnlyList<FormLabel> OfCertificates { get; } =
        LongestFirst([.. Facts, .. Persons, .. Kin, .. OnlyBefore(LabelUse.BeforeColon, Of(FormField.CertificateNo, "số"))]);

    /// <summary>Of letters about one person.</summary>
    public static IReadOnlyList<FormLabel> OfNotices { get; } = LongestFirst([.. Facts, .. Persons, .. Kin]);

    /// <summary>Of minutes and submissions, which tell in sentences who mothers and martyrs are.</summary>
    public static IReadOnlyList<FormLabel> OfSentences { get; } = LongestFirst([.. Facts, .. Mothers, .. Kin]);

    private static FormLabel[] Martyrs(FormLabel[] labels) => [.. labels.Select(label => label with { IsMartyr = true })];

    private static FormLabel[] OnlyBefore(LabelUse use, FormLabel[] labels) => [.. labels.Select(label => label with { Use = use })];

    /// <summary>Headings before labels of the same words.</summary>
    private static FormLabel[] LongestFirst(FormLabel[] labels) => [.. labels.OrderByDescending(label => label.Letters.Length)];
}
