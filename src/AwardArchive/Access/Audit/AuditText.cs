using AwardArchive.Archive;

namespace AwardArchive.Access.Audit;

/// <summary>The words for people.</summary>
internal static class AuditText
{
    public const string Forgotten = "(đã hủy khi hết thời hạn lưu)";

    public static string Of(AuditAction action) => action switch
    {
        AuditAction.SignedIn => "Đăng nhập",
        AuditAction.SignInFailed => "Đăng nhập không thành",
        AuditAction.SignedOut => "Đăng xuất",
        AuditAction.Refused => "Bị từ chối",
        AuditAction.Viewed => "Xem",
        AuditAction.Searched => "Tìm kiếm",
        AuditAction.Downloaded => "Tải về",
        AuditAction.Exported => "Xuất dữ liệu",
        AuditAction.Added => "Thêm vào kho",
        AuditAction.Changed => "Thay đổi",
        AuditAction.Corrected => "Đính chính",
        AuditAction.Withdrawn => "Rút khỏi tra cứu",
        AuditAction.Verified => "Xác minh",
        AuditAction.AccountChanged => "Thay đổi tài khoản",
        AuditAction.Granted => "Cấp quyền",
        AuditAction.Revoked => "Thu hồi",
        AuditAction.Maintained => "Bảo trì",
        _ => action.ToString(),
    };

    public static string Of(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Done => "Xong",
        AuditOutcome.Intended => "Bắt đầu",
        AuditOutcome.Refused => "Từ chối",
        AuditOutcome.Failed => "Không thành",
        _ => outcome.ToString(),
    };
}
