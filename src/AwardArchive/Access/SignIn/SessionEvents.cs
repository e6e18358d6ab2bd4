using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AwardArchive.Access.SignIn;

/// <summary>Sessions are as good as the account is now; who has none is led to the sign-in, or told so when it is a program.</summary>
internal sealed class SessionEvents(AccountReader accounts) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var account = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && context.Principal.FindFirstValue(SessionClaims.Stamp) is { } stamp
            ? await accounts.FindAsync(id, stamp, context.HttpContext.RequestAborted)
            : null;
        if (account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Schemes.Session);
            return;
        }
        context.ReplacePrincipal(account.ToPrincipal(Schemes.Session));
        context.HttpContext.Features.Set(account);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (ForPrograms.Is(context.HttpContext)) return Refusals.SignInNeededAsync(context.HttpContext);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (ForPrograms.Is(context.HttpContext)) return Refusals.NotAllowedAsync(context.HttpContext);
        if (context.HttpContext.User.HasClaim(AccessClaims.OwesPassword, "true")) context.Response.Redirect(SignInPaths.Password);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden; // a page says so
        return Task.CompletedTask;
    }
}
