using AwardArchive.Archive;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.SignIn;

/// <summary>Identity's sign-in, with attempts counted before they are looked at (<see cref="SignInAttempts"/>).</summary>
internal sealed class ArchiveSignIn(
    UserManager<ArchiveUser> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<ArchiveUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<ArchiveUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<ArchiveUser> confirmation, SignInAttempts attempts,
    KnownBrowsers browsers, UsedCodes used, OneTimePassword oneTime)
    : SignInManager<ArchiveUser>(users, http, claims, options, log, schemes, confirmation)
{
    /// <summary>The password is the right one, somebody else gave it, and that is too long ago.</summary>
    public static readonly SignInResult PasswordIsOver = new();

    /// <summary>The try was counted for the browser, not for the account.</summary>
    private bool isKnownBrowser;

    public override async Task<bool> CanSignInAsync(ArchiveUser user) => !user.IsDisabled && await base.CanSignInAsync(user);

    /// <summary>Whatever else is missing: Identity would ask for no code where it cannot check one.</summary>
    public override Task<bool> IsTwoFactorEnabledAsync(ArchiveUser user) => Task.FromResult(user.TwoFactorEnabled);

    public override async Task<SignInResult> CheckPasswordSignInAsync(ArchiveUser user, string password, bool lockoutOnFailure)
    {
        if (!await TryBeginAsync(user)) return SignInResult.LockedOut;
        if (!await UserManager.CheckPasswordAsync(user, password)) return SignInResult.Failed;
        if (!await CanSignInAsync(user)) return SignInResult.NotAllowed;
        if (oneTime.IsOver(user)) return PasswordIsOver;
        // With a second step to come it is not yet known that the right person is there.
        if (!await IsTwoFactorEnabledAsync(user)) await ArrivedAsync(user);
        return SignInResult.Success;
    }

    /// <summary>The second step, after <see cref="SignInManager{TUser}.PasswordSignInAsync(TUser, string, bool, bool)"/> asked for it.</summary>
    /// <param name="code">Of the authenticator, or one of the codes kept for when it is lost.</param>
    /// <returns>Who tried; null: nobody gave a password in the last minutes.</returns>
    public async Task<(ArchiveUser? User, SignInResult Result)> CodeSignInAsync(string code)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } user) return (null, SignInResult.Failed);
        if (!await CanSignInAsync(user)) return (user, SignInResult.NotAllowed);
        if (!await TryBeginAsync(user)) return (user, SignInResult.LockedOut);
        var typed = string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));
        var isRight = await UserManager.VerifyTwoFactorTokenAsync(user, Options.Tokens.AuthenticatorTokenProvider, typed)
            ? await used.TryUseAsync(user.Id, typed, Context.RequestAborted)
            : (await UserManager.RedeemTwoFactorRecoveryCodeAsync(user, typed)).Succeeded;
        if (!isRight) return (user, SignInResult.Failed);
        await ArrivedAsync(user);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SignInAsync(user, isPersistent: false);
        return (user, SignInResult.Success);
    }

    /// <returns>False: locked; nothing that was typed is to be looked at.</returns>
    private async Task<bool> TryBeginAsync(ArchiveUser user)
    {
        if (browsers.Find(Context, user.Id) is { } browser && await browsers.TryBeginAsync(user.Id, browser, Context.RequestAborted) is { } isOpen)
        {
            isKnownBrowser = true;
            return isOpen;
        }
        return await attempts.TryBeginAsync(user.Id, Context.RequestAborted);
    }

    /// <summary>The right person is there. What strangers did meanwhile stays counted for strangers.</summary>
    private async Task ArrivedAsync(ArchiveUser user)
    {
        if (!isKnownBrowser) await attempts.ForgetAsync(user.Id, Context.RequestAborted);
        await browsers.RememberAsync(Context, user.Id, Context.RequestAborted);
    }
}
