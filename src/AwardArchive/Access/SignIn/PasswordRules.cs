using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;

namespace AwardArchive.Access.SignIn;

/// <summary>
/// Length over composition, as NIST SP 800-63B section 3.1.1.2 says: at least 12 letters, no demand for kinds of them; what is easily guessed is refused.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<ArchiveUser>
{
    public const int MinLength = 12;

    /// <summary>A longer one only makes the server work.</summary>
    public const int MaxLength = 256;

    private const int MinDifferent = 6;

    /// <summary>What people type when they are asked for a long one; these in a row, or one of them and a few letters more.</summary>
    private static readonly string[] Guessed =
        ["01234567890123456789", "09876543210987654321", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz", "matkhau", "password", "khenthuong", "award-archive", "lietsi"];

    /// <summary>Identity's own settings for accounts.</summary>
    public static void Configure(IdentityOptions identity)
    {
        identity.Password.RequiredLength = MinLength;
        identity.Password.RequiredUniqueChars = MinDifferent;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Tokens.AuthenticatorIssuer = "Award Archive";
    }

    public Task<IdentityResult> ValidateAsync(UserManager<ArchiveUser> manager, ArchiveUser user, string? password) =>
        Task.FromResult(Check(user.UserName, password ?? ""));

    private static IdentityResult Check(string? name, string password)
    {
        if (password.Length > MaxLength) return Failed("PasswordTooLong", $"Mật khẩu dài quá {MaxLength} ký tự.");
        var rest = password;
        foreach (var guess in Guessed.Append(name ?? "").Where(guess => guess.Length > 3))
        {
            // Any run of six of it tells as much as all of it.
            for (var run = Math.Min(guess.Length, 26); run >= Math.Min(guess.Length, 6); run--)
            {
                for (var at = 0; at + run <= guess.Length; at++) rest = rest.Replace(guess.Substring(at, run), "", StringComparison.OrdinalIgnoreCase);
            }
        }
        return rest.Length < MinLength / 2
            ? Failed("PasswordGuessed", "Mật khẩu này dễ đoán: nó có tên tài khoản hoặc dãy chữ, số mà nhiều người dùng. Hãy chọn vài từ không liên quan nhau.")
            : IdentityResult.Success;
    }

    private static IdentityResult Failed(string code, string description) =>
        IdentityResult.Failed(new IdentityError { Code = code, Description = description });
}
