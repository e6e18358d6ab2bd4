using System.Security.Cryptography;
using AwardArchive.Access.Accounts;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.SignIn;

/// <summary>An account cannot be made or changed so.</summary>
/// <param name="message">Why, in words for people.</param>
internal class AccountRefusedException(string message) : Exception(message)
{
    /// <exception cref="AccountRefusedException">Identity refused.</exception>
    public static void ThrowUnless(IdentityResult result)
    {
        if (!result.Succeeded) throw new AccountRefusedException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}

/// <summary>Nobody would be left who can administer the archive.</summary>
internal sealed class LastAdministratorException() : AccountRefusedException("Đây là người quản trị cuối cùng: hãy giao vai trò quản trị cho người khác trước.");

/// <summary>
/// Accounts made and changed by those who may, at the machine and by the service. Whatever changes ends the sessions of the account; each change is in the audit log
/// before it is made.
/// </summary>
internal sealed class AccountDesk(
    UserManager<ArchiveUser> users, IDbContextFactory<CatalogDbContext> contexts, OneTimePassword oneTime, SignInAttempts attempts, AccountValues values, IAuditLog audit, TimeProvider time)
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
            CreatedAt = time.GetUtcNow(),
        };
        var password = oneTime.Give(user);
        await NoteAsync(user, $"thêm tài khoản {name}: {AccountText.AllOf(roles)}, mức {AccountText.Of(clearance)}", cancellationToken);
        AccountRefusedException.ThrowUnless(await users.CreateAsync(user));
        return (user, password);
    }

    /// <summary>Changes what <paramref name="change"/> changes. Somebody who can administer the archive always remains: check and change are one, on any number of machines.</summary>
    /// <param name="user">Whom; what it says beside the id may be old, and is not brought up to date.</param>
    /// <param name="what">For the audit log.</param>
    /// <exception cref="LastAdministratorException">Nobody else could administer; nothing is changed.</exception>
    /// <exception cref="AccountRefusedException">Somebody else changed the account at the same moment.</exception>
    public async Task ChangeAsync(ArchiveUser user, Action<ArchiveUser> change, string what, CancellationToken cancellationToken)
    {
        await NoteAsync(user, what, cancellationToken); // not in the transaction: it has one of its own
        await using var db = contexts.CreateForAccounts();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            await db.LockAccountsAsync(cancellationToken);
            var account = await db.Users.SingleAsync(u => u.Id == user.Id, cancellationToken);
            var couldAdminister = CanAdminister(account);
            change(account);
            if (!couldAdminister || CanAdminister(account)
                || await db.Users.AnyAsync(u => u.Id != user.Id && !u.IsDisabled && (u.Roles & Role.Administrator) != 0, cancellationToken))
            {
                account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
                account.ConcurrencyStamp = $"{Guid.NewGuid()}";
                try
                {
                    await db.SaveChangesAsync(cancellationToken);
                }
                catch (DbUpdateConcurrencyException)
                {
                    throw new AccountRefusedException(users.ErrorDescriber.ConcurrencyFailure().Description);
                }
                await transaction.CommitAsync(cancellationToken);
                return;
            }
        }
        await audit.WriteAsync(new(AuditAction.Refused, $"users/{user.Id}", "người quản trị cuối cùng"), cancellationToken);
        throw new LastAdministratorException();
    }

    /// <summary>For who forgot it, or has lost what the second step needs.</summary>
    /// <param name="secondStep">Take the second step away, too; the person can set it up anew.</param>
    /// <returns>The password, which the person must change.</returns>
    public async Task<string> ResetPasswordAsync(ArchiveUser user, bool secondStep, CancellationToken cancellationToken)
    {
        await NoteAsync(user, secondStep ? "cấp lại mật khẩu, bỏ xác thực hai lớp" : "cấp lại mật khẩu", cancellationToken);
        var password = oneTime.Give(user);
        if (secondStep)
        {
            user.TwoFactorEnabled = false;
            AccountRefusedException.ThrowUnless(await users.ResetAuthenticatorKeyAsync(user));
        }
        AccountRefusedException.ThrowUnless(await users.UpdateSecurityStampAsync(user)); // saves all of it, and ends the sessions
        await attempts.ForgetAsync(user.Id, cancellationToken);
        await KnownBrowsers.ForgetAllAsync(values, user.Id, cancellationToken); // who had the old password may have used it there
        return password;
    }

    public async Task UnlockAsync(ArchiveUser user, CancellationToken cancellationToken)
    {
        await NoteAsync(user, "mở khóa đăng nhập", cancellationToken);
        await attempts.ForgetAsync(user.Id, cancellationToken);
    }

    private static bool CanAdminister(ArchiveUser user) => !user.IsDisabled && user.Roles.HasFlag(Role.Administrator);

    private Task NoteAsync(ArchiveUser user, string what, CancellationToken cancellationToken) =>
        audit.WriteAsync(new(AuditAction.AccountChanged, $"users/{user.Id}", what), cancellationToken);
}
