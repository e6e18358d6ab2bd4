using Microsoft.AspNetCore.Identity;

namespace AwardArchive.Access.SignIn;

/// <summary>What Identity refuses, in words for people.</summary>
internal sealed class VietnameseErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Of(nameof(DefaultError), "Không thực hiện được.");

    public override IdentityError ConcurrencyFailure() => Of(nameof(ConcurrencyFailure), "Tài khoản vừa được người khác thay đổi. Hãy mở lại rồi thử lại.");

    public override IdentityError PasswordMismatch() => Of(nameof(PasswordMismatch), "Mật khẩu hiện tại không đúng.");

    public override IdentityError InvalidUserName(string? userName) =>
        Of(nameof(InvalidUserName), "Tên tài khoản chỉ gồm chữ cái không dấu, chữ số và các dấu - . _ @ +.");

    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateUserName), $"Đã có tài khoản {userName}.");

    public override IdentityError PasswordTooShort(int length) => Of(nameof(PasswordTooShort), $"Mật khẩu phải dài ít nhất {length} ký tự.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Of(nameof(PasswordRequiresUniqueChars), $"Mật khẩu phải có ít nhất {uniqueChars} ký tự khác nhau.");

    private static IdentityError Of(string code, string description) => new() { Code = code, Description = description };
}
