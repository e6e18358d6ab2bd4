using AwardArchive.Archive;

namespace AwardArchive.Access.SignIn;

/// <summary>What programs are told who do not get in: what to do, and nothing else.</summary>
internal static class Refusals
{
    public static Task SignInNeededAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = http.Request.Headers.Authorization.Count > 0 ? "Bearer error=\"invalid_token\"" : "Bearer"; // RFC 6750 section 3
        return Problem.Of(
            StatusCodes.Status401Unauthorized, "sign-in-needed", "Cần đăng nhập",
            "Hãy đăng nhập, hoặc gửi mã truy cập còn hiệu lực trong đầu mục Authorization: Bearer.").ExecuteAsync(http);
    }

    public static Task NotAllowedAsync(HttpContext http) => http.User.HasClaim(AccessClaims.OwesPassword, "true")
        ? Problem.Of(StatusCodes.Status403Forbidden, "password-to-change", "Cần đổi mật khẩu", "Hãy đổi mật khẩu được cấp trước khi dùng kho lưu trữ.").ExecuteAsync(http)
        : Problem.Of(
            StatusCodes.Status403Forbidden, "forbidden", "Không được phép",
            "Tài khoản hoặc mã truy cập này không có quyền dùng chức năng này. Nếu cần, hãy hỏi người quản trị.").ExecuteAsync(http);
}
