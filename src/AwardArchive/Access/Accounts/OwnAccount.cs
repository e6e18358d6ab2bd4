using System.Globalization;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Accounts;

/// <summary>What somebody does with the own account, in person: a token that could would make itself another one that outlives it.</summary>
/// <remarks>What changes how somebody signs in asks for the password again (an open browser is not its owner), and ends all other sessions.</remarks>
internal sealed class OwnAccount(
    UserManager<ArchiveUser> users, ArchiveSignIn signIn, SignInDesk desk, SignInAttempts attempts, IUserStore<ArchiveUser> store,
    IDbContextFactory<CatalogDbContext> contexts, TokenDesk tokens, UsedCodes used, IAuditLog audit)
{
    private const string Issuer = "Kho lưu trữ khen thưởng";

    public async Task<OwnAccountResponse> ShowAsync(CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        await using var db = contexts.CreateForAccounts();
        var groups = await (from member in db.GroupMembers
                            where member.UserId == user.Id
                            join one in db.Groups on member.GroupId equals one.Id
                            orderby one.Name
                            select new GroupSummary(one.Id, one.Name)).ToListAsync(cancellationToken);
        var permissions = Permissions.Of(user.Roles);
        return new(
            user.Id, user.UserName!, user.DisplayName ?? user.UserName!, AccountText.Apart(user.Roles), [.. Permissions.All.Where(one => permissions.HasFlag(one))], user.Clearance,
            user.PasswordHash is not null, user.MustChangePassword, user.TwoFactorEnabled, user.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(user) : 0, groups);
    }

    public async Task<AccountOutcome> ChangePasswordAsync(PasswordChange change) =>
        await desk.ChangePasswordAsync(change.Password ?? "", change.NewPassword ?? "") is [var wrong, ..]
            ? new AccountOutcome.Wrong("newPassword", wrong.TrimEnd('.'))
            : new AccountOutcome.Done();

    /// <summary>Makes a new secret for an app; codes are asked for once one was typed in here.</summary>
    /// <returns>Null where the password is wrong, or the second factor is there already.</returns>
    public async Task<(SecondFactorSetup? Setup, AccountOutcome? Problem)> BeginSecondFactorAsync(PasswordProof proof, CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        if (user.TwoFactorEnabled) return (null, new AccountOutcome.Refused("second-factor-in-force", "Xác thực hai lớp đang bật: hãy tắt trước khi đổi ứng dụng."));
        if (!await KnowsPasswordAsync(user, proof.Password, cancellationToken)) return (null, WrongPassword());
        await WriteAsync(user, "bắt đầu bật xác thực hai lớp", cancellationToken);
        if (await users.ResetAuthenticatorKeyAsync(user) is { Succeeded: false } failed) return (null, AccountOutcome.Of(failed));
        await signIn.SignInAsync(user, isPersistent: false);
        return (await SetupAsync(user), null);
    }

    /// <summary>The setup that was begun, to be shown again after a mistyped code.</summary>
    public async Task<SecondFactorSetup?> FindSetupAsync() =>
        await MeAsync() is { TwoFactorEnabled: false } user && await users.GetAuthenticatorKeyAsync(user) is not null ? await SetupAsync(user) : null;

    /// <summary>The app shows the right codes: from now on one is asked for.</summary>
    public async Task<(IReadOnlyList<string>? Codes, AccountOutcome? Problem)> ConfirmSecondFactorAsync(CodeProof proof, CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        if (user.TwoFactorEnabled) return (null, new AccountOutcome.Refused("second-factor-in-force", "Xác thực hai lớp đã bật rồi."));
        var code = new string([.. (proof.Code ?? "").Where(char.IsAsciiDigit)]);
        if (await users.GetAuthenticatorKeyAsync(user) is null || !await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code)
            || !await used.TryUseAsync(user.Id, code, cancellationToken)) // it opened this, so it opens nothing else
            return (null, new AccountOutcome.Wrong("code", "không đúng; hãy xem lại giờ của điện thoại rồi nhập mã mới"));
        await WriteAsync(user, "bật xác thực hai lớp", cancellationToken);
        user.TwoFactorEnabled = true;
        return await RenewCodesAsync(user, cancellationToken);
    }

    public async Task<AccountOutcome> RemoveSecondFactorAsync(PasswordProof proof, CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        if (!await KnowsPasswordAsync(user, proof.Password, cancellationToken)) return WrongPassword();
        await WriteAsync(user, "tắt xác thực hai lớp", cancellationToken);
        user.TwoFactorEnabled = false;
        await Codes.ReplaceCodesAsync(user, [], cancellationToken);
        return await EndOthersAsync(user);
    }

    /// <summary>New recovery codes; those of before open nothing any more.</summary>
    public async Task<(IReadOnlyList<string>? Codes, AccountOutcome? Problem)> RenewRecoveryCodesAsync(PasswordProof proof, CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        if (!user.TwoFactorEnabled) return (null, new AccountOutcome.Refused("no-second-factor", "Chưa bật xác thực hai lớp."));
        if (!await KnowsPasswordAsync(user, proof.Password, cancellationToken)) return (null, WrongPassword());
        await WriteAsync(user, "tạo lại mã khôi phục", cancellationToken);
        return await RenewCodesAsync(user, cancellationToken);
    }

    public async Task<AccountOutcome> EndOtherSessionsAsync(CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        await WriteAsync(user, "kết thúc các phiên khác", cancellationToken);
        return await EndOthersAsync(user);
    }

    public async Task<AccountOutcome> AddTokenAsync(NewToken wanted, CancellationToken cancellationToken)
    {
        var user = await MeAsync();
        return await KnowsPasswordAsync(user, wanted.Password, cancellationToken) ? await tokens.AddAsync(user, wanted, cancellationToken) : WrongPassword();
    }

    private IUserTwoFactorRecoveryCodeStore<ArchiveUser> Codes => (IUserTwoFactorRecoveryCodeStore<ArchiveUser>)store;

    private static AccountOutcome.Wrong WrongPassword() => new("password", "không đúng, hoặc đang bị khóa vì nhập sai nhiều lần");

    private async Task<ArchiveUser> MeAsync() =>
        await users.FindByIdAsync($"{Actor.Current.UserId}") ?? throw new InvalidOperationException("Nobody with an account acts.");

    /// <remarks>Wrong ones count as wrong ones at sign-in. Who signs in elsewhere has none to give.</remarks>
    private async Task<bool> KnowsPasswordAsync(ArchiveUser user, string? password, CancellationToken cancellationToken)
    {
        if (user.PasswordHash is null) return true;
        if (await attempts.TryBeginAsync(user.Id, cancellationToken) && await users.CheckPasswordAsync(user, password ?? ""))
        {
            await attempts.ForgetAsync(user.Id, cancellationToken);
            return true;
        }
        await audit.WriteAsync(new(AuditAction.Refused, $"users/{user.Id}", $"{user.UserName}: sai mật khẩu khi xác nhận"), cancellationToken);
        return false;
    }

    private async Task<AccountOutcome> EndOthersAsync(ArchiveUser user)
    {
        if (await users.UpdateSecurityStampAsync(user) is { Succeeded: false } failed) return AccountOutcome.Of(failed);
        await signIn.SignInAsync(user, isPersistent: false);
        return new AccountOutcome.Done();
    }

    private async Task<(IReadOnlyList<string>? Codes, AccountOutcome? Problem)> RenewCodesAsync(ArchiveUser user, CancellationToken cancellationToken)
    {
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Make()).ToList();
        await Codes.ReplaceCodesAsync(user, codes, cancellationToken);
        return await EndOthersAsync(user) is var outcome and not AccountOutcome.Done ? (null, outcome) : (codes, null);
    }

    private async Task<SecondFactorSetup> SetupAsync(ArchiveUser user)
    {
        var secret = (await users.GetAuthenticatorKeyAsync(user))!;
        // https://github.com/google/google-authenticator/wiki/Key-Uri-Format
        var (issuer, name) = (Uri.EscapeDataString(Issuer), Uri.EscapeDataString(user.UserName!));
        return new(secret, string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/{issuer}:{name}?secret={secret}&issuer={issuer}&digits=6"));
    }

    private Task WriteAsync(ArchiveUser user, string detail, CancellationToken cancellationToken) =>
        audit.WriteAsync(new(AuditAction.AccountChanged, $"users/{user.Id}", $"{user.UserName}: {detail}"), cancellationToken);
}
