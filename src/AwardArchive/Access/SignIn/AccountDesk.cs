using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;

namespace AwardArchive.Access.SignIn;

/// <summary>An account cannot be made or changed so.</summary>
/// <param name="message">Why, in words for people.</param>
internal sealed class AccountRefusedException(string message) : Exception(message)
{
    /// <exception cref="AccountRefusedException">Identity refused.</exception>
    public static void ThrowUnless(IdentityResult result)
    {
        if (!result.Succeeded) throw new AccountRefusedException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}

/// <summary>
/// Accounts made and changed by those who may. Whatever changes ends the sessions of the account; each change is in the audit log before it is made.
/// </summary>
internal sealed class AccountDesk(UserManager<ArchiveUser> users, SignInAttempts attempts, AccountValues values, IAuditLog audit, TimeProvider time)
{
    /// <exception cref="AccountRefusedException">There is no such account.</exception>
    public async Task<ArchiveUser> GetAsync(string name) =>
        await users.FindByNameAsync(name) ?? throw new AccountRefusedException($"Không có tài khoản {name}.");

    /// <returns>The password, which the person must change; it cannot be shown again.</returns>
    /// <exception cref="AccountRefusedException">The name is taken or no name.</exception>
    public async Task<(ArchiveUser User, string Password)> AddAsync(string name, string? displayName, Role roles, Confidentiality clearance, CancellationToken cancellationToken)
    {
        if (name.Length > ArchiveUser.MaxName || displayName?.Length > ArchiveUser.MaxName) throw new AccountRefusedException($"Tên dài quá {ArchiveUser.MaxName} ký tự.");
        var user = new ArchiveUser
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            DisplayName = displayName,
            Roles = roles,
            Clearance = clearance,
            MustChangePassword = true,
            CreatedAt = time.GetUtcNow(),
        };
        var password = OneTimePassword.Create();
        await NoteAsync(user, $"add {name}: {roles}, {clearance}", cancellationToken);
        AccountRefusedException.ThrowUnless(await users.CreateAsync(user, password));
        return (user, password);
    }

    /// <summary>Changes what <paramref name="change"/> changes.</summary>
    /// <param name="what">For the audit log.</param>
    public async Task ChangeAsync(ArchiveUser user, Action<ArchiveUser> change, string what, CancellationToken cancellationToken)
    {
        await NoteAsync(user, what, cancellationToken);
        change(user);
        AccountRefusedException.ThrowUnless(await users.UpdateSecurityStampAsync(user)); // saves all of it, and ends the sessions
    }

    /// <summary>For who forgot it, or has lost what the second step needs.</summary>
    /// <param name="secondStep">Take the second step away, too; the person can set it up anew.</param>
    /// <returns>The password, which the person must change.</returns>
    public async Task<string> ResetPasswordAsync(ArchiveUser user, bool secondStep, CancellationToken cancellationToken)
    {
        var password = OneTimePassword.Create();
        await NoteAsync(user, secondStep ? "reset password and second step" : "reset password", cancellationToken);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.MustChangePassword = true;
        if (secondStep)
        {
            user.TwoFactorEnabled = false;
            AccountRefusedException.ThrowUnless(await users.ResetAuthenticatorKeyAsync(user));
        }
        AccountRefusedException.ThrowUnless(await users.UpdateSecurityStampAsync(user));
        await attempts.ForgetAsync(user.Id, cancellationToken);
        await KnownBrowsers.ForgetAllAsync(values, user.Id, cancellationToken); // who had the old password may have used it there
        return password;
    }

    public async Task UnlockAsync(ArchiveUser user, CancellationToken cancellationToken)
    {
        await NoteAsync(user, "unlock", cancellationToken);
        await attempts.ForgetAsync(user.Id, cancellationToken);
    }

    private Task NoteAsync(ArchiveUser user, string what, CancellationToken cancellationToken) =>
        audit.WriteAsync(new(AuditAction.AccountChanged, $"user/{user.Id}", what), cancellationToken);
}
