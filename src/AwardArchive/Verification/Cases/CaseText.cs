using AwardArchive.Archive;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Verification.Cases;

/// <summary>Cases in the words of the people who decide them.</summary>
internal static class CaseText
{
    public static string Of(CaseRole role) => role switch
    {
        CaseRole.Mother => "bà mẹ",
        CaseRole.Husband => "chồng",
        _ => "con",
    };

    public static string Of(ProofKind kind) => kind switch
    {
        ProofKind.Declaration => "Bản khai",
        ProofKind.Certificate => "Bằng, giấy chứng nhận",
        ProofKind.UnexchangedCertificate => "Bằng, giấy chứng nhận phải cấp đổi hoặc xác nhận",
        ProofKind.Decision => "Quyết định, bản án",
        ProofKind.AnnexedList => "Danh sách kèm theo",
        ProofKind.Minutes => "Biên bản xét duyệt",
        ProofKind.Submission => "Tờ trình",
        ProofKind.Confirmation => "Giấy xác nhận",
        ProofKind.CivilStatus => "Giấy tờ hộ tịch, hộ khẩu",
        ProofKind.DeathNotice => "Giấy báo tử",
        ProofKind.AwardDossier => "Hồ sơ khen thưởng",
        _ => "Lời người nhập, không có giấy tờ",
    };

    /// <summary>A value of an input.</summary>
    public static string Value(string? value) => value switch
    {
        null => "chưa rõ",
        "true" => "có",
        "false" => "không",
        "seen" => "đã thấy",
        "claimed" => "mới khai",
        "none" => "không có",
        "revoked" => "đã thu hồi",
        "birth" => "con đẻ",
        "adopted" => "con nuôi",
        "step" => "con riêng của chồng",
        "met" => "đáp ứng",
        "notMet" => "không đáp ứng",
        _ => value,
    };

    public static string Of(MotherResult result) => result switch
    {
        MotherResult.Eligible => "Đáp ứng điều kiện",
        MotherResult.NotEligible => "Không đáp ứng điều kiện",
        MotherResult.Excluded => "Thuộc trường hợp không xét",
        MotherResult.Refer => "Chuyển người có thẩm quyền xem xét",
        _ => "Chưa đủ chứng cứ",
    };

    /// <summary>Why something was not done, for a page.</summary>
    public static string Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Wrong wrong => $"Chưa ghi: {LabelOf(wrong.Field)} {wrong.Message}.",
        CaseOutcome.Changed => "Hồ sơ đã thay đổi từ khi trang này mở ra. Hãy xem lại rồi quyết định.",
        CaseOutcome.NotTheirs => "Không quyết định được từ tài khoản này. Hãy hỏi người phụ trách việc xét duyệt hồ sơ này.",
        CaseOutcome.NoCase => "Hồ sơ này không phải hồ sơ xét danh hiệu.",
        _ => "Mục này không còn nữa.",
    };

    private static string LabelOf(string field) => field switch
    {
        "by" => "Người quyết định",
        "reason" => "Lý do",
        "name" => "Họ tên",
        "role" => "Vai trò",
        "birth" => "Năm sinh",
        "death" => "Ngày mất",
        "homePlace" => "Quê quán",
        "value" => "Giá trị",
        "documentId" => "Văn bản",
        "page" => "Trang",
        "box" => "Khung",
        _ => field,
    };
}
