using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;

namespace AwardArchive.Access.SignIn;

internal enum SignInOutcome
{
    /// <summary>A session has begun.</summary>
    In,

    /// <summary>The password was right; the code of the second step is owed.</summary>
    CodeNeeded,

    /// <summary>Only who has the right password is told: it was given by somebody else, and too long ago.</summary>
    PasswordIsOver,

    /// <summary>Wrong name, wrong password, locked or disabled: nobody is told which.</summary>
    Refused,
}

/// <summary>Lets people in. Whoever is refused learns nothing of what accounts there are, neither by words nor by time.</summary>
internal sealed class SignInDesk(
    ArchiveSignIn signIn, UserManager<ArchiveUser> users, IPasswordHasher<ArchiveUser> hasher, SignInAttempts attempts, IAuditLog audit, TimeProvider time, IHttpContextAccessor http)
{
    /// <summary>A refusal comes no sooner: longer than a password takes to look at, whether or not one was looked at.</summary>
    private static readonly TimeSpan RefusalTime = TimeSpan.FromMilliseconds(600);

    private CancellationToken Aborted => http.HttpContext!.RequestAborted;

    public async Task<SignInOutcome> PasswordAsync(string name, string password)
    {
        var began = time.GetTimestamp();
        var user = name.Length <= ArchiveUser.MaxName && password.Length <= PasswordRules.MaxLength ? await users.FindByNameAsync(name) : null;
        if (user is null) hasher.HashPassword(new(), password[..Math.Min(password.Length, PasswordRules.MaxLength)]); // as much work as for one that is there
        var result = user is null ? SignInResult.Failed : await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor) return SignInOutcome.CodeNeeded;
        return await EndAsync(user, name, result, began);
    }

    public async Task<SignInOutcome> CodeAsync(string code)
    {
        var began = time.GetTimestamp();
        var (user, result) = await signIn.CodeSignInAsync(code);
        return await EndAsync(user, user?.UserName ?? "", result, began);
    }

    /// <summary>Changes the password of who is signed in; their other sessions end.</summary>
    /// <returns>What is wrong, in words for people; empty: it is changed.</returns>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(string current, string changed)
    {
        var user = await users.GetUserAsync(http.HttpContext!.User);
        if (user is null || !await attempts.TryBeginAsync(user.Id, Aborted)) return ["Mật khẩu hiện tại không đúng, hoặc tài khoản đang tạm khóa."];
        if (current == changed) return ["Mật khẩu mới phải khác mật khẩu hiện tại."];
        await audit.WriteAsync(new(AuditAction.AccountChanged, $"users/{user.Id}", "đổi mật khẩu"), Aborted);
        user.MustChangePassword = false; // saved with the password, or not at all
        var result = await users.ChangePasswordAsync(user, current, changed);
        if (!result.Succeeded) return [.. result.Errors.Select(error => error.Description)];
        await attempts.ForgetAsync(user.Id, Aborted);
        await signIn.SignInAsync(user, isPersistent: false);
        return [];
    }

    public async Task SignOutAsync()
    {
        await audit.WriteAsync(new(AuditAction.SignedOut, Actor.Current.UserId is { } id ? $"users/{id}" : null), Aborted);
        await signIn.SignOutAsync();
    }

    private async Task<SignInOutcome> EndAsync(ArchiveUser? user, string name, SignInResult result, long began)
    {
        var target = user is null ? null : $"users/{user.Id}";
        if (result.Succeeded)
        {
            await audit.WriteAsync(new(AuditAction.SignedIn, target, name), Aborted);
            return SignInOutcome.In;
        }
        await audit.WriteAsync(new(AuditAction.SignInFailed, target, name[..Math.Min(name.Length, ArchiveUser.MaxName)]), Aborted);
        var rest = RefusalTime - time.GetElapsedTime(began);
        if (rest > TimeSpan.Zero) await Task.Delay(rest, time, Aborted);
        return result == ArchiveSignIn.PasswordIsOver ? SignInOutcome.PasswordIsOver : SignInOutcome.Refused;
    }
}
