using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.SignIn;

internal sealed class TokenAuthenticationOptions : AuthenticationSchemeOptions;

/// <summary><c>Authorization: Bearer award_…</c> (RFC 6750 section 2.1; not in a form or an address, which logs keep).</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<TokenAuthenticationOptions> options, ILoggerFactory loggers, UrlEncoder encoder, AccountReader accounts)
    : AuthenticationHandler<TokenAuthenticationOptions>(options, loggers, encoder)
{
    private const int MaxLength = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || header.Parameter is not { Length: > 0 and <= MaxLength } secret
            || await accounts.FindByTokenAsync(secret, Context.RequestAborted) is not { } account)
            return AuthenticateResult.Fail("No token that is good now.");
        Context.Features.Set(account);
        return AuthenticateResult.Success(new(account.ToPrincipal(Schemes.Token), Schemes.Token));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusals.SignInNeededAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusals.NotAllowedAsync(Context);
}
