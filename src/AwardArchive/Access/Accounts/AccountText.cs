using System.Globalization;
using AwardArchive.Archive;

namespace AwardArchive.Access.Accounts;

/// <summary>Accounts in words for people.</summary>
internal static class AccountText
{
    public static readonly IReadOnlyList<Role> Roles = [Role.Reader, Role.Archivist, Role.Verifier, Role.Administrator];

    public static string Of(Role role) => role switch
    {
        Role.Reader => "Người đọc",
        Role.Archivist => "Cán bộ lưu trữ",
        Role.Verifier => "Cán bộ thẩm định",
        Role.Administrator => "Quản trị",
        _ => "chưa có vai trò",
    };

    /// <summary>All of them on one line.</summary>
    public static string AllOf(Role roles) =>
        roles == Role.None ? Of(Role.None) : string.Join(", ", Roles.Where(role => roles.HasFlag(role)).Select(Of));

    /// <summary>What a role is for.</summary>
    public static string Meaning(Role role) => role switch
    {
        Role.Reader => "tìm và xem",
        Role.Archivist => "nhận bản quét, sửa thông tin, lập hồ sơ",
        Role.Verifier => "xét danh hiệu, xác nhận người",
        _ => "tài khoản, nhóm, nhật ký; không vì thế mà xem được văn bản",
    };

    public static string Of(Confidentiality level) => level switch
    {
        Confidentiality.Secret => "Mật",
        Confidentiality.TopSecret => "Tối mật",
        Confidentiality.UltraSecret => "Tuyệt mật",
        _ => "Thường",
    };

    public static string Of(Permission permission) => permission switch
    {
        Permission.View => "Tìm và xem",
        Permission.Digitize => "Số hóa, sửa, lập hồ sơ",
        Permission.Verify => "Thẩm định",
        Permission.Administer => "Quản trị",
        _ => "không có quyền nào",
    };

    public static string AllOf(Permission permissions) =>
        permissions == Permission.None ? Of(Permission.None) : string.Join(", ", Permissions.All.Where(one => permissions.HasFlag(one)).Select(Of));

    /// <summary>How an account stands, in a few words.</summary>
    public static string StandingOf(UserResponse user, DateTimeOffset now)
    {
        List<string> words = [];
        if (user.IsDisabled) words.Add("đã ngừng");
        if (user.LockedUntil is { } until) words.Add($"đang khóa vì nhập sai, đến {until.ToLocalTime().ToString("HH:mm", CultureInfo.InvariantCulture)}");
        if (user.PasswordExpiresAt is { } end) words.Add(end <= now ? "mật khẩu được cấp đã hết hạn" : "chưa đổi mật khẩu được cấp");
        if (user.HasSecondFactor) words.Add("xác thực hai lớp");
        return words.Count > 0 ? string.Join(", ", words) : "đang dùng";
    }

    public static string Day(DateTimeOffset at) => at.ToLocalTime().ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A field of a request as people call it.</summary>
    public static string LabelOf(string field) => field switch
    {
        "userName" => "Tên đăng nhập",
        "displayName" => "Họ tên",
        "roles" => "Vai trò",
        "clearance" => "Mức được xem",
        "password" => "Mật khẩu",
        "newPassword" => "Mật khẩu mới",
        "code" => "Mã xác thực",
        "name" => "Tên",
        "scopes" => "Quyền của mã",
        "expiresAt" => "Hạn dùng",
        "dossierId" => "Hồ sơ",
        "fonds" => "Phông",
        _ => field,
    };

    /// <summary>A list of single ones as one value; null: nothing was said of them.</summary>
    public static Role? Together(IEnumerable<Role>? roles) => roles?.Aggregate(Role.None, (all, role) => all | role);

    /// <summary>One by one, for programs.</summary>
    public static IReadOnlyList<Role> Apart(Role roles) => [.. Roles.Where(role => roles.HasFlag(role))];
}
